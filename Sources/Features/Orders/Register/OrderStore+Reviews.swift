internal import Database
internal import Kernel

/// The reviews of young people's orders, one period after another.
extension OrderStore {
  /// Begins a period anew with the day an order was varied on (section 337(2)(a)(ii) and (b)(ii)): also
  /// where the last review was carried out, and the order as it was had no further one.
  func restartReview(of order: Order, to term: OrderTerm, on day: Day, in write: Write) throws {
    let next = OrderDue.youthReview(
      born: born(order), beginningWith: day, ends: term.ends, order.rules)
    guard let next else { return try settle(.youthReview, of: order, on: day, in: write) }
    try write.run(
      """
      INSERT INTO orders_due (order_id, kind, due_on) VALUES (\(order.id), 'youth-review', \(next))
      ON CONFLICT (order_id, kind) DO UPDATE SET due_on = excluded.due_on, settled_on = NULL
      """)
  }

  /// Writes the end of the next period into the diary once a review was carried out (section
  /// 337(2)(b)(i)); does nothing where there is none.
  func continueReview(of order: Order, in write: Write) throws {
    let before = try write.first(
      "SELECT due_on FROM orders_due WHERE order_id = \(order.id) AND kind = 'youth-review'"
    ) { row in try row.parsed(Day.self) }
    let next = before.flatMap { end in
      OrderDue.youthReview(
        born: born(order), beginningWith: end.adding(days: 1), ends: order.term.ends, order.rules)
    }
    guard let next else { return }
    try write.run(
      """
      UPDATE orders_due SET due_on = \(next), settled_on = NULL
      WHERE order_id = \(order.id) AND kind = 'youth-review'
      """)
  }

  /// The day of a kind that is open; `nil` where there is none.
  func openDue(_ kind: OrderDue.Kind, of order: Order, _ read: Read) throws -> Day? {
    try read.first(
      """
      SELECT due_on FROM orders_due
      WHERE order_id = \(order.id) AND kind = \(kind.rawValue) AND settled_on IS NULL
      """
    ) { row in try row.parsed() }
  }

  private func born(_ order: Order) -> Day? {
    Day(order.content.reveal(for: "review of a young person's order").born)
  }
}
