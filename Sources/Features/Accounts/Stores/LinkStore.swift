import Access
import Database
import Kernel
import Secrets

/// One-time links: shown once, kept as a hash, spent by POST.
struct LinkStore: Sendable {
  static let hours = 72.0

  /// Makes a link for an account; earlier unspent ones stop working.
  func make(for account: ID<Account>, at now: Instant, in write: Write) throws -> String {
    try cancel(for: account, at: now, in: write)
    let token = SecretToken.random()
    try write.run(
      """
      INSERT INTO sign_in_link (account, hash, created, expires)
      VALUES (\(account), \(SecretToken.hash(token)), \(now),
        \(now.adding(seconds: Self.hours * 3600)))
      """)
    return token
  }

  /// Makes every unspent link of an account stop working: its password was chosen, or it is disabled.
  ///
  /// Whoever spent one and has not chosen a password yet is stopped too.
  func cancel(for account: ID<Account>, at now: Instant, in write: Write) throws {
    try write.run(
      "UPDATE sign_in_link SET spent = \(now) WHERE account = \(account) AND spent IS NULL")
    try write.run(
      """
      UPDATE session SET ended = \(now)
      WHERE account = \(account) AND ended IS NULL AND stage = 'password'
      """)
  }

  /// Spends a link; its account, or `nil` where it was spent, is too old or never was.
  func spend(_ token: String, at now: Instant, in write: Write) throws -> ID<Account>? {
    try write.first(
      """
      UPDATE sign_in_link SET spent = \(now)
      WHERE hash = \(SecretToken.hash(token)) AND spent IS NULL AND expires > \(now)
        AND account IN (SELECT id FROM account WHERE state = 'active')
      RETURNING account
      """
    ) { row in try row.id() }
  }
}
