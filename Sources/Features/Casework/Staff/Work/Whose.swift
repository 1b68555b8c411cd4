internal import Access
internal import Database
internal import Kernel

/// Whose work a list shows.
enum Whose: String, CaseIterable, Sendable {
  case all
  case mine
  case covered
  case team
  case watched

  var title: String {
    switch self {
    case .all: "Everybody’s"
    case .mine: "Mine, and those I cover"
    case .covered: "Those I cover today"
    case .team: "My organisation’s"
    case .watched: "Those I watch"
    }
  }

  /// What the list holds, in a sentence.
  var words: String {
    switch self {
    case .all: "Everybody’s cases, and reports to decide about."
    case .mine: "Your cases only, and those of people you cover today."
    case .covered: "The cases of people you cover today, and none of your own."
    case .team: "The cases of everybody in your organisation."
    case .watched: "The cases you watch, whoever works on them."
    }
  }
}

/// Whose cases a list is made of, worked out for one reader.
enum WorkScope: Equatable, Sendable {
  /// Every case, and the reports nobody has decided about.
  case everybody
  /// The cases of some people, each read by itself; none of them is nobody’s.
  case owned(by: [ID<Account>])
  /// The cases somebody watches.
  case watched(by: ID<Account>)

  /// The most people whose cases one list joins.
  static let mostOwners = 60
}
