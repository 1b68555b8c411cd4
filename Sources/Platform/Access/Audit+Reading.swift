public import Database
public import Kernel

/// Which rows of the trail to show.
public struct AuditFilter: Sendable, Equatable {
  /// Only what this account did.
  public var actor: ID<Account>?
  /// Only this action, such as `account.disabled`.
  public var action: String?
  /// Only what was done to this, such as `account/12`.
  public var subject: String?
  /// Only what was done at or after this moment.
  public var from: Instant?
  /// Only what was done before this moment.
  public var until: Instant?
  /// Whether rows about what is kept apart are shown: those whose subject begins with `apart/`.
  ///
  /// Only pages for those whom it concerns ask for them; everybody else's trail is without them.
  public var showsApart = false

  /// Every row.
  public init() {}

  var condition: SQL {
    var condition: SQL = "1 = 1"
    if let actor { condition.append(" AND actor = \(actor)") }
    if let action { condition.append(" AND action = \(action)") }
    if let subject { condition.append(" AND subject = \(subject)") }
    if let from { condition.append(" AND at >= \(from)") }
    if let until { condition.append(" AND at < \(until)") }
    if !showsApart { condition.append(" AND subject NOT LIKE 'apart/%'") }
    return condition
  }
}

extension Audit {
  /// One page of the trail, the newest rows first.
  ///
  /// - Parameters:
  ///   - filter: which rows.
  ///   - before: only rows with a smaller number; `nil` for the newest.
  ///   - limit: rows on a page.
  ///   - read: the transaction.
  /// - Returns: the rows, and whether there are older ones.
  /// - Throws: ``DatabaseError``.
  public func page(
    _ filter: AuditFilter, before: Int?, limit: Int, _ read: Read
  ) throws -> (entries: [AuditEntry], hasOlder: Bool) {
    var condition = filter.condition
    if let before { condition.append(" AND number < \(before)") }
    let rows = try read.all(
      """
      SELECT \(AuditEntry.columns) FROM audit_entry WHERE \(condition)
      ORDER BY number DESC LIMIT \(limit + 1)
      """
    ) { row in try AuditEntry(row: &row) }
    return (Array(rows.prefix(limit)), rows.count > limit)
  }
}
