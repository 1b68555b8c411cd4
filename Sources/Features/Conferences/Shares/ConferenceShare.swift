internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What one question of a conference shows to an organisation, and until when; its grounds are those
/// of the referral.
struct ConferenceShare: Sendable {
  /// Why it ended before its day.
  enum Ending: String, CaseIterable, Sendable {
    case answered
    case takenBack = "taken-back"
    case replaced
    case notTaken = "not-taken"
    case heard

    var title: String {
      switch self {
      case .answered: "The question was answered"
      case .takenBack: "It was taken back"
      case .replaced: "Another link took its place"
      case .notTaken: "The referral was not taken"
      case .heard: "The case was heard"
      }
    }
  }

  let id: ID<ConferenceShare>
  let referral: ID<Referral>
  let research: ID<Research>
  /// The link that shows it; `nil` where its accounts read the case.
  let link: ID<AnswerLink>?
  let organisation: ID<Organisation>
  let fields: [ShareField]
  let since: Instant
  /// The last day it was given for; it may have ended before.
  let lastDay: Day
  let endsAt: Instant
  let ending: Ending?
  let account: ID<Account>?
  /// Its record in the register of shares; `nil` of a conference that stands apart, which keeps its own.
  let register: Reference?

  var way: String { link == nil ? "Its accounts read the case" : "A link to its mailbox" }

  func isOpen(at now: Instant) -> Bool { endsAt > now }

  /// The last day on which it has or had it.
  var lastShown: Day { London.day(endsAt.adding(seconds: -0.001)) }
}

extension ConferenceShare {
  static let columns: SQL = """
    s.id, s.case_id, s.research, s.link, s.organisation, s.fields, s.since, s.last_day, s.ends_at,
    s.ending, s.account, s.register
    """

  init(row: inout Row) throws {
    id = try row.id()
    referral = try row.id()
    research = try row.id()
    link = try row.optionalID()
    organisation = try row.id()
    let told = Set(try row.text().split(separator: " ").map(String.init))
    fields = ShareField.allCases.filter { told.contains($0.rawValue) }
    since = try row.parsed()
    lastDay = try row.parsed()
    endsAt = try row.parsed()
    ending = try row.optionalChoice()
    account = try row.optionalID()
    register = try row.optionalParsed()
  }
}
