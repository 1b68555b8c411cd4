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
  /// The cases of some people, each read by itself; `leftOut` more had no place in it.
  case owned(by: [ID<Account>], leftOut: Int = 0)
  /// The cases somebody watches.
  case watched(by: ID<Account>)

  /// The most people whose cases one list joins.
  static let mostOwners = 60

  /// What has no place on the list and where it is found; `nil` where nothing is left out.
  var leftOut: String? {
    guard case .owned(_, let others) = self, others > 0 else { return nil }
    return
      "Your organisation has more people who work on cases than the \(Self.mostOwners) whose cases are "
      + "here. The cases of the other \(others) are on the list of everybody’s."
  }
}
