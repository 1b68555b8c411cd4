import Access
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("The demonstration of orders", .database)
struct DemonstrationTests {
  /// Cases opened a month apart, with somebody complained of in each.
  private static let directory = CaseDirectory(
    known: { wanted, _, _ in Set(wanted) }, path: { _, _, _, _ in nil },
    samples: { _, _, _ in
      var generator = SeededGenerator(seed: 5)
      return (1...8).map { number in
        CaseDirectory.Sample(
          Reference(letters: "TM", using: &generator),
          opened: OrdersFixture.today.adding(days: -30 * number), place: Sensitive("Ropewalk"),
          name: Sensitive("Person \(number)"), born: Sensitive(Day("1990-05-04")))
      }
    })

  private func orders(_ fixture: OrdersFixture) throws -> [Order] {
    let store = OrderStore(fixture.services)
    return try fixture.services.database.read { read in
      try read.all("SELECT \(Order.columns) FROM orders_order o ORDER BY o.id") { row in
        try Order(row: &row, store.keyring)
      }
    }
  }

  @Test("has orders of every power that can be made, at every stage", arguments: Engine.tested)
  func stages(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, cases: Self.directory)
    try Demonstration.make(World(today: OrdersFixture.today), fixture.services)
    let orders = try orders(fixture)
    let law = try fixture.law()
    let powers = Set(orders.map(\.power))
    for power in Power.allCases where law.has(power) { #expect(powers.contains(power), "\(power)") }
    let standings = Set(orders.map { "\($0.standing(at: OrdersFixture.now))" })
    #expect(
      standings.isSuperset(of: [
        "notServed", "served", "agreed", "toStart", "inForce", "ended", "discharged", "legacy",
      ]), "\(standings)")
    let store = OrderStore(fixture.services)
    try fixture.services.database.read { read in
      let changes = try Set(orders.flatMap { try store.changes(of: $0.id, read).map(\.act) })
      #expect(changes.isSuperset(of: [.varied, .extended, .discharged]), "\(changes)")
      let breaches = try orders.flatMap {
        try BreachStore(keyring: fixture.services.keyring).all(of: $0.id, read)
      }
      let decisions = Set(breaches.map(\.decision))
      #expect(decisions == Set(Breach.Decision.allCases.map(Optional.some) + [nil]))
      let named = try orders.map { try store.cases(of: $0.id, read).count }
      #expect(named.filter { $0 == 1 }.count >= 3 && named.contains(2), "\(named.max() ?? 0)")
    }
    let urgent = orders.filter {
      $0.content.reveal(for: "test").support == .urgent && $0.isYouth
    }
    #expect(!urgent.isEmpty)
  }

  @Test(
    "leaves to be done what is of these days, decided and dealt with before",
    arguments: Engine.tested)
  func current(engine: Engine) throws {
    let fixture = try OrdersFixture(engine, cases: Self.directory)
    let today = OrdersFixture.today
    try Demonstration.make(World(today: today), fixture.services)
    let work = try fixture.services.database.read { read in
      try OrderDueWork.of(OrdersFixture.actor(.officer), fixture.services, read)
    }
    let breaches = work.filter { $0.words.reveal(for: "test").hasPrefix("Decide on the breach") }
    #expect((3...12).contains(breaches.count), "\(breaches.count)")
    #expect(breaches.allSatisfy { $0.due >= today.adding(days: -14) && $0.due <= today })
    let dates = work.filter { !$0.words.reveal(for: "test").hasPrefix("Decide on the breach") }
    #expect(dates.contains { $0.due >= today })
    #expect(dates.allSatisfy { $0.due >= today.adding(days: -2) }, "\(dates.map(\.due))")
    #expect(dates.count { $0.due < today } < 10)
  }

  @Test("names each case by somebody complained of in it, after it was opened")
  func fitting() throws {
    let fixture = try OrdersFixture(cases: Self.directory)
    try Demonstration.make(World(today: OrdersFixture.today), fixture.services)
    let store = OrderStore(fixture.services)
    let orders = try orders(fixture)
    try fixture.services.database.read { read in
      let samples = try Self.directory.samples(8, fixture.services, read)
      for order in orders {
        guard let first = try store.cases(of: order.id, read).first else { continue }
        let name = order.content.reveal(for: "test").name
        let fits = samples.contains {
          $0.name.reveal(for: "test") == name && $0.opened < order.term.starts
        }
        #expect(fits, "\(order.reference) names \(first)")
      }
    }
  }
}
