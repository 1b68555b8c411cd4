/// How a year's figure stands to its target; another fact than the direction of travel.
enum TargetStanding: CaseIterable, Sendable {
  case met
  case notMet
  /// The year is not over, and no rule says how much of a target part of a year should reach.
  case yearNotOver
  /// The figure of the year is not whole, the target is no level, or the plan wants neither way.
  case unknown

  /// The standing in words for a count or a cell.
  var words: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .yearNotOver: "year not over"
    case .unknown: "cannot be said"
    }
  }
}
