internal import Access
internal import Database
internal import Kernel

/// One case on the agenda of one meeting, with what was said of it there.
struct AgendaItem: Sendable {
  let id: ID<AgendaItem>
  let version: Int
  let meeting: ID<Meeting>
  let referral: ID<Referral>
  let part: AgendaPart
  let startedAt: Instant?
  let endedAt: Instant?
  let changedBy: ID<Account>?
  let changedAt: Instant?
  let content: Sensitive<ItemContent>
  /// When it was heard, the first time first.
  var spells: [Spell] = []

  /// Whether it is being heard.
  var isNow: Bool { startedAt != nil && endedAt == nil }

  /// Whole minutes it was or is being heard, all times together; `nil` where it was not heard.
  func minutes(at now: Instant) -> Int? { Spell.minutes(spells, at: now) }
}

/// The words of an item; kept sealed.
struct ItemContent: Codable, Equatable, Sendable {
  var discussion = ""
}

extension AgendaItem {
  static let columns: SQL = """
    i.id, i.version, i.meeting, i.case_id, i.part, i.started_at, i.ended_at, i.changed_by,
    i.changed_at, i.content
    """

  init(row: inout Row, _ sealing: ConferenceSealing) throws {
    let id: ID<AgendaItem> = try row.id()
    self.id = id
    version = try row.int()
    meeting = try row.id()
    referral = try row.id()
    part = try row.choice()
    startedAt = try row.optionalParsed()
    endedAt = try row.optionalParsed()
    changedBy = try row.optionalID()
    changedAt = try row.optionalParsed()
    content = try sealing.open(try row.bytes(), .item, id)
  }
}
