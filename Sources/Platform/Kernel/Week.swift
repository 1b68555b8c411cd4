/// A week of ISO 8601, Monday to Sunday, such as 2026-W47.
///
/// Week 1 of a year is the one that holds its first Thursday, so the first days of January may
/// belong to the last week of the year before.
public struct Week: Hashable, Sendable {
  /// Weeks since the one that began on Monday 1969-12-29; negative before it.
  public let index: Int

  /// The week with a count of weeks since the one of 1970-01-01.
  public init(index: Int) { self.index = index }

  /// The week that holds a day.
  public init(_ day: Day) {
    // Mondays lie 3 days before a multiple of 7, since 1970-01-01 was a Thursday.
    index = (day.number - (day.weekday - 1) + 3) / 7
  }

  /// The week (1-53) of a year (1-9999); `nil` where there is none.
  public init?(year: Int, number: Int) {
    guard (1...53).contains(number), let fourth = Day(year: year, month: 1, day: 4) else {
      return nil
    }
    self.init(index: Week(fourth).index + number - 1)
    guard self.year == year else { return nil }
  }

  /// Its Monday.
  public var firstDay: Day { Day(number: index * 7 - 3) }
  /// Its Sunday.
  public var lastDay: Day { firstDay.adding(days: 6) }
  /// Its days, the Monday after not included.
  public var days: Range<Day> { firstDay..<firstDay.adding(days: 7) }
  /// The year that its number counts in: that of its Thursday.
  public var year: Int { firstDay.adding(days: 3).civil.year }
  /// Its number, 1 to 53.
  public var number: Int {
    guard let fourth = Day(year: year, month: 1, day: 4) else { return 1 }
    return index - Week(fourth).index + 1
  }

  /// The week some weeks later, or earlier where `weeks` is negative.
  public func adding(weeks: Int) -> Week { Week(index: index + weeks) }

  /// Its days in words, such as "16 to 22 November 2026".
  public var words: String {
    let (first, last) = (firstDay.civil, lastDay.civil)
    let month = Month.names[first.month - 1]
    if first.year != last.year { return "\(firstDay.words) to \(lastDay.words)" }
    if first.month != last.month { return "\(first.day) \(month) to \(lastDay.words)" }
    return "\(first.day) to \(lastDay.words)"
  }
}

extension Week: Comparable {
  /// Earlier weeks first.
  public static func < (left: Week, right: Week) -> Bool { left.index < right.index }
}

extension Week: Strideable {
  /// Whole weeks from this one to the other.
  public func distance(to other: Week) -> Int { other.index - index }
  /// The week `n` weeks on.
  public func advanced(by n: Int) -> Week { adding(weeks: n) }
}

extension Week: LosslessStringConvertible {
  /// Reads `YYYY-Www`; anything else is `nil`.
  public init?(_ text: String) {
    let week = FixedText.read(text, like: "0000-W00") { text in
      Week(year: text[0..<4], number: text[6..<8])
    }
    guard let week else { return nil }
    self = week
  }

  /// The week as `YYYY-Www`.
  public var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }
}
