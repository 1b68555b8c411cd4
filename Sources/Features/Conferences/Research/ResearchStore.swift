internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Questions to organisations and their answers, in the database.
struct ResearchStore: Sendable {
  /// The most of one list.
  static let most = 100

  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  func all(of referral: ID<Referral>, _ read: Read) throws -> [Research] {
    try read.all(
      """
      SELECT \(Research.columns) FROM conference_research r WHERE r.case_id = \(referral)
      ORDER BY r.due_on, r.id LIMIT \(Self.most)
      """
    ) { row in try Research(row: &row, sealing) }
  }

  /// Asks an organisation; false where it was asked already.
  func ask(
    _ organisation: ID<Organisation>, about referral: Referral, by due: Day,
    asker: ID<Account>?, at now: Instant, in write: Write
  ) throws -> Bool {
    let asked = try write.count(
      """
      SELECT COUNT(*) FROM conference_research
      WHERE case_id = \(referral.id) AND organisation = \(organisation)
      """)
    guard asked == 0 else { return false }
    let empty: [UInt8] = []
    let _: ID<Research> = try sealing.insert(
      """
      INSERT INTO conference_research (case_id, kind, organisation, due_on, asked_at, asked_by, content)
      VALUES (\(referral.id), \(referral.kind), \(organisation), \(due), \(now), \(asker), \(empty))
      RETURNING id
      """, ResearchContent(), .research, in: write)
    return true
  }

  /// Writes an answer down; ``DatabaseError/stale`` where another was given meanwhile.
  func answer(
    _ research: Research, _ answer: Research.Answer, _ content: ResearchContent,
    by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE conference_research SET answer = \(answer.rawValue), answered_at = \(now),
        answered_by = \(account), version = version + 1
      WHERE id = \(research.id) AND version = \(research.version)
      """)
    try sealing.keep(content, .research, research.id, in: write)
  }

  /// What an organisation, or any, still has to answer in a kind, the earliest due first.
  func open(
    in kind: String, of organisation: ID<Organisation>?, _ read: Read
  ) throws -> [(research: Research, reference: Reference)] {
    try read.all(Self.openQuery(in: kind, of: organisation)) { row in
      let research = try Research(row: &row, sealing)
      return (research, try row.parsed())
    }
  }

  static func openQuery(in kind: String, of organisation: ID<Organisation>?) -> SQL {
    var sql: SQL = """
      SELECT \(Research.columns), c.reference FROM conference_research r
      JOIN conference_case c ON c.id = r.case_id WHERE r.kind = \(kind) AND r.answer IS NULL
      """
    if let organisation { sql.append(" AND r.organisation = \(organisation)") }
    sql.append(" ORDER BY r.due_on, r.id LIMIT \(most)")
    return sql
  }
}
