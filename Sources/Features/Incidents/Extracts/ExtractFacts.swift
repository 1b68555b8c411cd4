internal import Database
internal import Kernel

/// What is known of a mapped source as a whole, from its parts.
enum ExtractFacts {
  /// A source in figures.
  struct Summary: Equatable, Sendable {
    let months: ClosedRange<Month>?
    let lastDay: Day?
    let events: Int
    let unlocated: Int
  }

  /// What a source has.
  static func summary(of id: ID<Mapping>, _ read: Read) throws -> Summary {
    let (events, unlocated) =
      try read.first(
        """
        SELECT CAST(SUM(stored) AS BIGINT), CAST(SUM(unlocated) AS BIGINT) FROM incident_part \
        WHERE mapping = \(id) AND state = 'current'
        """
      ) { row in (try row.optionalInt() ?? 0, try row.optionalInt() ?? 0) } ?? (0, 0)
    return Summary(
      months: try months(of: id, read), lastDay: try lastDay(of: id, read), events: events,
      unlocated: unlocated)
  }

  /// Its first and last month; `nil` where it has none.
  static func months(of id: ID<Mapping>, _ read: Read) throws -> ClosedRange<Month>? {
    try read.first(
      """
      SELECT MIN(month), MAX(month) FROM incident_part WHERE mapping = \(id) AND state = 'current'
      """
    ) { row -> ClosedRange<Month>? in
      guard let first = try row.optionalParsed(Month.self) else { return nil }
      return first...(try row.parsed(Month.self))
    } ?? nil
  }

  /// The last day it covers: its latest event's, or the end of its last month.
  static func lastDay(of id: ID<Mapping>, _ read: Read) throws -> Day? {
    guard let last = try months(of: id, read)?.upperBound else { return nil }
    let day = try read.first(
      """
      SELECT MAX(last_day) FROM incident_part \
      WHERE mapping = \(id) AND state = 'current' AND month = \(last)
      """
    ) { row in try row.optionalParsed(Day.self) }
    return (day ?? nil) ?? last.lastDay
  }

  /// The months it has.
  static func monthList(
    of id: ID<Mapping>, _ months: ClosedRange<Month>, _ read: Read
  ) throws -> [Month] {
    try read.all(
      """
      SELECT DISTINCT month FROM incident_part WHERE mapping = \(id) AND state = 'current' \
        AND month >= \(months.lowerBound) AND month <= \(months.upperBound) \
      ORDER BY month LIMIT 2500
      """
    ) { row in try row.parsed(Month.self) }
  }

  /// Its categories, in its words.
  static func categories(of id: ID<Mapping>, _ read: Read) throws -> [String] {
    try read.all(
      """
      SELECT text FROM incident_word WHERE mapping = \(id) AND kind = 'category' \
      ORDER BY text LIMIT 2000
      """
    ) { row in try row.text() }
  }
}
