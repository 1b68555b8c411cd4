/// A calendar day without time or place, such as 2026-11-20.
///
/// Proleptic Gregorian, years 1 to 9999. Day arithmetic after H. Hinnant, "chrono-compatible
/// low-level date algorithms" (civil_from_days, days_from_civil).
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int

  /// The day with a number of days since 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The day of a year, month (1-12) and day of the month; `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(civil: (year, month, day))
  }

  init(civil: (year: Int, month: Int, day: Int)) {
    let shifted = civil.month <= 2 ? civil.year - 1 : civil.year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let monthFromMarch = (civil.month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + civil.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month (1-12) and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The month that holds the day.
  public var month: Month {
    let civil = civil
    return Month(index: civil.year * 12 + civil.month - 1)
  }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The day some days later, or earlier where `days` is negative.
  public func adding(days: Int) -> Day { Day(number: number + days) }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Comparable {
  /// Earlier days first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD`; anything else is `nil`.
  public init?(_ text: String) {
    let day = FixedText.read(text, like: "0000-00-00") { text in
      Day(year: text[0..<4], month: text[5..<7], day: text[8..<10])
    }
    guard let day else { return nil }
    self = day
  }

  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let civil = civil
    return "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
  }

  /// The day in words for people, such as "20 November 2026".
  public var words: String {
    let civil = civil
    return "\(civil.day) \(Month.names[civil.month - 1]) \(civil.year)"
  }
}
