public import Database
public import Kernel

/// Letting go of messages whose time is over.
extension Outbox {
  private static let over: [MessageState] = [.sent, .done, .cancelled]

  /// Forgets address and words of messages that ended at a moment or before, at most `limit` at a time;
  /// the rows stay, with what anybody may read.
  ///
  /// - Returns: how many there were.
  public func forget(before moment: Instant, limit: Int = 500, in write: Write) throws -> Int {
    try write.run(Self.forgetting(before: moment, limit: limit))
  }

  /// The statement, whose plan a test pins: few of the messages that ended still have words, so that
  /// it reads the index of those and not that of states.
  public static func forgetting(before moment: Instant, limit: Int) -> SQL {
    let empty: [UInt8] = []
    return """
      UPDATE message SET address = \(empty), body = \(empty)
      WHERE id IN (
        SELECT m.id FROM message m
        WHERE (length(m.address) > 0 OR length(m.body) > 0) AND m.changed_at <= \(moment)
          AND m.state || '' IN (\(list: over.map(\.rawValue)))
        ORDER BY m.changed_at LIMIT \(limit))
      """
  }

  /// Deletes the messages about something; a job that waits for one of them then finds nothing to do.
  ///
  /// - Returns: how many there were.
  public func delete(about topic: String, in write: Write) throws -> Int {
    try write.run("DELETE FROM message WHERE topic = \(topic)")
  }
}
