import Commands
import Database
import FeatureKit
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
