internal import Access
internal import Database
internal import Kernel

/// What was done with an order after it was written down.
struct OrderChange: Sendable {
  enum Act: String, CaseIterable, Sendable {
    case served
    case varied
    case extended
    case discharged
    case settled
    case described
    case concluded
    case linked
    case unlinked
    /// What came of a breach after it was decided on.
    case outcome

    /// Whether it is sent by a form of the order's page.
    var isForm: Bool {
      switch self {
      case .served, .varied, .extended, .discharged, .concluded, .linked, .unlinked: true
      case .settled, .described, .outcome: false
      }
    }

    var title: String {
      switch self {
      case .served: "Served"
      case .varied: "Last day changed"
      case .extended: "Extended"
      case .discharged: "Discharged or withdrawn"
      case .settled: "Date dealt with"
      case .concluded: "What came of it recorded"
      case .linked: "Cases named"
      case .unlinked: "Case taken off"
      case .outcome: "What came of a breach recorded"
      case .described: "What is known of them recorded"
      }
    }
  }

  let id: ID<OrderChange>
  let act: Act
  let account: ID<Account>?
  let madeAt: Instant
  let words: Sensitive<String>
  /// The rules it was held against; of none for what no rule limits.
  let rules: [LawFinding]
}

extension OrderStore {
  private static let mostChanges = 200

  func changes(of id: ID<Order>, _ read: Read) throws -> [OrderChange] {
    try read.all(Self.changesQuery(id)) { row in
      let id: ID<OrderChange> = try row.id()
      return OrderChange(
        id: id, act: try row.choice(), account: try row.optionalID(), madeAt: try row.parsed(),
        words: try sealing.openWords(try row.bytes(), id),
        rules: try LawFinding.kept(try row.text()))
    }
  }

  static func changesQuery(_ id: ID<Order>) -> SQL {
    """
    SELECT c.id, c.act, c.account, c.made_at, c.words, c.rules FROM orders_change c
    WHERE c.order_id = \(id) ORDER BY c.id DESC LIMIT \(mostChanges)
    """
  }

  func serve(
    _ order: Order, at moment: Instant, hearing: Instant? = nil, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE orders_order SET served_at = \(moment), hearing_at = \(hearing ?? order.hearingAt),
        version = version + 1
      WHERE id = \(order.id) AND version = \(order.version)
      """)
    guard let hearing, hearing != order.hearingAt else { return }
    try write.run(
      """
      UPDATE orders_due SET due_on = \(London.day(hearing)), settled_on = NULL
      WHERE order_id = \(order.id) AND kind = 'hearing'
      """)
  }

  func vary(_ order: Order, to term: OrderTerm, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_order SET ends_on = \(term.ends), end_minute = \(term.endMinute),
        ends_at = \(term.endsAt), version = version + 1
      WHERE id = \(order.id) AND version = \(order.version)
      """)
    guard let ends = term.ends, !order.power.runsByTheHour else { return }
    try write.run(
      """
      INSERT INTO orders_due (order_id, kind, due_on) VALUES (\(order.id), 'expiry', \(ends))
      ON CONFLICT (order_id, kind) DO UPDATE SET due_on = excluded.due_on, settled_on = NULL
      """)
  }

  /// Whether a closure notice was extended before: it can be once.
  func isExtended(_ order: Order, _ read: Read) throws -> Bool {
    try changes(of: order.id, read).contains { $0.act == .extended }
  }

  func discharge(_ order: Order, on day: Day, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_order SET discharged_on = \(day), ends_at = \(London.start(of: day)),
        version = version + 1
      WHERE id = \(order.id) AND version = \(order.version)
      """)
    try write.run(
      """
      UPDATE orders_due SET settled_on = \(day)
      WHERE order_id = \(order.id) AND settled_on IS NULL
      """)
  }

  /// Takes a day of an order out of the diary; does nothing where it is out already.
  ///
  /// With `before` only a day that is before another.
  func settle(
    _ kind: OrderDue.Kind, of order: Order, on day: Day, before: Day? = nil, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE orders_due SET settled_on = \(day)
      WHERE order_id = \(order.id) AND kind = \(kind.rawValue) AND settled_on IS NULL
        AND due_on < \(before.map(\.description) ?? "9999")
      """)
  }

  func keep(
    _ act: OrderChange.Act, _ words: String, _ rules: [LawFinding] = [], of order: ID<Order>,
    by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    let empty: [UInt8] = []
    let id: ID<OrderChange>? = try write.first(
      """
      INSERT INTO orders_change (order_id, act, account, made_at, words, rules)
      VALUES (\(order), \(act.rawValue), \(account), \(now), \(empty),
        \(try LawFinding.text(of: rules))) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the change was given no id") }
    try write.run(
      "UPDATE orders_change SET words = \(sealing.sealWords(words, id)) WHERE id = \(id)")
  }
}
