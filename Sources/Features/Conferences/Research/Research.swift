internal import Access
internal import Database
internal import Kernel

/// What one organisation was asked about a case, and what it answered.
struct Research: Sendable {
  enum Answer: String, CaseIterable, Sendable {
    case known
    case nothing
    case withheld

    var title: String {
      switch self {
      case .known: "We know of them"
      case .nothing: "Nothing is known"
      case .withheld: "Not shared"
      }
    }
  }

  let id: ID<Research>
  let version: Int
  let referral: ID<Referral>
  let organisation: ID<Organisation>
  let due: Day
  let askedAt: Instant
  let answer: Answer?
  let answeredAt: Instant?
  let answeredBy: ID<Account>?
  /// The last day on which it is asked; `nil` of a question from before that was kept.
  let until: Day?
  /// When it was taken back, or ended with its case; `nil` while it is asked.
  let endedAt: Instant?
  let content: Sensitive<ResearchContent>

  func isLate(on day: Day) -> Bool { answer == nil && due < day }

  /// Whether it is asked still, so that its organisation sees the case.
  func isAsked(on day: Day) -> Bool { endedAt == nil && until.map { day <= $0 } ?? true }
}

/// The words of an answer; kept sealed.
///
/// Facts and views are told apart.
struct ResearchContent: Codable, Equatable, Sendable {
  var facts = ""
  var views = ""
  /// Why it is not shared.
  var withheld = ""
  /// Who gave it, where a coordinator wrote it down for them.
  var givenBy = ""
}

extension Research {
  static let columns: SQL = """
    r.id, r.version, r.case_id, r.organisation, r.due_on, r.asked_at, r.answer, r.answered_at,
    r.answered_by, r.until_on, r.ended_at, r.content
    """

  init(row: inout Row, _ sealing: ConferenceSealing) throws {
    let id: ID<Research> = try row.id()
    self.id = id
    version = try row.int()
    referral = try row.id()
    organisation = try row.id()
    due = try row.parsed()
    askedAt = try row.parsed()
    answer = try row.optionalChoice()
    answeredAt = try row.optionalParsed()
    answeredBy = try row.optionalID()
    until = try row.optionalParsed()
    endedAt = try row.optionalParsed()
    content = try sealing.open(try row.bytes(), .research, id)
  }
}
