import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Plans of the questions about incidents", .database)
struct IncidentPlanTests {
  private static let questions: [[CountDimension]] = [
    [.month, .category], [.month, .outcome], [.month, .category, .lsoa], [.month, .lsoa, .outcome],
    [.month, .ward], [.category, .ward, .outcome], [.ward, .month, .outcome],
  ]

  @Test(
    "count a page and its length from kept counts, by their keys", arguments: Engine.tested,
    [false, true])
  func counts(engine: Engine, isOfOne: Bool) throws {
    let fixture = try ImportFixture(engine)
    for by in Self.questions {
      var query = CountQuery(by: by, from: Month("2023-01"), to: Month("2023-12"))
      if by.contains(.ward) {
        query.edition = AreaEdition(kind: .ward, year: 2022, count: 1, stamp: 1)
      }
      query.category = isOfOne ? "Burglary" : nil
      query.outcome = isOfOne ? "Under investigation" : nil
      query.order = .most
      query.window = 50..<100
      let division = query.parting.map { Division(id: ID(1), parting: $0, stamp: 1) }
      let sql = CubeSQL(query, division, only: isOfOne ? 7 : nil)
      for statement in [sql.rows, sql.unlocated, sql.outside].compactMap(\.self) {
        let plan = try QueryPlan.of(statement, fixture.database)
        for table in [
          "incident", "incident_cell", "incident_total", "incident_outcome_total",
          "incident_area_count", "incident_area_outcome", "incident_outcome_area",
        ] { #expect(!plan.readsAll(of: table), "\(by): \(plan)") }
        #expect(plan.uses(index: "incident_snapshot_current"), "\(by): \(plan)")
      }
    }
  }

  @Test(
    "count one outcome of every kind by area without reading the kinds", arguments: Engine.tested)
  func outcome(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    var query = CountQuery(by: [.ward, .month], from: Month("2023-01"), to: Month("2023-12"))
    let edition = AreaEdition(kind: .ward, year: 2022, count: 1, stamp: 1)
    (query.edition, query.outcome) = (edition, "Local resolution")
    let division = Division(id: ID(1), parting: Parting(edition), stamp: 1)
    for statement in [CubeSQL(query, division).rows, CubeSQL(query, division).unlocated] {
      let plan = try QueryPlan.of(statement, fixture.database)
      #expect(!plan.readsAll(of: "incident_outcome_area"), "\(plan)")
      #expect(!"\(plan)".contains("incident_area_outcome"), "\(plan)")
    }
  }

  @Test("read the area's measure by month and force", arguments: Engine.tested)
  func measure(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let month = try #require(Month("2023-01"))
    let plan = try QueryPlan.of(AreaCount.sql("Burglary", month...month), fixture.database)
    #expect(!plan.readsAll(of: "incident_snapshot"), "\(plan)")
    #expect(!plan.readsAll(of: "incident_total"), "\(plan)")
  }
}
