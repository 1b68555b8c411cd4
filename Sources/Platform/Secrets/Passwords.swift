internal import CSodium
public import Kernel

/// Passwords as argon2id keeps them (RFC 9106, through libsodium).
///
/// Hashing takes 64 MiB and a good part of a second on purpose, so at most two run at once in one
/// process and at most eight more wait; beyond that ``PasswordsBusy`` is thrown and the caller
/// answers "try again", so that a flood of sign-ins cannot stop the other pages.
public enum Passwords {
  /// How dear a hash is.
  public struct Cost: Sendable {
    let passes: UInt64
    let bytes: Int

    /// What accounts are kept with: two passes over 64 MiB.
    public static let standard = Cost(passes: 2, bytes: 64 << 20)
    /// The least argon2id allows; for tests, which check many passwords.
    public static let least = Cost(passes: 1, bytes: 8 << 10)
  }

  static let gate = Gate(places: 2, queue: 8)

  /// The hash to keep of a password: text with its salt and cost.
  public static func hash(_ password: String, cost: Cost = .standard) throws -> String {
    Sodium.start()
    return try gate.pass {
      var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
      let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
      let result = unsafe crypto_pwhash_str_alg(
        &output, bytes, UInt64(bytes.count), cost.passes, cost.bytes,
        crypto_pwhash_ALG_ARGON2ID13)
      guard result == 0 else { throw PasswordsBusy() }
      let end = output.firstIndex(of: 0) ?? output.count
      return String(decoding: output[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Whether a password is the one a hash was made of.
  public static func verify(_ password: String, _ hash: String) throws -> Bool {
    Sodium.start()
    return try gate.pass {
      let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
      return unsafe crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }
  }

  /// Whether a hash was made at another cost than today's and should be made anew at sign-in.
  public static func needsRehash(_ hash: String, cost: Cost = .standard) -> Bool {
    Sodium.start()
    return unsafe crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.bytes) != 0
  }
}

/// Too many passwords are being checked at once; nothing was decided.
public struct PasswordsBusy: Problem {
  /// What a page says.
  public var message: String { "Too many people are signing in. Wait a moment and try again." }
  /// 503.
  public var status: Int { 503 }
}
