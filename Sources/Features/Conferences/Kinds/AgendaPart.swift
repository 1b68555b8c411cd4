/// A part of a meeting's agenda; each kind of conference has its own order of them.
enum AgendaPart: String, CaseIterable, Codable, Sendable {
  /// What was to be done since last time and is not.
  case actions
  /// Cases with children in the home.
  case children
  /// Cases with adults only.
  case adults
  /// Every case, where a kind does not set children first.
  case cases
  /// Cases whose flag ends.
  case flags
  /// Anything else.
  case other

  var title: String {
    switch self {
    case .actions: "Unfinished actions"
    case .children: "Cases with children"
    case .adults: "Cases with adults only"
    case .cases: "Cases"
    case .flags: "Flags that end"
    case .other: "Any other business"
    }
  }

  /// The order that stands in the database, its words apart.
  static func order(_ stored: String) -> [Self] {
    stored.split(separator: " ").compactMap { Self(rawValue: String($0)) }
  }

  /// Whether a case with so many children is heard in this part.
  func hears(children: Int) -> Bool {
    switch self {
    case .children: children > 0
    case .adults: children == 0
    case .cases: true
    case .actions, .flags, .other: false
    }
  }
}
