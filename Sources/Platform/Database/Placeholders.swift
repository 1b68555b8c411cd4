/// Finds the placeholders `$1`, `$2`, … of a statement, and nothing inside quotes or comments.
public enum Placeholders {
  /// The text with each placeholder replaced by what `write` gives for its number.
  ///
  /// String literals, quoted names and comments are left as they are.
  public static func rewrite(_ text: String, _ write: (Int) -> String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      if let end = endOfSkipped(bytes, from: index) {
        result += bytes[index..<end]
        index = end
        continue
      }
      let digits: ArraySlice<UInt8> =
        bytes[index] == UInt8(ascii: "$") ? bytes[(index + 1)...].prefix(while: isDigit) : []
      if let number = Int(String(decoding: digits, as: UTF8.self)) {
        result += write(number).utf8
        index = digits.endIndex
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the text holds `::` outside quotes and comments.
  ///
  /// SQLite takes `$1::text` for one name and gives NULL, so both drivers refuse it.
  public static func holdsCast(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if let end = endOfSkipped(bytes, from: index) {
        index = end
        continue
      }
      if bytes[index] == UInt8(ascii: ":"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: ":")
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Where the literal, quoted name or comment that begins here ends; `nil` where none begins.
  private static func endOfSkipped(_ bytes: [UInt8], from start: Int) -> Int? {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch (bytes[start], next) {
    case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _):
      let close = bytes[(start + 1)...].firstIndex(of: bytes[start])
      return close.map { $0 + 1 } ?? bytes.count
    case (UInt8(ascii: "-"), UInt8(ascii: "-")):
      return bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      var index = start + 2
      while index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
          return index + 2
        }
        index += 1
      }
      return bytes.count
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
