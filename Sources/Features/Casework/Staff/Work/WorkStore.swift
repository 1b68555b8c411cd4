internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The lists of work, each read by an index and no longer than a page.
enum WorkStore {
  static let onPage = 50
  /// Days without an entry after which an open case is listed as quiet.
  static let quietDays = 14
  /// Working hours after which a report nobody has decided about is an exception.
  static let unreadHours = 4
  /// How many of a list are counted.
  static let mostCounted = 1000

  /// One page of a list: what is due soonest first, and of what is due at one moment the most urgent.
  static func page(
    _ filter: WorkFilter, of scope: WorkScope, at now: Instant,
    left: [ID<Account>] = [], _ read: Read
  ) throws -> (items: [WorkItem], hasMore: Bool) {
    let time = try WorkingDays.time(read)
    let unreadSince = unreadSince(now, in: time)
    let items = try read.all(query(filter, of: scope, at: now, in: time, left: left)) { row in
      try WorkItem(row: &row, unreadSince: unreadSince)
    }
    return (Array(items.prefix(onPage)), items.count > onPage)
  }

  /// What came by then and nobody has decided about has waited for as long as it may.
  static func unreadSince(_ now: Instant, in time: WorkingTime) -> Instant {
    time.start(ofHours: unreadHours, upAt: now)
  }

  static func query(
    _ filter: WorkFilter, of scope: WorkScope, at now: Instant, in time: WorkingTime = .statutory,
    left: [ID<Account>] = []
  ) -> SQL {
    let end = filter.page * onPage + 1
    let bounds = WorkBounds(filter.list, at: now, in: time, left: left)
    var parts: [SQL] = []
    // Nobody owns a report: it is everybody's until somebody has decided about it.
    if bounds.hasReports, scope == .everybody {
      parts.append(
        """
        SELECT * FROM (
          SELECT 1 AS is_report, r.reference, r.kind AS title, r.kind, r.place_name, r.priority,
            r.next_due_at AS due_at, r.received_at, r.acknowledged_at AS started_at,
            CAST(NULL AS BIGINT) AS owner, r.received_at AS touched_at,
            CAST(NULL AS TEXT) AS interview_due_at, r.id
          FROM report r WHERE r.state = 'new' AND \(bounds.reports)
          ORDER BY r.next_due_at, r.priority, r.id LIMIT \(end)) reports
        """)
    }
    for part in bounds.parts(of: scope) {
      parts.append(
        """
        SELECT * FROM (
          SELECT 0 AS is_report, c.reference, c.title, c.kind, c.place_name, c.priority, c.due_at,
            c.received_at, c.started_at, c.owner, c.touched_at, \(interviewDue), c.id
          FROM \(part) ORDER BY \(bounds.order) LIMIT \(end)) cases
        """)
    }
    let union =
      parts.isEmpty ? nothing : parts.dropFirst().reduce(parts[0]) { $0 + " UNION ALL " + $1 }
    // The same order as within the parts, so that no page leaves a line out or says it twice.
    let order: SQL = bounds.isByTouch ? "touched_at, id" : "due_at, priority, is_report, id"
    return "SELECT * FROM (\(union)) work ORDER BY \(order) LIMIT \(onPage + 1)"
      + " OFFSET \((filter.page - 1) * onPage)"
  }

  /// How many there are on some lists; at most ``mostCounted`` of reports and of each one's cases are
  /// counted, so that the cost does not grow with the work.
  static func counts(
    _ lists: [WorkList] = WorkList.allCases, of scope: WorkScope, at now: Instant,
    left: [ID<Account>] = [], _ read: Read
  ) throws -> [WorkList: Int] {
    let time = try WorkingDays.time(read)
    var counts: [WorkList: Int] = [:]
    for list in lists {
      let bounds = WorkBounds(list, at: now, in: time, left: left)
      if bounds.hasReports, scope == .everybody {
        counts[list, default: 0] += try read.count(
          """
          SELECT COUNT(*) FROM (SELECT 1 AS one FROM report r
            WHERE r.state = 'new' AND \(bounds.reports) LIMIT \(mostCounted)) found
          """)
      }
      for part in bounds.parts(of: scope) {
        counts[list, default: 0] += try read.count(
          "SELECT COUNT(*) FROM (SELECT 1 AS one FROM \(part) LIMIT \(mostCounted)) found")
      }
    }
    return counts
  }

  private static let interviewDue: SQL = """
    CASE WHEN c.interviewed_at IS NULL THEN c.interview_due_at END AS interview_due_at
    """

  /// A list nobody can be on.
  private static let nothing: SQL = """
    SELECT * FROM (
      SELECT 0 AS is_report, c.reference, c.title, c.kind, c.place_name, c.priority, c.due_at,
        c.received_at, c.started_at, c.owner, c.touched_at, \(interviewDue), c.id
      FROM case_file c WHERE c.id < 0 LIMIT 1) unfilled
    """
}
