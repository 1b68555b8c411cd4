/// The clock of Europe/London, where all times are shown and days begin.
///
/// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
/// October (The Summer Time Order 2002, SI 2002/262; the same days in fact since 1996). Moments
/// before 1996 are shown by that rule too, which is wrong for some days of those years: no record
/// of the product is older.
public enum London {
  /// Whether summer time, one hour ahead of UTC, is in force.
  public static func isSummer(_ instant: Instant) -> Bool {
    let year = Day(number: dayNumber(instant.seconds)).civil.year
    return instant >= change(month: 3, year: year) && instant < change(month: 10, year: year)
  }

  /// The London day that holds a moment.
  public static func day(_ instant: Instant) -> Day {
    Day(number: dayNumber(localSeconds(instant)))
  }

  /// Hours (0-23) and minutes past midnight in London.
  public static func time(_ instant: Instant) -> (hour: Int, minute: Int) {
    let local = localSeconds(instant)
    let rest = Int(local - Int64(dayNumber(local)) * 86_400)
    return (rest / 3600, rest / 60 % 60)
  }

  /// The first moment of a London day.
  public static func start(of day: Day) -> Instant {
    let midnight = Instant(milliseconds: Int64(day.number) * 86_400_000)
    let hourBefore = midnight.adding(seconds: -3600)
    return isSummer(hourBefore) ? hourBefore : midnight
  }

  /// The moment at which clocks in London show so many minutes after midnight, 0 to 1439.
  ///
  /// Of the hour that comes twice in October the first; a time that March leaves out is read an hour
  /// later.
  public static func instant(_ day: Day, minute: Int) -> Instant {
    let asUTC = Instant(milliseconds: (Int64(day.number) * 86_400 + Int64(minute) * 60) * 1000)
    let hourBefore = asUTC.adding(seconds: -3600)
    return isSummer(hourBefore) ? hourBefore : asUTC
  }

  /// A moment in words for people, such as "20 November 2026, 9:37am".
  public static func words(_ instant: Instant) -> String {
    "\(day(instant).words), \(timeWords(instant))"
  }

  /// The time of day in words, such as "9:37am", "midday" or "midnight".
  public static func timeWords(_ instant: Instant) -> String {
    let time = time(instant)
    switch (time.hour, time.minute) {
    case (0, 0): return "midnight"
    case (12, 0): return "midday"
    default:
      let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
      let minutes = time.minute == 0 ? "" : ":\(padded(time.minute, 2))"
      return "\(hour)\(minutes)\(time.hour < 12 ? "am" : "pm")"
    }
  }

  private static func localSeconds(_ instant: Instant) -> Int64 {
    instant.seconds + (isSummer(instant) ? 3600 : 0)
  }

  private static func change(month: Int, year: Int) -> Instant {
    let last = Month(index: year * 12 + month - 1).lastDay
    let sunday = last.adding(days: -(last.weekday % 7))
    return Instant(milliseconds: (Int64(sunday.number) * 86_400 + 3600) * 1000)
  }

  private static func dayNumber(_ seconds: Int64) -> Int {
    Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }
}
