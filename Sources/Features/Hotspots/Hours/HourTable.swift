internal import Kernel
internal import Partnership
internal import Statistics

/// At which hours and on which weekdays events happened, where a source tells the time.
///
/// An event known only to lie between two moments is spread over the hours between them, so that
/// every event weighs 1.
struct HourTable: Equatable, Sendable {
  /// Hours of a band of the table, and of a shift.
  static let band = 2
  static let shift = 8

  let months: ClosedRange<Month>
  let category: String?
  let week: AoristicWeek
  /// Events known to the minute.
  let exact: Int
  /// Events that may have happened over more than a day, spread thinly.
  let long: Int
  /// Events without a time.
  let untimed: Int

  init(_ spots: [EventSpot], months: ClosedRange<Month>, category: String?) {
    self.months = months
    self.category = category
    var week = AoristicWeek()
    var (exact, long, untimed) = (0, 0, 0)
    for spot in spots {
      guard let span = spot.span else {
        untimed += spot.count
        continue
      }
      let length = span.upperBound.since(span.lowerBound)
      if length <= 0 { exact += spot.count }
      if length > 86_400 { long += spot.count }
      let start = Self.minute(of: span.lowerBound)
      let end = length > 0 ? start + max(1, Int(length / 60)) : nil
      for _ in 0..<spot.count { week.add(from: start, to: end) }
    }
    self.week = week
    self.exact = exact
    self.long = long
    self.untimed = untimed
  }

  /// Weights by band of two hours and then by weekday from Monday.
  var bands: [[Double]] {
    (0..<24 / Self.band).map { band in
      (0..<7).map { day in
        let first = day * 24 + band * Self.band
        return week.weights[first..<first + Self.band].reduce(0, +)
      }
    }
  }

  /// The eight hours in a row that hold the most, the first of them where several do; `nil` without
  /// events.
  var busiest: (hour: Int, weight: Double)? {
    guard week.events > 0 else { return nil }
    let sums = (0..<AoristicWeek.hours).map { first in
      (0..<Self.shift).reduce(0.0) { $0 + week.weights[(first + $1) % AoristicWeek.hours] }
    }
    // A hair of rounding must not choose between hours that hold as much.
    let most = sums.max() ?? 0
    return sums.firstIndex { $0 > most - 1e-9 }.map { ($0, sums[$0]) }
  }

  /// Minutes from Monday at 00:00 by the London clock.
  private static func minute(of instant: Instant) -> Int {
    let time = London.time(instant)
    return (London.day(instant).weekday - 1) * 1440 + time.hour * 60 + time.minute
  }
}
