import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Samples of closed cases", .database)
struct SampleTests {
  private static let form = [("month", "2026-10"), ("size", "6")]

  private func sample(_ fixture: CaseworkFixture) throws -> ProcedureSample {
    try fixture.database.read { read in
      let month = try #require(Month("2026-10"))
      let store = SampleStore(keyring: fixture.services.keyring)
      return try #require(try store.sample(of: month, read))
    }
  }

  private func reference(_ fixture: CaseworkFixture, _ file: ID<CaseFile>) throws -> Reference {
    try #require(try fixture.database.read { try CaseStore(fixture.services).find(file, $0) })
      .reference
  }

  @Test(
    "are drawn once, with a seed that is printed and draws them again", arguments: Engine.tested)
  func draw(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: ProcedureTests.now)
    let files = try fixture.october(followed: 4, of: 12)
    #expect(try fixture.procedures("/work/procedures/draw", form: Self.form)?.status == 303)
    let drawn = try sample(fixture)
    #expect(drawn.drawn.count == 6)
    #expect(drawn.members.count == 12)
    #expect(drawn.isDrawnAgain)
    // A case that is opened again later changes no sample.
    try fixture.post(files[0], "reopen", [("reopen-reason", "Again")])
    #expect(try sample(fixture).isDrawnAgain)
    let page = try #require(try fixture.procedures("/work/procedures/samples/2026-10")).words
    #expect(page.contains("Seed \(drawn.seed)"))
    #expect(page.contains("2 of 4 P1, 2 of 4 P2, 2 of 4 P3"))
    #expect(page.contains("The same cases when it is drawn again"))
    let again = try #require(try fixture.procedures("/work/procedures/draw", form: Self.form))
    #expect(again.status == 422)
    #expect(again.words.contains(ProcedureDrawing.drawnBefore))
    #expect(
      try fixture.trail().contains(
        "casework.procedure-drawn of=12 seed=\(drawn.seed) size=6"))
  }

  @Test("take no seed that somebody chose")
  func chosen() throws {
    let fixture = try CaseworkFixture(now: ProcedureTests.now)
    _ = try fixture.october(followed: 1, of: 3)
    _ = try fixture.procedures("/work/procedures/draw", form: Self.form + [("seed", "42")])
    #expect(try sample(fixture).seed != 42)
  }

  @Test("keep the greatest seed there is", arguments: Engine.tested)
  func seed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: ProcedureTests.now)
    _ = try fixture.october(followed: 1, of: 3)
    let drawing = ProcedureDrawing(services: fixture.services, account: nil, now: fixture.now)
    _ = try fixture.database.write { write in
      try drawing.draw(Fields(Self.form), seed: .max, in: write)
    }
    let drawn = try sample(fixture)
    #expect(drawn.seed == UInt64.max)
    #expect(drawn.isDrawnAgain)
  }

  @Test("are scored beside what the record says; the latest score counts", arguments: Engine.tested)
  func score(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: ProcedureTests.now)
    _ = try fixture.october(followed: 12, of: 12)
    _ = try fixture.procedures("/work/procedures/draw", form: Self.form)
    let drawn = try sample(fixture).drawn
    let first = try reference(fixture, drawn[0])
    let path = "/work/procedures/samples/2026-10/\(first)"
    let page = try #require(try fixture.procedures(path)).words
    #expect(page.contains("By the record it was followed: 6 met, 1 not applicable"))
    let without = try #require(
      try fixture.procedures(path, form: [("verdict", "not-followed")]))
    #expect(without.status == 422)
    #expect(without.words.contains("Enter why you judge it otherwise than the record does"))
    #expect(
      try #require(try fixture.procedures(path, form: [])).words.contains(
        "Choose whether the procedure was followed"))
    let otherwise = [("verdict", "not-followed"), ("note", "Planted: nobody rang back")]
    #expect(try fixture.procedures(path, form: otherwise)?.status == 303)
    #expect(try sample(fixture).followed == 0)
    #expect(try fixture.procedures(path, form: [("verdict", "followed")])?.status == 303)
    let scored = try sample(fixture)
    #expect((scored.scored, scored.followed) == (1, 1))
    let both = try #require(try fixture.procedures(path)).words
    #expect(both.contains("Planted: nobody rang back"))
    let second = try reference(fixture, drawn[1])
    _ = try fixture.procedures(
      "/work/procedures/samples/2026-10/\(second)", form: otherwise)
    let october = try #require(Period("2026-10"))
    let value = try #require(
      try fixture.database.read { try SampleStore.measure.value($0, october) })
    #expect([value.numerator, value.denominator, Double(value.missing)] == [1, 2, 4])
    #expect(
      try fixture.trail().contains("casework.procedure-scored sample=2026-10 verdict=followed"))
  }

  @Test("hold no case that was not drawn, and no month without a sample")
  func others() throws {
    let fixture = try CaseworkFixture(now: ProcedureTests.now)
    let files = try fixture.october(followed: 1, of: 3)
    for path in [
      "/work/procedures/samples/2026-10", "/work/procedures/samples/2026-10/\(files[0])",
    ] {
      #expect(throws: CaseProblem.notFound) { try fixture.procedures(path) }
    }
    _ = try fixture.procedures(
      "/work/procedures/draw", form: [("month", "2026-10"), ("size", "1")])
    let drawn = try reference(fixture, try sample(fixture).drawn[0])
    for file in files where file != drawn {
      #expect(throws: CaseProblem.notFound) {
        try fixture.procedures("/work/procedures/samples/2026-10/\(file)")
      }
    }
  }

  static let refusals: [([(String, String)], String)] = [
    ([("month", "x"), ("size", "5")], "Enter a month such as 2026-10"),
    ([("month", "2026-10"), ("size", "0")], "Enter how many cases, from 1 to 100"),
    ([("month", "2026-10"), ("size", "101")], "Enter how many cases, from 1 to 100"),
    ([("month", "2026-11"), ("size", "5")], "No case was closed in this month"),
    ([("month", "2026-12"), ("size", "5")], "Choose a month that is over"),
  ]

  @Test("are refused at the field", arguments: refusals)
  func refused(form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture(now: ProcedureTests.now)
    _ = try fixture.october(followed: 1, of: 3)
    let answer = try #require(try fixture.procedures("/work/procedures/draw", form: form))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
  }

  @Test("are sealed anew after a rotation of the key", arguments: Engine.tested)
  func reseal(engine: Engine) throws {
    #expect(
      CaseReseal.columns.contains { column in
        column.table.description == "procedure_score" && column.name.description == "note"
      })
    let fixture = try CaseworkFixture(engine, now: ProcedureTests.now)
    _ = try fixture.october(followed: 1, of: 3)
    _ = try fixture.procedures("/work/procedures/draw", form: Self.form)
    let file = try reference(fixture, try sample(fixture).drawn[0])
    _ = try fixture.procedures(
      "/work/procedures/samples/2026-10/\(file)",
      form: [("verdict", "not-followed"), ("note", "Planted note")])
    let sealed = try #require(
      try fixture.database.read { read in
        try read.first("SELECT note FROM procedure_score") { row in try row.bytes() }
      })
    #expect(!String(decoding: sealed, as: UTF8.self).contains("Planted"))
  }
}

