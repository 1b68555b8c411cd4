import Commands
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The worklist from the shell", .database)
struct WorkCommandTests {
  private func run(
    _ fixture: CaseworkFixture, _ arguments: [String]
  ) -> (status: Commands.ExitStatus, out: String) {
    let out = Guarded<[UInt8]>([])
    let console = Console(out: { bytes in out.withLock { $0 += bytes } }, err: { _ in })
    let program = Program(
      name: "hamlet", summary: "", version: "test", commands: CaseCommands.all)
    let status = program.run(arguments, console: console) { _ in fixture.services }
    return (status, String(decoding: out.withLock { $0 }, as: UTF8.self))
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
