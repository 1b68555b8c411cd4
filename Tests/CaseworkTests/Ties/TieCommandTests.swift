import Commands
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Joining and parting from the shell", .database)
struct TieCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(TieCommands.all, ["cases"] + arguments)
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
    #expect(joined.status == .done, "\(joined.all)")
    #expect(joined.all.contains("\(from) was joined to \(into)."))
    #expect(run(fixture, ["ties", into]).all.contains("\(from)  It was joined to this case"))
    let json = run(fixture, ["ties", from, "--json"])
    #expect(json.all.contains("\"kind\":\"goes-on-there\""))
    let parted = run(
      fixture,
      [
        "part", into, "--report", report.description, "--title", "Yard", "--reason", "Two places",
      ])
    #expect(parted.status == .done, "\(parted.all)")
    #expect(run(fixture, ["ties", into]).all.contains("It was parted from this case"))
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
