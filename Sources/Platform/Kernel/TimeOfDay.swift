/// A time of day as people write it, in minutes after midnight.
public enum TimeOfDay {
  /// What a form says of anything else.
  public static let words = "Enter a time such as 14:30 or 2:30pm"

  /// Reads `14:30`, `14.30`, `2:30pm` and `2pm`; `nil` where it is none of them.
  public static func minutes(_ text: String) -> Int? {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    let half = ["am", "pm"].first { rest.hasSuffix($0) }
    if half != nil { rest.removeLast(2) }
    let parts = rest.split(
      separator: rest.contains(".") ? "." : ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || (parts.count == 1 && half != nil), let hour = number(parts[0], 1...2),
      let minute = parts.count == 2 ? number(parts[1], 2...2) : 0, minute < 60
    else { return nil }
    guard let half else { return hour < 24 ? hour * 60 + minute : nil }
    guard (1...12).contains(hour) else { return nil }
    return (hour % 12 + (half == "pm" ? 12 : 0)) * 60 + minute
  }

  /// The minutes, 0 to 1439, as `14:30`.
  public static func text(_ minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  private static func number(_ text: Substring, _ length: ClosedRange<Int>) -> Int? {
    guard length.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
