internal import Database
internal import Kernel

/// Counts of reports by the month they were received in.
enum ReportCounts {
  struct Row: Equatable, Sendable {
    let month: Month
    let kind: String
    let channel: ReportChannel
    /// Whether these were withdrawn or are doubtful.
    let isLeftOut: Bool
    let count: Int
  }

  /// The counts of the months from one to another, both included.
  static func rows(from: Month?, to: Month?, _ read: Read) throws -> [Row] {
    var counts: [Key: Int] = [:]
    try read.each(query(from: from, to: to)) { row in
      let received: Instant = try row.parsed()
      let key = Key(
        month: London.day(received).month, kind: try row.text(), channel: try row.choice(),
        isLeftOut: try row.bool())
      counts[key, default: 0] += 1
    }
    return counts.map { key, count in
      Row(
        month: key.month, kind: key.kind, channel: key.channel, isLeftOut: key.isLeftOut,
        count: count)
    }.sorted { one, other in
      (one.month, one.kind, one.channel.rawValue, one.isLeftOut ? 1 : 0)
        < (other.month, other.kind, other.channel.rawValue, other.isLeftOut ? 1 : 0)
    }
  }

  private struct Key: Hashable {
    let month: Month
    let kind: String
    let channel: ReportChannel
    let isLeftOut: Bool
  }

  static func query(from: Month?, to: Month?) -> SQL {
    var sql: SQL = """
      SELECT received_at, kind, channel,
        CASE WHEN state = 'withdrawn' OR is_doubtful = 1 THEN 1 ELSE 0 END
      FROM report WHERE 1 = 1
      """
    if let from { sql.append(" AND received_at >= \(London.start(of: from.firstDay))") }
    if let to {
      sql.append(" AND received_at < \(London.start(of: to.lastDay.adding(days: 1)))")
    }
    return sql
  }
}
