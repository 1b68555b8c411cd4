internal import Kernel

/// Minutes since 1970-01-01 00:00, by UTC and by the clock on the wall in London.
enum LondonMinutes {
  private static let summer = 60

  /// The moment a clock on the wall shows.
  ///
  /// Of the hour that comes twice in October it is the first; a time in the hour that March leaves
  /// out is taken for an hour later, since clocks that were not put forward show it.
  static func moment(wall: Int) -> Int {
    isSummer(wall - summer) ? wall - summer : wall
  }

  /// What a clock on the wall shows at a moment.
  static func wall(_ moment: Int) -> Int { isSummer(moment) ? moment + summer : moment }

  /// The London day of a moment.
  static func day(_ moment: Int) -> Day { Day(number: floored(wall(moment), 1440)) }

  /// The moment a London day begins.
  static func start(of day: Day) -> Int { moment(wall: day.number * 1440) }

  /// The moment as an instant.
  static func instant(_ moment: Int) -> Instant { Instant(milliseconds: Int64(moment) * 60_000) }

  /// Minutes from the Monday before 1970 to what the clock on the wall shows.
  static func ofWeek(_ moment: Int) -> Int { wall(moment) + 3 * 1440 }

  /// The Monday of a day's week, by its days since 1970.
  static func monday(_ day: Day) -> Int { day.number - (day.weekday - 1) }

  private static func isSummer(_ moment: Int) -> Bool { London.isSummer(instant(moment)) }

  private static func floored(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }
}
