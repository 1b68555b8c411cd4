public import Kernel

/// For how many months records are kept once they are over, until somebody looks at them.
public struct KeepingRule: Equatable, Sendable {
  /// How many.
  public let months: Int

  /// The rule of so many months.
  public init(months: Int) { self.months = months }

  /// The first day on which somebody may decide about what was over on a day: the one after the
  /// corresponding day so many months on, or after the last of a month that has none.
  public func due(_ ended: Day) -> Day {
    let month = ended.month.adding(months: months)
    let last =
      Day(year: month.year, month: month.number, day: ended.civil.day) ?? month.lastDay
    return last.adding(days: 1)
  }

  /// The last day on which something can have been over that is due on a day.
  public func cutoff(on today: Day) -> Day {
    let month = Month(index: today.month.index - months)
    var day = Day(year: month.year, month: month.number, day: today.civil.day) ?? month.lastDay
    while due(day) > today { day = day.adding(days: -1) }
    return day
  }
}
