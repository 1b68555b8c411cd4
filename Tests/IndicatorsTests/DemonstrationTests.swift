import Access
import Database
import HTTP
import Jobs
import Kernel
import Markup
import Partnership
import Secrets
import TestKit
import Testing

import Design
@testable import Indicators

@Suite("The demonstration's indicators", .database)
struct DemonstrationTests {
  static let agencies = [
    Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council),
    Agency(id: ID(2), key: "police", name: World.force, kind: .police),
    Agency(id: ID(7), key: "voluntary", name: "Thornmere Voluntary Action", kind: .voluntary),
  ]

  /// Services over a fresh database whose police records count a thousand a month, to September.
  static func services(_ engine: Engine, burglary: Double = 1000) throws -> Services {
    let migrations = Audit.migrations + JobQueue.migrations + Sample.migrations
    let database = try TestDatabase(engine, migrations: migrations).database
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let keyring = try Keyring.create(folder.path + "/keys", at: Sample.now)
    let people = PeopleDirectory(
      person: { _, _ in nil }, people: { _, _ in [] }, agencies: { _ in agencies },
      holders: { _, _, _ in [] }, subjects: { _, _, _ in [] }, assign: { _, _ in },
      release: { _, _ in })
    let measures = [("incidents.asb", 2000.0), ("incidents.burglary", burglary)].map { key, count in
      Measure(key: key, title: key, unit: "record", provisional: true, addsUp: true) { _, period in
        guard period.months.upperBound <= Sample.month("2026-09") else { return nil }
        return Measure.Value(
          numerator: count, missing: 3, latest: Sample.month("2026-09"), source: "street files")
      }
    }
    return Services(
      database: database, clock: .fixed(Sample.now), keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database), settings: Settings(), measures: measures, people: people)
  }

  @Test("are the same for the same seed, and made once", arguments: Engine.tested)
  func seeded(engine: Engine) throws {
    let world = World(today: Sample.today)
    let (first, second) = (try Self.services(engine), try Self.services(engine))
    for services in [first, second] { try Demonstration.make(world, services) }
    try Demonstration.make(world, first)
    let counts = try [first, second].map { services in
      try services.database.read {
        try $0.count("SELECT CAST(SUM(value) AS BIGINT) FROM observation")
      }
    }
    #expect(counts[0] == counts[1])
    #expect(counts[0] > 0)
  }

  @Test("draw months that add up to the published totals, and never count them", .database)
  func archive() throws {
    let services = try Self.services(.sqlite)
    try Demonstration.make(World(today: Sample.today), services)
    try services.database.read { read in
      let plan = try #require(try PlanStore.find("csp-2017-21", in: read))
      let loader = DashboardLoader(measures: services.measures, today: Sample.today)
      let year = try loader.dashboard(plan, Sample.period("2018/19"), in: read)
      for row in year.rows where row.now.kind == .count {
        let months = row.trace.compactMap { $0.amount?.value }
        #expect(months.count == 12)
        #expect(months.reduce(.zero, +) == row.now.value?.value)
        #expect(row.hasSyntheticMonths)
        #expect(row.origins.allSatisfy { $0 != .synthetic })
      }
      #expect(zip(year.rows, ReturnRow.all).allSatisfy { $0.shown == $1.state })
      let quarter = try loader.dashboard(plan, Sample.period("2018/19 Q4"), in: read)
      #expect(quarter.rows.allSatisfy { $0.now.value == nil })
    }
  }

  @Test("show a live plan with a break, a late agency, and figures from records")
  func live() throws {
    let services = try Self.services(.sqlite)
    try Demonstration.make(World(today: Sample.today), services)
    try services.database.read { read in
      let plan = try #require(try PlanStore.current(on: Sample.today, in: read))
      #expect(plan.slug == "csp-2025-29")
      let loader = DashboardLoader(measures: services.measures, today: Sample.today)
      let period = try loader.defaultPeriod(of: plan, in: read)
      #expect(period == Sample.period("2026/27 Q2"))
      let rows = Dictionary(
        try loader.dashboard(plan, period, in: read).rows.map { ($0.member.code, $0) }
      ) { first, _ in first }
      #expect(rows.count == 25)
      #expect(rows["B4"]?.now.direction.reason?.hasPrefix("Not comparable") == true)
      #expect(rows["B4"]?.now.chance == .untested(.parted))
      #expect(rows["C3"]?.now.value == nil)
      #expect(rows["C4"]?.member.annualReason != nil)
      #expect(rows["D1"]?.now.value?.value == Figure(3000))
      #expect(rows["D1"]?.measured?.isProvisional == true)
      #expect(rows["B1"]?.wanted?.polarity.words == "up until April 2027, then down")
      #expect(rows["A1"]?.target?.resolution.level != nil)
      let late = try read.all("SELECT agency FROM partner_return WHERE state = 'due'") { row in
        try row.text()
      }
      #expect(late == ["Thornmere Voluntary Action"])
    }
  }

  @Test("move with the records a measure counts")
  func measured() throws {
    let services = try Self.services(.sqlite, burglary: 1100)
    try Demonstration.make(World(today: Sample.today), services)
    let later = DashboardLoader(measures: services.measures, today: Sample.today)
    try services.database.read { read in
      let plan = try #require(try PlanStore.current(on: Sample.today, in: read))
      let dashboard = try later.dashboard(plan, Sample.period("2026/27 Q2"), in: read)
      let row = try #require(dashboard.rows.first { $0.member.code == "D1" })
      #expect(row.now.value?.value == Figure(3300))
      let detail = try later.detail(row.member.indicator, IndicatorView(), in: read)
      #expect(detail?.computed.first?.month == Sample.month("2026-09"))
      let page = IndicatorPage(detail: try #require(detail)).renderedText()
      #expect(page.contains("Counted from records now"))
      let open = try later.dashboard(plan, Sample.period("2026/27 Q3"), in: read)
      #expect(open.rows.first { $0.member.code == "D1" }?.now.value == nil)
    }
  }

  @Test(
    "are served to those who may see them",
    arguments: [
      ("/indicators", 200), ("/plans", 200), ("/plans/csp-2017-21", 200),
      ("/plans/strategy-2005-08", 200), ("/indicators/1", 200), ("/indicators/dashboard.csv", 200),
      ("/indicators/dashboard.xlsx", 200), ("/plans/none", nil as Int?), ("/indicators/9999", nil),
    ])
  func served(path: String, status: Int?) throws {
    let services = try Self.services(.sqlite)
    try Demonstration.make(World(today: Sample.today), services)
    let request = Request(path: path.split(separator: "/").map(String.init))
    let actor = Actor(account: ID(1), organisation: ID(1), role: .councillor)
    let visit = StaffVisit(
      request: request, actor: actor, now: Sample.now, frame: .sample, services: services)
    #expect(try Indicators.feature.staffPages(visit)?.status == status)
  }
}
