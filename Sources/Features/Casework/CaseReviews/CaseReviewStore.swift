internal import Access
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

  /// Keeps a request once for each form; its reference, of the system's own random numbers.
  func add(
    _ request: CaseReviewRequest, once: String, applied: Day? = nil,
    by channel: ReviewChannel = .web, at now: Instant, in write: Write
  ) throws -> (reference: Reference, isNew: Bool) {
    var generator = SystemRandom()
    return try add(
      request, once: once, applied: applied, by: channel, at: now,
      using: &generator, in: write)
  }

  /// The same, with a reference drawn from a source of random numbers.
  func add(
    _ request: CaseReviewRequest, once: String, applied: Day? = nil,
    by channel: ReviewChannel = .web, at now: Instant,
    using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> (reference: Reference, isNew: Bool) {
    let once = SecretToken.hash(once)
    let known = try write.first("SELECT reference FROM case_review_request WHERE once = \(once)") {
      row in try row.parsed(Reference.self)
    }
    if let known { return (known, false) }
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
    try write.run(
      """
      INSERT INTO case_review (request, applied_on, channel)
      VALUES (\(id), \(applied ?? London.day(now)), \(channel))
      """)
    return (reference, true)
  }

  func review(_ reference: Reference, _ read: Read) throws -> CaseReview? {
    try read.first(
      """
      SELECT \(Self.columns) FROM case_review_request q JOIN case_review v ON v.request = q.id
      WHERE q.reference = \(reference.description)
      """, Self.review)
  }

  func review(_ id: ID<CaseReviewRequest>, _ read: Read) throws -> CaseReview? {
    try read.first(
      """
      SELECT \(Self.columns) FROM case_review_request q JOIN case_review v ON v.request = q.id
      WHERE q.id = \(id)
      """, Self.review)
  }

  /// One page of the applications, the latest first.
  static func page(
    _ page: Int, _ read: Read
  ) throws -> (reviews: [CaseReview], hasMore: Bool) {
    let found = try reviews(query(page), read)
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func query(_ page: Int) -> SQL {
    """
    SELECT \(columns) FROM case_review v JOIN case_review_request q ON q.id = v.request
    ORDER BY v.applied_on DESC, v.request DESC LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  /// Those of which a step is still to come, the outcome to be told and an appeal to be decided among
  /// them; the earliest application first.
  static func open(_ read: Read) throws -> [CaseReview] { try reviews(openQuery, read) }

  static let openQuery: SQL = """
    SELECT \(columns) FROM case_review v JOIN case_review_request q ON q.id = v.request
    WHERE \(RetentionQueries.isReviewOpen)
    ORDER BY v.applied_on, v.request LIMIT \(onPage)
    """

  /// What was written; whoever shows it records who read it.
  func content(_ review: CaseReview, _ read: Read) throws -> Sensitive<CaseReviewRequest> {
    let sealed = try read.first(
      "SELECT content FROM case_review_request WHERE id = \(review.id)"
    ) { row in try row.bytes() }
    return try ReportSealing.value(
      keyring.open(sealed ?? [], table: Self.table, row: review.id, column: "content"))
  }

  /// Sets what a step says of an application, or that something of it changed, by the version it was
  /// read in.
  ///
  /// - Throws: ``DatabaseError/stale`` where another has changed it meanwhile.
  static func keep(_ review: CaseReview, _ changes: SQL? = nil, in write: Write) throws {
    let changes: SQL = changes.map { "\($0), " } ?? ""
    let changed = try write.run(
      """
      UPDATE case_review SET \(changes)version = version + 1
      WHERE request = \(review.id) AND version = \(review.version)
      """)
    guard changed == 1 else { throw DatabaseError.stale }
  }

  /// The reviews a query finds that reads the columns.
  static func reviews(_ query: SQL, _ read: Read) throws -> [CaseReview] {
    try read.all(query, review)
  }

  static let columns: SQL = """
    q.id, q.reference, v.version, v.applied_on, v.channel, v.acknowledged_at, v.decided_at,
      v.decision, v.rule, v.held_on, v.consulted_on, v.told_at,
      v.appealed_on, v.appeal, v.reopened_on, v.law
    """

  private static func review(_ row: inout Row) throws -> CaseReview {
    CaseReview(
      id: try row.id(), reference: try row.parsed(), version: try row.int(),
      appliedOn: try row.parsed(), channel: try row.choice(),
      acknowledgedAt: try row.optionalParsed(), decidedAt: try row.optionalParsed(),
      decision: try row.optionalChoice(), rule: try row.optionalInt(),
      heldOn: try row.optionalParsed(),
      consultedOn: try row.optionalParsed(), toldAt: try row.optionalParsed(),
      appealedOn: try row.optionalParsed(), appeal: try row.optionalChoice(),
      reopenedOn: try row.optionalParsed(), law: try row.optionalText())
  }
}
