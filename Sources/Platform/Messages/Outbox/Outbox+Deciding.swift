public import Database
public import Kernel

/// What a person decides about a message that waits for one.
extension Outbox {
  /// A decision.
  public enum Decision: String, Sendable, CaseIterable {
    /// Let a held one go.
    case release
    /// Try a failed or an uncertain one once more.
    case sendAgain = "send-again"
    /// It was printed and posted, or the call was made; or an uncertain one did arrive.
    case done
    /// It is not to be sent.
    case cancel

    /// The states from which it may be taken.
    public var from: Set<MessageState> {
      switch self {
      case .release: [.held]
      case .sendAgain: [.uncertain, .failed]
      case .done: [.byHand, .uncertain, .failed]
      case .cancel: [.held, .waiting, .uncertain, .failed, .byHand]
      }
    }
  }

  /// Carries a decision out.
  ///
  /// - Returns: the message as it now stands.
  /// - Throws: ``MessageProblem/moved`` where it is in no state for that, being sent for example;
  ///   ``MessageProblem/notFound``.
  @discardableResult
  public func decide(
    _ decision: Decision, on id: ID<SentMessage>, at now: Instant, in write: Write
  ) throws -> MessageRecord {
    guard let record = try find(id, in: write) else { throw MessageProblem.notFound }
    guard decision.from.contains(record.state) else { throw MessageProblem.moved }
    switch decision {
    case .release, .sendAgain:
      let isAllowed = try write.count("SELECT is_allowed FROM message WHERE id = \(id)") == 1
      let (state, reason) = openState(of: record.route, allowed: isAllowed)
      try move(record, to: state, because: reason, at: now, in: write)
      if state == .waiting { try ask(for: id, at: now, in: write) }
    case .done: try move(record, to: .done, at: now, in: write)
    case .cancel: try move(record, to: .cancelled, at: now, in: write)
    }
    return try found(id, in: write)
  }

  /// Notes that somebody said a message, by phone for example; one that was held is let go first.
  ///
  /// - Returns: the message as it now stands.
  /// - Throws: ``MessageProblem/moved`` where nobody has to say it any more;
  ///   ``MessageProblem/notFound``.
  @discardableResult
  public func said(
    _ id: ID<SentMessage>, at now: Instant, in write: Write
  ) throws -> MessageRecord {
    guard let record = try find(id, in: write) else { throw MessageProblem.notFound }
    guard isToSay(record) else { throw MessageProblem.moved }
    if record.state == .held { try decide(.release, on: id, at: now, in: write) }
    return try decide(.done, on: id, at: now, in: write)
  }

  /// Holds what waits to be sent about something, also between two tries, until somebody lets it go.
  ///
  /// What is being handed over at that moment goes.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func hold(
    about topic: String, because reason: String, at now: Instant, in write: Write
  ) throws -> Int {
    try write.run(
      """
      UPDATE message SET state = \(MessageState.held.rawValue), reason = \(reason), tries = 0,
        changed_at = \(now)
      WHERE topic = \(topic) AND state = \(MessageState.waiting.rawValue)
      """)
  }

  private func move(
    _ record: MessageRecord, to state: MessageState, because reason: String = "", at now: Instant,
    in write: Write
  ) throws {
    let moved = try write.run(
      """
      UPDATE message SET state = \(state.rawValue), reason = \(reason), due_at = \(now),
        tries = 0, changed_at = \(now)
      WHERE id = \(record.id) AND state = \(record.state.rawValue)
      """)
    guard moved > 0 else { throw MessageProblem.moved }
    if state == .done || state == .cancelled { try forget(record.id, in: write) }
  }

  /// Says of some messages that they are about something else from now on.
  public func move(_ ids: [ID<SentMessage>], to topic: String, in write: Write) throws {
    try write.run("UPDATE message SET topic = \(topic) WHERE id IN (\(list: ids))")
  }

  /// Forgets address and words of a secret message.
  func forget(_ id: ID<SentMessage>, in write: Write) throws {
    try write.run(
      """
      UPDATE message SET address = \([UInt8]()), body = \([UInt8]())
      WHERE id = \(id) AND is_secret = 1
      """)
  }
}

/// What can stand against a decision about a message.
public enum MessageProblem: Problem, Equatable {
  /// There is no such message.
  case notFound
  /// It was sent, or decided about, meanwhile.
  case moved

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .notFound: "There is no such message."
    case .moved: "The message has moved on meanwhile. Look at it again and decide anew."
    }
  }

  /// 404 or 409.
  public var status: Int { self == .notFound ? 404 : 409 }
}
