internal import Kernel

/// What somebody decided about one item.
struct AccessDecision: Sendable {
  let item: String
  let isGiven: Bool
  let reason: LeavingReason?
  let content: Sensitive<Content>

  /// What is sealed.
  struct Content: Codable, Equatable, Sendable {
    /// Passages to strike.
    var passages: [String] = []
    /// The words it was decided about: others are decided about anew.
    var text = ""
    /// Whether the file itself goes along; what was decided before there was a choice has none.
    var withFile: Bool?
  }
}
