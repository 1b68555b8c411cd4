internal import Secrets
internal import Access
internal import Database
internal import Kernel

/// One entry of the story of a report.
struct ReportEvent: Sendable {
  let id: ID<ReportEvent>
  let at: Instant
  let kind: ReportEventKind
  /// Who wrote it; `nil` for the reporter and the program.
  let account: ID<Account>?
  /// Whether the reporter sees it.
  let isPublic: Bool
  /// What was written; empty where its kind says all.
  let words: Sensitive<String>
}

/// The story of a report: what was told and done, in order.
struct ReportEvents: Sendable {
  /// The most that are read of one report.
  static let most = 500

  let sealing: ReportSealing

  /// Adds an entry.
  @discardableResult
  func add(
    _ kind: ReportEventKind, to report: ID<Report>, words: Sensitive<String> = Sensitive(""),
    by account: ID<Account>? = nil, isPublic: Bool = true, at now: Instant, in write: Write
  ) throws -> ID<ReportEvent> {
    let empty: [UInt8] = []
    let id: ID<ReportEvent>? = try write.first(
      """
      INSERT INTO report_event (report, at, kind, account, is_public, words)
      VALUES (\(report), \(now), \(kind), \(account), \(isPublic), \(empty)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the entry was given no id") }
    let sealed = sealing.keyring.seal(
      words, table: ReportSealing.events, row: id, column: "words")
    try write.run("UPDATE report_event SET words = \(sealed) WHERE id = \(id)")
    return id
  }

  /// The entries of a report, the earliest first; only those its reporter sees where `isPublic`.
  func of(_ report: ID<Report>, isPublic: Bool = false, _ read: Read) throws -> [ReportEvent] {
    try read.all(Self.query(report, isPublic: isPublic)) { row in
      let id: ID<ReportEvent> = try row.id()
      return ReportEvent(
        id: id, at: try row.parsed(), kind: try row.choice(), account: try row.optionalID(),
        isPublic: try row.bool(),
        words: try sealing.keyring.open(
          try row.bytes(), table: ReportSealing.events, row: id, column: "words"))
    }
  }

  static func query(_ report: ID<Report>, isPublic: Bool) -> SQL {
    """
    SELECT id, at, kind, account, is_public, words FROM report_event
    WHERE report = \(report) AND is_public >= \(isPublic) ORDER BY at, id LIMIT \(most)
    """
  }
}
