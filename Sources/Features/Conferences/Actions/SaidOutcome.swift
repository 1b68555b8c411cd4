internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What was said of an action from before, at a meeting or between two of them.
struct SaidOutcome: Sendable {
  let id: ID<SaidOutcome>
  let action: ID<ConferenceAction>
  /// How the action stood then.
  let state: ConferenceAction.State
  let saidAt: Instant
  let content: Sensitive<OutcomeContent>

  var words: String { content.reveal(for: "what came of an action").outcome }
}

/// The words of an outcome; kept sealed.
struct OutcomeContent: Codable, Equatable, Sendable {
  var outcome = ""
}

/// What was said of actions, in the database: a later word takes the place of none.
struct OutcomeStore: Sendable {
  let sealing: ConferenceSealing

  func add(
    _ state: ConferenceAction.State, _ words: String, of action: ID<ConferenceAction>,
    at meeting: ID<Meeting>?, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try sealing.insert(OutcomeContent(outcome: words), .outcome, in: write) {
      (id: ID<SaidOutcome>, sealed) in
      """
      INSERT INTO conference_outcome (id, action, meeting, state, said_at, said_by, content)
      VALUES (\(id), \(action), \(meeting), \(state.rawValue), \(now), \(account), \(sealed))
      """
    }
  }

  /// What a meeting said of actions from before it, and which of them it left, with the actions.
  func said(
    at meeting: ID<Meeting>, _ read: Read
  ) throws -> [(outcome: SaidOutcome, action: ConferenceAction)] {
    try read.all(Self.saidQuery(at: meeting)) { row in
      let outcome = try outcome(&row)
      return (outcome, try ConferenceAction(row: &row, sealing))
    }
  }

  static func saidQuery(at meeting: ID<Meeting>) -> SQL {
    """
    SELECT \(columns), \(ConferenceAction.columns) FROM conference_outcome o
    JOIN conference_action a ON a.id = o.action WHERE o.meeting = \(meeting)
    ORDER BY o.id LIMIT \(ActionStore.most)
    """
  }

  /// Everything that was said of the actions of a case, the first at the top.
  func about(_ referral: ID<Referral>, _ read: Read) throws -> [SaidOutcome] {
    try read.all(
      """
      SELECT \(Self.columns) FROM conference_action a
      JOIN conference_outcome o ON o.action = a.id WHERE a.case_id = \(referral)
      ORDER BY o.id LIMIT \(ActionStore.most)
      """
    ) { row in try outcome(&row) }
  }

  private static let columns: SQL = "o.id, o.action, o.state, o.said_at, o.content"

  private func outcome(_ row: inout Row) throws -> SaidOutcome {
    let id: ID<SaidOutcome> = try row.id()
    return SaidOutcome(
      id: id, action: try row.id(), state: try row.choice(), saidAt: try row.parsed(),
      content: try sealing.open(try row.bytes(), .outcome, id))
  }
}
