/// How a figure differs from the one before.
struct Change: Hashable, Sendable {
  let value: Ratio
  let previous: Ratio
  /// Whether the figures are percentages, whose change is also told in points.
  let isPercentage: Bool
  /// The difference in the figure's own unit.
  let difference: Ratio
  /// The change in % of the previous figure, relative also for percentages; `nil` from nought.
  let percent: Ratio?

  init(value: Ratio, previous: Ratio, isPercentage: Bool) {
    self.value = value
    self.previous = previous
    self.isPercentage = isPercentage
    difference = value - previous
    percent = (difference * Ratio(100)) / previous.magnitude
  }

  /// The change in percentage points; only percentages have one.
  var points: Ratio? { isPercentage ? difference : nil }

  /// The difference in the direction that is not wanted: positive is worse.
  func adverse(wanted: Polarity.Direction) -> Ratio {
    wanted == .lower ? difference : -difference
  }
}
