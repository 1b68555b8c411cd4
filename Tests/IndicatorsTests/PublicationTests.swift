import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Publishing a quarter", .database)
struct PublicationTests {
  private static let place = EntryFixture.place
  private static let route = FiguresRoute.publication(place)
  private static let first = "/performance/safe/fy2026-27-q2-issue-1"
  private static let second = "/performance/safe/fy2026-27-q2-issue-2"

  private func published(_ engine: Engine = .sqlite) throws -> EntryFixture {
    let fixture = try EntryFixture(engine)
    try fixture.burglaries("2025-07", [40, 40, 40])
    try fixture.burglaries("2026-07", [50, 50, 50])
    let form = [("reason", "The board meets today")]
    let response = try fixture.send(EntryFixture.manager, Self.route, form: form)
    #expect(response?.status == 303)
    return fixture
  }

  @Test("waits for every sign-off, or for a reason; and only some may do it")
  func refused() throws {
    let fixture = try EntryFixture()
    #expect(try fixture.send(EntryFixture.analyst, Self.route, form: []) == nil)
    let refused = try fixture.send(EntryFixture.coordinator, Self.route, form: [])
    #expect(refused?.status == 422)
    #expect(refused?.text.contains("2 priorities are not signed off") == true)
    let later = FiguresPlace(plan: "safe", period: Sample.period("2026/27 Q3"))
    let early = try fixture.send(
      EntryFixture.manager, .publication(later), form: [("reason", "Now")])
    #expect(early?.text.contains("is not over yet") == true)
    #expect(try fixture.publicly(Self.first) == nil)
  }

  @Test(
    "freezes what is shown: later figures, definitions and polarity leave it",
    arguments: Engine.tested)
  func frozen(engine: Engine) throws {
    let fixture = try published(engine)
    let before = try #require(try fixture.publicly(Self.first)).text
    let json = try #require(try fixture.publicly("\(Self.first).json")).body
    #expect(before.contains("120"))
    #expect(before.contains("+25.00% (+30)"))
    try fixture.services.database.write { write in
      try fixture.keep(90, Sample.period("2026-08"), of: 0, in: write)
      var definition = try IndicatorStore.definitions(
        of: fixture.members[0].indicator, in: write)[0]
      definition.validFrom = Sample.month("2026-08")
      definition.numerator = "burglaries counted anew"
      try IndicatorStore.define(
        definition, for: fixture.members[0].indicator, breaks: true, at: Sample.now, in: write)
      let wanted = PolarityVersion(
        validFrom: Sample.month("2026-05"), polarity: .higher, reason: "Turned round")
      try MembershipStore.want(wanted, of: fixture.members[0].id, at: Sample.now, in: write)
    }
    #expect(try fixture.publicly(Self.first)?.text == before)
    guard case .bytes(let kept) = json,
      case .bytes(let now)? = try fixture.publicly("\(Self.first).json")?.body
    else { throw DatabaseError.stale }
    #expect(kept == now)
  }

  @Test("is derived again from its frozen inputs to the same bytes")
  func derived() throws {
    let fixture = try published()
    try fixture.services.database.read { read in
      let found = try #require(try PublicationStore.latest(in: read))
      let bytes = try #require(try PublicationStore.file(.inputs, of: found.id, in: read))
      let inputs = try Frozen.decode(IssueInputs.self, bytes)
      for file in try Publisher.files(of: inputs) {
        #expect(try PublicationStore.file(file.name, of: found.id, in: read) == file.bytes)
      }
    }
  }

