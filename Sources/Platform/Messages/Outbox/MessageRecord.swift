import Database
public import Kernel

/// Tag of ids of messages.
public enum SentMessage {}

/// A message of the outbox as lists show it: without address and words.
public struct MessageRecord: Sendable, Hashable {
  /// The message.
  public let id: ID<SentMessage>
  /// The way it goes.
  public let route: MessageRoute
  /// What anybody may read.
  public let subject: String
  /// What it is about, such as `account/12`.
  public let topic: String
  /// What its wording is called.
  public let title: String
  /// The version of the wording.
  public let templateVersion: Int
  /// Whether its words are for nobody but the addressee.
  public let isSecret: Bool
  /// Where it is in its life.
  public let state: MessageState
  /// Why it is there, in words for staff; empty where there is nothing to say.
  public let reason: String
  /// How often it was handed over.
  public let tries: Int
  /// When it is tried next, or was due.
  public let due: Instant
  /// When it was written.
  public let created: Instant
  /// When its state last changed.
  public let changed: Instant

  static let columns: SQL = """
    id, route, subject, topic, title, template_version, is_secret, state, reason, tries, due_at,
    created_at, changed_at
    """

  init(row: inout Row) throws {
    id = try row.id()
    route = try row.choice()
    subject = try row.text()
    topic = try row.text()
    title = try row.text()
    templateVersion = try row.int()
    isSecret = try row.bool()
    state = try row.choice()
    reason = try row.text()
    tries = try row.int()
    due = try row.parsed()
    created = try row.parsed()
    changed = try row.parsed()
  }
}
