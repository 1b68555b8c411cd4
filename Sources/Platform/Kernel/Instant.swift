/// A moment in time, to the millisecond, kept in UTC.
public struct Instant: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public let milliseconds: Int64

  /// The moment some milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
  }

  /// The moment some seconds later, or earlier where negative.
  public func adding(seconds: Double) -> Instant {
    Instant(milliseconds: milliseconds + Int64((seconds * 1000).rounded()))
  }

  /// Seconds from the other moment to this one.
  public func since(_ other: Instant) -> Double {
    Double(milliseconds - other.milliseconds) / 1000
  }
}

extension Instant: Comparable {
  /// Earlier first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads `YYYY-MM-DDTHH:MM:SS[.mmm]Z`, the form of ISO 8601 kept in the database.
  public init?(_ text: String) {
    let moment =
      FixedText.read(text, like: "0000-00-00T00:00:00.000Z") { text in
        Instant(text, fraction: text[20..<23])
      } ?? FixedText.read(text, like: "0000-00-00T00:00:00Z") { Instant($0, fraction: 0) }
    guard let moment else { return nil }
    self = moment
  }

  private init?(_ text: FixedText, fraction: Int) {
    let (hour, minute, second) = (text[11..<13], text[14..<16], text[17..<19])
    guard hour < 24, minute < 60, second < 60,
      let day = Day(year: text[0..<4], month: text[5..<7], day: text[8..<10])
    else { return nil }
    let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: Int64(seconds) * 1000 + Int64(fraction))
  }

  /// The moment as `YYYY-MM-DDTHH:MM:SS.mmmZ`, which sorts as text in time order.
  public var description: String {
    let day = Day(number: Int(seconds.quotientRoundedDown(by: 86_400)))
    let rest = Int(milliseconds - Int64(day.number) * 86_400_000)
    let clock =
      "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):\(padded(rest / 1000 % 60, 2))"
    return "\(day)T\(clock).\(padded(rest % 1000, 3))Z"
  }
}

extension Int64 {
  fileprivate func quotientRoundedDown(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
