package import Access
package import Database
package import HTTP
package import Kernel
package import Partnership
import Secrets

/// Somebody who has signed in, as each request sees them.
package struct SignedIn: Sendable {
  /// Who they are to policies.
  package let actor: Actor
  /// Their name, for the top of the page.
  package let name: Sensitive<String>
  /// Their session.
  package let session: ID<Session>
  /// The secret their forms must send back.
  package let csrf: CSRFSecret
  /// When the session was last noted as seen.
  package let seen: Instant

  /// Whether the session should be noted as seen again: at most once a minute.
  package func needsNote(at now: Instant) -> Bool {
    now.since(seen) >= SessionRule.noteSeconds
  }
}

/// Tag of ids of sessions.
package enum Session {}

/// Sessions in the database: the browser has the token, the database its hash.
package struct Sessions: Sendable {
  let keyring: Keyring
  let rule: SessionRule

  /// The sessions of one process.
  package init(_ services: Services) {
    keyring = services.keyring
    rule = SessionRule(services.settings)
  }

  /// Who a token belongs to; `nil` for an unknown, ended or too old session and a disabled account.
  ///
  /// One query by an index, for every request.
  package func identify(token: String, now: Instant, _ read: Read) throws -> SignedIn? {
    guard let found = try find(token, read), found.stage == .full,
      rule.stands(.full, created: found.created, seen: found.seen, now: now)
    else { return nil }
    return SignedIn(
      actor: found.actor, name: found.name, session: found.id, csrf: Self.csrf(of: token),
      seen: found.seen)
  }

  /// Notes that a session was seen, never later than before; see ``SessionNotes``.
  package func touch(_ session: ID<Session>, at now: Instant, in write: Write) throws {
    try write.run(
      """
      UPDATE session SET seen = \(now)
      WHERE id = \(session) AND ended IS NULL AND seen < \(now)
      """)
  }

  /// A sign-in that waits for its second step; `nil` once it is too old or whole.
  func pending(token: String, now: Instant, _ read: Read) throws -> FoundSession? {
    guard let found = try find(token, read), found.stage != .full,
      rule.stands(found.stage, created: found.created, seen: found.seen, now: now)
    else { return nil }
    return found
  }

  /// Begins a session, or the next step of signing in, in the place of an older one.
  func begin(
    _ account: ID<Account>, _ stage: SessionStage, replacing old: String?, at now: Instant,
    in write: Write
  ) throws -> String {
    if let old { try end(token: old, at: now, in: write) }
    let token = SecretToken.random()
    try write.run(
      """
      INSERT INTO session (account, hash, stage, created, seen)
      VALUES (\(account), \(SecretToken.hash(token)), \(stage.rawValue), \(now), \(now))
      """)
    return token
  }

  /// Ends a session; false where it had ended before.
  @discardableResult
  func end(token: String, at now: Instant, in write: Write) throws -> Bool {
    try write.run(
      """
      UPDATE session SET ended = \(now)
      WHERE hash = \(SecretToken.hash(token)) AND ended IS NULL
      """) > 0
  }

  /// Ends every session of an account, but one where it is to go on.
  func endAll(
    of account: ID<Account>, but kept: ID<Session>? = nil, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE session SET ended = \(now)
      WHERE account = \(account) AND ended IS NULL AND id <> \(kept ?? ID(0))
      """)
  }

  /// Removes what ended or began long ago; the audit trail keeps that somebody signed in.
  func prune(at now: Instant, in write: Write) throws {
    try write.run("DELETE FROM session WHERE created < \(now.adding(seconds: -30 * 86_400))")
  }

  /// The secret of a session's forms, drawn from its token.
  package static func csrf(of token: String) -> CSRFSecret {
    CSRFSecret(random: { _ in SecretToken.hash("forms of " + token) })
  }
}
