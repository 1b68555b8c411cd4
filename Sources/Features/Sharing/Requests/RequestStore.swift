internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Requests in the database.
struct RequestStore: Sendable {
  static let onPage = 50

  let keyring: Keyring
  let letters: String

  init(_ services: Services) {
    keyring = services.keyring
    letters = services.settings.letters
  }

  func find(_ reference: Reference, _ read: Read) throws -> DataRequest? {
    try some(
      """
      SELECT \(DataRequest.columns) FROM sharing_request r
      WHERE r.reference = \(reference.description)
      """, read
    ).first
  }

  func page(
    isOpen: Bool, page: Int, _ read: Read
  ) throws -> (requests: [DataRequest], hasMore: Bool) {
    let found = try some(Self.listQuery(isOpen: isOpen, page: page), read)
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  /// Those open by their day; those answered, the last first.
  static func listQuery(isOpen: Bool, page: Int) -> SQL {
    var sql: SQL = "SELECT \(DataRequest.columns) FROM sharing_request r WHERE"
    sql.append(
      isOpen
        ? " r.answered_on IS NULL ORDER BY r.due_on, r.id"
        : " r.answered_on IS NOT NULL ORDER BY r.answered_on DESC, r.id DESC")
    sql.append(" LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)")
    return sql
  }

  /// How many should have been answered before a day.
  static func late(on day: Day, _ read: Read) throws -> Int { try read.count(lateQuery(on: day)) }

  static func lateQuery(on day: Day) -> SQL {
    "SELECT COUNT(*) FROM sharing_request WHERE answered_on IS NULL AND due_on < \(day)"
  }

  func add(
    _ form: RequestForm, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> Reference {
    var generator = SystemRandom()
    return try add(form, by: account, at: now, using: &generator, in: write)
  }

  /// The same with a source of references of its own, for the demonstration.
  func add(
    _ form: RequestForm, by account: ID<Account>?, at now: Instant,
    using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> Reference {
    var reference = Reference(letters: letters, using: &generator)
    while try find(reference, write) != nil {
      reference = Reference(letters: letters, using: &generator)
    }
    let empty: [UInt8] = []
    let id: ID<DataRequest>? = try write.first(
      """
      INSERT INTO sharing_request (reference, kind, organisation, received_on, due_on, made_at,
        account, content)
      VALUES (\(reference.description), \(form.kind.rawValue), \(form.organisation),
        \(form.receivedOn), \(form.dueOn), \(now), \(account), \(empty))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the request was given no id") }
    try keep(
      DataRequest.Content(asker: form.asker, wanted: form.wanted), of: id, in: write)
    return reference
  }

  /// Answers it; ``DatabaseError/stale`` where somebody changed it since.
  func answer(_ request: DataRequest, _ form: AnswerForm, in write: Write) throws {
    try write.update(
      """
      UPDATE sharing_request SET answered_on = \(form.answeredOn), outcome = \(form.outcome.rawValue),
        share = \(form.share?.description), version = version + 1
      WHERE id = \(request.id) AND version = \(request.version)
      """)
    var content = request.content.reveal(for: "answering a request")
    content.answer = form.words
    try keep(content, of: request.id, in: write)
  }

  /// Seals the next requests after an id anew; their ids.
  func sealAnew(after last: Int64, in write: Write) throws -> [Int64] {
    let requests = try some(
      "SELECT \(DataRequest.columns) FROM sharing_request r WHERE r.id > \(last) ORDER BY r.id LIMIT 100",
      write)
    for request in requests {
      try keep(request.content.reveal(for: "sealing"), of: request.id, in: write)
    }
    return requests.map(\.id.rawValue)
  }

  private func keep(
    _ content: DataRequest.Content, of id: ID<DataRequest>, in write: Write
  ) throws {
    let sealed = try DataRequest.seal(content, id, keyring)
    try write.run("UPDATE sharing_request SET content = \(sealed) WHERE id = \(id)")
  }

  func some(_ sql: SQL, _ read: Read) throws -> [DataRequest] {
    try read.all(sql) { row in try DataRequest(row: &row, keyring) }
  }
}
