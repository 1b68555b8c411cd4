internal import CSodium

/// The few calls of libsodium that several files share.
enum Sodium {
  /// Bytes of every key and every keyed hash here.
  static let keyBytes = 32

  /// libsodium must be started once before any other call; starting it again does no harm.
  private static let started: Bool = sodium_init() >= 0

  static func start() {
    precondition(started, "libsodium could not start on this machine")
  }

  /// Bytes from the machine's generator of secrets.
  static func random(_ count: Int) -> [UInt8] {
    start()
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  /// BLAKE2b of some bytes, 32 bytes long; keyed where a key is given.
  static func hash(_ bytes: [UInt8], key: [UInt8] = []) -> [UInt8] {
    start()
    var digest = [UInt8](repeating: 0, count: keyBytes)
    _ = unsafe crypto_generichash(
      &digest, keyBytes, bytes, UInt64(bytes.count), key.isEmpty ? nil : key, key.count)
    return digest
  }

  /// A key of its own for one purpose, drawn from a master key.
  static func subkey(of master: [UInt8], for purpose: StaticString) -> [UInt8] {
    start()
    let name = hash(
      unsafe Array(
        UnsafeBufferPointer(
          start: purpose.utf8Start, count: purpose.utf8CodeUnitCount)))
    let number = name.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var key = [UInt8](repeating: 0, count: keyBytes)
    let context = Array("hamlet-1".utf8CString)
    _ = unsafe crypto_kdf_derive_from_key(&key, keyBytes, number, context, master)
    return key
  }
}
