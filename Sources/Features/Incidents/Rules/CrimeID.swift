/// How the source's id of a crime is kept: the 32 bytes its 64 hexadecimal digits stand for.
///
/// An id that is not 64 hexadecimal digits is kept as its text after a zero byte (and another where
/// that alone would give 32 bytes), so that the two kinds cannot be taken for each other.
enum CrimeID {
  /// The bytes kept for an id; `nil` where it is too long to be one.
  static func encode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard text.count <= 64 else { return nil }
    if text.count == 64 {
      var bytes = [UInt8](repeating: 0, count: 32)
      let isHex = bytes.withUnsafeMutableBytes { decode(text, into: $0) }
      if isHex { return bytes }
    }
    return (text.count == 31 ? [0, 0] : [0]) + text
  }

  /// The id as the source wrote it, but in small letters.
  static func text(_ bytes: [UInt8]) -> String {
    guard bytes.count == 32 else { return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self) }
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      digits.append(hexDigits[Int(byte >> 4)])
      digits.append(hexDigits[Int(byte & 15)])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Writes the bytes that 64 hexadecimal digits stand for; `false` where one is not a digit.
  static func decode(
    _ text: UnsafeRawBufferPointer, into bytes: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var wrong: UInt8 = 0
    for index in 0..<32 {
      let high = values[Int(text[index * 2])]
      let low = values[Int(text[index * 2 + 1])]
      wrong |= (high | low) & 0xF0
      bytes[index] = high << 4 | low & 15
    }
    return wrong == 0
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  private static let values: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt8(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt8(byte) - 55
    default: 0xFF
    }
  }
}
