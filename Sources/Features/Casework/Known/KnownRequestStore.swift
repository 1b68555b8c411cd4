internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// Requests whether somebody is known, in the database.
struct KnownRequestStore: Sendable {
  private static let table: StaticString = "known_request"
  private static let noBytes: [UInt8] = []
  private static let most = 100
  private static let columns: SQL = """
    q.id, q.version, q.case_file, q.person, q.source, q.asked_by, q.asked_at, q.state, q.decided_at,
    q.is_known, q.content
    """

  let keyring: Keyring

  func ask(
    _ form: KnownAskForm, in file: ID<CaseFile>, by account: ID<Account>, at now: Instant,
    write: Write
  ) throws {
    let id: ID<KnownRequest>? = try write.first(
      """
      INSERT INTO known_request (case_file, person, source, asked_by, asked_at, state, content)
      VALUES (\(file), \(form.person), \(form.source), \(account), \(now), \(KnownState.asked),
        \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the request was given no id") }
    try seal(KnownRequest.Content(purpose: form.purpose), id, in: write)
  }

  /// Keeps a decision; ``DatabaseError/stale`` where there is one.
  func decide(
    _ request: KnownRequest, _ state: KnownState, isKnown: Bool?, reason: String,
    by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE known_request SET version = version + 1, state = \(state), decided_by = \(account),
        decided_at = \(now), is_known = \(isKnown.map { $0 ? 1 : 0 })
      WHERE id = \(request.id) AND version = \(request.version) AND state = 'asked'
      """)
    var content = request.content.reveal(for: "sealing")
    content.reason = reason
    try seal(content, request.id, in: write)
  }

  func find(_ id: ID<KnownRequest>, _ read: Read) throws -> KnownRequest? {
    try read.first("SELECT \(Self.columns) FROM known_request q WHERE q.id = \(id)", request)
  }

  /// The requests of a case, the newest first.
  func requests(of file: ID<CaseFile>, _ read: Read) throws -> [KnownRequest] {
    try read.all(Self.query(of: file), request)
  }

  /// Those nobody has decided about, the oldest first.
  func waiting(_ read: Read) throws -> [KnownRequest] { try read.all(Self.waitingQuery, request) }

  /// How many wait; at most ``most`` are counted.
  static func waitingCount(_ read: Read) throws -> Int {
    try read.count(
      """
      SELECT COUNT(*) FROM (
        SELECT q.id FROM known_request q WHERE q.state = 'asked' LIMIT \(most)) waiting
      """)
  }

  static func query(of file: ID<CaseFile>) -> SQL {
    """
    SELECT \(columns) FROM known_request q WHERE q.case_file = \(file)
    ORDER BY q.id DESC LIMIT \(most)
    """
  }

  static let waitingQuery: SQL = """
    SELECT \(columns) FROM known_request q WHERE q.state = 'asked' ORDER BY q.id LIMIT \(most)
    """

  private func seal(
    _ content: KnownRequest.Content, _ id: ID<KnownRequest>, in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: Self.table, row: id, column: "content")
    try write.run("UPDATE known_request SET content = \(sealed) WHERE id = \(id)")
  }

  private func request(_ row: inout Row) throws -> KnownRequest {
    let id: ID<KnownRequest> = try row.id()
    return KnownRequest(
      id: id, version: try row.int(), file: try row.id(), person: try row.id(),
      source: try row.id(), askedBy: try row.id(), askedAt: try row.parsed(),
      state: try row.choice(), decidedAt: try row.optionalParsed(),
      isKnown: try row.optionalInt().map { $0 == 1 },
      content: try ReportSealing.value(
        keyring.open(try row.bytes(), table: Self.table, row: id, column: "content")))
  }
}
