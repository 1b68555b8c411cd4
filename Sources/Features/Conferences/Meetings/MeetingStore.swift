internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// A meeting that is called.
struct NewMeeting: Sendable {
  let day: Day
  let startMinute: Int
  let isEmergency: Bool
  let venue: String
}

/// Meetings in the database.
struct MeetingStore: Sendable {
  static let onPage = 25

  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  func find(_ id: ID<Meeting>, in kind: String, _ read: Read) throws -> Meeting? {
    try read.first(
      """
      SELECT \(Meeting.columns) FROM conference_meeting m WHERE m.id = \(id) AND m.kind = \(kind)
      """
    ) { row in try Meeting(row: &row, sealing) }
  }

  /// The meetings of a kind, the latest first; the same page of them for everybody who sits in it.
  func latest(of kind: String, _ read: Read) throws -> [Meeting] {
    try read.all(Self.latestQuery(of: kind)) { row in try Meeting(row: &row, sealing) }
  }

  static func latestQuery(of kind: String) -> SQL {
    """
    SELECT \(Meeting.columns) FROM conference_meeting m WHERE m.kind = \(kind)
    ORDER BY m.held_on DESC, m.id DESC LIMIT \(onPage)
    """
  }

  /// Those a case can still be put on the agenda of, the next first.
  func toCome(of kind: String, from day: Day, _ read: Read) throws -> [Meeting] {
    try read.all(
      """
      SELECT \(Meeting.columns) FROM conference_meeting m
      WHERE m.kind = \(kind) AND m.held_on >= \(day) AND m.closed_at IS NULL
      ORDER BY m.held_on, m.id LIMIT \(Self.onPage)
      """
    ) { row in try Meeting(row: &row, sealing) }
  }

  /// Calls a meeting under the statement and the order of the kind as they are now.
  func add(
    _ new: NewMeeting, of kind: ConferenceKind, by account: ID<Account>?, in write: Write
  ) throws -> ID<Meeting> {
    try sealing.insert(MeetingContent(venue: new.venue), .meeting, in: write) { id, sealed in
      """
      INSERT INTO conference_meeting (id, kind, held_on, start_minute, is_emergency, statement,
        statement_version, agenda, made_by, content)
      VALUES (\(id), \(kind.key), \(new.day), \(new.startMinute), \(new.isEmergency),
        \(kind.rules.statement), \(kind.statementVersion),
        \(kind.rules.agenda.map(\.rawValue).joined(separator: " ")), \(account), \(sealed))
      """
    }
  }

  func begin(_ meeting: Meeting, at now: Instant, in write: Write) throws {
    try write.update(
      """
      UPDATE conference_meeting SET begun_at = \(now), version = version + 1
      WHERE id = \(meeting.id) AND version = \(meeting.version) AND begun_at IS NULL
      """)
  }

  func close(_ meeting: Meeting, at now: Instant, in write: Write) throws {
    try write.update(
      """
      UPDATE conference_meeting SET closed_at = \(now), version = version + 1
      WHERE id = \(meeting.id) AND version = \(meeting.version) AND closed_at IS NULL
      """)
  }

  /// Writes other business down; ``DatabaseError/stale`` where somebody else did meanwhile.
  func keepOther(
    _ words: String, of meeting: Meeting, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    try write.update(
      """
      UPDATE conference_meeting SET version = version + 1, other_by = \(account), other_at = \(now)
      WHERE id = \(meeting.id) AND version = \(meeting.version)
      """)
    var content = meeting.content.reveal(for: "writing other business down")
    content.other = words
    try sealing.keep(content, .meeting, meeting.id, in: write)
  }
}
