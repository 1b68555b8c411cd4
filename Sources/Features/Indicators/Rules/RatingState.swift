/// A rating: computed from the change, or given by a person; the two are never merged.
enum RatingState: String, Hashable, Sendable, CaseIterable {
  case green, amber, red
  /// No rating: no comparison, not comparable, or no way is wanted.
  case none

  /// Reads the words of published documents, where "Orange" is amber.
  init?(published word: String) {
    switch word.lowercased() {
    case "green": self = .green
    case "amber", "orange": self = .amber
    case "red": self = .red
    default: return nil
    }
  }

  /// The state in words, such as "Green".
  var words: String {
    switch self {
    case .green: "Green"
    case .amber: "Amber"
    case .red: "Red"
    case .none: "No rating"
    }
  }
}
