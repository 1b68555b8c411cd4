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
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes[10] == UInt8(ascii: "T"),
      bytes.last == UInt8(ascii: "Z"), let day = Day(String(text.prefix(10)))
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      digits(Substring(decoding: bytes[range], as: UTF8.self))
    }
    guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
      let second = number(17..<19), second < 60
    else { return nil }
    var fraction = 0
    if bytes.count == 24 {
      guard bytes[19] == UInt8(ascii: "."), let read = number(20..<23) else { return nil }
      fraction = read
    }
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
