import Database
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Requests for one's own data from the shell", .database)
struct AccessCommandTests {
  @Test("go from the first word to the file, and print nobody's name", arguments: Engine.tested)
  func all(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let folder = try TemporaryFolder.ofCase().path
    try Data(
      """
      regime: general
      name: Zebedee Planted
      asker: They themselves
      received: 2026-11-20
      """.utf8
    ).write(to: URL(filePath: "\(folder)/request"))
    var printed = ""
    func done(_ arguments: String...) throws -> String {
      let ended = run(fixture, ["people"] + arguments)
      #expect(ended.status == 0, "\(arguments): \(ended.messages)")
      printed += ended.output
      return ended.output
    }
    let opened = try done("open", "\(folder)/request")
    #expect(opened.contains("is opened, due 2026-12-21."))
    let reference = String(opened.prefix { $0 != " " })
    #expect(try done("requests").contains("\(reference)  came 2026-11-20  due 2026-12-21"))
    let found = try done("find", reference)
    let codes = found.split(whereSeparator: \.isNewline).map { $0.prefix { $0 != " " } }
    #expect(!codes.isEmpty)
    _ = try done("choose", reference, "--records", codes.joined(separator: ","))
    _ = try done("prove", reference, "--proof", "Passport seen", "--day", "2026-11-20")
    #expect(run(fixture, ["people", "release", reference, "--from", "T", "--read"]).status == 2)
    let items = try done("items", reference)
    let note = try #require(
      items.split(whereSeparator: \.isNewline).first { $0.contains("Waits for you") })
    let key = String(note.prefix { $0 != " " })
    _ = try done("item", reference, key, "\(folder)/item")
    #expect(run(fixture, ["people", "decide", reference, key, "no"]).status == 2)
    _ = try done("decide", reference, key, "no", "--reason", "harm")
    _ = try done("leave", reference, "--reason", "other-person")
    #expect(run(fixture, ["people", "release", reference, "--from", "T"]).status == 2)
    #expect(run(fixture, ["people", "export", reference, "\(folder)/out.zip"]).status == 1)
    _ = try done("release", reference, "--from", "Thornmere", "--read")
    _ = try done("export", reference, "\(folder)/out.zip")
    let bytes = try Data(contentsOf: URL(filePath: "\(folder)/out.zip"))
    #expect(Array(bytes.prefix(2)) == Array("PK".utf8))
    #expect(run(fixture, ["people", "export", reference, "\(folder)/out.zip"]).status == 2)
    #expect(run(fixture, ["people", "extend", reference, "--reason", "x"]).status == 1)
    #expect(!printed.contains("Planted") && !printed.contains("Quentin"))
    _ = file
  }
}
