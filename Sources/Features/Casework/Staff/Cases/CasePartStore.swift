internal import Access
internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// The people, actions and entries of cases.
struct CasePartStore: Sendable {
  /// The most entries that are read of one case.
  static let most = 500
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  // Entries

  /// Writes an entry into the story of a case.
  @discardableResult
  func write(
    _ kind: CaseEntryKind, about file: ID<CaseFile>, _ words: String,
    by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> ID<CaseEntry> {
    let id: ID<CaseEntry>? = try write.first(
      """
      INSERT INTO case_entry (case_file, at, kind, account, words)
      VALUES (\(file), \(now), \(kind), \(account), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the entry was given no id") }
    let sealed = keyring.seal(Sensitive(words), table: "case_entry", row: id, column: "words")
    try write.run("UPDATE case_entry SET words = \(sealed) WHERE id = \(id)")
    return id
  }

  /// The story of a case, the newest first.
  func entries(of file: ID<CaseFile>, _ read: Read) throws -> [CaseEntry] {
    try read.all(Self.entriesQuery(file)) { row in
      let id: ID<CaseEntry> = try row.id()
      return CaseEntry(
        id: id, at: try row.parsed(), kind: try row.choice(), account: try row.optionalID(),
        words: try keyring.open(
          try row.bytes(), table: "case_entry", row: id, column: "words"))
    }
  }

  static func entriesQuery(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT id, at, kind, account, words FROM case_entry WHERE case_file = \(file)
    ORDER BY at DESC, id DESC LIMIT \(most)
    """
  }

  // People

  func add(
    _ content: CasePerson.Content, as part: CasePart, to file: ID<CaseFile>, at now: Instant,
    in write: Write
  ) throws {
    let id: ID<CasePerson>? = try write.first(
      """
      INSERT INTO case_person (case_file, part, added_at, is_described, content)
      VALUES (\(file), \(part), \(now), \(content.isDescribed == true ? 1 : 0), \(Self.noBytes))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the person was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: "case_person", row: id, column: "content")
    try write.run("UPDATE case_person SET content = \(sealed) WHERE id = \(id)")
    try SearchIndex(keyring: keyring).keep(id, content, in: write)
  }

  /// The people of a case in some parts, in the order in which they were added.
  func people(
    of file: ID<CaseFile>, as parts: [CasePart], _ read: Read
  ) throws -> [CasePerson] {
    try read.all(
      """
      SELECT id, part, content FROM case_person
      WHERE case_file = \(file) AND part IN (\(list: parts)) ORDER BY id LIMIT 100
      """
    ) { row in
      let id: ID<CasePerson> = try row.id()
      return CasePerson(
        id: id, part: try row.choice(),
        content: try ReportSealing.value(
          keyring.open(try row.bytes(), table: "case_person", row: id, column: "content")))
    }
  }

  // Actions

  func add(
    _ task: Sensitive<String>, of organisation: ID<Organisation>, due: Day, to file: ID<CaseFile>,
    in write: Write
  ) throws {
    let id: ID<CaseAction>? = try write.first(
      """
      INSERT INTO case_action (case_file, organisation, due_on, task)
      VALUES (\(file), \(organisation), \(due), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the action was given no id") }
    let sealed = keyring.seal(task, table: "case_action", row: id, column: "task")
    try write.run("UPDATE case_action SET task = \(sealed) WHERE id = \(id)")
  }

  /// The actions of a case, those due first at the top.
  func actions(of file: ID<CaseFile>, _ read: Read) throws -> [CaseAction] {
    try read.all(
      """
      SELECT id, version, organisation, due_on, done_at, task FROM case_action
      WHERE case_file = \(file) ORDER BY due_on, id LIMIT 200
      """
    ) { row in
      let id: ID<CaseAction> = try row.id()
      return CaseAction(
        id: id, version: try row.int(), organisation: try row.id(), due: try row.parsed(),
        doneAt: try row.optionalParsed(),
        task: try keyring.open(try row.bytes(), table: "case_action", row: id, column: "task"))
    }
  }

  /// Marks an action done; false where it was already, or is none of the case's.
  func finish(
    _ action: ID<CaseAction>, of file: ID<CaseFile>, at now: Instant, in write: Write
  ) throws -> Bool {
    try write.run(
      """
      UPDATE case_action SET done_at = \(now), version = version + 1
      WHERE id = \(action) AND case_file = \(file) AND done_at IS NULL
      """) > 0
  }

  /// Clocks with what the actions and referrals of a case make due, and whether something was done.
  func clocks(
    _ clocks: CaseClocks, of file: ID<CaseFile>, _ read: Read
  ) throws -> CaseClocks {
    var clocks = clocks
    clocks.actions = try openDays(of: file, read)
    guard clocks.actDue != nil else { return clocks }
    let done = try read.count(
      "SELECT COUNT(*) FROM case_action WHERE case_file = \(file) AND done_at IS NOT NULL")
    clocks.isActed = done > 0
    return clocks
  }

  /// The soonest day of the actions that are not done, and that of the referrals not answered.
  private func openDays(of file: ID<CaseFile>, _ read: Read) throws -> [Day] {
    let action: Day? = try read.first(
      """
      SELECT due_on FROM case_action WHERE case_file = \(file) AND done_at IS NULL
      ORDER BY due_on LIMIT 1
      """
    ) { row in try row.parsed() }
    return [action, try ReferralStore.openDay(of: file, read)].compactMap(\.self)
  }
}
