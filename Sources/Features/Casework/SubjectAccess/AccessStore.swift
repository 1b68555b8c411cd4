internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Requests, what was found to be theirs, and what was decided, in the database.
struct AccessStore {
  static let onPage = 50
  private static let table: StaticString = "access_request"
  private static let columns: SQL = """
    id, version, reference, regime, received_on, proved_on, is_extended, due_on, released_at, content
    """

  let services: Services

  var keyring: Keyring { services.keyring }

  // Requests

  /// Open ones by the day they are due, or answered ones, the latest first.
  func list(isOpen: Bool, page: Int, _ read: Read) throws -> [AccessRequest] {
    try read.all(Self.query(isOpen: isOpen, page: page), request)
  }

  static func query(isOpen: Bool, page: Int) -> SQL {
    let rest: SQL = "LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)"
    return isOpen
      ? """
      SELECT \(columns) FROM access_request WHERE released_at IS NULL ORDER BY due_on, id \(rest)
      """
      : """
      SELECT \(columns) FROM access_request WHERE released_at IS NOT NULL
      ORDER BY released_at DESC, id DESC \(rest)
      """
  }

  func find(_ reference: Reference, _ read: Read) throws -> AccessRequest? {
    try read.first(
      "SELECT \(Self.columns) FROM access_request WHERE reference = \(reference.description)",
      request)
  }

  func add(
    _ form: AccessForm, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> AccessRequest {
    var generator = SystemRandom()
    var reference = Reference(letters: services.settings.letters, using: &generator)
    while try find(reference, write) != nil {
      reference = Reference(letters: services.settings.letters, using: &generator)
    }
    let id: ID<AccessRequest>? = try write.first(
      """
      INSERT INTO access_request (reference, regime, received_on, proved_on, is_extended, due_on,
        made_at, made_by, content)
      VALUES (\(reference.description), \(form.regime), \(form.received), \(form.proved), \(false),
        \(form.due(in: try WorkingDays.time(write))), \(now), \(account), \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the request was given no id") }
    try seal(form.content, id, "content", in: write)
    guard let added = try find(reference, write) else { throw AccessProblem.notFound }
    return added
  }

  /// Keeps that they showed who they are, or that the time was made longer.
  func keep(
    _ request: AccessRequest, proved: Day?, isExtended: Bool, _ content: AccessRequest.Content,
    in write: Write
  ) throws {
    let due = AccessClock.due(
      received: request.receivedOn, proved: proved, isExtended: isExtended,
      in: try WorkingDays.time(write))
    try write.update(
      """
      UPDATE access_request SET version = version + 1, proved_on = \(proved),
        is_extended = \(isExtended), due_on = \(due)
      WHERE id = \(request.id) AND version = \(request.version) AND released_at IS NULL
      """)
    try seal(content, request.id, "content", in: write)
  }

  func release(
    _ request: AccessRequest, _ bundle: AccessBundle, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(bundle), table: Self.table, row: request.id, column: "bundle")
    try write.update(
      """
      UPDATE access_request SET version = version + 1, released_at = \(now),
        released_by = \(account), bundle = \(sealed)
      WHERE id = \(request.id) AND version = \(request.version) AND released_at IS NULL
      """)
  }

  /// What was given; `nil` before.
  func bundle(_ request: AccessRequest, _ read: Read) throws -> Sensitive<AccessBundle>? {
    let sealed = try read.first("SELECT bundle FROM access_request WHERE id = \(request.id)") {
      row in try row.optionalBytes()
    }
    guard let sealed = sealed ?? nil else { return nil }
    return try ReportSealing.value(
      keyring.open(sealed, table: Self.table, row: request.id, column: "bundle"))
  }

  /// Deletes requests released at or before a moment, with all that was decided; how many went.
  func forget(before moment: Instant, limit: Int, in write: Write) throws -> Int {
    let old = try write.all(Self.oldQuery(before: moment, limit: limit)) { row in
      try row.id(AccessRequest.self)
    }
    guard !old.isEmpty else { return 0 }
    let references: [Reference] = try write.all(
      "SELECT reference FROM access_request WHERE id IN (\(list: old))"
    ) { row in try row.parsed() }
    try services.apart.forget(references, write)
    try write.run("DELETE FROM access_decision WHERE request IN (\(list: old))")
    try write.run("DELETE FROM access_record WHERE request IN (\(list: old))")
    try write.run("DELETE FROM access_other WHERE request IN (\(list: old))")
    return try write.run("DELETE FROM access_request WHERE id IN (\(list: old))")
  }

  static func oldQuery(before moment: Instant, limit: Int) -> SQL {
    """
    SELECT id FROM access_request WHERE released_at IS NOT NULL AND released_at <= \(moment)
    ORDER BY released_at, id LIMIT \(limit)
    """
  }

  private func request(_ row: inout Row) throws -> AccessRequest {
    let id: ID<AccessRequest> = try row.id()
    return AccessRequest(
      id: id, version: try row.int(), reference: try row.parsed(), regime: try row.choice(),
      receivedOn: try row.parsed(), provedOn: try row.optionalParsed(),
      isExtended: try row.bool(), dueOn: try row.parsed(), releasedAt: try row.optionalParsed(),
      content: try ReportSealing.value(
        keyring.open(try row.bytes(), table: Self.table, row: id, column: "content")))
  }

  private func seal(
    _ content: AccessRequest.Content, _ id: ID<AccessRequest>, _ column: StaticString,
    in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: Self.table, row: id, column: column)
    try write.run("UPDATE access_request SET content = \(sealed) WHERE id = \(id)")
  }
}
