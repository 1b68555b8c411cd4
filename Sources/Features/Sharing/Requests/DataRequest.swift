internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// What somebody asked the partnership for.
struct DataRequest: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case crimeAndDisorder = "section-115"
    case depersonalised = "section-17a"
    case caseReview = "asb-review"
    case court
    case other

    var title: String {
      switch self {
      case .crimeAndDisorder: "To prevent crime and disorder"
      case .depersonalised: "A set of depersonalised data"
      case .caseReview: "For an ASB case review"
      case .court: "A court’s order"
      case .other: "Another request"
      }
    }

    var section: String? {
      switch self {
      case .crimeAndDisorder: "Crime and Disorder Act 1998, section 115"
      case .depersonalised: "Crime and Disorder Act 1998, section 17A; SI 2007/1831"
      case .caseReview:
        "Anti-social Behaviour, Crime and Policing Act 2014, Schedule 4, paragraph 7"
      case .court, .other: nil
      }
    }

    /// Working days until an answer is due where the request names no day: the partnership's own
    /// rule, since no section sets one.
    static let workingDays = 10

    /// The day an answer is due where none was asked for.
    func due(received: Day, in time: WorkingTime) -> Day {
      guard self == .depersonalised else {
        return time.day(Self.workingDays, after: received)
      }
      return DepersonalisedSet.due(of: received.month.quarter.adding(quarters: -1))
    }
  }

  enum Outcome: String, CaseIterable, Sendable {
    case shared
    case partly
    case sent
    case refused
    case nothing

    var title: String {
      switch self {
      case .shared: "Shared, as its record says"
      case .partly: "Shared in part, as its record says"
      case .sent: "Depersonalised data was sent"
      case .refused: "Refused"
      case .nothing: "We hold nothing of it"
      }
    }

    /// Whether somebody was given personal data, which has a record of its own.
    var isShared: Bool { self == .shared || self == .partly }
  }

  let id: ID<DataRequest>
  let version: Int
  let reference: Reference
  let kind: Kind
  /// The organisation of the partnership that asks; `nil` where it is another.
  let organisation: ID<Organisation>?
  let receivedOn: Day
  let dueOn: Day
  let answeredOn: Day?
  let outcome: Outcome?
  /// The share it was answered with.
  let share: Reference?
  let account: ID<Account>?
  let content: Sensitive<Content>

  /// What is written about it; kept sealed, as one value.
  struct Content: Codable, Equatable, Sendable {
    /// The name of an asker outside the partnership.
    var asker = ""
    var wanted = ""
    var answer = ""
  }

  func isLate(on day: Day) -> Bool { answeredOn == nil && dueOn < day }
}

extension DataRequest {
  static let columns: SQL = """
    r.id, r.version, r.reference, r.kind, r.organisation, r.received_on, r.due_on, r.answered_on,
    r.outcome, r.share, r.account, r.content
    """
  private static let table: StaticString = "sharing_request"

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<DataRequest> = try row.id()
    self.id = id
    version = try row.int()
    reference = try row.parsed()
    kind = try row.choice()
    organisation = try row.optionalID()
    receivedOn = try row.parsed()
    dueOn = try row.parsed()
    answeredOn = try row.optionalParsed()
    outcome = try row.optionalChoice()
    share = try row.optionalParsed()
    account = try row.optionalID()
    let text = try keyring.open(try row.bytes(), table: Self.table, row: id, column: "content")
    let bytes = Data(text.reveal(for: "reading a sealed record").utf8)
    content = Sensitive(try JSONDecoder().decode(Content.self, from: bytes))
  }

  static func seal(
    _ content: Content, _ id: ID<DataRequest>, _ keyring: Keyring
  ) throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    return keyring.seal(Sensitive(text), table: Self.table, row: id, column: "content")
  }
}
