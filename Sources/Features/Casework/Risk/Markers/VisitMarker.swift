internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// A warning to whoever visits: what to mind at a place or with a person, on what evidence, until
/// when.
///
/// It is looked at again on its review day. Where nobody does, it lapses by itself four weeks later:
/// whether it holds is worked out from its days, so no job has to run.
struct VisitMarker: Sendable {
  /// The most days until it is looked at again.
  static let mostDays = 183
  /// Days after its review day through which it holds where nobody has looked at it.
  static let graceDays = 28

  let id: ID<VisitMarker>
  let version: Int
  /// The case it was written in.
  let file: ID<CaseFile>
  let reference: Reference
  /// The place it is about, by its key in the gazetteer; `nil` where it is about a person.
  let placeKey: String?
  let placeName: String?
  /// The person of the case it is about; `nil` where it is about a place.
  let person: ID<CasePerson>?
  let addedAt: Instant
  let account: ID<Account>?
  /// When somebody last found that it holds; `nil` where nobody has looked since it was written.
  let reviewedAt: Instant?
  let reviewOn: Day
  /// The last day on which it holds.
  let lapsesOn: Day
  let endedAt: Instant?
  let content: Sensitive<Content>

  /// What is sealed.
  struct Content: Codable, Equatable, Sendable {
    /// What to mind.
    var warning = ""
    /// What it rests on.
    var evidence = ""
    /// Why it was taken off; empty while it was not.
    var ended = ""

    /// What it rested on when it was written; below stand the findings of reviews.
    var firstEvidence: String { evidence.split(separator: "\n").first.map(String.init) ?? "" }
  }

  /// How it stands on a day.
  enum Standing: Equatable, Sendable {
    case holds
    /// It holds, and is to be looked at.
    case isDue
    case lapsed
    case takenOff

    var title: String {
      switch self {
      case .holds: "Holds"
      case .isDue: "Holds, to be reviewed"
      case .lapsed: "Lapsed"
      case .takenOff: "Taken off"
      }
    }
  }

  func standing(on today: Day) -> Standing {
    if endedAt != nil { return .takenOff }
    if today > lapsesOn { return .lapsed }
    return today >= reviewOn ? .isDue : .holds
  }

  func holds(on today: Day) -> Bool {
    let standing = standing(on: today)
    return standing == .holds || standing == .isDue
  }

  /// The last day of a marker that is to be looked at on a day.
  static func lapse(after review: Day) -> Day { review.adding(days: graceDays) }
}

extension VisitMarker {
  static let columns: SQL = """
    m.id, m.version, m.case_file, c.reference, m.place_key, m.place_name, m.person, m.added_at,
    m.account, m.reviewed_at, m.review_on, m.lapses_on, m.ended_at, m.content
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<VisitMarker> = try row.id()
    self.id = id
    version = try row.int()
    file = try row.id()
    reference = try row.parsed()
    placeKey = try row.optionalText()
    placeName = try row.optionalText()
    person = try row.optionalID()
    addedAt = try row.parsed()
    account = try row.optionalID()
    reviewedAt = try row.optionalParsed()
    reviewOn = try row.parsed()
    lapsesOn = try row.parsed()
    endedAt = try row.optionalParsed()
    content = try ReportSealing.value(
      keyring.open(try row.bytes(), table: "visit_marker", row: id, column: "content"))
  }
}

/// What a marker is about.
enum MarkerSubject: Equatable, Sendable {
  case place(key: String, name: String)
  case person(ID<CasePerson>)
}
