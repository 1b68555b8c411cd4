internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Complaints, recommendations and records of case reviews in the database, sealed.
struct CaseReviewRecords: Sendable {
  static let complaints: StaticString = "case_review_complaint"
  static let recommendations: StaticString = "case_review_recommendation"
  static let records: StaticString = "case_review_record"
  /// The most complaints, and the most recommendations, an application has.
  static let most = 50

  let keyring: Keyring

  func complaints(
    of review: ID<CaseReviewRequest>, _ read: Read
  ) throws -> [ReviewComplaint] {
    try read.all(
      """
      SELECT id, body, behaviour_on, reported_on, same_as, added_by, content
      FROM case_review_complaint WHERE request = \(review) ORDER BY id LIMIT \(Self.most)
      """
    ) { row in
      let id: ID<ReviewComplaint> = try row.id()
      return ReviewComplaint(
        id: id, body: try row.choice(), behaviour: try row.optionalParsed(),
        reported: try row.optionalParsed(), sameAs: try row.optionalID(),
        addedBy: try row.optionalID(),
        content: try value(row.bytes(), Self.complaints, id, "content"))
    }
  }

  func add(
    _ form: ComplaintForm, to review: ID<CaseReviewRequest>, by account: ID<Account>,
    at now: Instant,
    in write: Write
  ) throws {
    let id: ID<ReviewComplaint> = try given(
      write.first(
        """
        INSERT INTO case_review_complaint (request, body, behaviour_on, reported_on, same_as,
          added_at, added_by, content)
        VALUES (\(review), \(form.body), \(form.behaviour), \(form.reported), \(form.sameAs),
          \(now), \(account), \([UInt8]())) RETURNING id
        """
      ) { row in try row.id() })
    let sealed = keyring.seal(
      try ReportSealing.text(form.content), table: Self.complaints, row: id, column: "content")
    try write.run("UPDATE case_review_complaint SET content = \(sealed) WHERE id = \(id)")
  }

  /// Takes a complaint out that was entered wrongly; those said to be about the same incident stay.
  func drop(
    _ complaint: ID<ReviewComplaint>, of review: ID<CaseReviewRequest>, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE case_review_complaint SET same_as = NULL
      WHERE same_as = \(complaint) AND request = \(review)
      """)
    try write.run(
      "DELETE FROM case_review_complaint WHERE id = \(complaint) AND request = \(review)")
  }

  func recommendations(
    of review: ID<CaseReviewRequest>, _ read: Read
  ) throws -> [ReviewRecommendation] {
    try read.all(
      """
      SELECT id, organisation, due_on, words, answer, answer_words FROM case_review_recommendation
      WHERE request = \(review) ORDER BY id LIMIT \(Self.most)
      """
    ) { row in
      let id: ID<ReviewRecommendation> = try row.id()
      return ReviewRecommendation(
        id: id, organisation: try row.id(), due: try row.optionalParsed(),
        words: try keyring.open(
          row.bytes(), table: Self.recommendations, row: id, column: "words"),
        answer: try row.optionalChoice(),
        answerWords: try row.optionalBytes().map {
          try keyring.open($0, table: Self.recommendations, row: id, column: "answer_words")
        })
    }
  }

  func recommend(
    _ words: Sensitive<String>, to organisation: ID<Organisation>, by due: Day?,
    in review: ID<CaseReviewRequest>, _ write: Write
  ) throws {
    let id: ID<ReviewRecommendation> = try given(
      write.first(
        """
        INSERT INTO case_review_recommendation (request, organisation, due_on, words)
        VALUES (\(review), \(organisation), \(due), \([UInt8]())) RETURNING id
        """
      ) { row in try row.id() })
    let sealed = keyring.seal(words, table: Self.recommendations, row: id, column: "words")
    try write.run("UPDATE case_review_recommendation SET words = \(sealed) WHERE id = \(id)")
  }

  /// Whether the answer was kept: a recommendation is answered once.
  func answer(
    _ id: ID<ReviewRecommendation>, of review: ID<CaseReviewRequest>,
    _ answer: ReviewRecommendation.Answer, _ words: Sensitive<String>, at now: Instant,
    in write: Write
  ) throws -> Bool {
    let sealed = keyring.seal(
      words, table: Self.recommendations, row: id, column: "answer_words")
    return try write.run(
      """
      UPDATE case_review_recommendation SET answer = \(answer), answered_at = \(now),
        answer_words = \(sealed)
      WHERE id = \(id) AND request = \(review) AND answer IS NULL
      """) == 1
  }

  /// What was written down; of one kind where it is named.
  func records(
    of review: ID<CaseReviewRequest>, only kind: ReviewRecord.Kind? = nil, _ read: Read
  ) throws -> [ReviewRecord] {
    let ofKind: SQL = kind.map { "AND kind = \($0)" } ?? ""
    return try read.all(
      """
      SELECT id, kind, at, account, content FROM case_review_record
      WHERE request = \(review) \(ofKind) ORDER BY id LIMIT \(2 * Self.most)
      """
    ) { row in
      let id: ID<ReviewRecord> = try row.id()
      return ReviewRecord(
        kind: try row.choice(), at: try row.parsed(), account: try row.optionalID(),
        content: try value(row.bytes(), Self.records, id, "content"))
    }
  }

  func record(
    _ kind: ReviewRecord.Kind, _ content: ReviewRecord.Content, of review: ID<CaseReviewRequest>,
    by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    let id: ID<ReviewRecord> = try given(
      write.first(
        """
        INSERT INTO case_review_record (request, kind, at, account, content)
        VALUES (\(review), \(kind), \(now), \(account), \([UInt8]())) RETURNING id
        """
      ) { row in try row.id() })
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: Self.records, row: id, column: "content")
    try write.run("UPDATE case_review_record SET content = \(sealed) WHERE id = \(id)")
  }

  private func value<Content: Decodable & Sendable, Entity>(
    _ sealed: [UInt8], _ table: StaticString, _ id: ID<Entity>, _ column: StaticString
  ) throws -> Sensitive<Content> {
    try ReportSealing.value(keyring.open(sealed, table: table, row: id, column: column))
  }

  private func given<Entity>(_ id: ID<Entity>?) throws -> ID<Entity> {
    guard let id else { throw DatabaseError.shape("the row was given no id") }
    return id
  }
}
