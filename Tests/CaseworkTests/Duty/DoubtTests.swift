import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A doubtful report", .database)
struct DoubtTests {
  private func doubtful(_ fixture: CaseworkFixture) throws -> Reference {
    try fixture.report {
      $0.story = Sensitive(ReportStory(narrative: "x", doubts: [.haste]))
    }
  }

  private func report(_ reference: Reference, _ fixture: CaseworkFixture) throws -> Report {
    try #require(try fixture.database.read { try fixture.store.find(reference, $0) })
  }

  private func counted(_ fixture: CaseworkFixture) throws -> Double? {
    let month = Period.month(try #require(Month("2026-10")))
    return try fixture.database.read { try ReportMeasures.received.value($0, month)?.numerator }
  }

  static let decisions: [(TriageDecision, Bool)] = [
    (.asb, true), (.police, true), (.otherService, true), (.notOurs, false),
  ]

  @Test("is real once somebody takes it", arguments: decisions, Engine.tested)
  func decided(one: (decision: TriageDecision, isReal: Bool), engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-10T12:00:00Z")
    let reference = try doubtful(fixture)
    #expect(try report(reference, fixture).isDoubtful)
    let form = [
      ("decision", one.decision.rawValue), ("reason", "Read it"), ("priority", "2"),
      ("title", "Noise"), ("service", "the police, on 101"), ("why", "It is private"),
      ("step", "decide"),
    ]
    #expect(try fixture.work("/work/triage/\(reference)", as: .officer, form: form) == 303)
    #expect(try report(reference, fixture).isDoubtful == !one.isReal)
    #expect(try fixture.trail().contains("casework.doubt-cleared ") == one.isReal)
    #expect(try counted(fixture) == (one.isReal ? 1 : 0))
  }

  @Test(
    "is said to be real by who may clear flags, and counts in measures and months",
    arguments: Engine.tested)
  func said(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-10T12:00:00Z")
    var last = try doubtful(fixture)
    for _ in 0..<4 { last = try doubtful(fixture) }
    #expect(try counted(fixture) == 0)
    let page = try #require(try fixture.visit("/reports/\(last)", as: .officer)).words
    #expect(page.contains("It may come from a machine") && page.contains("It is real"))
    #expect(try fixture.status("/reports/\(last)/real", as: .coordinator, form: []) == 404)
    let doubted = try fixture.database.read { read in
      try InboxStore.page(.doubtful, 1, read).reports.map(\.reference)
    }
    for reference in doubted {
      #expect(try fixture.status("/reports/\(reference)/real", as: .officer, form: []) == 303)
    }
    #expect(try fixture.status("/reports/\(last)/real", as: .officer, form: []) == 303)
    #expect(try fixture.trail().filter { $0 == "casework.doubt-cleared " }.count == 5)
    #expect(try counted(fixture) == 5)
    fixture.clock.advance(seconds: 40 * 86_400)
    let months = try fixture.database.write { write in
      try ReportMonthStore(areas: fixture.services.areas).make(at: fixture.now, in: write)
      return try ReportMonthStore.shown(write)
    }
    #expect(months.first?.total == 5)
  }
}
