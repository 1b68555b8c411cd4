internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// The parties of cases in the database.
struct PartyStore: Sendable {
  private static let table: StaticString = "case_party"
  private static let columns: SQL = """
    p.id, p.organisation, p.share, p.basis, p.condition, p.since, p.reads_from, p.ends_at, p.content
    """

  let cases: CaseStore

  init(_ services: Services) { cases = CaseStore(services) }

  private var keyring: Keyring { cases.keyring }

  /// Adds a party; from then on it may open the case.
  func add(
    _ form: PartyForm, recorded share: Reference, to file: CaseFile, at now: Instant,
    in write: Write
  ) throws {
    let empty: [UInt8] = []
    let id: ID<CaseParty>? = try write.first(
      """
      INSERT INTO case_party (case_file, organisation, share, since, reads_from, ends_at, content)
      VALUES (\(file.id), \(form.agency.id), \(share.description), \(now),
        \(form.readsEarlier ? file.openedAt : now),
        \(London.start(of: form.terms.lastDay.adding(days: 1))), \(empty)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the party was given no id") }
    try seal(
      CaseParty.Content(purpose: form.terms.words.reveal(for: "giving a case").purpose), id,
      in: write)
  }

  /// Ends a party at a moment, for a reason.
  func end(_ party: CaseParty, at end: Instant, because reason: String, in write: Write) throws {
    var content = party.content.reveal(for: "ending a party")
    content.ending = reason
    try write.run("UPDATE case_party SET ends_at = \(end) WHERE id = \(party.id)")
    try seal(content, party.id, in: write)
  }

  /// The parties of a case, those there were too, in the order in which they were added.
  func parties(of file: ID<CaseFile>, _ read: Read) throws -> [CaseParty] {
    try read.all(Self.query(of: file)) { row in try party(&row) }
  }

  static func query(of file: ID<CaseFile>) -> SQL {
    "SELECT \(columns) FROM case_party p WHERE p.case_file = \(file) ORDER BY p.id LIMIT 100"
  }

  // What an organisation may open

  /// The cases an organisation is a party to, those it was given last first.
  func cases(
    of organisation: ID<Organisation>, page: Int, at now: Instant, _ read: Read
  ) throws -> (files: [CaseFile], hasMore: Bool) {
    let found = try read.all(Self.casesQuery(organisation, page: page, at: now)) { row in
      try CaseFile(row: &row)
    }
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  static let onPage = 50

  static func casesQuery(_ organisation: ID<Organisation>, page: Int, at now: Instant) -> SQL {
    """
    SELECT \(CaseFile.columns) FROM case_party p JOIN case_file c ON c.id = p.case_file
    WHERE p.organisation = \(organisation) AND (p.ends_at IS NULL OR p.ends_at > \(now))
    ORDER BY p.since DESC, p.id DESC LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  /// A case of an organisation; `nil` where it is no party to it, or there is none.
  func find(
    _ reference: Reference, of organisation: ID<Organisation>, at now: Instant, _ read: Read
  ) throws -> (file: CaseFile, party: CaseParty)? {
    guard let file = try cases.find(reference, read) else {
      return nil
    }
    let party = try parties(of: file.id, read).first {
      $0.organisation == organisation && $0.isOpen(at: now)
    }
    return party.map { (file, $0) }
  }

  /// What a party reads of a case: nobody who reports where one of them asked not to be named, or
  /// where no report says.
  func sight(of party: CaseParty, _ file: ID<CaseFile>, _ read: Read) throws -> PartySight {
    PartySight(hidesReporters: try hidesReporters(of: file, read), from: party.readsFrom)
  }

  func hidesReporters(of file: ID<CaseFile>, _ read: Read) throws -> Bool {
    let (all, named) =
      try read.first(
        """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN r.identity = 'named' THEN 1 ELSE 0 END), 0)
        FROM report_decision d JOIN report r ON r.id = d.report WHERE d.case_file = \(file)
        """
      ) { row in (try row.int(), try row.int()) } ?? (0, 0)
    return try all == 0 || named < all || isCarried(file, read)
  }

  /// Whether it, or somebody of it who suffers or tells of it, came from another system: nobody can
  /// say whether they asked for confidence there.
  private func isCarried(_ file: ID<CaseFile>, _ read: Read) throws -> Bool {
    try read.count(
      """
      SELECT (SELECT COUNT(*) FROM case_carried WHERE case_file = \(file))
        + (SELECT COUNT(*) FROM case_person
          WHERE case_file = \(file) AND part <> 'subject' AND is_carried = 1)
      """) > 0
  }

  /// The story of a case as a party reads it, the newest first.
  func entries(
    of file: ID<CaseFile>, _ sight: PartySight, _ read: Read
  ) throws -> [CaseEntry] {
    try read.all(Self.entriesQuery(file, sight)) { row in
      let id: ID<CaseEntry> = try row.id()
      let (at, kind): (Instant, CaseEntryKind) = (try row.parsed(), try row.choice())
      let account: ID<Account>? = try row.optionalID()
      let sealed = try row.bytes()
      let words =
        PartySight.wordless.contains(kind)
        ? Sensitive("")
        : try keyring.open(sealed, table: "case_entry", row: id, column: "words")
      return CaseEntry(id: id, at: at, kind: kind, account: account, words: words)
    }
  }

  static func entriesQuery(_ file: ID<CaseFile>, _ sight: PartySight) -> SQL {
    """
    SELECT e.id, e.at, e.kind, e.account, e.words FROM case_entry e
    LEFT JOIN case_entry_kept k ON k.entry = e.id
    WHERE e.case_file = \(file) AND e.at >= \(sight.from) AND k.entry IS NULL
      AND e.kind IN (\(list: sight.kinds))
    ORDER BY e.at DESC, e.id DESC LIMIT \(CasePartStore.most)
    """
  }

  private func party(_ row: inout Row) throws -> CaseParty {
    let id: ID<CaseParty> = try row.id()
    let organisation: ID<Organisation> = try row.id()
    let share: Reference? = try row.optionalParsed()
    let (basis, condition) = (try row.optionalText(), try row.optionalText())
    let earlier = basis.map { EarlierGround(basis: $0, condition: condition ?? "") }
    return CaseParty(
      id: id, organisation: organisation, share: share, earlier: earlier,
      since: try row.parsed(), readsFrom: try row.parsed(), endsAt: try row.optionalParsed(),
      content: try ReportSealing.value(
        keyring.open(try row.bytes(), table: Self.table, row: id, column: "content")))
  }

  private func seal(_ content: CaseParty.Content, _ id: ID<CaseParty>, in write: Write) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: Self.table, row: id, column: "content")
    try write.run("UPDATE case_party SET content = \(sealed) WHERE id = \(id)")
  }
}
