internal import Kernel

/// Reads the source's months from bytes, without making text of them.
enum MonthField {
  /// The month written `YYYY-MM`; `nil` for anything else.
  static func read(_ text: UnsafeRawBufferPointer) -> Month? {
    guard text.count == 7, text[4] == UInt8(ascii: "-") else { return nil }
    var number = 0
    for index in [0, 1, 2, 3, 5, 6] {
      guard (48...57).contains(text[index]) else { return nil }
      number = number * 10 + Int(text[index] - 48)
    }
    return Month(year: number / 100, month: number % 100)
  }
}
