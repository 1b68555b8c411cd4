import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("What orders have for somebody to do", .database)
struct WorkTests {
  private func due(_ fixture: OrdersFixture, as role: Role = .officer) throws -> [DueWork] {
    try fixture.services.database.read { read in
      try OrderDueWork.of(OrdersFixture.actor(role), fixture.services, read)
    }
  }

  private func words(_ fixture: OrdersFixture) throws -> [String] {
    try due(fixture).map { $0.words.reveal(for: "test") }
  }

  /// A notice of 20 November with its hearing at 15:00 on the next day.
  private func closure(_ fixture: OrdersFixture) throws {
    var fields = RegisterTests.said
    for (name, day) in [
      ("starts", "2026-11-20"), ("ends", "2026-11-21"), ("hearing", "2026-11-21"),
    ] { fields.merge(RegisterTests.day(name, day)) { $1 } }
    fields.merge([
      "start-time": "10:00", "end-time": "10:00", "hearing-time": "15:00", "court": "Magistrates",
      "advice": "Housing advice", "authoriser": "inspector",
    ]) { $1 }
    try RegisterTests.add(fixture, .closureNotice, fields)
  }

  @Test("is dates late or within 28 days, with the hour of a hearing", arguments: Engine.tested)
  func dates(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    for ends in ["2026-12-18", "2026-12-19"] {
      let fields = RegisterTests.injunction.merging(RegisterTests.day("ends", ends)) { $1 }
      try RegisterTests.add(fixture, .injunction, fields)
    }
    try closure(fixture)
    let found = try due(fixture)
    #expect(found.map(\.due.description) == ["2026-11-21", "2026-12-18"])
    let words = try words(fixture)
    #expect(words[0].hasPrefix("Hearing at 3pm: Closure notice TM-"), "\(words)")
    #expect(words[1].hasPrefix("Ends: Civil injunction TM-"))
    #expect(!words.joined().contains("Rowan") && !words.joined().contains("Ropewalk"))
    let page = try fixture.visit(found[1].path)
    #expect(page?.status == 200)
    #expect(Set(found.map(\.reading)) == [DueWork.Reading("orders.work-read", "orders")])
  }

  @Test("has reviews of young people and of support, and what is late first")
  func reviews() throws {
    let fixture = try OrdersFixture()
    let fields = RegisterTests.injunction.merging(RegisterTests.day("ends", "2027-03-01")) { $1 }
      .merging(RegisterTests.day("born", "2010-01-01")) { $1 }
      .merging(RegisterTests.day("support-review", "2026-11-25")) { $1 }
      .merging(["support": "urgent", "support-reason": "Threats", "youth-team": "yes"]) { $1 }
    try RegisterTests.add(fixture, .injunction, fields)
    try fixture.services.database.write { write in
      try write.run(
        """
        INSERT INTO orders_due (order_id, kind, due_on) VALUES (1, 'youth-review', '2026-11-01')
        """)
    }
    let words = try words(fixture)
    #expect(words.count == 2)
    #expect(words[0].hasPrefix("Review of a young person's order: "), "\(words)")
    #expect(words[1].hasPrefix("Support to be looked at again: "))
  }

  @Test("has breaches until somebody decides on them", arguments: Engine.tested)
  func breaches(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try RegisterTests.add(fixture, .injunction, RegisterTests.injunction)
    let breach =
      RegisterTests.day("breached", "2026-11-20").map { ($0.key, $0.value) } + [
        ("act", "breach"), ("breach-evidence", "Seen by the warden"),
      ]
    #expect(try fixture.visit("\(path)/breaches", form: breach)?.status == 303)
    let words = try words(fixture)
    #expect(words.count == 1)
    #expect(words[0].hasPrefix("Decide on the breach of 20 November 2026: Civil injunction"))
    #expect(try due(fixture)[0].path == path)
    let decide =
      RegisterTests.day("decided-1", "2026-11-20").map { ($0.key, $0.value) } + [
        ("act", "decide"), ("breach", "1"), ("version", "1"), ("decision-1", "no-action"),
        ("outcome-1", "Not borne out"),
      ]
    #expect(try fixture.visit("\(path)/breaches", form: decide)?.status == 303)
    #expect(try due(fixture).isEmpty)
  }

  @Test("is for those who may issue orders", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try OrdersFixture()
    let fields = RegisterTests.injunction.merging(RegisterTests.day("ends", "2026-12-01")) { $1 }
    try RegisterTests.add(fixture, .injunction, fields)
    let may = OrdersPolicy.allows(.issue, OrdersFixture.actor(role))
    #expect(try due(fixture, as: role).count == (may ? 1 : 0))
  }

  @Test("is read through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let database = try OrdersFixture(engine).services.database
    for organisation in [nil, ID<Organisation>(2)] {
      let dates = try QueryPlan.of(
        OrderStore.dueQuery(through: OrdersFixture.today, of: organisation, most: 100), database)
      #expect(!dates.readsAll(of: "d") && !dates.readsAll(of: "o"), "\(dates)")
      let breaches = try QueryPlan.of(OrderDueWork.undecidedQuery(of: organisation), database)
      #expect(!breaches.readsAll(of: "b"), "\(breaches)")
      if organisation == nil { #expect(breaches.uses(index: "orders_breach_undecided")) }
      #expect(!breaches.readsAll(of: "o"), "\(breaches)")
    }
  }
}
