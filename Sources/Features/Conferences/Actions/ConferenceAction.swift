internal import Access
internal import Database
internal import Kernel

/// What an organisation is to do by a day, as a meeting decided.
struct ConferenceAction: Sendable {
  enum State: String, CaseIterable, Sendable {
    case open
    case done
    /// It was not done and still should be: it comes to the next meeting.
    case notDone = "not-done"
    /// It cannot be done; nobody expects it any more.
    case notPossible = "not-possible"

    var title: String {
      switch self {
      case .open: "Open"
      case .done: "Done"
      case .notDone: "Not done"
      case .notPossible: "Not possible"
      }
    }

    var isUnfinished: Bool { self == .open || self == .notDone }
    /// What may be said of one.
    static let answers: [State] = [.done, .notDone, .notPossible]
    var needsReason: Bool { self != .done }
  }

  /// What an organisation will do, so that an action says who does what by when.
  enum Verb: String, CaseIterable, Sendable {
    case tell, visit, fit, refer, check, mark, offer, arrange, send, act

    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  let id: ID<ConferenceAction>
  let version: Int
  let kind: String
  let meeting: ID<Meeting>
  /// The case it is about; `nil` of other business.
  let referral: ID<Referral>?
  let organisation: ID<Organisation>
  /// Who does it there, where that was said.
  let owner: ID<Account>?
  let verb: Verb
  let due: Day
  let state: State
  let answeredAt: Instant?
  let content: Sensitive<ActionContent>

  var words: String { "\(verb.title) \(content.reveal(for: "list of actions").task)" }
}

/// The words of an action; kept sealed.
///
/// Whoever does it reads them, and not whom they are about.
struct ActionContent: Codable, Equatable, Sendable {
  var task = ""
  /// What came of it, or why not.
  var outcome = ""
}

extension ConferenceAction {
  static let columns: SQL = """
    a.id, a.version, a.kind, a.meeting, a.case_id, a.organisation, a.owner, a.verb, a.due_on,
    a.state, a.answered_at, a.content
    """

  init(row: inout Row, _ sealing: ConferenceSealing) throws {
    let id: ID<ConferenceAction> = try row.id()
    self.id = id
    version = try row.int()
    kind = try row.text()
    meeting = try row.id()
    referral = try row.optionalID()
    organisation = try row.id()
    owner = try row.optionalID()
    verb = try row.choice()
    due = try row.parsed()
    state = try row.choice()
    answeredAt = try row.optionalParsed()
    content = try sealing.open(try row.bytes(), .action, id)
  }
}
