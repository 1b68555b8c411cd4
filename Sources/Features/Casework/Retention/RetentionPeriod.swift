internal import Kernel

/// Months for which records are kept, counted in London days.
///
/// They end on the same day of the month, or on the first of the next where it has no such day, so
/// that nothing goes a day early.
enum RetentionPeriod {
  /// The last moment at which the time of a record due today can have begun.
  static func cutoff(_ months: Int, at now: Instant) -> Instant {
    let today = London.day(now)
    let month = Month(index: today.month.index - months)
    let (first, last) = (month.firstDay.civil, month.lastDay.civil.day)
    let start = Day(year: first.year, month: first.month, day: min(today.civil.day, last))
    guard let start else { return now }
    return London.start(of: start.adding(days: 1)).adding(seconds: -0.001)
  }

  /// The first day on which a record is due whose time began at a moment.
  static func dueDay(_ months: Int, from began: Instant) -> Day {
    let day = London.day(began)
    let month = Month(index: day.month.index + months)
    let first = month.firstDay.civil
    return Day(year: first.year, month: first.month, day: day.civil.day)
      ?? month.lastDay.adding(days: 1)
  }
}
