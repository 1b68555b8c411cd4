internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// What is left of a deleted record: its reference, kind and days, the rule, and who deleted it.
struct Tombstone: Sendable {
  let reference: Reference
  let kind: RetentionKind
  let began: Instant
  let ended: Instant
  /// The kind of the rule: that of the case for a report that went with it.
  let rule: RetentionKind
  let version: Int
  let months: Int
  let rows: Int
  let deletedAt: Instant
  let account: ID<Account>?

  init(row: inout Row) throws {
    reference = try row.parsed()
    kind = try row.choice()
    began = try row.parsed()
    ended = try row.parsed()
    rule = try row.choice()
    version = try row.int()
    months = try row.int()
    rows = try row.int()
    deletedAt = try row.parsed()
    account = try row.optionalID()
  }

  private static let columns: SQL = """
    reference, kind, began_at, ended_at, rule_kind, rule, months, rows_gone, deleted_at, account
    """

  /// What was deleted, the latest first.
  static func page(_ page: Int, _ read: Read) throws -> (found: [Tombstone], hasMore: Bool) {
    let found = try read.all(query(page)) { row in try Tombstone(row: &row) }
    return (Array(found.prefix(RetentionStore.onPage)), found.count > RetentionStore.onPage)
  }

  static func query(_ page: Int) -> SQL {
    """
    SELECT \(columns) FROM retention_tombstone ORDER BY deleted_at DESC, id DESC
    LIMIT \(RetentionStore.onPage + 1) OFFSET \((page - 1) * RetentionStore.onPage)
    """
  }

  /// What was deleted of a reference, the latest first.
  static func of(_ reference: Reference, _ read: Read) throws -> [Tombstone] {
    try read.all(
      """
      SELECT \(columns) FROM retention_tombstone WHERE reference = \(reference.description)
      ORDER BY id DESC LIMIT 20
      """
    ) { row in try Tombstone(row: &row) }
  }

  /// The deleted report that a reference and its secret would have opened.
  static func report(
    _ reference: Reference, secret: String, _ read: Read
  ) throws -> Tombstone? {
    let kept = try read.first(
      """
      SELECT secret FROM retention_tombstone
      WHERE reference = \(reference.description) AND secret IS NOT NULL ORDER BY id LIMIT 1
      """
    ) { row in try row.bytes() }
    guard equalInConstantTime(kept ?? [], ReportStore.hash(secret)) else { return nil }
    return try of(reference, read).first { $0.kind == .report }
  }

  /// The deleted report that a link asked about.
  static func report(ofLink token: String, _ read: Read) throws -> Tombstone? {
    try read.first(
      "SELECT \(columns) FROM retention_tombstone WHERE link = \(SecretToken.hash(token)) LIMIT 1"
    ) { row in try Tombstone(row: &row) }
  }
}
