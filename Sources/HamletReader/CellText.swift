/// What the text of a cell is.
///
/// GDAL gives a column one type: under a heading its numbers and days come as text, days as
/// `2023/01/31`. What reads as a number or a day is therefore taken for one; text with zeros before
/// it, such as `0012`, stays text.
enum CellText {
  static func read(_ text: String) -> (Unicode.Scalar, String) {
    if isNumber(Array(text.utf8)) { return ("n", text) }
    if let date = date(text) { return ("d", date) }
    return ("t", text)
  }

  /// `2023/01/31` as `2023-01-31`, and with a time as `2023-01-31T09:30:00`.
  static func date(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    let shape = Array("dddd/dd/dd dd:dd:dd".utf8)
    guard bytes.count == 10 || bytes.count >= shape.count else { return nil }
    for (byte, expected) in zip(bytes, shape) {
      let isRight = expected == UInt8(ascii: "d") ? isDigit(byte) : byte == expected
      guard isRight else { return nil }
    }
    (bytes[4], bytes[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
    if bytes.count > 10 { bytes[10] = UInt8(ascii: "T") }
    return String(decoding: bytes.prefix(shape.count), as: UTF8.self)
  }

  private static func isNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    if rest.first == UInt8(ascii: "E") || rest.first == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let exponent = rest.prefix(while: isDigit)
      guard !exponent.isEmpty else { return false }
      rest = rest.dropFirst(exponent.count)
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
