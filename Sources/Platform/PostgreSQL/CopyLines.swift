import Database

/// Rows in the text form of COPY, gathered before they are sent.
struct CopyLines {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(Self.full + 4096) }

  var isFull: Bool { bytes.count >= Self.full }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(_ values: [Value]) throws(DatabaseError) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      try add(value)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ value: Value) throws(DatabaseError) {
    switch value {
    case .null: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
    case .int(let number): add(number)
    case .real(let number):
      guard number.isFinite else { throw .constraint }
      bytes += number.description.utf8
    case .text(let text): for byte in text.utf8 { try add(escaped: byte) }
    case .blob(let blob):
      bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")]
      for byte in blob {
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 15))
      }
    }
  }

  private mutating func add(_ number: Int64) {
    var rest = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(48 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func add(escaped byte: UInt8) throws(DatabaseError) {
    switch byte {
    case 0: throw .constraint
    case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
    case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    default: bytes.append(byte)
    }
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }

  private static let full = 1 << 16
}
