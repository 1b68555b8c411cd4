internal import Access
internal import Database
internal import Kernel

/// The wordings of notices in the database: a few versions a power.
enum NoticeStore {
  /// The wording in use on a day; `nil` where the power has none yet.
  static func template(of power: Power, on day: Day, _ read: Read) throws -> NoticeTemplate? {
    try some(
      """
      SELECT \(columns) FROM orders_template t
      WHERE t.power = \(power.rawValue) AND t.effective_from <= \(day)
      ORDER BY t.effective_from DESC, t.version DESC LIMIT 1
      """, read
    ).first
  }

  /// Every version of a power's wording, the latest first.
  static func versions(of power: Power, _ read: Read) throws -> [NoticeTemplate] {
    try some(
      """
      SELECT \(columns) FROM orders_template t WHERE t.power = \(power.rawValue)
      ORDER BY t.version DESC LIMIT 200
      """, read)
  }

  /// Adds the next version of a wording; the one before stays.
  static func add(
    _ template: NoticeTemplate, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO orders_template (power, version, heading, body, effective_from, is_shipped, made_at,
        account)
      VALUES (\(template.power.rawValue), \(template.version), \(template.heading),
        \(template.body), \(template.from), 0, \(now), \(account))
      """)
  }

  private static let columns: SQL =
    "t.power, t.version, t.heading, t.body, t.effective_from, t.is_shipped"

  private static func some(_ sql: SQL, _ read: Read) throws -> [NoticeTemplate] {
    try read.all(sql) { row in
      NoticeTemplate(
        power: try row.choice(), version: try row.int(), heading: try row.text(),
        body: try row.text(), from: try row.parsed(), isShipped: try row.bool())
    }
  }
}
