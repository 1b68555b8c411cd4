import Commands
import Database
import FeatureKit
import Foundation
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Handing cases on from the shell", .database)
struct HandOnCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(HandOnCommands.all, ["cases"] + arguments)
  }

  static let words = ["--reason", "Theirs", "--told", "They call you"]

  @Test("hands on, passes and takes back", arguments: Engine.tested)
  func all(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (led, passed) = (try fixture.givenCase(), try fixture.openCase(try fixture.report()))
    let handed = run(fixture, ["hand-on", led.description, "--to", "centre"] + Self.words)
    #expect(handed.status == .done, "\(handed.all)")
    #expect(try fixture.file(led).lead == ID(2))
    #expect(run(fixture, ["take-back", led.description, "--reason", "Ours"]).status == .done)
    #expect(try fixture.file(led).lead == nil)
    let outside = run(
      fixture, ["hand-on", passed.description, "--service", "Harbour Housing"] + Self.words)
    #expect(outside.status == .done, "\(outside.all)")
    #expect(try fixture.file(passed).passedTo == "Harbour Housing")
  }

  @Test("shares what a file says they are told, and says which field of it is wrong")
  func told() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let path = try TemporaryFolder.ofCase().path + "/told.json"
    let command = [
      "hand-on", file.description, "--service", "Harbour Housing", "--share", path,
    ]
    let kept =
      #"{"hand-on-shared": ["identity"], "hand-on-necessity": "They cannot begin without", "#
    let grounds =
      #""hand-on-gateway": "cda-115", "hand-on-recipient-said": "yes", "hand-on-basis": "public-task", "#
    let days = #""hand-on-until-day": 20, "hand-on-until-month": 2, "hand-on-until-year": 2027}"#
    try (kept + days).write(toFile: path, atomically: true, encoding: .utf8)
    let refused = run(fixture, command + Self.words)
    #expect(refused.status != .done && refused.all.contains("hand-on-gateway"), "\(refused.all)")
    #expect(!refused.all.contains("They cannot begin"))
    try (kept + grounds + days).write(toFile: path, atomically: true, encoding: .utf8)
    let handed = run(fixture, command + Self.words)
    #expect(handed.status == .done, "\(handed.all)")
    let shares = try fixture.database.read { try fixture.services.shares.about(file, $0) }
    #expect(shares.count == 1)
  }

  @Test(
    "say what is wrong with an argument",
    arguments: [
      ["hand-on", "REF"], ["hand-on", "REF", "--to", "nobody"],
      ["hand-on", "REF", "--to", "centre"],
      ["hand-on", "REF", "--to", "centre", "--service", "Harbour Housing"],
    ])
  func wrong(arguments: [String]) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report()).description
    let given = arguments.map { $0 == "REF" ? file : $0 }
    #expect(run(fixture, given + Self.words).status == .wrongUse)
    #expect(run(fixture, ["take-back", file, "--reason", "x"]).status == .wrongUse)
  }
}
