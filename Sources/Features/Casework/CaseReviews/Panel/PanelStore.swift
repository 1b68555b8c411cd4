internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// What was chosen for the pages of a panel's papers, and the papers that were issued; both sealed.
struct PanelStore: Sendable {
  static let choices: StaticString = "case_review_choice"
  static let papers: StaticString = "case_review_papers"
  /// The most pages papers have.
  static let most = 200

  let keyring: Keyring

  /// Papers with the moment they were issued.
  struct Issue: Sendable {
    let at: Instant
    let papers: Sensitive<PanelPapers>
  }

  func choices(
    of review: ID<CaseReviewRequest>, _ read: Read
  ) throws -> [String: (choice: PanelChoice, version: Int)] {
    let found = try read.all(
      """
      SELECT id, page, version, content FROM case_review_choice WHERE request = \(review)
      ORDER BY id LIMIT \(Self.most)
      """
    ) { row in
      let id: ID<PanelChoice> = try row.id()
      let (page, version) = (try row.text(), try row.int())
      let choice: Sensitive<PanelChoice> = try ReportSealing.value(
        keyring.open(row.bytes(), table: Self.choices, row: id, column: "content"))
      return (page, (choice: choice.reveal(for: "the papers of a panel"), version: version))
    }
    return Dictionary(found) { first, _ in first }
  }

  /// Keeps what was chosen for a page.
  ///
  /// - Throws: ``DatabaseError/stale`` where somebody else chose since the version was read.
  func choose(
    _ choice: PanelChoice, for page: String, version: Int, of review: ID<CaseReviewRequest>,
    by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    let known = try write.first(
      "SELECT version FROM case_review_choice WHERE request = \(review) AND page = \(page)"
    ) { row in try row.int() }
    guard known ?? 0 == version else { throw DatabaseError.stale }
    let id: ID<PanelChoice>? = try write.first(
      """
      INSERT INTO case_review_choice (request, page, version, account, at, content)
      VALUES (\(review), \(page), 1, \(account), \(now), \([UInt8]()))
      ON CONFLICT (request, page) DO UPDATE SET version = case_review_choice.version + 1,
        account = excluded.account, at = excluded.at
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the choice was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(choice), table: Self.choices, row: id, column: "content")
    try write.run("UPDATE case_review_choice SET content = \(sealed) WHERE id = \(id)")
  }

  /// The papers that were issued last.
  func issued(of review: ID<CaseReviewRequest>, _ read: Read) throws -> Issue? {
    try read.first(
      """
      SELECT id, issued_at, content FROM case_review_papers WHERE request = \(review)
      ORDER BY id DESC LIMIT 1
      """
    ) { row in
      let id: ID<PanelPapers> = try row.id()
      return Issue(
        at: try row.parsed(),
        papers: try ReportSealing.value(
          keyring.open(row.bytes(), table: Self.papers, row: id, column: "content")))
    }
  }

  /// Issues papers; those issued before stay on record.
  func issue(
    _ papers: PanelPapers, to review: ID<CaseReviewRequest>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    let id: ID<PanelPapers>? = try write.first(
      """
      INSERT INTO case_review_papers (request, issued_at, account, content)
      VALUES (\(review), \(now), \(account), \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the papers were given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(papers), table: Self.papers, row: id, column: "content")
    try write.run("UPDATE case_review_papers SET content = \(sealed) WHERE id = \(id)")
  }
}
