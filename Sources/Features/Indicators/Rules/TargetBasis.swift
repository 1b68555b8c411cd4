/// What a target's number is a number of.
enum TargetBasis: String, Hashable, Sendable, CaseIterable {
  /// The level itself.
  case absolute
  /// A change in % of the target of the year before; of the baseline in the first year.
  case chained
  /// A change in % of the baseline, every year.
  case ofBaseline = "of baseline"
  /// The plan does not say: ask, never guess.
  case notStated = "not stated"

  /// The basis that a plan's own numbers leave, where it states none.
  ///
  /// Percentages that grow weaker year by year would, if each were of the baseline, let a later
  /// year be worse than an earlier one: then they can only be chained. Otherwise both readings
  /// stand and the basis is not stated.
  static func implied(by targets: [TargetStatement]) -> TargetBasis {
    let changes = targets.compactMap { target -> Figure? in
      guard case .change(let change) = target.meaning else { return nil }
      return change
    }
    guard !changes.isEmpty else {
      return targets.contains { $0.level != nil } ? .absolute : .notStated
    }
    let weakens = zip(changes, changes.dropFirst()).contains { earlier, later in
      later.ratio.magnitude < earlier.ratio.magnitude
    }
    return weakens ? .chained : .notStated
  }

  /// The basis in words for a page.
  var words: String {
    switch self {
    case .absolute: "the level itself"
    case .chained: "change on the year before"
    case .ofBaseline: "change on the baseline"
    case .notStated: "basis not stated"
    }
  }
}
