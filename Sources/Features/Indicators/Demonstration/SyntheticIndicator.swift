import Kernel

/// One indicator of the demonstration's plan: what it is, and how its made-up figures run.
struct SyntheticIndicator: Sendable {
  let code: String
  let title: String
  let unit: String
  var kind = FigureKind.count
  let polarity: Polarity
  let reason: String
  let owner: String
  /// The key of the agency in the demonstration that answers for it.
  let agency: String
  var frequency = Definition.Frequency.month
  /// How many in a usual month; for shares the number they are out of.
  var level = 0.0
  /// Growth a year, such as -0.04.
  var trend = 0.0
  /// For shares, how many of a hundred in the first month.
  var share = 0.0
  /// How much summer lifts it, such as 0.1.
  var season = 0.0
  /// The measure that computes it, instead of made-up figures.
  var measure: String?
  /// Where a measure counts, in words.
  var source = "Street files of the police"
  var denominator: String?
  /// The four years' targets in the plan's words.
  var targets = ["Not set", "Not set", "Not set", "Not set"]
  var basis = TargetBasis.absolute
  var annualReason: String?
  /// A month from which it is counted another way.
  var broken: SeriesBreak?
  /// How many of the last months its agency has not supplied.
  var late = 0
  /// What is said of the last quarter.
  var commentary: String?
  /// The state a person set for the last quarter.
  var judgement: (state: RatingState, reason: String)?
}

/// A priority of the demonstration's plan.
struct SyntheticPriority: Sendable {
  let code: String
  let title: String
  let indicators: [SyntheticIndicator]
}
