internal import Access
internal import Database
internal import Kernel

/// One line of the worklist: a report to decide about, or a case.
struct WorkItem: Sendable {
  let isReport: Bool
  let reference: Reference
  let title: String
  let kind: ReportKind
  let placeName: String?
  let priority: Priority
  /// When the next thing is due; `nil` where the clocks stand still.
  let due: Instant?
  let receivedAt: Instant
  /// Whether the work has begun.
  let isStarted: Bool
  let owner: ID<Account>?
  let touchedAt: Instant
  /// The number of the report or of the case.
  let number: Int64

  /// The case; `nil` for a report.
  var file: ID<CaseFile>? { isReport ? nil : ID(number) }

  init(row: inout Row) throws {
    isReport = try row.bool()
    reference = try row.parsed()
    title = try row.text()
    kind = ReportKind.of(try row.text())
    placeName = try row.optionalText()
    priority = Priority(rawValue: try row.int()) ?? .first
    due = try row.optionalParsed()
    receivedAt = try row.parsed()
    isStarted = try row.optionalText() != nil
    owner = try row.optionalID()
    touchedAt = try row.parsed()
    number = Int64(try row.int())
  }

  /// Whether a report waits for longer than it may before somebody decides about it.
  func isUnread(at now: Instant) -> Bool {
    isReport && WorkingTime.due(afterHours: WorkStore.unreadHours, from: receivedAt) <= now
  }
}

/// The lists of work, each read by an index and no longer than a page.
enum WorkStore {
  static let onPage = 50
  /// Days without an entry after which an open case is listed as quiet.
  static let quietDays = 14
  /// Working hours after which a report nobody has decided about is an exception.
  static let unreadHours = 4
  /// How many of a list are counted.
  static let mostCounted = 1000

  /// One page of a list, what is due soonest first.
  static func page(
    _ filter: WorkFilter, of account: ID<Account>, at now: Instant, _ read: Read
  ) throws -> (items: [WorkItem], hasMore: Bool) {
    let sql = query(filter, of: account, at: now)
    let items = try read.all(sql) { row in try WorkItem(row: &row) }
    return (Array(items.prefix(onPage)), items.count > onPage)
  }

  static func query(_ filter: WorkFilter, of account: ID<Account>, at now: Instant) -> SQL {
    let end = filter.page * onPage + 1
    let bounds = bounds(filter.list, at: now)
    let own: SQL = filter.isMine ? "c.owner = \(account) AND " : ""
    var halves: [SQL] = []
    // Nobody owns a report: it is everybody's until somebody has decided about it.
    if bounds.hasReports, !filter.isMine {
      halves.append(
        """
        SELECT * FROM (
          SELECT 1 AS is_report, r.reference, r.kind AS title, r.kind, r.place_name, r.priority,
            r.due_at, r.received_at, CAST(NULL AS TEXT) AS started_at, CAST(NULL AS BIGINT) AS owner,
            r.received_at AS touched_at, r.id
          FROM report r WHERE r.state = 'new' AND \(bounds.reports)
          ORDER BY r.due_at, r.id LIMIT \(end)) reports
        """)
    }
    if bounds.hasCases {
      halves.append(
        """
        SELECT * FROM (
          SELECT 0 AS is_report, c.reference, c.title, c.kind, c.place_name, c.priority, c.due_at,
            c.received_at, c.started_at, c.owner, c.touched_at, c.id
          FROM \(bounds.from) WHERE \(own)\(bounds.cases)
          ORDER BY \(bounds.order) LIMIT \(end)) cases
        """)
    }
    if halves.isEmpty { halves.append(nothing) }
    let union = halves.dropFirst().reduce(halves[0]) { $0 + " UNION ALL " + $1 }
    // The same order as within the halves, so that no page leaves a line out or says it twice.
    let order: SQL = bounds.isByTouch ? "touched_at, id" : "due_at, is_report, id"
    return "SELECT * FROM (\(union)) work ORDER BY \(order) LIMIT \(onPage + 1)"
      + " OFFSET \((filter.page - 1) * onPage)"
  }

  /// How many there are on each list; at most ``mostCounted`` of reports and of cases are counted, so
  /// that the cost does not grow with the work.
  static func counts(
    mine isMine: Bool, of account: ID<Account>, at now: Instant, _ read: Read
  ) throws -> [WorkList: Int] {
    var counts: [WorkList: Int] = [:]
    for list in WorkList.allCases {
      let bounds = bounds(list, at: now)
      let own: SQL = isMine ? "c.owner = \(account) AND " : ""
      if bounds.hasReports, !isMine {
        counts[list, default: 0] += try read.count(
          """
          SELECT COUNT(*) FROM (SELECT 1 AS one FROM report r
            WHERE r.state = 'new' AND \(bounds.reports) LIMIT \(mostCounted)) found
          """)
      }
      if bounds.hasCases {
        counts[list, default: 0] += try read.count(
          """
          SELECT COUNT(*) FROM (SELECT 1 AS one FROM \(bounds.from)
            WHERE \(own)\(bounds.cases) LIMIT \(mostCounted)) found
          """)
      }
    }
    return counts
  }

  private static let nothing: SQL = """
    SELECT * FROM (
      SELECT 0 AS is_report, c.reference, c.title, c.kind, c.place_name, c.priority, c.due_at,
        c.received_at, c.started_at, c.owner, c.touched_at, c.id
      FROM case_file c WHERE c.id < 0 LIMIT 1) unfilled
    """

  private struct Bounds {
    var hasReports = true
    var hasCases = true
    var reports: SQL = "1 = 1"
    var from: SQL = "case_file c"
    var cases: SQL = "c.state = 'open'"
    /// Whether what was touched longest ago comes first, and not what is due soonest.
    var isByTouch = false

    var order: SQL { isByTouch ? "c.touched_at, c.id" : "c.due_at, c.id" }
  }

  /// What is on a list: by state and by when it is due.
  private static func bounds(_ list: WorkList, at now: Instant) -> Bounds {
    let tomorrow = London.start(of: London.day(now).adding(days: 1))
    var bounds = Bounds()
    switch list {
    case .all: break
    case .overdue:
      bounds.reports = "r.due_at <= \(now)"
      bounds.cases = "c.state = 'open' AND c.due_at <= \(now)"
    case .today:
      bounds.reports = "r.due_at > \(now) AND r.due_at < \(tomorrow)"
      bounds.cases = "c.state = 'open' AND c.due_at > \(now) AND c.due_at < \(tomorrow)"
    case .later:
      bounds.reports = "r.due_at >= \(tomorrow)"
      bounds.cases = "c.state = 'open' AND c.due_at >= \(tomorrow)"
    case .new: bounds.hasCases = false
    case .quiet:
      bounds.hasReports = false
      let since = now.adding(seconds: -Double(quietDays) * 86_400)
      bounds.cases = "c.state = 'open' AND c.touched_at <= \(since)"
      bounds.isByTouch = true
    case .risk:
      bounds.hasReports = false
      bounds.from = "case_risk k JOIN case_file c ON c.id = k.case_file"
      bounds.cases = "k.reassess_on <= \(London.day(now)) AND c.state = 'open'"
    case .paused:
      bounds.hasReports = false
      bounds.cases = "c.state = 'paused'"
      bounds.isByTouch = true
    case .answers:
      bounds.hasReports = false
      bounds.cases = "c.answered_at IS NOT NULL"
      bounds.isByTouch = true
    case .led:
      bounds.hasReports = false
      bounds.cases = "c.lead IS NOT NULL AND c.state = 'open'"
    }
    return bounds
  }
}
