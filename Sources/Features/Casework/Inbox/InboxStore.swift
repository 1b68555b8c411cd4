internal import Database
internal import Kernel

/// The lists of reports.
enum InboxStore {
  static let onPage = 50

  /// One page: of a state what is flagged first, then the longest waiting of the new and the latest of the others.
  static func page(
    _ filter: InboxFilter, _ page: Int, _ read: Read
  ) throws -> (reports: [Report], hasMore: Bool) {
    let found = try read.all(query(filter, page)) { row in try Report(row: &row) }
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func query(_ filter: InboxFilter, _ page: Int) -> SQL {
    guard let state = filter.state else { return flagged(page) }
    let order: SQL =
      state == .new
      ? "r.is_flagged DESC, r.received_at, r.id"
      : "r.is_flagged DESC, r.received_at DESC, r.id DESC"
    let doubtful: SQL =
      state == .new
      ? "AND r.is_doubtful = \(filter == .doubtful)" : "AND r.is_doubtful IN (0, 1)"
    return """
      SELECT \(Report.columns) FROM report r
      WHERE r.state = \(state) \(doubtful)
      ORDER BY \(order) LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
      """
  }

  /// Flagged reports of any state, the longest waiting first.
  private static func flagged(_ page: Int) -> SQL {
    """
    SELECT \(Report.columns) FROM report r WHERE r.is_flagged = 1
    ORDER BY r.flagged_at, r.id LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  /// How many are flagged, whatever their state.
  static func flaggedCount(_ read: Read) throws -> Int { try read.count(flaggedQuery) }

  /// The moment is asked for so that the index of flagged reports is read, and no other.
  static let flaggedQuery: SQL =
    "SELECT COUNT(*) FROM report WHERE is_flagged = 1 AND flagged_at > ''"

  /// How many are new and not doubtful, new and doubtful, and flagged.
  static func counts(_ read: Read) throws -> InboxCounts {
    let new = try read.first(countsQuery) { row in (real: try row.int(), doubtful: try row.int()) }
    return InboxCounts(
      new: new?.real ?? 0, flagged: try flaggedCount(read), doubtful: new?.doubtful ?? 0)
  }

  static let countsQuery: SQL = """
    SELECT CAST(COALESCE(SUM(1 - is_doubtful), 0) AS BIGINT),
      CAST(COALESCE(SUM(is_doubtful), 0) AS BIGINT)
    FROM report WHERE state = 'new'
    """
}

/// How many reports wait.
struct InboxCounts: Equatable, Sendable {
  let new: Int
  let flagged: Int
  let doubtful: Int
}
