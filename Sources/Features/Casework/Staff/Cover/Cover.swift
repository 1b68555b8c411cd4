internal import Access
internal import Database
internal import Kernel

/// One officer's cases in the hands of another from one day to another, both included.
///
/// The cases stay whose they are: for those days they are on both lists.
struct Cover: Equatable, Sendable {
  let id: ID<Cover>
  let away: ID<Account>
  let by: ID<Account>
  let days: ClosedRange<Day>

  static let columns: SQL = "id, away, cover, first_day, last_day"

  init(row: inout Row) throws {
    id = try row.id()
    away = try row.id()
    by = try row.id()
    let first: Day = try row.parsed()
    let last: Day = try row.parsed()
    guard first <= last else { throw DatabaseError.shape("a cover ends before it begins") }
    days = first...last
  }
}

/// Who covers whom.
enum CoverStore {
  /// The most covers a page shows.
  static let onPage = 100

  /// Keeps a cover; false where the same person's cases are covered on one of the days already.
  static func add(
    _ days: ClosedRange<Day>, of away: ID<Account>, by cover: ID<Account>, made by: ID<Account>?,
    at now: Instant, in write: Write
  ) throws -> Bool {
    guard try !overlaps(days, of: away, write) else { return false }
    try write.run(
      """
      INSERT INTO case_cover (away, cover, first_day, last_day, made_at, arranged_by)
      VALUES (\(away), \(cover), \(days.lowerBound), \(days.upperBound), \(now), \(by))
      """)
    return true
  }

  /// Takes a cover away: what was covered before stands in the audit trail.
  static func remove(_ id: ID<Cover>, in write: Write) throws {
    try write.run("DELETE FROM case_cover WHERE id = \(id)")
  }

  static func find(_ id: ID<Cover>, _ read: Read) throws -> Cover? {
    try read.first("SELECT \(Cover.columns) FROM case_cover WHERE id = \(id)") { row in
      try Cover(row: &row)
    }
  }

  /// Those that hold on a day or after it, the next to end first.
  static func standing(from day: Day, _ read: Read) throws -> [Cover] {
    try read.all(standingQuery(from: day)) { row in try Cover(row: &row) }
  }

  static func standingQuery(from day: Day) -> SQL {
    """
    SELECT \(Cover.columns) FROM case_cover WHERE last_day >= \(day)
    ORDER BY last_day, id LIMIT \(onPage)
    """
  }

  /// Whose cases somebody covers on a day.
  static func covered(
    by account: ID<Account>, on day: Day, _ read: Read
  ) throws -> [ID<Account>] {
    try read.all(coveredQuery(by: account, on: day)) { row in try row.id() }
  }

  static func coveredQuery(by account: ID<Account>, on day: Day) -> SQL {
    """
    SELECT away FROM case_cover
    WHERE cover = \(account) AND last_day >= \(day) AND first_day <= \(day)
    ORDER BY away LIMIT \(WorkScope.mostOwners - 1)
    """
  }

  /// Who covers each of some people on a day.
  static func covers(
    of people: some Sequence<ID<Account>>, on day: Day, _ read: Read
  ) throws -> [ID<Account>: ID<Account>] {
    var covers: [ID<Account>: ID<Account>] = [:]
    for one in people {
      covers[one] = try read.first(
        """
        SELECT cover FROM case_cover
        WHERE away = \(one) AND last_day >= \(day) AND first_day <= \(day) LIMIT 1
        """
      ) { row in try row.id() }
    }
    return covers
  }

  private static func overlaps(
    _ days: ClosedRange<Day>, of away: ID<Account>, _ read: Read
  ) throws -> Bool {
    try read.count(
      """
      SELECT COUNT(*) FROM case_cover WHERE away = \(away)
        AND last_day >= \(days.lowerBound) AND first_day <= \(days.upperBound)
      """) > 0
  }
}
