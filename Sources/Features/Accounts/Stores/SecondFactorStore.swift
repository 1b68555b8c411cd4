import Access
import Database
import Kernel
import Secrets

/// The second factor of accounts: a sealed secret, the last step that was taken, recovery codes.
struct SecondFactorStore: Sendable {
  static let codes = 10
  private static let codePurpose: StaticString = "account.recovery"

  let keyring: Keyring

  /// Sets up a secret whose first code was right, with new recovery codes to be shown once.
  func enrol(
    _ account: ID<Account>, secret: String, step: Int64, in write: Write
  ) throws -> [String] {
    let sealed = keyring.seal(Sensitive(secret), table: "account", row: account, column: "totp")
    try write.run(
      """
      UPDATE account SET totp = \(sealed), totp_step = \(step), version = version + 1
      WHERE id = \(account)
      """)
    return try renewCodes(of: account, in: write)
  }

  /// Removes the second factor with its recovery codes.
  func remove(from account: ID<Account>, in write: Write) throws {
    try write.run(
      """
      UPDATE account SET totp = NULL, totp_step = NULL, version = version + 1
      WHERE id = \(account)
      """)
    try write.run("DELETE FROM recovery_code WHERE account = \(account)")
  }

  /// Puts new recovery codes in the place of the old ones.
  func renewCodes(of account: ID<Account>, in write: Write) throws -> [String] {
    try write.run("DELETE FROM recovery_code WHERE account = \(account)")
    let codes = (0..<Self.codes).map { _ in SecretToken.code() }
    for code in codes {
      let hash = keyring.token(Self.plain(code), for: Self.codePurpose)
      try write.run("INSERT INTO recovery_code (account, hash) VALUES (\(account), \(hash))")
    }
    return codes
  }

  /// How many recovery codes are left.
  func codesLeft(_ account: ID<Account>, _ read: Read) throws -> Int {
    try read.count(
      "SELECT count(*) FROM recovery_code WHERE account = \(account) AND used IS NULL")
  }

  /// Takes a code of the authenticator or a recovery code, each only once.
  func take(
    _ typed: String, of account: ID<Account>, at now: Instant, in write: Write
  ) throws -> TakenCode? {
    if try takeStep(typed, of: account, at: now, in: write) { return .authenticator }
    let hashes = keyring.tokens(Self.plain(typed), for: Self.codePurpose)
    let used = try write.run(
      """
      UPDATE recovery_code SET used = \(now)
      WHERE account = \(account) AND hash IN (\(list: hashes)) AND used IS NULL
      """)
    return used > 0 ? .recovery : nil
  }

  private func takeStep(
    _ typed: String, of account: ID<Account>, at now: Instant, in write: Write
  ) throws -> Bool {
    let row = try write.first("SELECT totp, totp_step FROM account WHERE id = \(account)") { row in
      (try row.optionalBytes(), try row.optionalInt())
    }
    guard let row, let sealed = row.0 else { return false }
    let secret = try keyring.open(sealed, table: "account", row: account, column: "totp")
    guard let code = OneTimeCode(secret: secret.reveal(for: "checking a code")),
      let step = code.verify(typed, at: now, after: row.1.map { Int64($0) })
    else { return false }
    // The condition holds off another process that took the same step at the same time.
    return try write.run(
      """
      UPDATE account SET totp_step = \(step)
      WHERE id = \(account) AND (totp_step IS NULL OR totp_step < \(step))
      """) > 0
  }

  private static func plain(_ code: String) -> String {
    code.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// What kind of code was taken.
enum TakenCode: String, Sendable {
  case authenticator
  case recovery
}
