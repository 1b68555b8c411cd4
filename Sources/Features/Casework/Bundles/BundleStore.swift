internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Bundles and what goes into them, in the database.
struct BundleStore {
  static let most = 100
  private static let mostPapers = 10_000
  private static let table: StaticString = "court_bundle"
  private static let paperTable: StaticString = "court_bundle_paper"
  private static let columns: SQL = """
    id, version, case_file, number, made_at, finished_at, content
    """

  let keyring: Keyring

  /// The bundles of a case, the latest first.
  func all(of file: ID<CaseFile>, _ read: Read) throws -> [CourtBundle] {
    try read.all(
      """
      SELECT \(Self.columns) FROM court_bundle WHERE case_file = \(file)
      ORDER BY number DESC LIMIT \(Self.most)
      """, bundle)
  }

  func find(_ number: Int, of file: ID<CaseFile>, _ read: Read) throws -> CourtBundle? {
    try read.first(
      """
      SELECT \(Self.columns) FROM court_bundle WHERE case_file = \(file) AND number = \(number)
      """, bundle)
  }

  func add(
    _ content: CourtBundle.Content, to file: ID<CaseFile>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws -> CourtBundle {
    let number = (try all(of: file, write).first?.number ?? 0) + 1
    let id: ID<CourtBundle>? = try write.first(
      """
      INSERT INTO court_bundle (case_file, number, made_at, made_by, content)
      VALUES (\(file), \(number), \(now), \(account), \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the bundle was given no id") }
    try seal(content, id, in: write)
    guard let added = try find(number, of: file, write) else { throw BundleProblem.notFound }
    return added
  }

  /// Keeps which court it is for and who is named, unless somebody changed it meanwhile.
  func keep(_ content: CourtBundle.Content, of bundle: CourtBundle, in write: Write) throws {
    try write.update(
      """
      UPDATE court_bundle SET version = version + 1
      WHERE id = \(bundle.id) AND version = \(bundle.version) AND finished_at IS NULL
      """)
    try seal(content, bundle.id, in: write)
  }

  func delete(_ bundle: CourtBundle, in write: Write) throws {
    try write.run("DELETE FROM court_bundle_paper WHERE bundle = \(bundle.id)")
    try write.update("DELETE FROM court_bundle WHERE id = \(bundle.id) AND finished_at IS NULL")
  }

  // What goes into it

  func choices(_ bundle: ID<CourtBundle>, _ read: Read) throws -> [String: BundleChoice] {
    let found = try read.all(
      """
      SELECT id, paper, content FROM court_bundle_paper WHERE bundle = \(bundle)
      ORDER BY id LIMIT \(Self.mostPapers)
      """
    ) { row in
      let id: ID<BundleChoice> = try row.id()
      let paper = try row.text()
      let content: Sensitive<BundleChoice> = try ReportSealing.value(
        keyring.open(try row.bytes(), table: Self.paperTable, row: id, column: "content"))
      return (paper, content.reveal(for: "a bundle for a court"))
    }
    return Dictionary(found) { _, last in last }
  }

  func choose(
    _ paper: String, _ choice: BundleChoice, in bundle: ID<CourtBundle>, _ write: Write
  ) throws {
    try leave(paper, of: bundle, write)
    let id: ID<BundleChoice>? = try write.first(
      """
      INSERT INTO court_bundle_paper (bundle, paper, content)
      VALUES (\(bundle), \(paper), \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the paper was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(choice), table: Self.paperTable, row: id, column: "content")
    try write.run("UPDATE court_bundle_paper SET content = \(sealed) WHERE id = \(id)")
  }

  func leave(_ paper: String, of bundle: ID<CourtBundle>, _ write: Write) throws {
    try write.run(
      "DELETE FROM court_bundle_paper WHERE bundle = \(bundle) AND paper = \(paper)")
  }

  // Its end

  func finish(
    _ bundle: CourtBundle, _ fixed: FixedBundle, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(fixed), table: Self.table, row: bundle.id, column: "fixed")
    try write.update(
      """
      UPDATE court_bundle SET version = version + 1, finished_at = \(now),
        finished_by = \(account), fixed = \(sealed)
      WHERE id = \(bundle.id) AND version = \(bundle.version) AND finished_at IS NULL
      """)
  }

  /// What it holds; `nil` before it was finished.
  func fixed(_ bundle: CourtBundle, _ read: Read) throws -> Sensitive<FixedBundle>? {
    let sealed = try read.first("SELECT fixed FROM court_bundle WHERE id = \(bundle.id)") { row in
      try row.optionalBytes()
    }
    guard let sealed = sealed ?? nil else { return nil }
    return try ReportSealing.value(
      keyring.open(sealed, table: Self.table, row: bundle.id, column: "fixed"))
  }

  private func bundle(_ row: inout Row) throws -> CourtBundle {
    let id: ID<CourtBundle> = try row.id()
    return CourtBundle(
      id: id, version: try row.int(), file: try row.id(), number: try row.int(),
      madeAt: try row.parsed(), finishedAt: try row.optionalParsed(),
      content: try ReportSealing.value(
        keyring.open(try row.bytes(), table: Self.table, row: id, column: "content")))
  }

  private func seal(
    _ content: CourtBundle.Content, _ id: ID<CourtBundle>, in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: Self.table, row: id, column: "content")
    try write.run("UPDATE court_bundle SET content = \(sealed) WHERE id = \(id)")
  }
}
