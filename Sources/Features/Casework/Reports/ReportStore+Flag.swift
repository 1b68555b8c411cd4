internal import Access
internal import Database
internal import Kernel

/// The flag of a report whose words may warn of danger.
extension ReportStore {
  /// Brings a report before the duty officer, also after a flag was cleared; whether it was flagged
  /// already.
  func flag(_ id: ID<Report>, at now: Instant, in write: Write) throws -> Bool {
    let fresh = try write.run(
      """
      UPDATE report SET is_flagged = 1, flagged_at = \(now), cleared_at = NULL, cleared_by = NULL,
        version = version + 1
      WHERE id = \(id) AND is_flagged = 0
      """)
    // What comes on top has not been read by whoever opened the page before.
    if fresh == 0 {
      try write.run("UPDATE report SET version = version + 1 WHERE id = \(id)")
    }
    return fresh == 0
  }

  /// Gives a report nobody has decided about the first priority; it is not due later than it was.
  func hasten(_ id: ID<Report>, due: Instant, in write: Write) throws {
    try write.run(
      """
      UPDATE report SET priority = \(Priority.first.rawValue),
        due_at = CASE WHEN due_at < \(due) THEN due_at ELSE \(due) END,
        next_due_at = CASE WHEN next_due_at < \(due) THEN next_due_at ELSE \(due) END
      WHERE id = \(id) AND state = 'new' AND priority > \(Priority.first.rawValue)
      """)
  }

  /// Takes the flag off a report that somebody acted on.
  func clear(
    _ id: ID<Report>, by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE report SET is_flagged = 0, cleared_at = \(now), cleared_by = \(account),
        version = version + 1
      WHERE id = \(id) AND is_flagged = 1
      """)
  }
}
