import Commands
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The worklist from the shell", .database)
struct WorkCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(CaseCommands.all, arguments)
  }

  @Test("says what waits and until when, and names no person", arguments: Engine.tested)
  func list(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(try fixture.report())
    let listed = run(fixture, ["work", "list"])
    #expect(listed.status == .done)
    #expect(listed.out.contains("\(report)  P3  7 days left"))
    #expect(listed.out.contains("\(file)  P2  4 days left  Noise on the stairs"))
    let json = run(fixture, ["work", "list", "--list", "new", "--json"])
    #expect(json.out.contains("\"kind\":\"report\""))
    #expect(!json.out.contains("\"kind\":\"case\""))
    #expect(!(listed.out + json.out).contains("Planted"))
  }

  @Test(
    "says what is wrong with an argument",
    arguments: [["--list", "x"], ["--page", "0"], ["--page", "10001"]])
  func wrong(arguments: [String]) throws {
    let fixture = try CaseworkFixture()
    #expect(run(fixture, ["work", "list"] + arguments).status == .wrongUse)
  }
}
