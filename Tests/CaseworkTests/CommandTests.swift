import Geography
import Secrets
import Partnership
import Jobs
import HTTP
import Access
import Commands
import Database
import FoundationEssentials
import Kernel
import TestKit
import Testing

@testable import Casework

@Suite("The commands of reports", .database)
struct CommandTests {
  struct Answer {
    let status: Int32
    let output: String
    let messages: String
  }

  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Answer {
    let (console, record) = Console.recorded()
    let program = Program(
      name: "hamlet", summary: "", version: "", commands: Casework.feature.commands)
    let status = program.run(arguments, console: console) { _ in fixture.services }
    return Answer(status: status.rawValue, output: record.output, messages: record.messages)
  }

  /// Runs `reports add` on a file with some text.
  private func add(_ fixture: CaseworkFixture, _ text: String) throws -> Answer {
    let path = try TemporaryFolder.ofCase().path + "/report.json"
    try Data(text.utf8).write(to: URL(filePath: path))
    return run(fixture, ["reports", "add", path])
  }

  private static let report = """
    {"channel": "letter", "kind": "litter", "postcode": "TM1 0AA", "day": "yesterday", "hour": 9,
     "narrative": "Bags by the bins", "identity": "anonymous", "strands": ["race", "religion"]}
    """

  @Test("keep a report of a file and print its reference and secret", arguments: Engine.tested)
  func adding(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let answer = try add(fixture, Self.report)
    #expect(answer.status == 0, "\(answer.messages)")
    let words = answer.output.split(whereSeparator: \.isWhitespace).map(String.init)
    let reference = try #require(Reference(words[1]))
    let report = try fixture.database.read {
      try fixture.store.find(reference, secret: words[3], $0)
    }
    #expect(report?.channel == .letter && report?.priority == .first)
    #expect(try fixture.trail() == ["casework.report-taken channel=letter kind=litter"])
  }

  @Test(
    "refuse a file with status 3, saying which field, and keep nothing",
    arguments: [
      ("{}", "channel: Choose how it came"), ("[]", "expected one JSON object"),
      ("not JSON", "expected one JSON object"),
      (report.replacing("letter", with: "web"), "channel: Choose how it came"),
      (report.replacing("litter", with: "Planted"), "kind: Choose what is happening"),
      (report.replacing("yesterday", with: "soon"), "day: Choose the day it happened"),
    ])
  func refusing(text: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let answer = try add(fixture, text)
    #expect(answer.status == 3)
    #expect(answer.messages.contains(words), "\(answer.messages)")
    #expect(!answer.messages.contains("Planted"))
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report") } == 0)
    #expect(run(fixture, ["reports", "add", "/nowhere"]).status == 3)
  }

  @Test("count reports by month, kind and channel, by the London month", arguments: Engine.tested)
  func counting(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-05-31T22:59:00Z")
    for _ in 0..<2 {
      _ = try fixture.database.write {
        try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: $0)
      }
      fixture.clock.advance(seconds: 60)
    }
    let all = run(fixture, ["reports", "count"]).output
    #expect(all.contains("2026-05  1  Rowdy") && all.contains("2026-06  1  Rowdy"))
    let june = run(fixture, ["reports", "count", "--from", "2026-06", "--to", "2026-06", "--json"])
    #expect(
      june.output
        == "{\"reports\":[{\"month\":\"2026-06\",\"kind\":\"rowdy\",\"channel\":\"web\","
        + "\"leftOut\":false,\"count\":1}]}\n")
    #expect(run(fixture, ["reports", "count", "--from", "June"]).status == 2)
    #expect(
      run(fixture, ["reports", "count", "--from", "2026-06", "--to", "2026-05"]).status == 2)
  }

  @Test("delete drafts past their time and set the lines the public is shown")
  func keeping() throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    try resident.go("/report/what")
    try resident.post([("kind", "litter")])
    #expect(run(fixture, ["reports", "purge"]).output == "0 drafts were deleted.\n")
    fixture.clock.advance(seconds: 7 * 86_400)
    #expect(run(fixture, ["reports", "purge"]).output == "1 drafts were deleted.\n")
    #expect(run(fixture, ["reports", "line", "phone", "020 7946 0000"]).status == 0)
    #expect(try fixture.database.read(ServiceLines.init).phoneWords == "020 7946 0000")
    #expect(run(fixture, ["reports", "line", "fax", "1"]).status == 2)
    #expect(try fixture.trail() == ["casework.service-changed line=phone"])
  }
}
