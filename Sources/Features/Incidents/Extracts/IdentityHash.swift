internal import Secrets

/// A 64-bit hash by which rows are known again: the first bytes of SHA-256, so that no file can be
/// made to collide; two of ten million rows meet with a chance of about 1 in 370,000.
struct IdentityHash {
  private var bytes: [UInt8]

  /// A hash that differs from source to source.
  init(_ source: String) { bytes = Array(source.utf8) + [0] }

  /// Adds a field, apart from the one before it.
  mutating func add(_ field: some Sequence<UInt8>) {
    bytes += field
    bytes.append(0)
  }

  /// The hash of what was added.
  var value: UInt64 { SHA256.hash(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// The hash of the row that is the `number`th of those alike, from 1.
  static func repeated(_ hash: UInt64, _ number: Int) -> UInt64 {
    guard number > 1 else { return hash }
    var mixed = hash &+ UInt64(number - 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
