internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// An action as a meeting decides it.
struct NewAction: Sendable {
  let organisation: ID<Organisation>
  let owner: ID<Account>?
  let verb: ConferenceAction.Verb
  let task: String
  let due: Day
}

/// Actions of conferences in the database.
struct ActionStore: Sendable {
  /// The most of one list.
  static let most = 200

  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  func find(_ id: ID<ConferenceAction>, _ read: Read) throws -> ConferenceAction? {
    try read.first("SELECT \(ConferenceAction.columns) FROM conference_action a WHERE a.id = \(id)")
    {
      row in try ConferenceAction(row: &row, sealing)
    }
  }

  @discardableResult
  func add(
    _ new: NewAction, about referral: ID<Referral>?, at meeting: Meeting, in write: Write
  ) throws -> ID<ConferenceAction> {
    try sealing.insert(ActionContent(task: new.task), .action, in: write) { id, sealed in
      """
      INSERT INTO conference_action (id, kind, meeting, case_id, organisation, owner, verb, due_on,
        content)
      VALUES (\(id), \(meeting.kind), \(meeting.id), \(referral), \(new.organisation), \(new.owner),
        \(new.verb.rawValue), \(new.due), \(sealed))
      """
    }
  }

  /// Writes down what came of it, with the meeting that said it; ``DatabaseError/stale`` where somebody
  /// else did meanwhile.
  func answer(
    _ action: ConferenceAction, _ state: ConferenceAction.State, _ outcome: String,
    saidAt meeting: ID<Meeting>? = nil, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE conference_action SET state = \(state.rawValue), answered_at = \(now),
        answered_by = \(account), version = version + 1
      WHERE id = \(action.id) AND version = \(action.version)
      """)
    var content = action.content.reveal(for: "writing down what came of it")
    content.outcome = outcome
    try sealing.keep(content, .action, action.id, in: write)
    try OutcomeStore(sealing: sealing).add(
      state, outcome, of: action.id, at: meeting, by: account, at: now, in: write)
  }

  /// Writes down what a meeting that is closed leaves for the next, as it stands.
  func leave(
    _ actions: [ConferenceAction], at meeting: ID<Meeting>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    let store = OutcomeStore(sealing: sealing)
    let said = Set(try store.said(at: meeting, write).map(\.action.id))
    for action in actions where !said.contains(action.id) {
      let words = action.content.reveal(for: "minutes of what is left").outcome
      try store.add(
        action.state, words, of: action.id, at: meeting, by: account, at: now, in: write)
    }
  }

  /// What earlier meetings of a kind decided and is not finished, the longest due first: the next
  /// meeting takes it over by asking for it.
  func unfinished(
    of kind: String, before meeting: Meeting? = nil, _ read: Read
  ) throws -> [ConferenceAction] {
    try all(Self.unfinishedQuery(of: kind, before: meeting.map { ($0.day, $0.id) }), read)
  }

  /// Of two meetings on one day the one called first comes first.
  static func unfinishedQuery(
    of kind: String, before meeting: (day: Day, id: ID<Meeting>)?
  ) -> SQL {
    var sql: SQL = """
      SELECT \(ConferenceAction.columns) FROM conference_action a
      WHERE a.kind = \(kind) AND a.state IN ('open', 'not-done')
      """
    if let meeting {
      sql.append(
        """
         AND EXISTS (SELECT 1 FROM conference_meeting m WHERE m.id = a.meeting
          AND (m.held_on < \(meeting.day) OR m.held_on = \(meeting.day) AND m.id < \(meeting.id)))
        """)
    }
    sql.append(" ORDER BY a.due_on, a.id LIMIT \(most)")
    return sql
  }

  func decided(at meeting: ID<Meeting>, _ read: Read) throws -> [ConferenceAction] {
    try all(
      """
      SELECT \(ConferenceAction.columns) FROM conference_action a WHERE a.meeting = \(meeting)
      ORDER BY a.id LIMIT \(Self.most)
      """, read)
  }

  func about(_ referral: ID<Referral>, _ read: Read) throws -> [ConferenceAction] {
    try all(
      """
      SELECT \(ConferenceAction.columns) FROM conference_action a WHERE a.case_id = \(referral)
      ORDER BY a.id DESC LIMIT \(Self.most)
      """, read)
  }

  /// What somebody was given by name, whether they sit in the conference or not.
  func owned(by account: ID<Account>, _ read: Read) throws -> [ConferenceAction] {
    try all(Self.ownedQuery(by: account), read)
  }

  static func ownedQuery(by account: ID<Account>) -> SQL {
    """
    SELECT \(ConferenceAction.columns) FROM conference_action a
    WHERE a.owner = \(account) AND a.state IN ('open', 'not-done')
    ORDER BY a.due_on, a.id LIMIT \(most)
    """
  }

  /// What somebody's organisation was given in a conference they sit in, and nobody else by name.
  func unowned(
    of organisation: ID<Organisation>, in kind: String, _ read: Read
  ) throws -> [ConferenceAction] {
    try all(
      """
      SELECT \(ConferenceAction.columns) FROM conference_action a
      WHERE a.kind = \(kind) AND a.organisation = \(organisation)
        AND a.state IN ('open', 'not-done') AND a.owner IS NULL
      ORDER BY a.due_on, a.id LIMIT \(Self.most)
      """, read)
  }

  private func all(_ sql: SQL, _ read: Read) throws -> [ConferenceAction] {
    try read.all(sql) { row in try ConferenceAction(row: &row, sealing) }
  }
}
