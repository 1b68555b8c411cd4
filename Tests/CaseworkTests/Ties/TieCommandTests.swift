import Commands
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Joining and parting from the shell", .database)
struct TieCommandTests {
  private func run(
    _ fixture: CaseworkFixture, _ arguments: [String]
  ) -> (status: Commands.ExitStatus, out: String) {
    let out = Guarded<[UInt8]>([])
    let console = Console(
      out: { bytes in out.withLock { $0 += bytes } }, err: { bytes in out.withLock { $0 += bytes } }
    )
    let program = Program(
      name: "hamlet", summary: "", version: "test", commands: TieCommands.all)
    let status = program.run(["cases"] + arguments, console: console) { _ in fixture.services }
    return (status, String(decoding: out.withLock { $0 }, as: UTF8.self))
  }

  @Test("joins, parts and lists", arguments: Engine.tested)
  func all(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let (from, into) = (
      try fixture.openCase(report).description,
      try fixture.openCase(try fixture.report()).description
    )
    let joined = run(fixture, ["join", from, "--into", into, "--reason", "The same flat"])
    #expect(joined.status == .done, "\(joined.out)")
    #expect(joined.out.contains("\(from) was joined to \(into)."))
    #expect(run(fixture, ["ties", into]).out.contains("\(from)  It was joined to this case"))
    let json = run(fixture, ["ties", from, "--json"])
    #expect(json.out.contains("\"kind\":\"goes-on-there\""))
    let parted = run(
      fixture,
      [
        "part", into, "--report", report.description, "--title", "Yard", "--reason", "Two places",
      ])
    #expect(parted.status == .done, "\(parted.out)")
    #expect(run(fixture, ["ties", into]).out.contains("It was parted from this case"))
    let trail = try fixture.trail()
    #expect(trail.contains("casework.case-join into=\(into)"))
    #expect(trail.contains { $0.hasPrefix("casework.case-part into=") })
  }

  @Test("gives the case that goes on to organisations that are named")
  func give() throws {
    let fixture = try CaseworkFixture()
    let from = try fixture.givenCase().description
    let into = try fixture.openCase(try fixture.report()).description
    let arguments = ["join", from, "--into", into, "--reason", "x"]
    #expect(run(fixture, arguments + ["--give", "nobody"]).status == .wrongUse)
    #expect(run(fixture, arguments + ["--give", "centre"]).status == .done)
    #expect(try fixture.sharedStatus("/cases/shared/\(into)") == 200)
  }

  @Test(
    "says what is wrong with an argument",
    arguments: [
      ["ties", "x"], ["ties", "TM-7K42-0931"],
      ["join", "REF", "--into", "x", "--reason", "x"],
      ["join", "REF", "--into", "REF", "--reason", "x"],
      ["part", "REF", "--report", "TM-7K42-0931", "--title", "x", "--reason", "x"],
      ["part", "REF", "--title", "x", "--reason", "x"],
    ])
  func wrong(arguments: [String]) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report()).description
    #expect(run(fixture, arguments.map { $0 == "REF" ? file : $0 }).status == .wrongUse)
  }
}
