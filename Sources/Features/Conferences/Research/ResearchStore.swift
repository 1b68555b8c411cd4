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

  /// Asks an organisation until a day, anew where an earlier question ended; `nil` where it is asked
  /// already.
  func ask(
    _ organisation: ID<Organisation>, about referral: Referral, by due: Day, until last: Day,
    asker: ID<Account>?, at now: Instant, in write: Write
  ) throws -> ID<Research>? {
    let earlier = try all(of: referral.id, write).first { $0.organisation == organisation }
    if let earlier {
      guard !earlier.isAsked(on: London.day(now)) else { return nil }
      try write.run(
        """
        UPDATE conference_research SET due_on = \(due), until_on = \(last), ended_at = NULL,
          asked_at = \(now), asked_by = \(asker), version = version + 1 WHERE id = \(earlier.id)
        """)
      return earlier.id
    }
    return try sealing.insert(ResearchContent(), .research, in: write) { id, sealed in
      """
      INSERT INTO conference_research (id, case_id, kind, organisation, due_on, until_on, asked_at,
        asked_by, content)
      VALUES (\(id), \(referral.id), \(referral.kind), \(organisation), \(due), \(last), \(now),
        \(asker), \(sealed))
      """
    }
  }

  /// Ends the questions of a case, or one of them.
  func end(
    of referral: ID<Referral>, only research: ID<Research>? = nil, at now: Instant, in write: Write
  ) throws {
    var sql: SQL = """
      UPDATE conference_research SET ended_at = \(now)
      WHERE case_id = \(referral) AND ended_at IS NULL
      """
    if let research { sql.append(" AND id = \(research)") }
    try write.run(sql)
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
        AND r.ended_at IS NULL
      """
    if let organisation { sql.append(" AND r.organisation = \(organisation)") }
    sql.append(" ORDER BY r.due_on, r.id LIMIT \(most)")
    return sql
  }
}
