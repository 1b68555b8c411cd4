internal import Kernel

/// For how long the records of a case are kept once it is over.
///
/// It is over on the day it was last heard, or was not taken. Its time is over on the day after the
/// corresponding day so many months on.
struct KeepingRule: Equatable, Sendable {
  let months: Int

  /// The first day on which somebody may decide about it.
  func due(_ ended: Day) -> Day {
    RepeatRule(months: months).lastDay(after: ended).adding(days: 1)
  }

  /// The last day on which a case can have ended that is due on a day.
  func cutoff(on today: Day) -> Day {
    let month = Month(index: today.month.index - months)
    var day = Day(year: month.year, month: month.number, day: today.civil.day) ?? month.lastDay
    while due(day) > today { day = day.adding(days: -1) }
    return day
  }
}
