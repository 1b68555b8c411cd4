internal import Access
internal import Database
internal import Kernel

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
    _ filter: WorkFilter, of scope: WorkScope, at now: Instant, _ read: Read
  ) throws -> (items: [WorkItem], hasMore: Bool) {
    let items = try read.all(query(filter, of: scope, at: now)) { row in try WorkItem(row: &row) }
    return (Array(items.prefix(onPage)), items.count > onPage)
  }

  static func query(_ filter: WorkFilter, of scope: WorkScope, at now: Instant) -> SQL {
    let end = filter.page * onPage + 1
    let bounds = bounds(filter.list, at: now)
    var parts: [SQL] = []
    // Nobody owns a report: it is everybody's until somebody has decided about it.
    if bounds.hasReports, scope == .everybody {
      parts.append(
        """
        SELECT * FROM (
          SELECT 1 AS is_report, r.reference, r.kind AS title, r.kind, r.place_name, r.priority,
            r.due_at, r.received_at, CAST(NULL AS TEXT) AS started_at, CAST(NULL AS BIGINT) AS owner,
            r.received_at AS touched_at, r.id
          FROM report r WHERE r.state = 'new' AND \(bounds.reports)
          ORDER BY r.due_at, r.priority, r.id LIMIT \(end)) reports
        """)
    }
    for part in bounds.parts(of: scope) {
      parts.append(
        """
        SELECT * FROM (
          SELECT 0 AS is_report, c.reference, c.title, c.kind, c.place_name, c.priority, c.due_at,
            c.received_at, c.started_at, c.owner, c.touched_at, c.id
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

  /// How many there are on each list; at most ``mostCounted`` of reports and of each one's cases are
  /// counted, so that the cost does not grow with the work.
  static func counts(
    of scope: WorkScope, at now: Instant, _ read: Read
  ) throws -> [WorkList: Int] {
    var counts: [WorkList: Int] = [:]
    for list in WorkList.allCases {
      let bounds = bounds(list, at: now)
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
    /// Whether the cases are found by the risk that is to be assessed.
    var isByRisk = false
    var cases: SQL = "c.state = 'open'"
    /// Whether what was touched longest ago comes first, and not what is due soonest.
    var isByTouch = false

    var order: SQL { isByTouch ? "c.touched_at, c.id" : "c.due_at, c.priority, c.id" }

    /// The cases of a scope, each person's by themselves: so each part is read by an index in its
    /// order, and none of them further than a page.
    func parts(of scope: WorkScope) -> [SQL] {
      guard hasCases else { return [] }
      let from: SQL =
        isByRisk ? "case_risk k JOIN case_file c ON c.id = k.case_file" : "case_file c"
      switch scope {
      case .everybody: return ["\(from) WHERE \(cases)"]
      case .owned(let owners): return owners.map { "\(from) WHERE c.owner = \($0) AND \(cases)" }
      case .watched(let account):
        // What somebody watches is little; the words CROSS JOIN have SQLite read it first.
        let risk: SQL = isByRisk ? "JOIN case_risk k ON k.case_file = c.id " : ""
        return [
          """
          case_watch w CROSS JOIN case_file c \(risk)\
          WHERE w.account = \(account) AND c.id = w.case_file AND \(cases)
          """
        ]
      }
    }
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
      bounds.isByRisk = true
      bounds.cases = "k.reassess_on <= \(London.day(now)) AND c.state = 'open'"
    case .paused:
      bounds.hasReports = false
      bounds.cases = "c.state = 'paused'"
      bounds.isByTouch = true
    case .nobodys:
      bounds.hasReports = false
      bounds.cases = "c.owner IS NULL AND c.state = 'open'"
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
