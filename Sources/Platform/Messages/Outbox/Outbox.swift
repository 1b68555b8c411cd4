public import Database
public import Jobs
public import Kernel
public import Secrets

/// Messages on their way: written in the caller's transaction, handed over by a job.
///
/// What is guaranteed: a message is kept exactly if the transaction that wrote it commits; it is
/// handed to a carrier at most once without somebody deciding otherwise, however often processes
/// die; and each one that may or may not have gone is told apart as ``MessageState/uncertain``.
/// A message is marked as being sent, durably, before the first byte leaves; whoever finds that
/// mark after a crash asks the carrier where it can be asked, and otherwise leaves the decision to
/// a person. Address and words are sealed.
public struct Outbox: Sendable {
  let keyring: Keyring
  let jobs: JobQueue
  let carriers: [Carrier]

  /// The outbox of one process.
  ///
  /// - Parameters:
  ///   - keyring: what addresses and words are sealed with.
  ///   - jobs: the queue that does the sending.
  ///   - carriers: what takes messages away; of several for one route the first is used.
  public init(keyring: Keyring, jobs: JobQueue, carriers: [Carrier] = []) {
    self.keyring = keyring
    self.jobs = jobs
    self.carriers = carriers
  }

  /// The carrier of a route; `nil` where somebody has to do it by hand.
  public func carrier(of route: MessageRoute) -> Carrier? {
    carriers.first { $0.routes.contains(route) }
  }

  /// Puts a message into the outbox, as part of the transaction.
  ///
  /// Where its route has no carrier, or the person must not be reached that way, it becomes a task
  /// for somebody (``MessageState/byHand``), which the caller shows where its work is done.
  ///
  /// - Returns: the message as it now stands.
  /// - Throws: what the database throws.
  @discardableResult
  public func queue(
    _ message: Message, at now: Instant, in write: Write
  ) throws -> MessageRecord {
    let isAllowed = message.contact.allows(message.route)
    let (state, reason) =
      message.held.map { (MessageState.held, $0) }
      ?? openState(of: message.route, allowed: isAllowed)
    let due = message.contact.firstMoment(from: now)
    let minutes = message.contact.minutes
    let id = try write.first(
      """
      INSERT INTO message (mark, route, address, subject, body, topic, template, template_version,
        title, is_secret, is_allowed, minute_from, minute_until, state, reason, due_at, created_at,
        changed_at)
      VALUES (\(SecretToken.random()), \(message.route.rawValue), \([UInt8]()), \(message.subject),
        \([UInt8]()), \(message.topic), \(message.template.key), \(message.template.version),
        \(message.template.title), \(message.template.isSecret), \(isAllowed),
        \(minutes?.lowerBound), \(minutes?.upperBound), \(state.rawValue), \(reason), \(due), \(now), \(now))
      RETURNING id
      """
    ) { row in try row.id(SentMessage.self) }
    guard let id else { throw DatabaseError.shape("the message was given no id") }
    try seal(message.address, message.body, of: id, in: write)
    if state == .waiting { try ask(for: id, at: due, in: write) }
    return try found(id, in: write)
  }

  /// Where a message goes once nothing holds it.
  func openState(of route: MessageRoute, allowed: Bool) -> (MessageState, String) {
    guard allowed else {
      return (.byHand, "The person must not be reached this way. Ask them how, or leave it")
    }
    guard carrier(of: route) != nil else {
      return (.byHand, Self.task(of: route))
    }
    return (.waiting, "")
  }

  private static func task(of route: MessageRoute) -> String {
    switch route {
    case .email: "No mail server is set: send it from your own mailbox"
    case .text: "Text messages cannot be sent from here: call, or send it from a phone"
    case .letter: "Print it and post it"
    case .phone: "Call them"
    }
  }

  /// Has the message tried at a moment.
  func ask(for id: ID<SentMessage>, at due: Instant, in write: Write) throws {
    try jobs.enqueue(Self.jobName, payload: id.description, due: due, in: write)
  }

  /// The name of the job that hands messages over.
  public static let jobName = "messages.send"
}

extension Outbox {
  private static let table: StaticString = "message"

  func seal(
    _ address: Sensitive<String>, _ body: Sensitive<String>, of id: ID<SentMessage>,
    in write: Write
  ) throws {
    try write.run(
      """
      UPDATE message
      SET address = \(keyring.seal(address, table: Self.table, row: id, column: "address")),
        body = \(keyring.seal(body, table: Self.table, row: id, column: "body"))
      WHERE id = \(id)
      """)
  }

  func open(_ sealed: [UInt8], of id: ID<SentMessage>, _ column: StaticString) throws -> Sensitive<
    String
  > {
    guard !sealed.isEmpty else { return Sensitive("") }
    return try keyring.open(sealed, table: Self.table, row: id, column: column)
  }
}
