internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The cases and reports an order names.
extension OrderStore {
  /// The references an order was kept with before it could name several come along.
  static let caseSchema = """
    CREATE TABLE orders_case (
      order_id {i64} NOT NULL REFERENCES orders_order (id), reference {text} NOT NULL,
      PRIMARY KEY (order_id, reference)
    ) {strict};
    CREATE INDEX orders_case_of ON orders_case (reference, order_id);
    INSERT INTO orders_case (order_id, reference)
      SELECT id, case_reference FROM orders_order WHERE case_reference <> '';
    DROP INDEX orders_order_case;
    ALTER TABLE orders_order DROP COLUMN case_reference;
    """

  func keep(_ cases: [Reference], of id: ID<Order>, in write: Write) throws {
    for reference in cases {
      try write.run(
        """
        INSERT INTO orders_case (order_id, reference) VALUES (\(id), \(reference.description))
        """)
    }
  }

  /// Names further cases, or takes one off.
  ///
  /// - Throws: ``DatabaseError/stale`` where somebody else changed the order meanwhile.
  func name(
    _ cases: [Reference], instead takenOff: Reference?, _ order: Order, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE orders_order SET version = version + 1
      WHERE id = \(order.id) AND version = \(order.version)
      """)
    try keep(cases, of: order.id, in: write)
    guard let takenOff else { return }
    try write.run(
      """
      DELETE FROM orders_case
      WHERE order_id = \(order.id) AND reference = \(takenOff.description)
      """)
  }

  /// What an order names, in the order of the references.
  func cases(of id: ID<Order>, _ read: Read) throws -> [Reference] {
    try read.all(
      """
      SELECT c.reference FROM orders_case c WHERE c.order_id = \(id)
      ORDER BY c.reference LIMIT \(CaseNames.most)
      """
    ) { row in try row.parsed() }
  }

  /// The orders that name a case, the latest first.
  static func namingQuery(_ about: Reference, of organisation: ID<Organisation>?) -> SQL {
    var sql: SQL = """
      SELECT \(Order.columns) FROM orders_case c JOIN orders_order o ON o.id = c.order_id
      WHERE c.reference = \(about.description)
      """
    if let organisation { sql.append(" AND o.organisation = \(organisation)") }
    sql.append(" ORDER BY c.order_id DESC LIMIT 200")
    return sql
  }
}

/// The orders that name a case, for those who may see them: which power, how it stands and when, nobody it
/// is against.
enum OrdersOfCase {
  @Sendable
  static func related(
    to about: Reference, _ actor: Actor, _ now: Instant, _ services: Services, _ read: Read
  ) throws -> [RelatedRecord] {
    guard OrdersPolicy.allows(.see, actor) else { return [] }
    let store = OrderStore(services)
    let query = OrderStore.namingQuery(about, of: OrdersPolicy.scope(of: actor))
    return try read.all(query) { row in try Order(row: &row, store.keyring) }
      .compactMap { order in
        Reference(order.reference).map { reference in
          RelatedRecord(
            order.power.title, reference, in: "Orders and warnings",
            state: order.standing(at: now).title,
            dates: "\(order.term.startWords) to \(order.term.endWords)",
            path: OrdersRoute.show(reference).path)
        }
      }
  }
}

/// The references a form names, as they were typed: between commas or spaces, or a line each.
struct CaseNames {
  static let most = 20

  let typed: [String]

  init(_ fields: Fields) {
    typed = fields.all("case").flatMap { text in
      text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    }
  }

  var references: [Reference] {
    typed.compactMap { Reference($0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Refuses what is no reference, and one of nothing that is known; says no more of it.
  func check(known: Set<Reference>, _ form: inout FormReader) -> [Reference] {
    if typed.contains(where: { Reference($0) == nil }) {
      form.refuse("case", "Check the reference: it is like TM-7K42-0931")
    } else if let stranger = references.first(where: { !known.contains($0) }) {
      form.refuse("case", "\(stranger) is not known: check it")
    } else if references.count > Self.most {
      form.refuse("case", "Name \(Self.most) at most")
    }
    return references
  }
}
