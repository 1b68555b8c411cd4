internal import Access
internal import Database
internal import Kernel

/// What organisations wrote into cases, until somebody of the lead has read it.
struct AnswerStore: Sendable {
  /// What stands of one case.
  struct Found: Sendable {
    /// The organisation of each entry that one wrote.
    var authors: [ID<CaseEntry>: ID<Organisation>] = [:]
    /// The entries nobody has read.
    var unread: Set<ID<CaseEntry>> = []
  }

  /// Notes that an entry is an organisation's, and puts the case on the list of answers to read.
  func add(
    _ entry: ID<CaseEntry>, to file: ID<CaseFile>, from organisation: ID<Organisation>,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO case_answer (entry, case_file, organisation, at)
      VALUES (\(entry), \(file), \(organisation), \(now))
      """)
    try write.run(
      "UPDATE case_file SET answered_at = \(now) WHERE id = \(file) AND answered_at IS NULL")
  }

  func found(of file: ID<CaseFile>, _ read: Read) throws -> Found {
    var found = Found()
    try read.each(Self.query(file)) { row in
      let entry: ID<CaseEntry> = try row.id()
      found.authors[entry] = try row.id()
      if try row.optionalText() == nil { found.unread.insert(entry) }
    }
    return found
  }

  static func query(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT entry, organisation, read_at FROM case_answer WHERE case_file = \(file)
    ORDER BY at DESC LIMIT \(CasePartStore.most)
    """
  }

  /// Notes that what was written up to an entry was read; with nothing left, the case is off the list.
  func markRead(
    _ file: ID<CaseFile>, upTo entry: ID<CaseEntry>, by account: ID<Account>, at now: Instant,
    in write: Write
  ) throws {
    try write.run(
      """
      UPDATE case_answer SET read_at = \(now), read_by = \(account)
      WHERE case_file = \(file) AND entry <= \(entry) AND read_at IS NULL
      """)
    try write.run(
      """
      UPDATE case_file SET answered_at = (
        SELECT MIN(a.at) FROM case_answer a WHERE a.case_file = \(file) AND a.read_at IS NULL)
      WHERE id = \(file)
      """)
  }
}