  @Test("is corrected by another issue with a note; the first stays readable")
  func corrected() throws {
    let fixture = try published()
    let version = try fixture.services.database.read(KeptPages.version)
    let before = try #require(try fixture.publicly(Self.first)).text
    try fixture.services.database.write {
      try fixture.keep(60, Sample.period("2026-08"), of: 0, in: $0)
    }
    let refused = try fixture.send(
      EntryFixture.manager, Self.route, form: [("reason", "Today")])
    #expect(refused?.text.contains("Say what is corrected") == true)
    let form = [("reason", "Today"), ("note", "August had ten more")]
    #expect(try fixture.send(EntryFixture.manager, Self.route, form: form)?.status == 303)
    let latest = try #require(try fixture.publicly("/performance")).text
    #expect(latest.contains("August had ten more"))
    #expect(latest.contains("160"))
    #expect(latest.contains(Self.first))
    let old = try #require(try fixture.publicly(Self.first)).text
    #expect(old.contains("This issue has been corrected."))
    #expect(old.contains(Self.second))
    #expect(old.contains("+25.00% (+30)"))
    #expect(before.contains("+25.00% (+30)"))
    #expect(try fixture.services.database.read(KeptPages.version) == version + 1)
    let list = try #require(try fixture.publicly("/performance/safe")).text
    #expect(list.contains("Issue") && list.contains(Self.second))
  }

  @Test("hides small numbers of people, and what would give them away")
  func suppressed() throws {
    let fixture = try EntryFixture()
    try fixture.services.database.write { write in
      for (period, value) in [("2025/26 Q2", 12), ("2026/27 Q1", 11), ("2026/27 Q2", 3)] {
        try fixture.keep(value, Sample.period(period), of: 3, in: write)
      }
    }
    let form = [("reason", "Today")]
    #expect(try fixture.send(EntryFixture.manager, Self.route, form: form)?.status == 303)
    let issue = try fixture.services.database.read { read in
      try PublicationStore.latest(in: read).flatMap {
        try PublicationStore.issue(of: $0.id, in: read)
      }
    }
    let row = try #require(issue?.priorities[1].rows.first)
    #expect(row.now.value.value == nil)
    #expect(row.now.value.missing == SmallCounts.words)
    #expect(row.now.previous.value == "12")
    #expect(row.now.changePercent == nil)
    #expect(row.now.difference == nil)
    #expect(row.now.rating == .none)
    #expect(row.yearToDate?.value.value == nil)
    for path in ["", ".csv", ".json"] {
      let text = try #require(try fixture.publicly(Self.first + path)).text
      #expect(text.contains(SmallCounts.words))
      #expect(!text.contains("-75"))
    }
  }

  @Test(
    "hides counts of people alone",
    arguments: [
      ("person", true), ("victims of serious youth violence", true), ("respondent", true),
      ("offence", false), ("call", false), ("peoples' panel", false),
    ])
  func units(unit: String, isPeople: Bool) { #expect(SmallCounts.countsPeople(unit) == isPeople) }

  @Test(
    "hides a share of few people, or of all but few",
    arguments: [(3, 50, true), (47, 50, true), (25, 50, false), (0, 50, false), (2, 4, true)])
  func shares(counted: Int, base: Int, isHidden: Bool) throws {
    let amount = try #require(
      Amount(numerator: Figure(counted), denominator: Figure(base), kind: .percentage))
    let month = Sample.month("2026-07")
    let series = Series(.percentage, [SeriesPoint(period: .month(month), amount: amount)])
    let small = SmallCounts(unit: "victim", series: series, kind: .percentage)
    #expect(small.hides(month...month) == isHidden)
  }

  @Test("begins in the demonstration with one issue, signed off, and is made once")
  func demonstration() throws {
    let fixture = try EntryFixture()
    let first = FirstIssue(world: World(today: Sample.today), services: fixture.services)
    for _ in 1...2 { try first.publish() }
    #expect(try fixture.list().issues == 1)
    #expect(try fixture.list().unsigned.isEmpty)
    #expect(
      try fixture.actions() == [
        "indicators.signed-off", "indicators.signed-off", "indicators.published",
      ])
    #expect(try fixture.publicly(Self.first)?.status == 200)
  }

  @Test("is listed through an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let plan = try QueryPlan.of(
      PublicationStore.listQuery(fixture.plan.id), fixture.services.database)
    #expect(!plan.readsAll(of: "publication"), "\(plan)")
  }
}
