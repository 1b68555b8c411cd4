internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Secrets

/// What is known of the subjects of orders for the equality analysis, in the database.
struct EqualityStore: Sendable {
  let keyring: Keyring

  /// The facts of an order; `nil` where none were written down.
  func facts(of order: ID<Order>, _ read: Read) throws -> Sensitive<EqualityFacts>? {
    let sealed = try read.first("SELECT equality FROM orders_order WHERE id = \(order)") { row in
      try row.optionalBytes()
    }
    return try (sealed ?? nil).map { try open($0, order) }
  }

  func keep(_ facts: EqualityFacts, of order: ID<Order>, from day: Day, in write: Write) throws {
    try write.run(
      "UPDATE orders_order SET equality = \(try seal(facts, order)) WHERE id = \(order)")
    try EqualityTally(keyring: keyring).forget(day, in: write)
  }

  /// Writes down what became known of a subject.
  ///
  /// - Throws: ``DatabaseError/stale`` where somebody else changed the order meanwhile.
  func describe(_ facts: EqualityFacts, _ order: Order, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_order SET equality = \(try seal(facts, order.id)), version = version + 1
      WHERE id = \(order.id) AND version = \(order.version)
      """)
    try EqualityTally(keyring: keyring).forget(order.term.starts, in: write)
  }

  /// Every order and step against a person that was made in some days: its power, and what is known.
  ///
  /// Those written down before facts were kept have their age from what the order says.
  func each(
    from first: Day, through last: Day, _ read: Read, _ body: (Power, EqualityFacts) -> Void
  ) throws {
    try read.each(Self.query(from: first, through: last)) { row in
      let id: ID<Order> = try row.id()
      let power: Power = try row.choice()
      let starts: Day = try row.parsed()
      let (facts, content) = (try row.optionalBytes(), try row.optionalBytes())
      if let facts {
        body(power, try open(facts, id).reveal(for: "equality analysis"))
      } else if let content {
        let born = try OrderSealing(keyring: keyring).open(content, id)
          .reveal(for: "equality analysis").born
        // A body has no age, and is nobody.
        guard let age = Day(born)?.years(to: starts) else { return }
        body(power, EqualityFacts(age: age))
      }
    }
  }

  static func query(from first: Day, through last: Day) -> SQL {
    let kinds: [String] = [Power.Kind.order, .step].map(\.rawValue)
    let powers = Power.personal.map(\.rawValue)
    return """
      SELECT o.id, o.power, o.starts_on, o.equality,
        CASE WHEN o.equality IS NULL THEN o.content END
      FROM orders_order o
      WHERE o.kind IN (\(list: kinds)) AND o.starts_on >= \(first) AND o.starts_on <= \(last)
        AND o.power IN (\(list: powers))
      """
  }

  private func seal(_ facts: EqualityFacts, _ id: ID<Order>) throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(facts), as: UTF8.self)
    return keyring.seal(Sensitive(text), table: "orders_order", row: id, column: "equality")
  }

  private func open(_ sealed: [UInt8], _ id: ID<Order>) throws -> Sensitive<EqualityFacts> {
    let text = try keyring.open(sealed, table: "orders_order", row: id, column: "equality")
    let bytes = Data(text.reveal(for: "reading a sealed record").utf8)
    return Sensitive(try JSONDecoder().decode(EqualityFacts.self, from: bytes))
  }
}

extension Power {
  /// Those against a person that can still be made.
  static let personal = allCases.filter {
    $0.kind != .legacy && ($0.target == .person || $0.target == .personOrBody)
  }
}
