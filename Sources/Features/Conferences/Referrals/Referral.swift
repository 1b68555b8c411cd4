internal import Access
internal import Database
internal import Kernel

/// Somebody referred to a conference: one case of it.
struct Referral: Sendable {
  /// How far it is.
  enum State: String, CaseIterable, Sendable {
    case referred
    case listed
    case heard
    case declined

    var title: String {
      switch self {
      case .referred: "To be decided"
      case .listed: "On the agenda"
      case .heard: "Heard"
      case .declined: "Not taken"
      }
    }
  }

  let id: ID<Referral>
  let version: Int
  let kind: String
  let reference: Reference
  let state: State
  /// The key of its ground.
  let criterion: String
  let assessment: Assessment
  let children: Int
  let isUrgent: Bool
  /// The last referral of the same parties within the time of the kind's rules.
  let repeatOf: ID<Referral>?
  /// Who referred it.
  let organisation: ID<Organisation>
  let referredOn: Day
  let madeBy: ID<Account>?
  let madeAt: Instant
  let grounds: ReferralGrounds
  let flagUntil: Day?
  let flagEndedOn: Day?
  let content: Sensitive<ReferralContent>
}

/// The risk assessment a referral rests on; the score is empty where there was none.
struct Assessment: Equatable, Sendable {
  var instrument = ""
  var version = ""
  var score: Int?

  var words: String? {
    guard !instrument.isEmpty else { return nil }
    let name = version.isEmpty ? instrument : "\(instrument), \(version)"
    return score.map { "\(name): \($0)" } ?? name
  }
}

/// All that is about people in a referral; kept sealed, as one value.
struct ReferralContent: Codable, Equatable, Sendable {
  var name = ""
  /// The day of birth as `YYYY-MM-DD`; empty where it is not known.
  var born = ""
  /// The other side; empty where there is none or nobody knows.
  var other = ""
  var why = ""
  /// What the person wants, in their words where possible.
  var wishes = ""
  /// How they can be reached without danger.
  var contact = ""
  /// Why the referral is needed and what was weighed.
  var necessity = ""
  /// Whether they know of it, and if not, why not.
  var told = ""
  /// Why it was not taken; empty until then.
  var declined = ""
}

extension Referral {
  static let columns: SQL = """
    c.id, c.version, c.kind, c.reference, c.state, c.criterion, c.instrument, c.instrument_version,
    c.score, c.children, c.is_urgent, c.repeat_of, c.organisation, c.referred_on, c.made_by,
    c.made_at, c.grounds, c.basis, c.condition, c.flag_until, c.flag_ended_on, c.content
    """

  init(row: inout Row, _ sealing: ConferenceSealing) throws {
    let id: ID<Referral> = try row.id()
    self.id = id
    version = try row.int()
    kind = try row.text()
    reference = try row.parsed()
    state = try row.choice()
    criterion = try row.text()
    assessment = Assessment(
      instrument: try row.text(), version: try row.text(), score: try row.optionalInt())
    children = try row.int()
    isUrgent = try row.bool()
    repeatOf = try row.optionalID()
    organisation = try row.id()
    referredOn = try row.parsed()
    madeBy = try row.optionalID()
    madeAt = try row.parsed()
    grounds = try ReferralGrounds(
      stored: try row.optionalText(), basis: try row.optionalText(),
      condition: try row.optionalText())
    flagUntil = try row.optionalParsed()
    flagEndedOn = try row.optionalParsed()
    content = try sealing.open(try row.bytes(), .referral, id)
  }
}
