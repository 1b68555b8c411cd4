import Database
import Kernel
import Partnership
import TestKit

@testable import Indicators

/// Records the tests share.
enum Sample {
  static let migrations = Indicators.feature.migrations
  static let now = Instant(milliseconds: 1_795_168_800_000)
  static let today = Day(number: 20_777)  // 2026-11-20

  /// A database with the three published plans.
  static func archive(_ engine: Engine) throws -> TestDatabase {
    let database = try TestDatabase(engine, migrations: migrations)
    try database.write { try Archive.load(at: now, in: $0) }
    return database
  }

  static func month(_ text: String) -> Month { Month(text) ?? today.month }
  static func period(_ text: String) -> Period { Period(text) ?? .month(today.month) }

  /// A plan of one priority and one indicator.
  struct Small {
    let plan: ID<Plan>
    let priority: ID<Priority>
    let indicator: ID<Indicator>
    let member: ID<PlanIndicator>

    init(_ write: Write, kind: FigureKind = .count, polarity: Polarity = .lower) throws {
      let years = FinancialYear(startingIn: 2025)...FinancialYear(startingIn: 2028)
      plan = try PlanStore.add(
        NewPlan(slug: "small", title: "Small plan", years: years, kind: .live, source: "Tests"),
        in: write)
      priority = try PlanStore.addPriority("Safe", code: "A", position: 1, to: plan, in: write)
      indicator = try IndicatorStore.add("Burglary", in: write)
      try IndicatorStore.define(
        definition(from: "2024-04", kind: kind), for: indicator, at: now, in: write)
      member = try MembershipStore.add(
        NewPlanIndicator(
          plan: plan, priority: priority, indicator: indicator, position: 1, title: "Burglary",
          code: "A1", baseline: "100"), in: write)
      let wanted = PolarityVersion(
        validFrom: month("2024-04"), polarity: polarity, reason: "Less harm")
      try MembershipStore.want(wanted, of: member, at: now, in: write)
    }

    func figures(_ first: String, _ values: [Int], in write: Write) throws {
      for (offset, value) in values.enumerated() {
        try ObservationStore.record(
          NewObservation(
            indicator: indicator, period: .month(month(first).adding(months: offset)),
            amount: Amount(Figure(value)), provenance: .typed(by: ID(7))), at: now, in: write)
      }
    }

    func saying(_ period: String) -> Saying {
      Saying(member: member, period: Sample.period(period), author: "Lead", now: now)
    }
  }

  static func definition(from month: String, kind: FigureKind = .count) -> Definition {
    Definition(
      validFrom: Sample.month(month), kind: kind, unit: "offence", numerator: "burglaries",
      denominator: kind == .count ? nil : "homes", source: "Police", owner: "Police",
      note: "Sheds are counted with homes")
  }

  static func dashboard(
    _ plan: String, _ period: String, _ database: TestDatabase
  ) throws -> Dashboard? {
    try database.read { read in
      try PlanStore.find(plan, in: read).map {
        try DashboardLoader(measures: [], today: today).dashboard(
          $0, Sample.period(period), in: read)
      }
    }
  }
}
