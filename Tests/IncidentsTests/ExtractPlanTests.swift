import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Plans of the questions about mapped sources", .database)
struct ExtractPlanTests {
  private static let months = Month(index: 2026 * 12)...Month(index: 2026 * 12 + 3)
  private static let id = ID<Mapping>(1)
  private static let origin = GridPoint(easting: 0, northing: 0)

  static let questions: [(String, SQL)] = [
    ("spots", ExtractEvents.spotsQuery(EventQuery(months: months), id)),
    (
      "records",
      ExtractEvents.recordsQuery(
        EventSearch(
          days: months.lowerBound.firstDay..<months.upperBound.lastDay,
          in: BoundingBox(from: origin, to: origin), limit: 50), id)
    ),
    ("gaps", ExtractEvents.unlocatedQuery(EventQuery(months: months), id)),
    ("gaps of a kind", ExtractEvents.unlocatedQuery(EventQuery(months: months, category: "A"), id)),
    ("months", ExtractCounts.monthsQuery(id)), ("hours", ExtractCounts.hoursQuery(id, months)),
    ("kinds", ExtractCounts.categoriesQuery(id, months)), ("quality", SourceQuality.query(id)),
    ("identities", PartStore.identityQuery([1, 2, 3], run: 1)),
  ]

  @Test("read the events of the months asked for, never all", arguments: Engine.tested, questions)
  func plans(engine: Engine, question: (name: String, sql: SQL)) throws {
    let fixture = try ImportFixture(engine)
    let plan = try QueryPlan.of(question.sql, fixture.database)
    for table in [
      "incident_event", "incident_part", "incident_word", "incident_tally", "incident_unlocated",
    ] { #expect(!plan.readsAll(of: table), "\(question.name): \(plan)") }
  }
}
