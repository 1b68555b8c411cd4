public import Access
public import Database
public import Kernel

/// A day that is off, or worked, otherwise than the law's own rule of bank holidays has it.
public struct ChangedDay: Equatable, Sendable {
  /// The day.
  public let day: Day
  /// Whether it is worked: a bank holiday of the rule whose day off was moved.
  public let isWorked: Bool
  /// Why, such as "The coronation"; no secret.
  public let title: String

  /// A changed day.
  public init(_ day: Day, isWorked: Bool, title: String) {
    (self.day, self.isWorked, self.title) = (day, isWorked, title)
  }
}

/// The days that were changed, each with since when that is known and until when it was.
///
/// What began at a moment is due by the days that were known then, so that a day somebody was told stays
/// that day.
public struct WorkingCalendar: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    let changed: ChangedDay
    let made: Instant
    let removed: Instant?
  }

  /// Of the law's own rule alone.
  public static let statutory = WorkingCalendar(entries: [])

  let entries: [Entry]

  /// The working days as they were known at a moment.
  public func time(at moment: Instant) -> WorkingTime {
    let known = entries.filter { $0.made <= moment && $0.removed.map { $0 > moment } ?? true }
    return WorkingDays.time(known.map(\.changed))
  }

  /// The working days as they were known at the end of a day.
  public func time(on day: Day) -> WorkingTime {
    time(at: London.start(of: day.adding(days: 1)).adding(seconds: -0.001))
  }
}

/// The working days of the partnership: the law's own rule, and the days that were proclaimed since.
public enum WorkingDays {
  /// The table of the days; those that were taken away stay, for what was due by them.
  public static let migrations = [
    Migration(
      feature: "working-days", number: 1,
      text: """
        CREATE TABLE working_day (
          id {id},
          day {text} NOT NULL,
          is_worked {i64} NOT NULL CHECK (is_worked IN (0, 1)),
          title {text} NOT NULL CHECK (title <> ''),
          made_at {text} NOT NULL,
          made_by {i64},
          removed_at {text},
          removed_by {i64}
        ) {strict};
        CREATE INDEX working_day_kept ON working_day (day) WHERE removed_at IS NULL;
        """)
  ]

  /// The most days that are kept at once.
  public static let most = 200

  /// Which days are working days, as is known now.
  public static func time(_ read: Read) throws -> WorkingTime { time(try changed(read)) }

  /// Which days are working days where some are changed.
  public static func time(_ days: [ChangedDay]) -> WorkingTime {
    guard !days.isEmpty else { return .statutory }
    return WorkingTime(
      off: Set(days.filter { !$0.isWorked }.map(\.day)),
      worked: Set(days.filter(\.isWorked).map(\.day)))
  }

  /// The days that are otherwise than the law's own rule has them, in their order.
  public static func changed(_ read: Read) throws -> [ChangedDay] {
    try entries("WHERE removed_at IS NULL ORDER BY day LIMIT \(most)", read).map(\.changed)
  }

  /// The days with those that were taken away, for what began before.
  public static func calendar(_ read: Read) throws -> WorkingCalendar {
    WorkingCalendar(entries: try entries("ORDER BY id DESC LIMIT \(most * 5)", read))
  }

  private static func entries(_ which: SQL, _ read: Read) throws -> [WorkingCalendar.Entry] {
    try read.all(
      "SELECT day, is_worked, title, made_at, removed_at FROM working_day \(which)"
    ) { row in
      let (day, isWorked): (Day, Bool) = (try row.parsed(), try row.bool())
      return WorkingCalendar.Entry(
        changed: ChangedDay(day, isWorked: isWorked, title: try row.text()),
        made: try row.parsed(), removed: try row.optionalParsed())
    }
  }

  /// Keeps a day; what was kept of it goes.
  public static func keep(
    _ changed: ChangedDay, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try remove(changed.day, by: account, at: now, in: write)
    try write.run(
      """
      INSERT INTO working_day (day, is_worked, title, made_at, made_by)
      VALUES (\(changed.day), \(changed.isWorked), \(changed.title), \(now), \(account))
      """)
  }

  /// Takes a day away: from now on it is again as the law's own rule has it.
  public static func remove(
    _ day: Day, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE working_day SET removed_at = \(now), removed_by = \(account)
      WHERE day = \(day) AND removed_at IS NULL
      """)
  }
}
