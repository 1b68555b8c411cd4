internal import Database
internal import Kernel
internal import Partnership

/// Orders that rest on a case or a report: what they rest on is kept for as long as they last.
enum OrderHolds {
  static let schema =
    "CREATE INDEX orders_order_case ON orders_order (case_reference, ends_at);"

  /// Those that last at a moment, and name one of some records.
  static func of(
    _ references: [Reference], at now: Instant, _ read: Read
  ) throws -> [RecordHold] {
    guard !references.isEmpty else { return [] }
    return try read.all(query(references, at: now)) { row in
      let (about, reference): (Reference, Reference) = (try row.parsed(), try row.parsed())
      let power = Power(rawValue: try row.text())
      return RecordHold(
        about, "\(power?.title ?? "Order") \(reference) lasts",
        path: OrdersRoute.show(reference).path)
    }
  }

  static func query(_ references: [Reference], at now: Instant) -> SQL {
    """
    SELECT c.reference, o.reference, o.power FROM orders_case c
    JOIN orders_order o ON o.id = c.order_id
    WHERE c.reference IN (\(list: references.map(\.description))) AND o.ends_at > \(now)
      AND o.kind <> 'legacy'
      AND (o.discharged_on IS NULL OR o.discharged_on > \(London.day(now)))
    ORDER BY o.id LIMIT 200
    """
  }
}
