import Access
import Database
import Kernel
import Partnership
import Secrets

/// Signing in with a password, then with a code where one is asked for.
///
/// Unknown addresses, disabled accounts and wrong passwords take the same time and give the same
/// words. Passwords are checked outside any transaction: checking one takes a tenth of a second.
struct SignIn: Sendable {
  /// What came of a step.
  enum Outcome: Equatable, Sendable {
    /// The token of the session, and what it waits for.
    case begun(token: String, SessionStage)
    /// Not the right words; nothing says which of them.
    case refused
    /// Too many tries; none counts before this moment.
    case held(until: Instant)
  }

  /// The hash of a random password nobody kept, checked where there is no account.
  static let nobody =
    "$argon2id$v=19$m=65536,t=2,p=1$Q4NwthNCP6DYffQxOYZotQ"
    + "$Fo5YUoudW0FqgJEeMQLE5iUFuhVI6B1KU+TRE/OiOHM"

  let services: AccountServices
  let now: Instant

  init(_ services: AccountServices, at now: Instant) {
    self.services = services
    self.now = now
  }

  /// Tries an address and a password; `old` is a session to be ended by the new one.
  func tryPassword(
    email typed: String, password: String, client: String, replacing old: String? = nil
  ) throws -> Outcome {
    let email = EmailAddress(typed)
    let keys = [
      email.map { ThrottleStore.Key.email($0, services.keyring) },
      ThrottleStore.Key.address(client, services.keyring),
    ].compactMap(\.self)
    if let until = try hold(keys) { return .held(until: until) }
    let (found, isDemonstration) = try services.database.read { read in
      (
        try email.flatMap { try services.accounts.credentials(of: $0, read) },
        try AccountsStore.isDemonstration(read)
      )
    }
    let matches = try Passwords.verify(password, found?.hash ?? Self.nobody)
    let allowed = isDemonstration || !PasswordRule.isOfDemonstration(password)
    guard let found, found.hash != nil, matches, allowed, found.state == .active else {
      try refuse(found?.account)
      return .refused
    }
    let better = try betterHash(found, password)
    let outcome = try services.database.write { write -> Outcome? in
      // Hashing takes long: what was found may have been changed or disabled meanwhile.
      let held = try services.accounts.lockedCredentials(of: found.account, in: write)
      guard held == found else { return nil }
      for key in keys.dropLast() { try services.throttle.clear(key, in: write) }
      if let address = keys.last { try services.throttle.takeBack(address, in: write) }
      if let better {
        try services.accounts.set(passwordHash: better, of: found.account, at: now, in: write)
      }
      let stage = SessionStage.afterPassword(
        enrolled: found.hasSecondFactor, required: services.settings.requiresSecondFactor)
      return try begin(found.account, stage, replacing: old, in: write)
    }
    return try outcome
      ?? tryPassword(email: typed, password: password, client: client, replacing: old)
  }

  /// Tries the code of an authenticator or a recovery code.
  func tryCode(_ typed: String, of pending: FoundSession, token: String) throws -> Outcome {
    let account = pending.actor.account
    let key = ThrottleStore.Key.code(account.description, services.keyring)
    if let until = try hold([key]) { return .held(until: until) }
    return try services.database.write { write in
      guard let taken = try services.factors.take(typed, of: account, at: now, in: write) else {
        try services.record("code-refused", account, by: nil, at: now, in: write)
        return .refused
      }
      // It may have ended since it was found: the password was changed, the code sent twice.
      guard try services.sessions.end(token: token, at: now, in: write) else { return .refused }
      try services.throttle.clear(key, in: write)
      let detail = ["code": taken.rawValue]
      return try begin(account, .full, replacing: token, detail, in: write)
    }
  }

  /// Begins the next step of an account, or its session where nothing more is asked for.
  func begin(
    _ account: ID<Account>, _ stage: SessionStage, replacing old: String?,
    _ detail: [String: String] = [:], in write: Write
  ) throws -> Outcome {
    try services.sessions.prune(at: now, in: write)
    let token = try services.sessions.begin(account, stage, replacing: old, at: now, in: write)
    if stage == .full {
      try services.record("signed-in", account, by: account, detail, at: now, in: write)
    }
    return .begun(token: token, stage)
  }

  /// Counts a try under each key; the moment to wait for where one of them is held.
  func hold(_ keys: [ThrottleStore.Key]) throws -> Instant? {
    try services.database.write { write in
      try services.throttle.prune(at: now, in: write)
      let moments = try keys.compactMap { try services.throttle.attempt($0, at: now, in: write) }
      return moments.max()
    }
  }

  private func refuse(_ account: ID<Account>?) throws {
    let subject = account.map(AccountRecord.subject) ?? "account/unknown"
    try services.database.write { write in
      try services.audit.record(
        AuditEvent(actor: nil, action: "account.sign-in-refused", subject: subject, at: now),
        in: write)
    }
  }

  /// A new hash where the kept one was made at another cost.
  private func betterHash(
    _ found: AccountStore.Credentials, _ password: String
  ) throws -> String? {
    guard let hash = found.hash, Passwords.needsRehash(hash) else { return nil }
    return try Passwords.hash(password)
  }
}
