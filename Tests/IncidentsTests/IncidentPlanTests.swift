import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Plans of the questions about incidents", .database)
struct IncidentPlanTests {
  @Test("count from the cube by its keys, and never read the rows", arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let query = CountQuery(
      by: [.month, .category, .lsoa], from: Month("2023-01"), to: Month("2023-12"))
    let plan = try QueryPlan.of(CubeStore.sql(query), fixture.database)
    #expect(!plan.readsAll(of: "incident_cell"), "\(plan)")
    #expect(!plan.readsAll(of: "incident_total"), "\(plan)")
    #expect(plan.uses(index: "incident_snapshot_current"), "\(plan)")
  }

  @Test(
    "count a page of the cube, and its length, from kept counts alone", arguments: Engine.tested,
    [[CountDimension.month, .lsoa], [.month, .ward]])
  func page(engine: Engine, by: [CountDimension]) throws {
    let fixture = try ImportFixture(engine)
    var query = CountQuery(by: by, from: Month("2023-01"), to: Month("2023-12"))
    query.order = .most
    query.window = 50..<100
    let division = Division(id: ID(1), kind: .ward, edition: 2022, stamp: 1)
    let sql =
      by.contains(.ward) ? DivisionCubeStore.sql(query, division) : CubeStore.sql(query)
    let plan = try QueryPlan.of(sql, fixture.database)
    for table in ["incident", "incident_cell", "incident_total", "incident_area_count"] {
      #expect(!plan.readsAll(of: table), "\(plan)")
    }
    #expect(plan.uses(index: "incident_snapshot_current"), "\(plan)")
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
