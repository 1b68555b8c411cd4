internal import Kernel

/// What happened, in the reporter's words.
struct ReportStory: Codable, Equatable, Sendable {
  var narrative = ""
  /// Where it happened as it was written; beside it stands the place of the gazetteer.
  var placeWords = ""
  /// What it does to the reporter.
  var effect = ""
  /// What makes it weigh more: a word of ``Circumstance`` each.
  var circumstances: [Circumstance] = []
  /// Because of what about them, in their own words.
  var strandWords = ""
  /// Whom they told before, with the reference they were given.
  var told = ""
  var landlord = ""
  /// What the words of the report warn of.
  var flags: [ReportFlag] = []
  /// Why it may be no real report.
  var doubts: [ReportDoubt] = []
  /// The answer to the question of its kind.
  var exception: ExceptionAnswer?
}

/// Who is said to do it; kept apart from who reports it.
struct ReportSubject: Codable, Equatable, Sendable {
  var name = ""
  var address = ""
  var description = ""
  var vehicle = ""
  /// Whether the reporter knows them.
  var isKnown: String = ""

  var isEmpty: Bool { self == ReportSubject() }
}

/// Who reports, and how they may be reached safely.
struct Reporter: Codable, Equatable, Sendable {
  var name = ""
  var phone = ""
  var email = ""
  /// The way they choose.
  var way: ContactWay?
  /// When and how it is safe, in their words.
  var safety = ""
  /// The language they read the pages in, by its own name and code; `nil` for English.
  var language: String?
}

/// The way a reporter chose to be reached.
enum ContactWay: String, CaseIterable, Codable, Sendable {
  case phone
  case text
  case email
  case unwanted = "none"

  var title: String {
    switch self {
    case .phone: "Telephone call"
    case .text: "Text message"
    case .email: "Email"
    case .unwanted: "Do not contact me"
    }
  }
}

/// What makes a report weigh more.
enum Circumstance: String, CaseIterable, Codable, Sendable {
  case afraid
  case children
  case health
  case alone
  case targeted

  var title: String {
    switch self {
    case .afraid: "I am afraid at home or outside"
    case .children: "Children live with me"
    case .health: "Someone here is ill, disabled or frail"
    case .alone: "I live alone"
    case .targeted: "I am being picked on"
    }
  }
}

/// What somebody answered to the question of an exception.
enum ExceptionAnswer: String, Codable, Sendable {
  /// It is one of the cases in which it counts.
  case applies
  /// It is not, and they want to report it all the same.
  case still
}
