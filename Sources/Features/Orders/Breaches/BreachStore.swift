internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// Breaches in the database; evidence and outcome are sealed.
struct BreachStore: Sendable {
  static let table: StaticString = "orders_breach"
  /// The most that are read of one order.
  static let most = 200

  let keyring: Keyring

  func all(of order: ID<Order>, _ read: Read) throws -> [Breach] {
    try read.all(Self.query(of: order)) { row in try Breach(row: &row, keyring) }
  }

  static func query(of order: ID<Order>) -> SQL {
    """
    SELECT \(Breach.columns) FROM orders_breach b WHERE b.order_id = \(order)
    ORDER BY b.id DESC LIMIT \(most)
    """
  }

  func add(
    _ evidence: Sensitive<String>, on day: Day, of order: ID<Order>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    let empty: [UInt8] = []
    let id: ID<Breach>? = try write.first(
      """
      INSERT INTO orders_breach (order_id, happened_on, made_by, made_at, evidence, outcome)
      VALUES (\(order), \(day), \(account), \(now), \(empty), \(empty)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the breach was given no id") }
    try seal(id, evidence, Sensitive(""), in: write)
  }

  /// Writes down what was decided, or what came of it since; ``DatabaseError/stale`` where somebody else
  /// did meanwhile.
  func decide(_ breach: Breach, _ made: Breach.Made, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_breach SET decision = \(made.decision.rawValue), decided_on = \(made.day),
        penalty_pounds = \(made.penalty), rules = \(try LawFinding.text(of: made.rules)),
        version = version + 1
      WHERE id = \(breach.id) AND version = \(breach.version)
      """)
    try seal(breach.id, breach.evidence, made.outcome, in: write)
  }

  /// Seals the breaches of an order anew under the newest key.
  func sealAnew(of order: ID<Order>, in write: Write) throws {
    for breach in try all(of: order, write) {
      try seal(breach.id, breach.evidence, breach.outcome, in: write)
    }
  }

  private func seal(
    _ id: ID<Breach>, _ evidence: Sensitive<String>, _ outcome: Sensitive<String>,
    in write: Write
  ) throws {
    let sealedEvidence = keyring.seal(evidence, table: Self.table, row: id, column: "evidence")
    let sealedOutcome = keyring.seal(outcome, table: Self.table, row: id, column: "outcome")
    try write.run(
      """
      UPDATE orders_breach SET evidence = \(sealedEvidence), outcome = \(sealedOutcome)
      WHERE id = \(id)
      """)
  }
}
