internal import Database
internal import Kernel
internal import Secrets

/// Who has opened which report by its secret: a random token for half an hour.
struct FollowStore: Sendable {
  static let seconds = 30.0 * 60

  /// Lets the holder of a token see a report.
  func open(_ token: String, _ report: ID<Report>, at now: Instant, in write: Write) throws {
    try write.run(
      """
      INSERT INTO report_follow (token_hash, report, expires_at)
      VALUES (\(SecretToken.hash(token)), \(report), \(now.adding(seconds: Self.seconds)))
      """)
  }

  /// The report the holder of a token may see.
  func report(_ token: String, at now: Instant, _ read: Read) throws -> Report? {
    try read.first(
      """
      SELECT \(Report.columns) FROM report_follow f JOIN report r ON r.id = f.report
      WHERE f.token_hash = \(SecretToken.hash(token)) AND f.expires_at > \(now)
      """
    ) { row in try Report(row: &row) }
  }

  func close(_ token: String, in write: Write) throws {
    try write.run("DELETE FROM report_follow WHERE token_hash = \(SecretToken.hash(token))")
  }
}
