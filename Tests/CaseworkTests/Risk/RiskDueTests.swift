import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("When a risk is assessed again", .database)
struct RiskDueTests {
  private func opened(
    _ engine: Engine = .sqlite
  ) throws -> (fixture: CaseworkFixture, file: Reference, report: Reference) {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    return (fixture, try fixture.openCase(report), report)
  }

  private func assess(_ fixture: CaseworkFixture, _ file: Reference, _ score: Int) throws {
    let fields = RiskAnswers.fields(score, in: try RiskInstrumentTests.matrix.get())
    _ = try fixture.answer("/cases/\(file)/risk/asb-matrix", form: fields + [("step", "keep")])
  }

  private func due(_ fixture: CaseworkFixture, _ file: Reference) throws -> CaseRisk {
    try fixture.database.read { read in
      let id = try fixture.found(file, read).id
      return try #require(try RiskStore.standing(of: [id], read)[id])
    }
  }

  private func listed(_ fixture: CaseworkFixture) throws -> [Reference] {
    var filter = WorkFilter()
    filter.list = .risk
    return try fixture.database.read {
      try WorkStore.page(filter, of: .everybody, at: fixture.now, $0).items.map(\.reference)
    }
  }

  /// Friday 20 November, noon.
  static let bands: [(score: Int, day: String)] = [
    (15, "2027-01-19"), (16, "2026-12-18"), (31, "2026-12-18"), (32, "2026-11-30"),
  ]

  @Test("goes by the days of its band", arguments: bands)
  func band(score: Int, day: String) throws {
    let (fixture, file, _) = try opened()
    try assess(fixture, file, score)
    #expect(try due(fixture, file).reassessOn?.description == day)
  }

  @Test(
    "is on the list from its day on, the first time two working days after the case was opened",
    arguments: Engine.tested)
  func first(engine: Engine) throws {
    let (fixture, file, _) = try opened(engine)
    #expect(try due(fixture, file).reassessOn?.description == "2026-11-24")
    fixture.clock.advance(seconds: 3 * 86_400 + 11.99 * 3600)  // Monday, a minute before midnight
    #expect(try listed(fixture).isEmpty)
    fixture.clock.advance(seconds: 60)
    #expect(try listed(fixture) == [file])
    try assess(fixture, file, 32)
    #expect(try listed(fixture).isEmpty)
    fixture.clock.advance(seconds: 10 * 86_400 - 60)
    #expect(try listed(fixture).isEmpty)
    fixture.clock.advance(seconds: 60)
    #expect(try listed(fixture) == [file])
    #expect(try #require(try fixture.answer("/work")).words.contains("Assess again"))
  }

  enum Incident: CaseIterable {
    case joined
    case diary
    case continues
  }

  @Test(
    "is today when something happens on the case", arguments: Engine.tested, Incident.allCases)
  func incident(engine: Engine, kind: Incident) throws {
    let (fixture, file, report) = try opened(engine)
    func happen() throws {
      switch kind {
      case .joined:
        _ = try fixture.openCase(
          try fixture.report(), CaseworkFixture.asb + [("joins", file.description)])
      case .diary, .continues:
        let form = kind == .diary ? [("diary", "Again last night")] : [("act", "continues")]
        try fixture.database.write { write in
          let found = try #require(try fixture.store.find(report, write))
          _ = try ReportDiary(fixture.services, at: fixture.now)
            .add(Fields(form), to: found, in: write)
        }
      }
    }
    try happen()
    #expect(try due(fixture, file).reason == .first)  // it waits for its first assessment as before
    try assess(fixture, file, 40)
    #expect(try due(fixture, file).reassessOn?.description == "2026-11-30")
    fixture.clock.advance(seconds: 86_400)
    try happen()
    #expect(try due(fixture, file).reassessOn?.description == "2026-11-21")
    #expect(try due(fixture, file).reason == .incident)
    #expect(try listed(fixture) == [file])
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("Assess again: new incident"))
    try assess(fixture, file, 40)
    #expect(try due(fixture, file).reason == .date)
  }

  @Test("is never while the case is closed, and today when it is opened again")
  func closed() throws {
    let (fixture, file, _) = try opened()
    try assess(fixture, file, 40)
    _ = try fixture.answer(
      "/cases/\(file)/close",
      form: [("outcome", "warning"), ("close-reason", "Quiet"), ("close-told", "We warned them")])
    #expect(try due(fixture, file).reassessOn == nil)
    let fields = RiskAnswers.fields(3, in: try RiskInstrumentTests.matrix.get())
    #expect(try fixture.work("/cases/\(file)/risk/asb-matrix", as: .officer, form: fields) == 409)
    #expect(try fixture.work("/cases/\(file)/risk", as: .officer) == 200)
    _ = try fixture.answer("/cases/\(file)/reopen", form: [("reopen-reason", "It began again")])
    #expect(try due(fixture, file).reassessOn?.description == "2026-11-20")
    #expect(try due(fixture, file).reason == .reopened)
  }

  @Test("is found by indexes, however many cases there are", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let (fixture, _, _) = try opened(engine)
    let standing = try QueryPlan.of(RiskStore.standingQuery([ID(1), ID(2)]), fixture.database)
    let history = try QueryPlan.of(RiskStore.query(ID(1)), fixture.database)
    var filter = WorkFilter()
    filter.list = .risk
    let list = try QueryPlan.of(
      WorkStore.query(filter, of: .everybody, at: fixture.now), fixture.database)
    for (plan, table) in [(standing, "k"), (history, "a"), (list, "k"), (list, "c")] {
      #expect(!plan.readsAll(of: table), "\(table): \(plan)")
    }
    #expect(history.uses(index: "risk_assessment_of"), "\(history)")
  }
}
