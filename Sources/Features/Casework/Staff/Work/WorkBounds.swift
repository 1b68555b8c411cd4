internal import Access
internal import Database
internal import Kernel

/// What is on a list of work: by state, by when it is due, and by what is late.
struct WorkBounds {
  private(set) var hasReports = true
  private(set) var reports: SQL = "1 = 1"
  /// Whether what was touched longest ago comes first, and not what is due soonest.
  private(set) var isByTouch = false
  private var hasCases = true
  /// Whether the cases are found by the risk that is to be assessed.
  private var isByRisk = false
  private var cases: SQL = "c.state = 'open'"
  /// Who works on no case any more though cases are theirs, where the list is of nobody’s.
  private var left: [ID<Account>]?

  init(_ list: WorkList, at now: Instant, in time: WorkingTime, left: [ID<Account>]) {
    let tomorrow = London.start(of: London.day(now).adding(days: 1))
    switch list {
    case .all: break
    case .overdue:
      reports = "r.next_due_at <= \(now)"
      cases = Self.overdue(now)
    case .today:
      reports = "r.next_due_at > \(now) AND r.next_due_at < \(tomorrow)"
      cases = "c.state = 'open' AND c.due_at > \(now) AND c.due_at < \(tomorrow)"
    case .later:
      reports = "r.next_due_at >= \(tomorrow)"
      cases = "c.state = 'open' AND c.due_at >= \(tomorrow)"
    case .new: hasCases = false
    case .quiet:
      let since = now.adding(seconds: -Double(WorkStore.quietDays) * 86_400)
      keepCases("c.state = 'open' AND c.touched_at <= \(since)", isByTouch: true)
    case .risk:
      isByRisk = true
      keepCases("k.reassess_on <= \(London.day(now)) AND c.state = 'open'")
    case .paused: keepCases("c.state = 'paused'", isByTouch: true)
    case .answers: keepCases("c.answered_at IS NOT NULL", isByTouch: true)
    case .led: keepCases("c.lead IS NOT NULL AND c.state = 'open'")
    case .unread:
      hasCases = false
      reports = "r.received_at <= \(WorkStore.unreadSince(now, in: time))"
    case .acknowledge:
      hasCases = false
      reports = """
        r.next_due_at < \(now) AND r.acknowledge_due_at < \(now) AND r.acknowledged_at IS NULL
        """
    case .begin: keepLate("c.started_at IS NULL AND c.start_due_at", now)
    case .interview: keepLate("c.interviewed_at IS NULL AND c.interview_due_at", now)
    case .update: keepLate("c.started_at IS NOT NULL AND c.update_due_at", now)
    case .act:
      keepLate(
        """
        NOT EXISTS (SELECT 1 FROM case_action a
          WHERE a.case_file = c.id AND a.done_at IS NOT NULL) AND c.act_due_at
        """, now)
    case .nobodys:
      self.left = left
      let away: SQL = left.isEmpty ? "" : " OR c.owner IN (\(list: left))"
      keepCases("(c.owner IS NULL\(away)) AND c.state IN ('open', 'paused')", isByTouch: true)
    }
  }

  var order: SQL { isByTouch ? "c.touched_at, c.id" : "c.due_at, c.priority, c.id" }

  /// The cases of a scope, each person's by themselves: so each part is read by an index in its
  /// order, and none of them further than a page.
  func parts(of scope: WorkScope) -> [SQL] {
    guard hasCases else { return [] }
    let from: SQL = isByRisk ? "case_risk k JOIN case_file c ON c.id = k.case_file" : "case_file c"
    switch scope {
    case .everybody:
      guard let left else { return ["\(from) WHERE \(cases)"] }
      return Self.states(of: "c.owner IS NULL")
        + left.flatMap { Self.states(of: "c.owner = \($0)") }
    case .owned(let owners, _):
      guard let left else { return owners.map { "\(from) WHERE c.owner = \($0) AND \(cases)" } }
      return owners.filter(left.contains).flatMap { Self.states(of: "c.owner = \($0)") }
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

  private static func states(of owner: SQL) -> [SQL] {
    ["open", "paused"].map { "case_file c WHERE \(owner) AND c.state = \($0)" }
  }

  private static func overdue(_ now: Instant) -> SQL { "c.state = 'open' AND c.due_at <= \(now)" }

  private mutating func keepCases(_ which: SQL, isByTouch: Bool = false) {
    hasReports = false
    cases = which
    self.isByTouch = isByTouch
  }

  /// Whatever of a case is late, the next thing about it is overdue: the index of what is due finds it.
  private mutating func keepLate(_ due: SQL, _ now: Instant) {
    keepCases("\(Self.overdue(now)) AND \(due) < \(now)")
  }
}
