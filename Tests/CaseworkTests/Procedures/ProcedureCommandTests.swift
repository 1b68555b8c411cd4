import Commands
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Procedures from the shell", .database)
struct ProcedureCommandTests {
  private func run(_ fixture: CaseworkFixture, _ arguments: [String]) -> Said {
    fixture.services.shell(ProcedureCommands.all, ["procedures"] + arguments)
  }

  @Test("are counted, drawn, scored and drawn again", arguments: Engine.tested)
  func all(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: ProcedureTests.now)
    _ = try fixture.october(followed: 2, of: 4)
    let figure = run(fixture, ["figure", "2026-10"])
    #expect(figure.all.contains("2026-10: 2 of 4 (50%)"), "\(figure.all)")
    let json = run(fixture, ["figure", "2026-10", "--json"])
    #expect(json.all.contains("\"followed\":2"))
    let drawn = run(fixture, ["draw", "2026-10", "--size", "4"])
    #expect(drawn.status == .done, "\(drawn.all)")
    let seed = try #require(drawn.all.firstMatch(of: /2026-10: 4 of 4, seed (\d+),/)?.1)
    #expect(drawn.all.contains("seed \(seed), drawn again: the same cases"))
    let lines = drawn.all.split(separator: "\n")
    let followed = try #require(lines.first { $0.contains("6 met") })
    let file = String(followed.prefix(12))
    #expect(run(fixture, ["score", "2026-10", file, "--verdict", "followed"]).status == .done)
    #expect(
      run(fixture, ["score", "2026-10", file, "--verdict", "not-followed"]).status == .wrongUse)
    let sample = run(fixture, ["sample", "2026-10", "--json"])
    #expect(sample.all.contains("\"seed\":\"\(seed)\""))
    #expect(sample.all.contains("\"verdict\":\"followed\""))
    #expect(run(fixture, ["draw", "2026-10"]).status == .wrongUse)
    #expect(!(drawn.all + sample.all).contains("Planted"))
  }

  @Test("have versions", arguments: Engine.tested)
  func versions(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let set = run(
      fixture,
      [
        "set", "--key", "case", "--title", "Cases", "--from", "2027-01-01", "--step", "begun",
        "--step", "updated:5",
      ])
    #expect(set.status == .done, "\(set.all)")
    let listed = run(fixture, ["list"])
    #expect(listed.all.contains("case  version 3  from 2027-01-01  Cases"))
    #expect(listed.all.contains("  Those who reported are contacted every 5 working days"))
    #expect(run(fixture, ["list", "--json"]).all.contains("\"version\":3"))
  }

  @Test(
    "say what is wrong with an argument",
    arguments: [
      ["figure", "October"], ["sample", "2026-10"], ["draw", "2026-10"],
      ["draw", "2026-10", "--size", "x"], ["score", "2026-10", "TM-7K42-0931", "--verdict", "x"],
      ["score", "2026-10", "TM-7K42-0931", "--verdict", "followed"],
      ["set", "--title", "x", "--from", "soon"],
      ["set", "--title", "x", "--from", "2027-01-01", "--step", "x"],
      ["set", "--title", "x", "--from", "2027-01-01", "--step", "updated"],
    ])
  func wrong(arguments: [String]) throws {
    #expect(run(try CaseworkFixture(), arguments).status == .wrongUse)
  }
}
