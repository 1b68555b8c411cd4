/// How a figure differs from the one before.
struct Change: Hashable, Sendable {
  let value: Ratio
  let previous: Ratio
  /// Whether the figures are percentages, whose change is also told in points.
  let isPercentage: Bool

  /// The difference in the figure's own unit.
  var difference: Ratio { value - previous }

  /// The change in % of the previous figure, relative also for percentages; `nil` from nought.
  var percent: Ratio? { (difference * Ratio(100)) / previous.magnitude }

  /// The change in percentage points; only percentages have one.
  var points: Ratio? { isPercentage ? difference : nil }

  /// The difference in the direction that is not wanted: positive is worse.
  func adverse(wanted: Polarity.Direction) -> Ratio {
    wanted == .lower ? difference : -difference
  }
}
