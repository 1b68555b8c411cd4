import Kernel

/// One version of the key everything else is drawn from: 256 random bits.
struct MasterKey: Sendable {
  /// 1, 2, … in the order in which they were made.
  let version: UInt32
  /// When it was made.
  let made: Instant
  private let bytes: Sensitive<[UInt8]>

  init(version: UInt32, made: Instant, bytes: [UInt8]) {
    self.version = version
    self.made = made
    self.bytes = Sensitive(bytes)
  }

  /// A new key.
  static func random(version: UInt32, made: Instant) -> MasterKey {
    MasterKey(version: version, made: made, bytes: Sodium.random(Sodium.keyBytes))
  }

  /// The key of its own for one purpose.
  func subkey(for purpose: StaticString) -> [UInt8] {
    Sodium.subkey(of: bytes.reveal(for: "drawing a sub-key"), for: purpose)
  }

  /// Its line in the key file: version, when it was made, 64 hexadecimal digits.
  var line: String {
    "\(version) \(made) \(hexadecimal(bytes.reveal(for: "writing the key file")))"
  }

  /// Reads the line of a key file.
  init?(line: Substring) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let version = UInt32(parts[0]), version > 0,
      let made = Instant(String(parts[1])), let bytes = decodedHexadecimal(parts[2]),
      bytes.count == Sodium.keyBytes
    else { return nil }
    self.init(version: version, made: made, bytes: bytes)
  }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  encoded(bytes, bitsPerLetter: 4, alphabet: Array("0123456789abcdef".utf8))
}

private func decodedHexadecimal(_ text: Substring) -> [UInt8]? {
  let letters = Array(text.utf8)
  guard letters.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: letters.count, by: 2) {
    guard let high = digit(letters[index]), let low = digit(letters[index + 1]) else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

private func digit(_ letter: UInt8) -> UInt8? {
  switch letter {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
  default: nil
  }
}
