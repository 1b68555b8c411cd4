internal import Database
internal import Kernel
internal import Secrets

/// Answers that were not sent yet: sealed, under a random token, for seven days.
struct DraftStore: Sendable {
  static let table: StaticString = "report_draft"
  static let keptSeconds = 7.0 * 86_400
  /// Seconds for which what a sender is told can be read again in their browser.
  static let receiptSeconds = 30.0 * 60

  let keyring: Keyring

  /// The draft of a token; `nil` where there is none or its time is up.
  func find(_ token: String, at now: Instant, _ read: Read) throws -> Draft? {
    let hash = SecretToken.hash(token)
    return try read.first(
      """
      SELECT id, version, report, created_at, content FROM report_draft
      WHERE token_hash = \(hash) AND expires_at > \(now)
      """
    ) { row in
      let id: ID<Draft> = try row.id()
      return Draft(
        id: id, version: try row.int(), report: try row.optionalID(), begun: try row.parsed(),
        content: try content(try row.bytes(), id))
    }
  }

  /// Changes the draft of a token, made where there was none; what it holds then.
  ///
  /// A draft that was sent is left as it is.
  func change(
    _ token: String, at now: Instant, in write: Write, _ body: (inout DraftAnswers) throws -> Void
  ) throws -> Draft {
    var draft = try find(token, at: now, write) ?? make(token, at: now, in: write)
    guard draft.report == nil else { return draft }
    try body(&draft.content.answers)
    draft.content.refused = nil
    try keep(draft, in: write)
    return draft
  }

  /// Keeps with the draft of a token, made where there was none, what was refused; what it holds then.
  func refuse(
    _ refused: RefusedStep, _ token: String, at now: Instant, in write: Write
  ) throws -> Draft {
    var draft = try find(token, at: now, write) ?? make(token, at: now, in: write)
    guard draft.report == nil else { return draft }
    draft.content.refused = refused
    try keep(draft, in: write)
    return draft
  }

  /// Puts what the sender is told in the place of the answers.
  func complete(
    _ draft: Draft, report: ID<Report>, _ receipt: ReportReceipt, at now: Instant, in write: Write
  ) throws {
    var draft = draft
    draft.content = DraftContent(receipt: receipt)
    try keep(draft, in: write)
    let until = now.adding(seconds: Self.receiptSeconds)
    try write.run(
      "UPDATE report_draft SET report = \(report), expires_at = \(until) WHERE id = \(draft.id)")
  }

  /// Deletes the draft of a token.
  func discard(_ token: String, in write: Write) throws {
    try write.run("DELETE FROM report_draft WHERE token_hash = \(SecretToken.hash(token))")
  }

  /// Deletes what is past its time; how many drafts there were.
  @discardableResult
  static func purge(at now: Instant, in write: Write) throws -> Int {
    try write.run("DELETE FROM report_follow WHERE expires_at <= \(now)")
    try ContactProofStore.purge(at: now, in: write)
    return try write.run("DELETE FROM report_draft WHERE expires_at <= \(now)")
  }

  private func make(_ token: String, at now: Instant, in write: Write) throws -> Draft {
    try Self.purge(at: now, in: write)
    let empty: [UInt8] = []
    let until = now.adding(seconds: Self.keptSeconds)
    let id: ID<Draft>? = try write.first(
      """
      INSERT INTO report_draft (token_hash, content, created_at, expires_at)
      VALUES (\(SecretToken.hash(token)), \(empty), \(now), \(until)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the draft was given no id") }
    return Draft(id: id, version: 1, report: nil, begun: now, content: DraftContent())
  }

  private func keep(_ draft: Draft, in write: Write) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(draft.content), table: Self.table, row: draft.id, column: "content")
    try write.run(
      "UPDATE report_draft SET content = \(sealed), version = version + 1 WHERE id = \(draft.id)")
  }

  private func content(_ sealed: [UInt8], _ id: ID<Draft>) throws -> DraftContent {
    let opened: Sensitive<DraftContent> = try ReportSealing.value(
      keyring.open(sealed, table: Self.table, row: id, column: "content"))
    return opened.reveal(for: "the page of whoever wrote it")
  }
}

/// A report that is being written, or was just sent.
struct Draft: Sendable {
  let id: ID<Draft>
  let version: Int
  /// The report it became.
  let report: ID<Report>?
  let begun: Instant
  var content: DraftContent

  var answers: DraftAnswers { content.answers }
}
