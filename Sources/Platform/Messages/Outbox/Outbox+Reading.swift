public import Database
public import Kernel

/// Looking into the outbox.
///
/// Messages about what is kept apart, whose topic begins with `apart/`, are found by their topic
/// alone: they are in no list and no count, and nobody decides about them here.
extension Outbox {
  /// A message; `nil` where there is none, or it is about what is kept apart.
  public func find(_ id: ID<SentMessage>, in read: Read) throws -> MessageRecord? {
    let record = try any(id, in: read)
    return record?.topic.hasPrefix("apart/") == true ? nil : record
  }

  private func any(_ id: ID<SentMessage>, in read: Read) throws -> MessageRecord? {
    try read.first("SELECT \(MessageRecord.columns) FROM message WHERE id = \(id)") { row in
      try MessageRecord(row: &row)
    }
  }

  /// A message that must be there.
  func found(_ id: ID<SentMessage>, in read: Read) throws -> MessageRecord {
    guard let record = try any(id, in: read) else { throw MessageProblem.notFound }
    return record
  }

  /// The address and the words of a message; `nil` where they are for nobody but the addressee.
  ///
  /// Whoever shows them notes it in the audit trail.
  public func words(
    of id: ID<SentMessage>, in read: Read
  ) throws -> (address: Sensitive<String>, body: Sensitive<String>)? {
    try read.first("SELECT address, body FROM message WHERE id = \(id) AND is_secret = 0") { row in
      (try open(try row.bytes(), of: id, "address"), try open(try row.bytes(), of: id, "body"))
    }
  }

  /// The messages about something, newest first.
  public func messages(
    about topic: String, limit: Int = 50, in read: Read
  ) throws -> [MessageRecord] {
    try read.all(Self.listing(about: topic, limit: limit)) { row in try MessageRecord(row: &row) }
  }

  /// The messages of one state, newest first; those of one route, and before an id, where they are given.
  public func messages(
    _ state: MessageState, by route: MessageRoute? = nil, before last: ID<SentMessage>? = nil,
    limit: Int = 50, in read: Read
  ) throws -> [MessageRecord] {
    try read.all(Self.listing(state, by: route, before: last, limit: limit)) { row in
      try MessageRecord(row: &row)
    }
  }

  /// The messages that somebody has to say, the longest due first: calls, and texts that nothing sends.
  ///
  /// A held one is among them, since nothing would come of letting it go but that somebody says it.
  public func toSay(limit: Int = 1000, in read: Read) throws -> [MessageRecord] {
    let unsent = [MessageRoute.phone, .text].filter { carrier(of: $0) == nil }
    return try read.all(Self.saying(unsent, limit: limit)) { row in try MessageRecord(row: &row) }
  }

  /// Whether somebody has to say a message.
  public func isToSay(_ message: MessageRecord) -> Bool {
    guard message.route == .phone || message.route == .text else { return false }
    return message.state == .byHand || message.state == .held && carrier(of: message.route) == nil
  }

  /// How many messages there are of each state that has any.
  public func counts(in read: Read) throws -> [MessageState: Int] {
    let rows = try read.all(
      "SELECT state, count(*) FROM message WHERE \(Self.isOpen) GROUP BY state"
    ) { row in (try row.choice(MessageState.self), try row.int()) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// What the index of lists and counts is of.
  private static let isOpen: SQL = "substr(topic, 1, 6) <> 'apart/'"

  static func listing(about topic: String, limit: Int) -> SQL {
    """
    SELECT \(MessageRecord.columns) FROM message WHERE topic = \(topic) ORDER BY id DESC
    LIMIT \(limit)
    """
  }

  static func listing(
    _ state: MessageState, by route: MessageRoute? = nil, before last: ID<SentMessage>?, limit: Int
  ) -> SQL {
    let chosen: SQL = if let route { " AND route = \(route.rawValue)" } else { "" }
    return """
      SELECT \(MessageRecord.columns) FROM message
      WHERE state = \(state.rawValue) AND id < \(last?.rawValue ?? .max) AND \(isOpen)\(chosen)
      ORDER BY id DESC LIMIT \(limit)
      """
  }

  /// Its conditions are those of the index, word for word; the state is no word of its own there, lest
  /// the index of states is read instead.
  static func saying(_ unsent: [MessageRoute], limit: Int) -> SQL {
    let held: SQL =
      unsent.isEmpty ? "" : " OR route IN (\(list: unsent.map(\.rawValue)))"
    return """
      SELECT \(MessageRecord.columns) FROM message
      WHERE route IN ('text', 'phone') AND state || '' IN ('held', 'by-hand') AND \(isOpen)
        AND (state || '' = 'by-hand'\(held))
      ORDER BY due_at, id LIMIT \(limit)
      """
  }
}
