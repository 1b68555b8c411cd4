internal import Database
internal import Kernel

extension ReportStore {
  /// Begins the clock of the acknowledgement; whoever told it to somebody was heard at once.
  func keepAcknowledging(
    _ id: ID<Report>, _ channel: ReportChannel, due: Instant, _ standard: CaseStandard,
    at now: Instant, in write: Write
  ) throws {
    let acknowledge = standard.acknowledge(from: now)
    let done = channel.isSpoken ? now : nil
    try write.run(
      """
      UPDATE report SET acknowledge_due_at = \(acknowledge), acknowledged_at = \(done),
        next_due_at = \(done == nil ? min(due, acknowledge) : due)
      WHERE id = \(id)
      """)
  }

  /// Keeps that its reporter heard that somebody has it; false where they had already.
  ///
  /// From then on the next thing that is due is that the work begins.
  func acknowledge(_ id: ID<Report>, at now: Instant, in write: Write) throws -> Bool {
    try write.run("UPDATE report SET next_due_at = due_at WHERE id = \(id)")
    return try write.run(
      """
      UPDATE report SET acknowledged_at = \(now), version = version + 1
      WHERE id = \(id) AND acknowledged_at IS NULL
      """) > 0
  }
}
