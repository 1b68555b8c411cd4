public import Access
public import Database
public import Kernel

/// Wordings in a table of a feature: a few versions of each, by a key.
///
/// The table has the columns `version`, `heading`, `body`, `effective_from`, `is_shipped`, `made_at`
/// and `account` beside that of its key, and the two are its primary key.
public struct WordingTable: Sendable {
  private let name: SQL
  private let key: SQL

  /// The wordings of a table by the column of its key.
  public init(_ name: StaticString, key: StaticString) {
    self.name = SQL(trusted: name.description)
    self.key = SQL(trusted: key.description)
  }

  /// The wording in use on a day; `nil` where there is none yet.
  public func wording(of one: String, on day: Day, _ read: Read) throws -> DatedWording? {
    try some(
      """
      SELECT \(Self.columns) FROM \(name) t
      WHERE t.\(key) = \(one) AND t.effective_from <= \(day)
      ORDER BY t.effective_from DESC, t.version DESC LIMIT 1
      """, read
    ).first
  }

  /// Every version of a wording, the latest first.
  public func versions(of one: String, _ read: Read) throws -> [DatedWording] {
    try some(
      """
      SELECT \(Self.columns) FROM \(name) t WHERE t.\(key) = \(one)
      ORDER BY t.version DESC LIMIT 200
      """, read)
  }

  /// Adds the next version of a wording; the one before stays.
  public func add(
    _ wording: DatedWording, of one: String, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO \(name) (\(key), version, heading, body, effective_from, is_shipped, made_at,
        account)
      VALUES (\(one), \(wording.version), \(wording.heading), \(wording.body), \(wording.from), 0,
        \(now), \(account))
      """)
  }

  private static let columns: SQL = "t.version, t.heading, t.body, t.effective_from, t.is_shipped"

  private func some(_ sql: SQL, _ read: Read) throws -> [DatedWording] {
    try read.all(sql) { row in
      DatedWording(
        version: try row.int(), heading: try row.text(), body: try row.text(),
        from: try row.parsed(), isShipped: try row.bool())
    }
  }
}
