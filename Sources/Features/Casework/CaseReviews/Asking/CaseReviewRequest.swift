internal import Kernel
internal import Messages

/// What somebody wrote who asks for a case review.
struct CaseReviewRequest: Codable, Equatable, Sendable {
  var name = ""
  var phone = ""
  var email = ""
  /// Whether it is for somebody else, who agreed.
  var isOnBehalf = false
  /// Whom it is for, and how they agreed; `nil` where it is for themselves, and of those from before it
  /// was asked.
  var victim: Victim?
  /// Where letters go, line by line; `nil` where none was given.
  var address: String?
  /// How it is safe to reach them; `nil` of those from before it was asked.
  var contact: ReviewContact?
  /// References of earlier reports, to whomever they were made.
  var references = ""
  var story = ""

  /// Whom an application is for that somebody else makes: "any other person" may (section 104(1)(a)).
  struct Victim: Codable, Equatable, Sendable {
    var name: String
    /// The day they agreed, such as `2026-11-20`.
    var agreedOn: String
    /// How they agreed: in writing, in person, on the telephone.
    var agreedHow: String

    var words: String {
      "They agreed on \(Day(agreedOn)?.words ?? agreedOn): \(agreedHow)"
    }
  }

  /// The names of those it is about: who asks, and for whom.
  var names: [String] { [name, victim?.name ?? ""].filter { !$0.isEmpty } }

  /// The ways to reach them that were given, the first of which a letter takes.
  var given: [(route: MessageRoute, to: String)] {
    let ways: [(route: MessageRoute, to: String)] = [
      (.email, email), (.letter, address.map { "\(name)\n\($0)" } ?? ""), (.phone, phone),
    ]
    return ways.filter { !$0.to.isEmpty }
  }

  /// The way a letter goes: the first that is safe; `nil` where none is.
  var way: (route: MessageRoute, to: String)? {
    guard let contact else { return given.first }
    return given.first { contact.allows($0.route) }
  }
}

/// How and when it is safe to reach who asks for a case review.
struct ReviewContact: Codable, Equatable, Sendable {
  /// A way of it.
  enum Way: String, CaseIterable, Codable, Sendable {
    case email
    case phone
    case letter

    var route: MessageRoute {
      switch self {
      case .email: .email
      case .phone: .phone
      case .letter: .letter
      }
    }

    var title: String {
      switch self {
      case .email: "By email"
      case .phone: "By telephone"
      case .letter: "By letter"
      }
    }
  }

  /// The part of the day.
  enum Times: String, CaseIterable, Codable, Sendable {
    case any
    case morning
    case afternoon
    case evening

    var title: String {
      switch self {
      case .any: "At any time"
      case .morning: "From 8am to midday"
      case .afternoon: "From midday to 5pm"
      case .evening: "From 5pm to 8pm"
      }
    }

    /// Minutes past midnight; `nil` at any time.
    var minutes: Range<Int>? {
      switch self {
      case .any: nil
      case .morning: 8 * 60..<12 * 60
      case .afternoon: 12 * 60..<17 * 60
      case .evening: 17 * 60..<20 * 60
      }
    }
  }

  var ways: [Way]
  var times: Times
  /// What else is to be heeded, in their words.
  var words = ""

  func allows(_ route: MessageRoute) -> Bool { ways.contains { $0.route == route } }

  /// As the outbox obeys it.
  var safe: SafeContact { SafeContact(routes: Set(ways.map(\.route)), minutes: times.minutes) }

  /// As staff read it.
  var summary: String {
    let ways = ways.map { $0.title.lowercased() }.joined(separator: ", ")
    return "\(ways.prefix(1).uppercased() + ways.dropFirst()). \(times.title)."
      + (words.isEmpty ? "" : " \(words)")
  }
}
