internal import Kernel

/// Reads the source's months from bytes, without making text of them.
enum MonthField {
  /// The years a record can be of: a slip such as 2203 would pass for the latest month.
  private static let years = 1900...2100

  /// The month written `YYYY-MM`; `nil` for anything else.
  static func read(_ text: UnsafeRawBufferPointer) -> Month? {
    guard text.count == 7, text[4] == UInt8(ascii: "-") else { return nil }
    var number = 0
    for index in [0, 1, 2, 3, 5, 6] {
      guard (48...57).contains(text[index]) else { return nil }
      number = number * 10 + Int(text[index] - 48)
    }
    guard years.contains(number / 100) else { return nil }
    return Month(year: number / 100, month: number % 100)
  }
}
