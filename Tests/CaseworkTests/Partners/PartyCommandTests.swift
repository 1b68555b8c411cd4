import Commands
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Parties from the shell", .database)
struct PartyCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(PartyCommands.all, ["cases"] + arguments)
  }

  @Test("are listed, added and ended", arguments: Engine.tested)
  func all(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report()).description
    let share = [
      "share", file, "--organisation", "centre", "--purpose", "Support", "--necessity",
      "No less would do", "--gateway", "cda-115", "--recipient-said", "--basis", "public-task",
      "--field", "identity",
      "--until", "2026-12-31",
    ]
    let shared = run(fixture, share)
    #expect(shared.status == .done, "\(shared.all)")
    #expect(run(fixture, share).status == .wrongUse)
    let listed = run(fixture, ["parties", file])
    #expect(listed.all.contains("centre  open  until 2026-12-31  public-task"))
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 200)
    let ended = run(fixture, ["unshare", file, "--organisation", "centre", "--reason", "Done"])
    #expect(ended.status == .done, "\(ended.all)")
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 404)
    let json = run(fixture, ["parties", file, "--json"])
    #expect(json.all.contains("\"isOpen\":false"))
    #expect(!json.all.contains("Support"))
    let trail = try fixture.trail()
    #expect(trail.contains("casework.case-party organisation=2"))
    #expect(trail.contains("casework.case-party-end organisation=2"))
  }

  @Test(
    "say what is wrong with an argument",
    arguments: [
      ["parties", "x"], ["parties", "TM-7K42-0931"],
      ["unshare", "REF", "--organisation", "nobody", "--reason", "x"],
      ["unshare", "REF", "--organisation", "centre", "--reason", "x"],
      ["unshare", "REF", "--organisation", "centre", "--reason", "x", "--last-day", "soon"],
    ])
  func wrong(arguments: [String]) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report()).description
    let given = arguments.map { $0 == "REF" ? file : $0 }
    #expect(run(fixture, given).status == .wrongUse)
  }
}
