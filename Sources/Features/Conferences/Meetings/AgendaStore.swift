internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The agenda of meetings in the database.
struct AgendaStore: Sendable {
  /// The most cases of one meeting, and meetings of one case.
  static let most = 100

  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  /// The items of a meeting with their cases, as they were put on; ``Agenda`` orders them.
  func items(
    of meeting: ID<Meeting>, _ read: Read
  ) throws -> [(item: AgendaItem, referral: Referral)] {
    let spells = try spells(Self.spellsQuery(of: meeting), read)
    return try read.all(Self.itemsQuery(of: meeting)) { row in
      var item = try AgendaItem(row: &row, sealing)
      item.spells = spells[item.id] ?? []
      return (item, try Referral(row: &row, sealing))
    }
  }

  static func spellsQuery(of meeting: ID<Meeting>) -> SQL {
    """
    SELECT s.item, s.started_at, s.ended_at FROM conference_item i
    JOIN conference_spell s ON s.item = i.id WHERE i.meeting = \(meeting) ORDER BY s.item, s.id
    """
  }

  private func spells(_ sql: SQL, _ read: Read) throws -> [ID<AgendaItem>: [Spell]] {
    let rows: [(item: ID<AgendaItem>, spell: Spell)] = try read.all(sql) { row in
      (try row.id(), Spell(startedAt: try row.parsed(), endedAt: try row.optionalParsed()))
    }
    return Dictionary(grouping: rows, by: \.item).mapValues { $0.map(\.spell) }
  }

  static func itemsQuery(of meeting: ID<Meeting>) -> SQL {
    """
    SELECT \(AgendaItem.columns), \(Referral.columns) FROM conference_item i
    JOIN conference_case c ON c.id = i.case_id WHERE i.meeting = \(meeting)
    ORDER BY i.id LIMIT \(most)
    """
  }

  /// Where a case was or is to be heard, the latest first.
  func history(
    of referral: ID<Referral>, _ read: Read
  ) throws -> [(item: AgendaItem, meeting: Meeting)] {
    let spells = try spells(
      """
      SELECT s.item, s.started_at, s.ended_at FROM conference_item i
      JOIN conference_spell s ON s.item = i.id WHERE i.case_id = \(referral)
      ORDER BY s.item, s.id
      """, read)
    return try read.all(
      """
      SELECT \(AgendaItem.columns), \(Meeting.columns) FROM conference_item i
      JOIN conference_meeting m ON m.id = i.meeting WHERE i.case_id = \(referral)
      ORDER BY m.held_on DESC, m.id DESC LIMIT \(Self.most)
      """
    ) { row in
      var item = try AgendaItem(row: &row, sealing)
      item.spells = spells[item.id] ?? []
      return (item, try Meeting(row: &row, sealing))
    }
  }

  /// Puts a case on the agenda, in its part; false where it is on it already.
  func put(_ referral: Referral, on meeting: Meeting, in write: Write) throws -> Bool {
    let there = try write.count(
      """
      SELECT COUNT(*) FROM conference_item
      WHERE meeting = \(meeting.id) AND case_id = \(referral.id)
      """)
    guard there == 0 else { return false }
    let part = meeting.agenda.first { $0.hears(children: referral.children) } ?? .cases
    try sealing.insert(ItemContent(), .item, in: write) { (id: ID<AgendaItem>, sealed) in
      """
      INSERT INTO conference_item (id, meeting, case_id, part, content)
      VALUES (\(id), \(meeting.id), \(referral.id), \(part.rawValue), \(sealed))
      """
    }
    return true
  }

  /// Opens a case: the clock of the one before it stops, its own goes on from where it stood.
  func start(_ item: AgendaItem, at now: Instant, in write: Write) throws {
    guard !item.isNow else { return }
    try stop(item.meeting, at: now, in: write)
    try write.run(
      """
      UPDATE conference_item SET started_at = COALESCE(started_at, \(now)), ended_at = NULL
      WHERE id = \(item.id)
      """)
    try write.run(
      "INSERT INTO conference_spell (item, started_at) VALUES (\(item.id), \(now))")
  }

  /// Ends whatever is being heard at a meeting.
  func stop(_ meeting: ID<Meeting>, at now: Instant, in write: Write) throws {
    try write.run(
      """
      UPDATE conference_spell SET ended_at = \(now) WHERE ended_at IS NULL
        AND item IN (SELECT i.id FROM conference_item i WHERE i.meeting = \(meeting))
      """)
    try write.run(
      """
      UPDATE conference_item SET ended_at = \(now)
      WHERE meeting = \(meeting) AND started_at IS NOT NULL AND ended_at IS NULL
      """)
  }

  /// Writes what was said; ``DatabaseError/stale`` where somebody else wrote meanwhile.
  func keep(
    _ discussion: String, of item: AgendaItem, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    try write.update(
      """
      UPDATE conference_item SET version = version + 1, changed_by = \(account),
        changed_at = \(now)
      WHERE id = \(item.id) AND version = \(item.version)
      """)
    try sealing.keep(ItemContent(discussion: discussion), .item, item.id, in: write)
  }

  /// Marks the cases that were opened as heard, flagged from the meeting's day; the others are to be
  /// decided on again.
  func close(
    _ meeting: Meeting, flagMonths: Int, at now: Instant, in write: Write
  ) throws {
    try stop(meeting.id, at: now, in: write)
    let heard: SQL = """
      id IN (SELECT i.case_id FROM conference_item i
        WHERE i.meeting = \(meeting.id) AND i.started_at IS NOT NULL)
      """
    try write.run(
      """
      UPDATE conference_case SET state = \(Referral.State.heard.rawValue),
        ended_on = \(meeting.day), version = version + 1
      WHERE state = \(Referral.State.listed.rawValue) AND \(heard)
      """)
    try write.run(
      """
      UPDATE conference_case SET state = \(Referral.State.referred.rawValue), version = version + 1
      WHERE state = \(Referral.State.listed.rawValue) AND id IN (
        SELECT i.case_id FROM conference_item i
        WHERE i.meeting = \(meeting.id) AND i.started_at IS NULL)
      """)
    guard flagMonths > 0 else { return }
    let until = RepeatRule(months: flagMonths).lastDay(after: meeting.day)
    try write.run(
      "UPDATE conference_case SET flag_until = \(until), flag_ended_on = NULL WHERE \(heard)")
  }
}
