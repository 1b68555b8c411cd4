internal import Access
internal import Database
internal import Kernel

/// A case as lists and clocks see it: nothing in it says who anybody is.
struct CaseFile: Sendable {
  let id: ID<CaseFile>
  let version: Int
  let reference: Reference
  /// An officer's words, in the clear.
  let title: String
  let kind: ReportKind
  let state: CaseState
  let priority: Priority
  let placeName: String?
  let ward: String?
  let owner: ID<Account>?
  let receivedAt: Instant
  let openedAt: Instant
  let startDue: Instant
  let startedAt: Instant?
  let updateDue: Instant
  /// When who complained is interviewed at the latest; `nil` where there is nobody to interview.
  let interviewDue: Instant?
  let interviewedAt: Instant?
  /// When a drug address is acted on at the latest; `nil` for other cases.
  let actDue: Instant?
  /// When the next thing is due; `nil` while nothing is.
  let due: Instant?
  let touchedAt: Instant
  let pausedAt: Instant?
  let closedAt: Instant?
  let outcome: CaseOutcome?
  /// The case that goes on in its place; `nil` where it was joined to none.
  let joinedInto: ID<CaseFile>?
  /// The case its reports come from; `nil` where it was parted from none.
  let partedFrom: ID<CaseFile>?
  /// The organisation that leads it; `nil` where our own officers do.
  let lead: ID<Organisation>?
  /// The service it was passed to; `nil` where it was closed otherwise.
  let passedTo: String?

  static let columns: SQL = """
    c.id, c.version, c.reference, c.title, c.kind, c.state, c.priority, c.place_name, c.ward,
    c.owner, c.received_at, c.opened_at, c.start_due_at, c.started_at, c.update_due_at,
    c.interview_due_at, c.interviewed_at, c.act_due_at, c.due_at,
    c.touched_at, c.paused_at, c.closed_at, c.outcome, c.joined_into, c.parted_from,
    c.lead, c.passed_to
    """

  /// How it stands, or how it ended.
  var standing: String {
    if joinedInto != nil { return "Joined to another case" }
    return passedTo.map { "Passed to \($0)" } ?? outcome?.title ?? state.title
  }

  /// Its clocks, to be changed: what its actions make due is worked out where it is kept.
  var clocks: CaseClocks { CaseClocks(self, actions: [], isActed: false) }

  /// What the audit trail calls it.
  var subject: String { "case/\(reference)" }
}

extension CaseFile {
  init(row: inout Row) throws {
    id = try row.id()
    version = try row.int()
    reference = try row.parsed()
    title = try row.text()
    kind = ReportKind.of(try row.text())
    state = try row.choice()
    priority = Priority(rawValue: try row.int()) ?? .first
    placeName = try row.optionalText()
    ward = try row.optionalText()
    owner = try row.optionalID()
    receivedAt = try row.parsed()
    openedAt = try row.parsed()
    startDue = try row.parsed()
    startedAt = try row.optionalParsed()
    updateDue = try row.parsed()
    interviewDue = try row.optionalParsed()
    interviewedAt = try row.optionalParsed()
    actDue = try row.optionalParsed()
    due = try row.optionalParsed()
    touchedAt = try row.parsed()
    pausedAt = try row.optionalParsed()
    closedAt = try row.optionalParsed()
    outcome = try row.optionalChoice()
    joinedInto = try row.optionalID()
    partedFrom = try row.optionalID()
    lead = try row.optionalID()
    passedTo = try row.optionalText()
  }
}
