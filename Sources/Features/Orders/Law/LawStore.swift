internal import Access
internal import Database
internal import Kernel

/// Sets of rules in the database.
enum LawStore {
  /// The most sets and rules that are read.
  static let most = 500

  static func book(_ read: Read) throws -> LawBook {
    let rules = try read.all(
      """
      SELECT r.law_set, r.power, r.name, r.value, r.section FROM orders_law_rule r
      ORDER BY r.law_set, r.power, r.name LIMIT \(most * 10)
      """
    ) { row in (try row.text(), try LawRule(row: &row)) }
    let bySet = Dictionary(grouping: rules, by: \.0).mapValues { $0.map(\.1) }
    let sets = try read.all(
      "SELECT \(LawSet.columns) FROM orders_law_set s ORDER BY s.key LIMIT \(most)"
    ) { row in try LawSet(row: &row) }
    return LawBook(
      sets: sets.map { set in
        var set = set
        set.rules = bySet[set.key] ?? []
        return set
      })
  }

  static func find(_ key: String, _ read: Read) throws -> LawSet? {
    try book(read).sets.first { $0.key == key }
  }

  static func add(
    _ new: NewLawSet, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO orders_law_set (key, title, source, territory, note, is_shipped, is_law, made_at,
        account)
      VALUES (\(new.key), \(new.title), \(new.source),
        \(new.isLaw ? "England and Wales" : "The partnership's area"), \(new.note), 0,
        \(new.isLaw), \(now), \(account))
      """)
  }

  /// Says when a set is in force; ``DatabaseError/stale`` where it was changed since.
  static func date(_ set: LawSet, from: Day?, through: Day?, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_law_set SET effective_from = \(from), effective_to = \(through),
        version = version + 1
      WHERE key = \(set.key) AND version = \(set.version)
      """)
  }

  static func add(_ rule: LawRule, to set: LawSet, in write: Write) throws {
    try write.update(
      """
      UPDATE orders_law_set SET version = version + 1
      WHERE key = \(set.key) AND version = \(set.version)
      """)
    try write.run(
      """
      INSERT INTO orders_law_rule (law_set, power, name, value, section)
      VALUES (\(set.key), \(rule.power.rawValue), \(rule.limit.rawValue), \(rule.value),
        \(rule.section))
      """)
  }
}

extension LawRule {
  init(row: inout Row) throws {
    power = try row.choice()
    limit = try row.choice()
    value = try row.int()
    section = try row.text()
  }
}
