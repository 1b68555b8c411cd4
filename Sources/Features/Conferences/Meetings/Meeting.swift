internal import Access
internal import Database
internal import Kernel

/// One meeting of a conference.
struct Meeting: Sendable {
  let id: ID<Meeting>
  let version: Int
  let kind: String
  let day: Day
  let startMinute: Int
  let isEmergency: Bool
  /// The statement as it is, or was, signed at this meeting.
  let statement: String
  let statementVersion: Int
  /// The order of its agenda as it was when it was called.
  let agenda: [AgendaPart]
  let begunAt: Instant?
  let closedAt: Instant?
  /// Who wrote other business last, and when; `nil` while nobody did, or before that was kept.
  let otherBy: ID<Account>?
  let otherAt: Instant?
  let content: Sensitive<MeetingContent>

  var words: String { "\(day.words), \(TimeOfDay.text(startMinute))" }
  /// Whether it goes on: begun and not closed.
  var isOn: Bool { begunAt != nil && closedAt == nil }

  /// The day after which only those who lead the conference read its minutes.
  func minutesEnd(_ rules: KindRules) -> Day { day.adding(days: rules.minutesDays) }
}

/// The words of a meeting; kept sealed.
struct MeetingContent: Codable, Equatable, Sendable {
  var venue = ""
  /// Any other business.
  var other = ""
}

extension Meeting {
  static let columns: SQL = """
    m.id, m.version, m.kind, m.held_on, m.start_minute, m.is_emergency, m.statement,
    m.statement_version, m.agenda, m.begun_at, m.closed_at, m.other_by, m.other_at, m.content
    """

  init(row: inout Row, _ sealing: ConferenceSealing) throws {
    let id: ID<Meeting> = try row.id()
    self.id = id
    version = try row.int()
    kind = try row.text()
    day = try row.parsed()
    startMinute = try row.int()
    isEmergency = try row.bool()
    statement = try row.text()
    statementVersion = try row.int()
    agenda = try AgendaPart.order(row.text())
    begunAt = try row.optionalParsed()
    closedAt = try row.optionalParsed()
    otherBy = try row.optionalID()
    otherAt = try row.optionalParsed()
    content = try sealing.open(try row.bytes(), .meeting, id)
  }
}
