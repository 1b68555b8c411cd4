internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// A case, or somebody of it, handed to another organisation, and what it answered.
struct CaseReferral: Sendable {
  let id: ID<CaseReferral>
  let version: Int
  let organisation: ID<Organisation>
  /// Whom it is about; `nil` where it is about the case.
  let person: ID<CasePerson>?
  /// The record of the share; `nil` where it was made before shares were recorded.
  let share: Reference?
  /// The ground of one made before that.
  let earlier: EarlierReferralBasis?
  let sentAt: Instant
  /// The day by which it is to be answered.
  let due: Day
  let answer: ReferralAnswer?
  let answeredAt: Instant?
  let content: Sensitive<Content>

  struct Content: Codable, Equatable, Sendable {
    /// What it is for.
    var purpose = ""
    /// Of one made before shares were recorded: who agreed and when, or why it was done without.
    var basis = ""
    /// What was answered; empty while nothing was.
    var answer = ""
  }

  static let columns: SQL = """
    f.id, f.version, f.organisation, f.person, f.share, f.basis, f.sent_at, f.due_on, f.answer,
    f.answered_at, f.content
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<CaseReferral> = try row.id()
    self.id = id
    version = try row.int()
    organisation = try row.id()
    person = try row.optionalID()
    share = try row.optionalParsed()
    earlier = try row.optionalChoice()
    sentAt = try row.parsed()
    due = try row.parsed()
    answer = try row.optionalChoice()
    answeredAt = try row.optionalParsed()
    content = try ReportSealing.value(
      keyring.open(try row.bytes(), table: "case_referral", row: id, column: "content"))
  }

  /// Whether its day is over and nobody has answered.
  func isLate(at now: Instant) -> Bool {
    answer == nil && London.instant(due, minute: WorkingTime.endMinute) <= now
  }
}

/// On what ground somebody was told of a person before shares were recorded; never chosen anew.
enum EarlierReferralBasis: String, CaseIterable, Sendable {
  case consent
  case task
  case vital

  var title: String {
    switch self {
    case .consent: "They agreed"
    case .task: "Public task, without their agreement"
    case .vital: "To protect somebody’s life or a child"
    }
  }
}

/// What an organisation answered.
enum ReferralAnswer: String, CaseIterable, Sendable, Bindable {
  case accepted
  case declined

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
