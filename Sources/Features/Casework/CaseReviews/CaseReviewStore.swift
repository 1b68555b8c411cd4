internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Requests for case reviews in the database, sealed.
struct CaseReviewStore: Sendable {
  static let table: StaticString = "case_review_request"
  static let onPage = 50

  let keyring: Keyring
  let letters: String

  init(_ services: Services) {
    keyring = services.keyring
    letters = services.settings.letters
  }

  /// Keeps a request once for each form; its reference.
  func add(
    _ request: CaseReviewRequest, once: String, at now: Instant, in write: Write
  ) throws -> (reference: Reference, isNew: Bool) {
    let once = SecretToken.hash(once)
    let known = try write.first("SELECT reference FROM case_review_request WHERE once = \(once)") {
      row in try row.parsed(Reference.self)
    }
    if let known { return (known, false) }
    var generator = SystemRandomNumberGenerator()
    let reference = Reference(letters: letters, using: &generator)
    let empty: [UInt8] = []
    let id: ID<CaseReviewRequest>? = try write.first(
      """
      INSERT INTO case_review_request (reference, once, received_at, content)
      VALUES (\(reference.description), \(once), \(now), \(empty)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the request was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(request), table: Self.table, row: id, column: "content")
    try write.run("UPDATE case_review_request SET content = \(sealed) WHERE id = \(id)")
    return (reference, true)
  }

  /// Whether there is a request of a reference.
  func isKnown(_ reference: Reference, _ read: Read) throws -> Bool {
    try line(reference, read) != nil
  }

  func line(_ reference: Reference, _ read: Read) throws -> CaseReviewLine? {
    try read.first(
      """
      SELECT id, reference, received_at FROM case_review_request
      WHERE reference = \(reference.description)
      """, Self.line)
  }

  /// One page of the requests, the latest first.
  static func page(
    _ page: Int, _ read: Read
  ) throws -> (lines: [CaseReviewLine], hasMore: Bool) {
    let found = try read.all(query(page), line)
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func query(_ page: Int) -> SQL {
    """
    SELECT id, reference, received_at FROM case_review_request
    ORDER BY received_at DESC, id DESC LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  /// What was written; whoever shows it records who read it.
  func content(_ line: CaseReviewLine, _ read: Read) throws -> Sensitive<CaseReviewRequest> {
    let sealed = try read.first(
      "SELECT content FROM case_review_request WHERE id = \(line.id)"
    ) { row in try row.bytes() }
    return try ReportSealing.value(
      keyring.open(sealed ?? [], table: Self.table, row: line.id, column: "content"))
  }

  private static func line(_ row: inout Row) throws -> CaseReviewLine {
    CaseReviewLine(id: try row.id(), reference: try row.parsed(), receivedAt: try row.parsed())
  }
}
