import Access
import Database
import Kernel
import Secrets

/// A session with its account, whatever its stage.
struct FoundSession: Sendable {
  let id: ID<Session>
  let stage: SessionStage
  let created: Instant
  let seen: Instant
  let actor: Actor
  let name: Sensitive<String>
}

/// One line of the list of a person's own sessions.
struct SessionLine: Sendable {
  let id: ID<Session>
  let created: Instant
  let seen: Instant
}

extension Sessions {
  /// The session of a token, unless it ended or its account is disabled.
  func find(_ token: String, _ read: Read) throws -> FoundSession? {
    try read.first(
      """
      SELECT s.id, s.stage, s.created, s.seen, a.id, a.organisation, a.role, a.name
      FROM session s JOIN account a ON a.id = s.account
      WHERE s.hash = \(SecretToken.hash(token)) AND s.ended IS NULL AND a.state = 'active'
      """
    ) { row in
      let id: ID<Session> = try row.id()
      let stage: SessionStage = try row.choice()
      let (created, seen): (Instant, Instant) = (try row.parsed(), try row.parsed())
      let actor = Actor(
        account: try row.id(), organisation: try row.id(), role: Role(rawValue: try row.text()))
      let name = try keyring.open(
        try row.bytes(), table: "account", row: actor.account, column: "name")
      return FoundSession(
        id: id, stage: stage, created: created, seen: seen, actor: actor, name: name)
    }
  }

  /// The sessions of an account that stand.
  func standing(of account: ID<Account>, now: Instant, _ read: Read) throws -> [SessionLine] {
    try read.all(
      """
      SELECT id, created, seen FROM session
      WHERE account = \(account) AND ended IS NULL AND stage = 'full'
        AND created > \(now.adding(seconds: -rule.absoluteSeconds))
        AND seen > \(now.adding(seconds: -rule.idleSeconds))
      ORDER BY seen DESC LIMIT 100
      """
    ) { row in SessionLine(id: try row.id(), created: try row.parsed(), seen: try row.parsed()) }
  }
}
