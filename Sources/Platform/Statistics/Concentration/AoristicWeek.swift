/// The hours of the week in which events happened, where each is known only to lie in an interval.
///
/// An event weighs 1: each hour has the minutes of its interval that fall in it over the minutes of
/// the interval. Times are whole minutes from a Monday at 00:00 by the local clock, intervals from
/// their start up to but without their end. An interval of more than a week goes round. An event
/// without an end, or whose end is not after its start, counts whole in its starting hour; how many
/// those are is kept, since they make hours look surer than they are.
///
/// For example, `week.add(from: 23 * 60 + 30, to: 25 * 60)` puts a third in Monday's last hour and
/// two thirds in Tuesday's first.
///
/// - Note: Ratcliffe 2002, doi:10.1023/A:1013240828824. The R package `aoristic` spreads intervals
///   over 168 hours evenly instead.
public struct AoristicWeek: Sendable, Equatable {
  /// The hours of a week.
  public static let hours = 168
  private static let minutes = 168 * 60

  /// The weight of each hour of the week from Monday 00:00; their sum is the number of events.
  public private(set) var weights = [Double](repeating: 0, count: hours)
  /// The number of events.
  public private(set) var events = 0
  /// How many of them had no interval.
  public private(set) var withoutInterval = 0

  /// No events yet.
  public init() {}

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - start: its earliest minute, from any Monday at 00:00; negative before it.
  ///   - end: the minute by which it had happened; `nil` where unknown.
  /// - Complexity: O(hours touched), at most 168.
  public mutating func add(from start: Int, to end: Int?) {
    events += 1
    guard let end, end > start else {
      withoutInterval += 1
      weights[Self.hour(of: start)] += 1
      return
    }
    let length = Double(end - start)
    for (hour, minutes) in Self.overlaps(from: start, to: end) {
      weights[hour] += Double(minutes) / length
    }
  }

  /// The minutes of an interval in each hour of the week that it touches; together its length.
  ///
  /// Both in minutes from a Monday at 00:00; no hours where the end is not after the start.
  public static func overlaps(from start: Int, to end: Int) -> [(hour: Int, minutes: Int)] {
    guard end > start else { return [] }
    let weeks = (end - start) / minutes
    var found = [Int](repeating: weeks * 60, count: hours)
    var minute = start
    let last = end - weeks * minutes
    while minute < last {
      let next = min(last, minute + 60 - remainder(minute, 60))
      found[hour(of: minute)] += next - minute
      minute = next
    }
    return found.enumerated().compactMap { $1 > 0 ? (hour: $0, minutes: $1) : nil }
  }

  /// The hour of the week that a minute lies in, 0 to 167.
  public static func hour(of minute: Int) -> Int { remainder(minute, minutes) / 60 }

  private static func remainder(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

extension AoristicWeek {
  /// The weight of each hour of the day, over all weekdays.
  public var byHour: [Double] {
    (0..<24).map { hour in (0..<7).map { weights[$0 * 24 + hour] }.reduce(0, +) }
  }

  /// The weight of each weekday from Monday.
  public var byWeekday: [Double] {
    (0..<7).map { weights[$0 * 24..<($0 + 1) * 24].reduce(0, +) }
  }
}
