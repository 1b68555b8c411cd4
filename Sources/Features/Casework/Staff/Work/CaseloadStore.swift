internal import Access
internal import Database
internal import Kernel

/// How many open cases each officer has.
enum CaseloadStore {
  /// The most cases that are handed over at once.
  static let mostHandedOver = 500

  /// One officer's share of the work.
  struct Line: Equatable, Sendable {
    /// `nil` for the cases nobody has.
    let owner: ID<Account>?
    let open: Int
    let overdue: Int
    let paused: Int
  }

  /// Those who have open cases, the most overdue first.
  static func lines(at now: Instant, _ read: Read) throws -> [Line] {
    try read.all(query(at: now)) { row in
      Line(
        owner: try row.optionalID(), open: try row.int(), overdue: try row.int(),
        paused: try row.int())
    }
  }

  static func query(at now: Instant) -> SQL {
    """
    SELECT owner, SUM(CASE WHEN state = 'open' THEN 1 ELSE 0 END),
      SUM(CASE WHEN state = 'open' AND due_at <= \(now) THEN 1 ELSE 0 END) AS overdue,
      SUM(CASE WHEN state = 'paused' THEN 1 ELSE 0 END)
    FROM case_file WHERE state IN ('open', 'paused') GROUP BY owner
    ORDER BY overdue DESC, owner LIMIT 200
    """
  }

  /// The open and paused cases of somebody.
  static func open(of owner: ID<Account>, _ read: Read) throws -> [CaseFile] {
    try read.all(
      """
      SELECT \(CaseFile.columns) FROM case_file c
      WHERE c.owner = \(owner) AND c.state IN ('open', 'paused')
      ORDER BY c.id LIMIT \(mostHandedOver)
      """
    ) { row in try CaseFile(row: &row) }
  }
}
