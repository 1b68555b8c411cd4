internal import Database
internal import Kernel
internal import Secrets

/// Who follows which request for a case review: by its secret, or in the browser that sent it.
///
/// The secret is made of the token that this browser alone has, so that it can be shown again until it
/// was written down and is nowhere kept.
struct ReviewFollowStore: Sendable {
  /// A request that is open in a browser.
  struct Opened: Sendable {
    let reference: Reference
    /// Whether its secret was written down.
    let isNoted: Bool
  }

  private static let seconds = 30.0 * 60

  static func secret(of token: String, _ reference: Reference) -> String {
    SecretToken.code(of: SecretToken.hash("secret of case review \(reference) \(token)"))
  }

  /// Opens a request in the browser that sent it just now, whose secret it is yet to show.
  func begin(
    _ token: String, _ reference: Reference, at now: Instant, in write: Write
  ) throws {
    let secret = Self.secret(of: token, reference)
    try write.run(
      """
      UPDATE case_review_request SET secret = \(ReportStore.hash(secret))
      WHERE reference = \(reference.description) AND secret IS NULL
      """)
    // A form that was sent twice from here shows the same secret again.
    let isOwn = try accepts(secret, for: reference, write)
    try open(token, reference, isNoted: !isOwn, at: now, in: write)
  }

  /// Opens a request in a browser.
  func open(
    _ token: String, _ reference: Reference, isNoted: Bool = true, at now: Instant, in write: Write
  ) throws {
    try write.run("DELETE FROM case_review_follow WHERE expires_at <= \(now)")
    try close(token, in: write)
    try write.run(
      """
      INSERT INTO case_review_follow (token_hash, request, expires_at, is_noted)
      SELECT \(SecretToken.hash(token)), id, \(now.adding(seconds: Self.seconds)), \(isNoted)
      FROM case_review_request WHERE reference = \(reference.description)
      """)
  }

  func opened(_ token: String, at now: Instant, _ read: Read) throws -> Opened? {
    try read.first(
      """
      SELECT q.reference, f.is_noted FROM case_review_follow f
      JOIN case_review_request q ON q.id = f.request
      WHERE f.token_hash = \(SecretToken.hash(token)) AND f.expires_at > \(now)
      """
    ) { row in Opened(reference: try row.parsed(), isNoted: try row.bool()) }
  }

  /// Shows the secret no more.
  func note(_ token: String, in write: Write) throws {
    try write.run(
      """
      UPDATE case_review_follow SET is_noted = 1 WHERE token_hash = \(SecretToken.hash(token))
      """)
  }

  func close(_ token: String, in write: Write) throws {
    try write.run("DELETE FROM case_review_follow WHERE token_hash = \(SecretToken.hash(token))")
  }

  /// Whether a secret opens the request of a reference.
  func accepts(_ secret: String, for reference: Reference, _ read: Read) throws -> Bool {
    let kept = try read.first(
      "SELECT secret FROM case_review_request WHERE reference = \(reference.description)"
    ) { row in try row.optionalBytes() }
    return equalInConstantTime((kept ?? nil) ?? [], ReportStore.hash(secret))
  }
}
