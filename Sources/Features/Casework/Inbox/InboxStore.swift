internal import Database
internal import Kernel

/// The lists of reports.
enum InboxStore {
  static let onPage = 50

  /// One page: what is flagged first, then the longest waiting of the new and the latest of the others.
  static func page(
    _ filter: InboxFilter, _ page: Int, _ read: Read
  ) throws -> (reports: [Report], hasMore: Bool) {
    let found = try read.all(query(filter, page)) { row in try Report(row: &row) }
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func query(_ filter: InboxFilter, _ page: Int) -> SQL {
    let order: SQL =
      filter.state == .new
      ? "r.is_flagged DESC, r.received_at, r.id"
      : "r.is_flagged DESC, r.received_at DESC, r.id DESC"
    let doubtful: SQL =
      filter.state == .new
      ? "AND r.is_doubtful = \(filter == .doubtful)" : "AND r.is_doubtful IN (0, 1)"
    return """
      SELECT \(Report.columns) FROM report r
      WHERE r.state = \(filter.state) \(doubtful)
      ORDER BY \(order) LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
      """
  }

  /// How many are new, of them flagged, and doubtful.
  static func counts(_ read: Read) throws -> InboxCounts {
    try read.first(countsQuery) { row in
      InboxCounts(new: try row.int(), flagged: try row.int(), doubtful: try row.int())
    } ?? InboxCounts(new: 0, flagged: 0, doubtful: 0)
  }

  static let countsQuery: SQL = """
    SELECT CAST(COALESCE(SUM(1 - is_doubtful), 0) AS BIGINT),
      CAST(COALESCE(SUM(is_flagged), 0) AS BIGINT), CAST(COALESCE(SUM(is_doubtful), 0) AS BIGINT)
    FROM report WHERE state = 'new'
    """
}

/// How many reports wait.
struct InboxCounts: Equatable, Sendable {
  let new: Int
  let flagged: Int
  let doubtful: Int
}
