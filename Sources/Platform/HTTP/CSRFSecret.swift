/// The secret of one browser's session that its forms must send back.
///
/// Each page carries the secret under a fresh mask, so that compressed pages of one session have
/// nothing in common to guess it from (the BREACH attack).
public struct CSRFSecret: Hashable, Sendable {
  /// The length in bytes.
  public static let length = 32
  /// The bytes, to be kept with the session.
  public let bytes: [UInt8]

  /// A secret kept earlier; `nil` unless it is ``length`` bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// A new secret.
  public init() { self.init(random: systemRandom) }

  /// A new secret from a source of random bytes, which is asked for ``length`` of them.
  public init(random: (Int) -> [UInt8]) {
    bytes = random(Self.length)
    precondition(bytes.count == Self.length)
  }

  /// The token for one page: the mask and the masked secret in hexadecimal, 128 characters.
  public func token() -> String { token(random: systemRandom) }

  /// The token for one page, masked by ``length`` bytes of a source of random bytes.
  public func token(random: (Int) -> [UInt8]) -> String {
    let mask = random(Self.length)
    return hexadecimal(mask + zip(mask, bytes).map { $0 ^ $1 })
  }

  /// Whether a posted token holds the secret, in a time that does not depend on the answer.
  public func accepts(_ token: String?) -> Bool {
    guard let sent = token.flatMap(bytesOfHexadecimal), sent.count == 2 * Self.length else {
      return false
    }
    var difference: UInt8 = 0
    for index in 0..<Self.length {
      difference |= sent[index] ^ sent[index + Self.length] ^ bytes[index]
    }
    return difference == 0
  }
}

/// Random bytes of the operating system, eight at each asking.
func systemRandom(_ count: Int) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(count + 7)
  while bytes.count < count {
    withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { bytes += $0 }
  }
  return Array(bytes.prefix(count))
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
    for (index, byte) in bytes.enumerated() {
      digits[index * 2] = digit(byte >> 4)
      digits[index * 2 + 1] = digit(byte & 15)
    }
    return bytes.count * 2
  }
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

private func bytesOfHexadecimal(_ text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    guard let high = hexDigit(digits[index]), let low = hexDigit(digits[index + 1]) else {
      return nil
    }
    bytes.append(high << 4 | low)
  }
  return bytes
}