@Suite("Who may do what with procedures", .database)
struct ProcedurePolicyTests {
  /// One letter a right, in their order: read, audit, configure.
  static let table: [(Role, String)] = [
    (.administrator, "nnn"), (.manager, "yyy"), (.officer, "ynn"), (.analyst, "nnn"),
    (.coordinator, "ynn"), (.partner, "nnn"), (.councillor, "nnn"), (.auditor, "nnn"),
  ]

  @Test("is as the table says, and holds for every page", arguments: table)
  func row(role: Role, letters: String) throws {
    let actor = CaseworkFixture.actor(role)
    let found = ProcedureRight.allCases.map { ProcedurePolicy.allows($0, actor) ? "y" : "n" }
    #expect(found.joined() == letters)
    let rights = letters.map { $0 == "y" }
    let fixture = try CaseworkFixture(now: ProcedureTests.now)
    _ = try fixture.october(followed: 1, of: 1)
    let draw = [("month", "2026-10"), ("size", "1")]
    #expect(
      try fixture.work("/work/procedures/draw", as: role, form: draw) == (rights[1] ? 303 : 404))
    _ = try fixture.work("/work/procedures/draw", as: .manager, form: draw)
    let file = try fixture.database.read { read in
      try #require(
        try read.first("SELECT reference FROM case_file") { row in try row.text() })
    }
    for page in ["", "/checklists", "/samples/2026-10"] {
      #expect(
        try fixture.work("/work/procedures\(page)", as: role) == (rights[0] ? 200 : 404), "\(page)")
    }
    let score = "/work/procedures/samples/2026-10/\(file)"
    #expect(try fixture.work(score, as: role) == (rights[1] ? 200 : 404))
    #expect(try fixture.work(score, as: role, form: []) == (rights[1] ? 422 : 404))
    #expect(
      try fixture.work("/work/procedures/checklists", as: role, form: [])
        == (rights[2] ? 422 : 404))
  }

  @Test("names every role")
  func roles() { #expect(Set(Self.table.map(\.0)) == Set(Role.all)) }

  @Test("and its paths are read as they are written")
  func routes() throws {
    let month = try #require(Month("2026-10"))
    let reference = try #require(CasePolicyTests.reference)
    let routes: [ProcedureRoute] = [
      .figure(nil), .figure(month), .checklists(of: nil), .checklists(of: "case"), .draw,
      .sample(month), .score(month, reference),
    ]
    for route in routes {
      let parts = route.path.split(separator: "?", maxSplits: 1).map(String.init)
      let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
      let path = parts[0].split(separator: "/").map(String.init)
      #expect(ProcedureRoute(.post, path, query)?.path == route.path)
      #expect(WorkRoute(.post, path, query) == nil)
    }
    #expect(ProcedureRoute(.get, ["work", "procedures", "draw"], Fields()) == nil)
  }
}
