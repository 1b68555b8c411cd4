import Kernel

/// When a plan's returns are due: so many calendar days after the period ends.
///
/// Calendar days, so that a weekend or a holiday does not move it: the form says the day.
struct ReturnRule: Hashable, Sendable {
  let days: Int
  /// Nought where the plan keeps the usual rule.
  let version: Int

  /// Three weeks, where a plan says nothing.
  static let usual = ReturnRule(days: 21, version: 0)
  static let allowed = 1...120
  /// Days until an agency that was chased is chased again, where nobody says otherwise.
  static let chaseAgainDays = 7

  func due(_ period: Period) -> Day { period.lastDay.adding(days: days) }
}
