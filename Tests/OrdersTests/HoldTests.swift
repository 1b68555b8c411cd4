import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("A case an order rests on", .database)
struct HoldTests {
  @Test("is kept for as long as the order lasts, and no longer", arguments: Engine.tested)
  func edges(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let about = try #require(Reference("TM-7K42-0931"))
    let end = try #require(Instant("2027-03-01T00:00:00Z"))
    try fixture.services.database.write { write in
      try write.run(
        """
        INSERT INTO orders_order (reference, power, kind, organisation, organisation_name, starts_on,
          ends_at, place_name, warning, is_youth, rules, made_at, content)
        VALUES (\(about.description), 'warning', 'order', 1, 'Council', '2026-11-01', \(end), '', '', 0, '[]',
          \(end), \([UInt8]()))
        """)
      try OrderStore(fixture.services).keep([about], of: ID(1), in: write)
    }
    for (moment, count) in [("2027-02-28T23:59:59Z", 1), ("2027-03-01T00:00:00Z", 0)] {
      let now = try #require(Instant(moment))
      let found = try fixture.services.database.read { try OrderHolds.of([about], at: now, $0) }
      #expect(found.map(\.reference) == Array(repeating: about, count: count), "\(moment)")
    }
    let plan = try QueryPlan.of(OrderHolds.query([about], at: end), fixture.services.database)
    #expect(plan.uses(index: "orders_case_of"), "\(plan)")
  }
}
