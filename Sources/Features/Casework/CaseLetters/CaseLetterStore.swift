internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// Letters to people in cases, in the database.
struct CaseLetterStore {
  static let most = 200
  static let wordings = WordingTable("letter_wording", key: "kind")
  private static let table: StaticString = "case_letter"

  let keyring: Keyring

  /// The letters of a case, the latest first.
  func letters(of file: ID<CaseFile>, _ read: Read) throws -> [CaseLetter] {
    try read.all(Self.query(file), letter)
  }

  static func query(_ file: ID<CaseFile>) -> SQL {
    "SELECT \(columns) FROM case_letter WHERE case_file = \(file) ORDER BY id DESC LIMIT \(most)"
  }

  func find(_ id: ID<CaseLetter>, of file: ID<CaseFile>, _ read: Read) throws -> CaseLetter? {
    try read.first(
      "SELECT \(Self.columns) FROM case_letter WHERE id = \(id) AND case_file = \(file)", letter)
  }

  func add(
    _ draft: CaseLetterDraft, to file: ID<CaseFile>, as message: ID<SentMessage>,
    by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> ID<CaseLetter> {
    let id: ID<CaseLetter>? = try write.first(
      """
      INSERT INTO case_letter (case_file, person, kind, version, route, made_at, made_by, message,
        content)
      VALUES (\(file), \(draft.person.id), \(draft.kind), \(draft.wording.version),
        \(draft.route.rawValue), \(now), \(account), \(message), \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the letter was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(draft.content), table: Self.table, row: id, column: "content")
    try write.run("UPDATE case_letter SET content = \(sealed) WHERE id = \(id)")
    return id
  }

  private static let columns: SQL = """
    id, person, kind, version, route, made_at, made_by, message, content
    """

  private func letter(_ row: inout Row) throws -> CaseLetter {
    let id: ID<CaseLetter> = try row.id()
    return CaseLetter(
      id: id, person: try row.id(), kind: try row.choice(), version: try row.int(),
      route: try row.choice(), madeAt: try row.parsed(), madeBy: try row.optionalID(),
      message: try row.id(),
      content: try ReportSealing.value(
        keyring.open(try row.bytes(), table: Self.table, row: id, column: "content")))
  }
}

extension CaseLetterStore {
  /// The letters of a case as they stand in the outbox.
  func messages(
    _ file: CaseFile, _ services: Services, _ read: Read
  ) throws -> [ID<SentMessage>: MessageRecord] {
    let known = try services.outbox.messages(about: file.subject, limit: Self.most, in: read)
    return Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
  }
}
