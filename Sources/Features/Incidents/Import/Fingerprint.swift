/// A 64-bit hash of bytes, seeded anew for each run so that no file can be made to collide.
///
/// Multiply and fold, after wyhash (Wang Yi 2019, public domain). Two different texts meet with a
/// chance of about 1 in 2⁶⁴: for ten million ids about 1 in 370,000.
struct Fingerprint {
  private let seed: UInt64

  init(seed: UInt64 = .random(in: .min ... .max)) { self.seed = seed }

  /// The hash of some bytes; `salt` keeps fields that follow each other apart.
  @inline(__always)
  func callAsFunction(_ bytes: UnsafeRawBufferPointer, salt: UInt64 = 0) -> UInt64 {
    var hash = seed ^ salt
    var offset = 0
    let count = bytes.count
    while offset + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = Fingerprint.fold(hash ^ word, 0x9E37_79B9_7F4A_7C15)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    hash = Fingerprint.fold(hash ^ tail, 0xA076_1D64_78BD_642F ^ UInt64(count))
    return Fingerprint.fold(hash, 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
