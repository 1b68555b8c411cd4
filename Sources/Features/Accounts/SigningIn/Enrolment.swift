import Partnership
import Access
import Database
import Kernel
import Secrets

/// Setting up what an account signs in with: a password, a second factor.
struct Enrolment: Sendable {
  let services: AccountServices
  let now: Instant

  init(_ services: AccountServices, at now: Instant) {
    self.services = services
    self.now = now
  }

  /// Spends a one-time link; the token of a sign-in that waits for a new password.
  func spend(link: String, replacing old: String?) throws -> String? {
    try services.database.write { write in
      guard let account = try services.links.spend(link, at: now, in: write) else { return nil }
      try services.record("link-spent", account, by: account, at: now, in: write)
      return try services.sessions.begin(account, .password, replacing: old, at: now, in: write)
    }
  }

  /// Chooses the password after a link was spent, and goes on to what follows.
  func choose(password: String, of pending: FoundSession, token: String) throws -> SignIn.Outcome {
    let account = pending.actor.account
    let hash = try Passwords.hash(password)
    return try services.database.write { write in
      // It may have ended while the password was hashed: a newer link was made, the form sent twice.
      guard try services.sessions.end(token: token, at: now, in: write) else { return .refused }
      try services.accounts.set(passwordHash: hash, of: account, at: now, in: write)
      try services.sessions.endAll(of: account, at: now, in: write)
      try services.record("password-changed", account, by: account, at: now, in: write)
      let found = try services.accounts.credentials(of: account, write)
      let stage = SessionStage.afterPassword(
        enrolled: found?.hasSecondFactor ?? false,
        required: services.settings.requiresSecondFactor)
      return try SignIn(services, at: now).begin(account, stage, replacing: token, in: write)
    }
  }

  /// Sets up the second factor where the code is that of the secret; the recovery codes.
  func enrol(
    _ account: ID<Account>, secret: String, code: String, in write: Write
  ) throws -> [String]? {
    guard let step = OneTimeCode(secret: secret)?.verify(code, at: now, after: nil) else {
      return nil
    }
    let codes = try services.factors.enrol(account, secret: secret, step: step, in: write)
    try services.record("second-factor-set", account, by: account, at: now, in: write)
    return codes
  }

  /// What a new password of an account must be.
  func rule(for account: ID<Account>, _ read: Read) throws -> PasswordRule {
    let found = try services.accounts.find(account, read)
    return PasswordRule(
      name: found?.name ?? Sensitive(""),
      email: found.flatMap { EmailAddress($0.email.reveal(for: "password rule")) },
      isDemonstration: try AccountsStore.isDemonstration(read))
  }
}
