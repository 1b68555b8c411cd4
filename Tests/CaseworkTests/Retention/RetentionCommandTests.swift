import Commands
import Database
import FeatureKit
import Jobs
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Retention from the shell", .database)
struct RetentionCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(RetentionCommands.all, ["retention"] + arguments)
  }

  @Test("is listed, and deleted by whoever has looked", arguments: Engine.tested)
  func all(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.closedCase().file.description
    #expect(run(fixture, ["list"]).all.contains("Nothing is due."))
    #expect(run(fixture, ["delete", "case", file, "--looked"]).status == .failed)
    fixture.wait(until: "2033-01-05T12:00:00Z")
    #expect(run(fixture, ["list"]).all.contains("case  \(file)  2032-11-20"))
    #expect(run(fixture, ["list", "--json"]).all.contains("\"due\":\"2032-11-20\""))
    #expect(run(fixture, ["show", "case", file]).all.contains("Due since 20 November 2032"))
    #expect(run(fixture, ["delete", "case", file]).status == .wrongUse)
    #expect(run(fixture, ["delete", "case", "x", "--looked"]).status == .wrongUse)
    #expect(run(fixture, ["delete", "letter", file, "--looked"]).status == .wrongUse)
    let deleted = run(fixture, ["delete", "case", file, "--looked"])
    #expect(deleted.status == .done && deleted.all.contains("\(file) is deleted"), "\(deleted.all)")
    #expect(run(fixture, ["list"]).all.contains("Nothing is due."))
    #expect(run(fixture, ["show", "case", file]).status == .failed)
    #expect(run(fixture, ["deleted"]).all.contains("case  \(file)  2033-01-05  case/1"))
    #expect(run(fixture, ["deleted", "--reference", file, "--json"]).all.contains("case/1"))
    #expect(run(fixture, ["run"]).all.contains("letters lost their address and words"))
    let waiting = try fixture.database.read { read in
      try fixture.services.jobs.newest([RetentionJob.name], limit: 5, in: read)
    }
    #expect(waiting.count == 1)
  }

  @Test("is kept, let go and given rules as on the page", arguments: Engine.tested)
  func decides(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.closedCase().file.description
    let keep = ["keep", "case", file, "--ground", "court", "--reason", "Planted", "--until"]
    #expect(run(fixture, keep + ["2020-01-01"]).status == .wrongUse)
    #expect(run(fixture, keep + ["x"]).status == .wrongUse)
    #expect(run(fixture, ["release", "case", file]).status == .failed)
    #expect(run(fixture, keep + ["2040-01-01"]).all.contains("is kept until 2040-01-01"))
    fixture.wait(until: "2033-01-05T12:00:00Z")
    #expect(!run(fixture, ["list"]).all.contains(file))
    let shown = run(fixture, ["show", "case", file, "--json"]).all
    #expect(shown.contains("\"keptUntil\":\"2040-01-01\"") && !shown.contains("Planted"))
    #expect(run(fixture, ["release", "case", file]).status == .done)
    #expect(run(fixture, ["list"]).all.contains(file))
    let set = ["set", "case", "120", "--source", "Policy of 2033"]
    #expect(run(fixture, ["set", "case", "0", "--source", "x"]).status == .wrongUse)
    #expect(run(fixture, set + ["--from", "2033-01-01"]).status == .wrongUse)
    #expect(run(fixture, set).status == .done)
    #expect(!run(fixture, ["list"]).all.contains("case  \(file)"))
    #expect(run(fixture, ["rules"]).all.contains("case  120 months, from the day the case was"))
    #expect(run(fixture, ["rules", "--json"]).all.contains("\"source\":\"Policy of 2033\""))
  }
}
