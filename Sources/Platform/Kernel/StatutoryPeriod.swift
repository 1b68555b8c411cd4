/// Periods as statutes count them.
///
/// A period "beginning with" a day counts that day; a period of months ends on the day before the
/// corresponding day of the last month (Dodds v Walker [1981] 1 WLR 1027), or on the last day of that
/// month where it has none.
public enum StatutoryPeriod {
  /// The last day within so many months beginning with a day.
  ///
  /// One month beginning with 15 March ends on 14 April; beginning with 31 January 2026, on 28
  /// February; beginning with 28 February, on 27 March.
  ///
  /// - Parameters:
  ///   - months: ≥ 1; a year is 12.
  ///   - first: the day that counts as the first.
  /// - Returns: the last day that counts.
  public static func lastDay(ofMonths months: Int, beginningWith first: Day) -> Day {
    let month = Month(index: first.month.index + months)
    let civil = month.firstDay.civil
    let corresponding = Day(year: civil.year, month: civil.month, day: first.civil.day)
    return corresponding?.adding(days: -1) ?? month.lastDay
  }

  /// The last day within so many days beginning with a day; `days` ≥ 1.
  public static func lastDay(ofDays days: Int, beginningWith first: Day) -> Day {
    first.adding(days: days - 1)
  }

  /// Whether a period from one day to another, both counted, is at most so many months.
  public static func isWithin(months: Int, from first: Day, through last: Day) -> Bool {
    last <= lastDay(ofMonths: months, beginningWith: first)
  }

  /// Whether a period from one day to another, both counted, is at least so many months.
  public static func isAtLeast(months: Int, from first: Day, through last: Day) -> Bool {
    last >= lastDay(ofMonths: months, beginningWith: first)
  }

  /// The moment so many hours are up where Christmas Day is disregarded, whole and in London.
  ///
  /// 48 hours from 10:00 on 24 December are up at 10:00 on 27 December.
  public static func end(ofHours hours: Int, from start: Instant) -> Instant {
    let christmas = London.day(start).christmas
    let (begins, ends) = (London.start(of: christmas), London.start(of: christmas.adding(days: 1)))
    let counted = begins <= start && start < ends ? ends : start
    let end = counted.adding(seconds: Double(hours) * 3600)
    return counted < ends && end > begins ? end.adding(seconds: ends.since(begins)) : end
  }
}

extension Day {
  /// Whole years from a day of birth to a day: the age in years on it.
  ///
  /// An age is reached as its anniversary begins (Family Law Reform Act 1969, section 9); that of 29
  /// February is 1 March in years without one. Negative where the day is before the birth.
  public func years(to day: Day) -> Int {
    let (born, then) = (civil, day.civil)
    let hadBirthday = (then.month, then.day) >= (born.month, born.day)
    return then.year - born.year - (hadBirthday ? 0 : 1)
  }

  /// 25 December of the day's year.
  fileprivate var christmas: Day { Day(civil: (civil.year, 12, 25)) }
}
