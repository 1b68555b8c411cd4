extension Range<Day> {
  /// The bank holidays of England and Wales among some days, in order.
  ///
  /// By the Banking and Financial Dealings Act 1971 with its substitute days, and by the royal
  /// proclamations of 2020, 2022 and 2023 that moved or added days; later proclamations are not
  /// known here: ``WorkingTime`` is told of them. Right from 1978 on.
  ///
  /// - Complexity: O(years).
  public var bankHolidays: [Day] {
    guard lowerBound < upperBound else { return [] }
    let years = lowerBound.civil.year...upperBound.adding(days: -1).civil.year
    return years.flatMap(BankHolidays.of).filter(contains).sorted()
  }
}

private enum BankHolidays {
  static func of(_ year: Int) -> [Day] {
    let easter = easterSunday(year)
    let days = [
      substitute(day(year, 1, 1)), easter.adding(days: -2), easter.adding(days: 1),
      firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8),
    ]
    return moved(days + christmas(year), year)
  }

  /// Christmas and Boxing Day; where one falls on a weekend, the next days at work stand for it.
  private static func christmas(_ year: Int) -> [Day] {
    let first = day(year, 12, 25)
    return switch first.weekday {
    case 5: [first, first.adding(days: 3)]
    case 6: [first.adding(days: 2), first.adding(days: 3)]
    case 7: [first.adding(days: 1), first.adding(days: 2)]
    default: [first, first.adding(days: 1)]
    }
  }

  private static func moved(_ days: [Day], _ year: Int) -> [Day] {
    switch year {
    case 2020: days.filter { $0 != firstMonday(2020, 5) } + [day(2020, 5, 8)]
    case 2022:
      days.filter { $0 != lastMonday(2022, 5) } + [
        day(2022, 6, 2), day(2022, 6, 3), day(2022, 9, 19),
      ]
    case 2023: days + [day(2023, 5, 8)]
    default: days
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(civil: (year, month, day))
  }

  /// The day itself, or the Monday after where it falls on a weekend.
  private static func substitute(_ day: Day) -> Day {
    day.weekday < 6 ? day : day.adding(days: 8 - day.weekday)
  }

  private static func firstMonday(_ year: Int, _ month: Int) -> Day {
    let first = day(year, month, 1)
    return first.adding(days: (8 - first.weekday) % 7)
  }

  private static func lastMonday(_ year: Int, _ month: Int) -> Day {
    let last = Month(index: year * 12 + month - 1).lastDay
    return last.adding(days: 1 - last.weekday)
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, Jones & Butcher, from Nature 1876).
  private static func easterSunday(_ year: Int) -> Day {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let (month, rest) = (h + l - 7 * m + 114).quotientAndRemainder(dividingBy: 31)
    return day(year, month, rest + 1)
  }
}
