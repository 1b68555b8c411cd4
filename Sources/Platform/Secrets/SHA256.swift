internal import CSodium

/// SHA-256 (FIPS 180-4) of bytes that come in pieces, such as a file's: what a file is known by.
///
/// For content, never for secrets: those have ``Keyring/token(_:for:)`` and ``Passwords``.
public struct SHA256 {
  private var state = crypto_hash_sha256_state()

  /// The hash of nothing yet.
  public init() {
    Sodium.start()
    _ = unsafe crypto_hash_sha256_init(&state)
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    _ = unsafe crypto_hash_sha256_update(
      &state, start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  /// The 32 bytes of the hash; nothing may be taken in afterwards.
  public mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_hash_sha256_final(&state, &digest)
    return digest
  }

  /// The hash of all the bytes at once.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var whole = SHA256()
    whole.update(bytes)
    return whole.finish()
  }
}
