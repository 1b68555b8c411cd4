internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Files of evidence in the database.
struct EvidenceStore: Sendable {
  static let table: StaticString = "evidence"
  /// The most that are read of one report or case.
  static let most = 200
  private static let noBytes: [UInt8] = []
  private static let columns: SQL = """
    e.id, e.version, e.name, e.draft, e.report, e.case_file, e.occasion, e.kind, e.size, e.received,
    e.state, e.copy_size, e.sha256, e.added_at, e.added_by, e.content
    """

  let keyring: Keyring

  init(_ services: Services) { keyring = services.keyring }

  /// Adds a file that lies in the vault already, or of which pieces will come.
  func add(
    _ new: NewEvidence, to owner: EvidenceOwner, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws -> EvidenceFile {
    let (draft, report, file) = Self.columns(of: owner)
    let state: EvidenceState = new.received < new.size ? .arriving : .waiting
    let id: ID<EvidenceFile>? = try write.first(
      """
      INSERT INTO evidence (name, draft, report, case_file, occasion, kind, size, received, state,
        added_at, added_by, content)
      VALUES (\(new.name), \(draft), \(report), \(file), \(new.occasion), \(new.kind), \(new.size),
        \(new.received), \(state), \(now), \(account), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the file was given no id") }
    try seal(new.content.reveal(for: "sealing"), id, in: write)
    guard let added = try find(id, write) else { throw EvidenceProblem.notFound }
    return added
  }

  func find(_ id: ID<EvidenceFile>, _ read: Read) throws -> EvidenceFile? {
    try read.first("SELECT \(Self.columns) FROM evidence e WHERE e.id = \(id)", file)
  }

  /// The files of a draft, the earliest first.
  func of(_ draft: ID<Draft>, _ read: Read) throws -> [EvidenceFile] {
    try read.all(Self.draftQuery(draft), file)
  }

  /// The files of a report, the earliest first.
  func of(_ report: ID<Report>, _ read: Read) throws -> [EvidenceFile] {
    try read.all(Self.reportQuery(report), file)
  }

  /// The files of a case and of its reports, the earliest first.
  func of(_ id: ID<CaseFile>, _ read: Read) throws -> [EvidenceFile] {
    let own = try read.all(Self.caseQuery(id), file)
    return try (own + read.all(Self.reportsQuery(id), file)).sorted { $0.id < $1.id }
  }

  /// The files in a state, the newest first, those before one on further pages.
  func list(
    _ state: EvidenceState, before: ID<EvidenceFile>?, limit: Int, _ read: Read
  ) throws -> [EvidenceFile] {
    try read.all(Self.listQuery(state, before, limit), file)
  }

  /// Gives a draft's whole files to the report it became.
  func move(_ draft: ID<Draft>, to report: ID<Report>, in write: Write) throws {
    try write.run(
      """
      UPDATE evidence SET draft = NULL, report = \(report), version = version + 1
      WHERE draft = \(draft) AND state <> \(EvidenceState.arriving)
      """)
  }

  /// Takes the row of a file away, of which no report knows yet.
  func forget(_ id: ID<EvidenceFile>, in write: Write) throws {
    try write.run("DELETE FROM evidence WHERE id = \(id) AND draft IS NOT NULL")
  }

  /// Keeps a change; throws ``DatabaseError/stale`` where somebody made another meanwhile.
  func keep(_ file: EvidenceFile, _ change: EvidenceChange, in write: Write) throws {
    let copySize = change.copySize ?? file.copySize
    try write.update(
      """
      UPDATE evidence SET version = version + 1, state = \(change.state ?? file.state),
        received = \(change.received ?? file.received), sha256 = \(change.sha256 ?? file.sha256),
        copy_size = \(change.state == .deleted ? nil : copySize),
        occasion = \(change.occasion ?? file.occasion)
      WHERE id = \(file.id) AND version = \(file.version)
      """)
    if let content = change.content { try seal(content, file.id, in: write) }
  }

  /// Seals the next files anew, after a rotation of the key; the pieces stay as they are.
  func reseal(after last: Int64, limit: Int, in write: Write) throws -> [Int64] {
    let rows = try write.all(
      "SELECT id, content FROM evidence WHERE id > \(last) ORDER BY id LIMIT \(limit)"
    ) { row in (try row.id(EvidenceFile.self), try row.bytes()) }
    for (id, sealed) in rows where keyring.sealedVersion(sealed) < keyring.version {
      try seal(try open(sealed, id).reveal(for: "sealing anew"), id, in: write)
    }
    return rows.map(\.0.rawValue)
  }

  private func seal(
    _ content: EvidenceFile.Content, _ id: ID<EvidenceFile>, in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: Self.table, row: id, column: "content")
    try write.run("UPDATE evidence SET content = \(sealed) WHERE id = \(id)")
  }

  private func open(
    _ sealed: [UInt8], _ id: ID<EvidenceFile>
  ) throws -> Sensitive<EvidenceFile.Content> {
    try ReportSealing.value(
      keyring.open(sealed, table: Self.table, row: id, column: "content"))
  }

  private func file(_ row: inout Row) throws -> EvidenceFile {
    let id: ID<EvidenceFile> = try row.id()
    return EvidenceFile(
      id: id, version: try row.int(), name: try row.text(), owner: try Self.owner(&row),
      occasion: try row.optionalInt(), kind: try row.choice(), size: try row.int(),
      received: try row.int(), state: try row.choice(), copySize: try row.optionalInt(),
      sha256: try row.optionalText(), addedAt: try row.parsed(), addedBy: try row.optionalID(),
      content: try open(try row.bytes(), id))
  }

  private static func owner(_ row: inout Row) throws -> EvidenceOwner {
    let draft: ID<Draft>? = try row.optionalID()
    let report: ID<Report>? = try row.optionalID()
    let file: ID<CaseFile>? = try row.optionalID()
    if let draft { return .draft(draft) }
    if let report { return .report(report) }
    guard let file else { throw DatabaseError.shape("a file belongs to nothing") }
    return .file(file)
  }

  private static func columns(
    of owner: EvidenceOwner
  ) -> (draft: ID<Draft>?, report: ID<Report>?, file: ID<CaseFile>?) {
    switch owner {
    case .draft(let id): (id, nil, nil)
    case .report(let id): (nil, id, nil)
    case .file(let id): (nil, nil, id)
    }
  }

  static func draftQuery(_ id: ID<Draft>) -> SQL {
    "SELECT \(columns) FROM evidence e WHERE e.draft = \(id) ORDER BY e.id LIMIT \(most)"
  }

  static func reportQuery(_ id: ID<Report>) -> SQL {
    "SELECT \(columns) FROM evidence e WHERE e.report = \(id) ORDER BY e.id LIMIT \(most)"
  }

  static func caseQuery(_ id: ID<CaseFile>) -> SQL {
    "SELECT \(columns) FROM evidence e WHERE e.case_file = \(id) ORDER BY e.id LIMIT \(most)"
  }

  static func reportsQuery(_ id: ID<CaseFile>) -> SQL {
    """
    SELECT \(columns) FROM report_decision d JOIN evidence e ON e.report = d.report
    WHERE d.case_file = \(id) ORDER BY e.id LIMIT \(most)
    """
  }

  static func listQuery(
    _ state: EvidenceState, _ before: ID<EvidenceFile>?, _ limit: Int
  ) -> SQL {
    let last = before?.rawValue ?? Int64.max
    return """
      SELECT \(columns) FROM evidence e WHERE e.state = \(state) AND e.id < \(last)
      ORDER BY e.id DESC LIMIT \(limit)
      """
  }
}
