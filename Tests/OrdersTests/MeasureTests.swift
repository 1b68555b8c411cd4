import Access
import Database
import HTTP
import Jobs
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("What the register counts", .database)
struct MeasureTests {
  private func value(
    _ key: String, _ month: String, _ fixture: OrdersFixture
  ) throws -> Measure.Value? {
    let measure = try #require(OrderMeasures.all.first { $0.key == key })
    let month = try #require(Month(month))
    return try fixture.services.database.read { try measure.value($0, .month(month)) }
  }

  @Test("is orders by their dates, and breaches of those known", arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    func add(_ starts: String, _ ends: String) throws -> String {
      let fields = RegisterTests.injunction.merging(RegisterTests.day("starts", starts)) { $1 }
        .merging(RegisterTests.day("ends", ends)) { $1 }
      return try RegisterTests.add(fixture, .injunction, fields)
    }
    _ = try add("2026-01-01", "2026-10-30")
    let path = try add("2026-09-01", "2026-10-31")
    _ = try add("2026-10-31", "2027-01-01")
    _ = try add("2026-11-01", "2027-01-01")
    try RegisterTests.add(fixture, .protectionWarning, RegisterTests.warning)
    #expect(try value("orders.issued", "2026-10", fixture)?.numerator == 1)
    #expect(try value("orders.live", "2026-10", fixture)?.numerator == 2)
    #expect(try value("orders.live", "2026-09", fixture)?.numerator == 2)
    #expect(try value("orders.issued", "2025-12", fixture) == nil)
    #expect(try value("orders.issued", "2099-01", fixture) == nil)
    for day in ["2026-10-02", "2026-10-03", "2026-10-04"] {
      let form =
        RegisterTests.day("breached", day).map { ($0.key, $0.value) } + [
          ("act", "breach"), ("breach-evidence", "Seen"),
        ]
      #expect(try fixture.visit("\(path)/breaches", form: form)?.status == 303)
    }
    for (id, decision) in [("1", "court"), ("2", "no-action")] {
      let form = [
        ("act", "decide"), ("breach", id), ("version", "1"), ("decision-\(id)", decision),
        ("decided-\(id)-day", "20"), ("decided-\(id)-month", "11"), ("decided-\(id)-year", "2026"),
        ("outcome-\(id)", "Said"),
      ]
      #expect(try fixture.visit("\(path)/breaches", form: form)?.status == 303)
    }
    let acted = try #require(try value("orders.breaches-acted-on", "2026-10", fixture))
    #expect(acted.numerator == 1 && acted.denominator == 3 && acted.missing == 1)
  }

  @Test(
    "counts somebody once whose orders were written down before people were told apart",
    arguments: Engine.tested)
  func earlier(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    for _ in 1...2 { _ = try RegisterTests.add(fixture, .injunction, RegisterTests.injunction) }
    let database = fixture.services.database
    func people() throws -> Int {
      try database.read { try $0.count("SELECT COUNT(DISTINCT subject) FROM orders_order") }
    }
    // As it was before the step that tells people apart: no subject, and nothing that waits.
    let step = try #require(
      OrdersSchema.migrations.first { $0.text == MeasureSchema.subjectsOfEarlier })
    try database.write { write in
      try write.run("UPDATE orders_order SET subject = NULL")
      try write.run("DELETE FROM migration WHERE name = \(step.name)")
    }
    let all = Audit.migrations + JobQueue.migrations + Orders.feature.migrations
    #expect(try Migrator(all).migrate(database) == [step.name])
    let kinds = try database.read { try $0.all("SELECT kind FROM job") { try $0.text() } }
    #expect(kinds == [OrdersReseal.job.name])
    #expect(try people() == 0)
    let runner = JobRunner(
      queue: fixture.services.jobs, kinds: [OrdersReseal.job], context: fixture.services)
    runner.start()
    #expect(eventually { (try? people()) == 1 })
    runner.stop()
  }

  @Test("is read through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try OrdersFixture(engine).services.database
    let month = try #require(Month("2026-10"))
    let queries = [
      OrderMeasures.issuedQuery(.month(month)), OrderMeasures.liveQuery(month.lastDay),
      OrderMeasures.breachQuery(.month(month)),
    ]
    for query in queries {
      let plan = try QueryPlan.of(query, database)
      #expect(!plan.readsAll(of: "o") && !plan.readsAll(of: "b"), "\(plan)")
    }
  }
}
