internal import Access
internal import Database
internal import HTTP
internal import Kernel

/// For whom sessions were held.
enum SessionAudience: String, CaseIterable, Sendable {
  case staff
  case schools
  case residents

  var title: String {
    switch self {
    case .staff: "Staff"
    case .schools: "Schools and colleges"
    case .residents: "Residents"
    }
  }
}

/// How many sessions were held in a month for an audience, and how many came: counts, never who.
struct SessionCount: Sendable {
  let month: Month
  let audience: SessionAudience
  let sessions: Int
  let people: Int
}

/// The form that says how many there were.
struct SessionForm {
  let count: SessionCount

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let month: Month? = form.value("month", or: "Enter the month as 2026-01")
    if let month, month > today.month { form.refuse("month", "Choose a month that has begun") }
    let audience: SessionAudience? = form.choice("audience", or: "Choose for whom they were")
    let sessions = Self.number("sessions", 1000, &form)
    let people = Self.number("people", 100_000, &form)
    if sessions == 0, people > 0 { form.refuse("people", "Nobody can have come to no session") }
    try form.finish()
    guard let month, let audience else { throw Refusal("month", "Enter the month as 2026-01") }
    count = SessionCount(month: month, audience: audience, sessions: sessions, people: people)
  }

  private static func number(_ field: String, _ most: Int, _ form: inout FormReader) -> Int {
    let words = "Enter a number from 0 to \(most)"
    let value: Int? = form.value(field, or: words)
    if let value, !(0...most).contains(value) { form.refuse(field, words) }
    return value ?? 0
  }
}

/// Counts of sessions in the database.
enum SessionStore {
  /// Those of the months between, the latest first.
  static func counts(
    of kind: String, _ months: ClosedRange<Month>, _ read: Read
  ) throws -> [SessionCount] {
    try read.all(query(of: kind, months)) { row in
      SessionCount(
        month: try row.parsed(), audience: try row.choice(), sessions: try row.int(),
        people: try row.int())
    }
  }

  static func query(of kind: String, _ months: ClosedRange<Month>) -> SQL {
    """
    SELECT month, audience, sessions, people FROM conference_session
    WHERE kind = \(kind) AND month >= \(months.lowerBound.description)
      AND month <= \(months.upperBound.description)
    ORDER BY month DESC, audience LIMIT 1000
    """
  }

  /// Keeps a count in the place of the one before.
  static func set(
    _ count: SessionCount, of kind: String, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    try write.run(
      """
      DELETE FROM conference_session WHERE kind = \(kind) AND month = \(count.month.description)
        AND audience = \(count.audience.rawValue)
      """)
    try write.run(
      """
      INSERT INTO conference_session (kind, month, audience, sessions, people, changed_by, changed_at)
      VALUES (\(kind), \(count.month.description), \(count.audience.rawValue), \(count.sessions),
        \(count.people), \(account), \(now))
      """)
  }
}
