internal import CSodium

/// HMAC with SHA-256 (RFC 2104), for protocols of others that ask for it.
///
/// What we keep ourselves is found by ``Keyring/token(_:for:)``.
enum HMACSHA256 {
  /// The 32 bytes of the code of a message, under a key of any length.
  static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    Sodium.start()
    var state = crypto_auth_hmacsha256_state()
    _ = unsafe crypto_auth_hmacsha256_init(&state, key, key.count)
    _ = unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    var code = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_auth_hmacsha256_final(&state, &code)
    return code
  }
}
