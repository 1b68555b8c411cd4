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

/// The working days of the partnership: the law's own rule, and the days that were proclaimed since.
///
/// A report, a case or a request keeps the day it was given: a later change moves none of them.
public enum WorkingDays {
  /// The table of the days.
  public static let migrations = [
    Migration(
      feature: "working-days", number: 1,
      text: """
        CREATE TABLE working_day (
          day {text} PRIMARY KEY,
          is_worked {i64} NOT NULL CHECK (is_worked IN (0, 1)),
          title {text} NOT NULL CHECK (title <> ''),
          made_at {text} NOT NULL,
          made_by {i64}
        ) {strict};
        """)
  ]

  /// The most days that are kept.
  public static let most = 200

  /// Which days are working days, as is known now.
  public static func time(_ read: Read) throws -> WorkingTime { time(try changed(read)) }

  /// The same, of days that were read.
  public static func time(_ days: [ChangedDay]) -> WorkingTime {
    guard !days.isEmpty else { return .statutory }
    return WorkingTime(
      off: Set(days.filter { !$0.isWorked }.map(\.day)),
      worked: Set(days.filter(\.isWorked).map(\.day)))
  }

  /// The days that are otherwise than the law's own rule has them, in their order.
  public static func changed(_ read: Read) throws -> [ChangedDay] {
    try read.all("SELECT day, is_worked, title FROM working_day ORDER BY day LIMIT \(most)") {
      row in
      let (day, isWorked): (Day, Bool) = (try row.parsed(), try row.bool())
      return ChangedDay(day, isWorked: isWorked, title: try row.text())
    }
  }

  /// Keeps a day; one there was of it goes.
  public static func keep(
    _ changed: ChangedDay, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try remove(changed.day, in: write)
    try write.run(
      """
      INSERT INTO working_day (day, is_worked, title, made_at, made_by)
      VALUES (\(changed.day), \(changed.isWorked), \(changed.title), \(now), \(account))
      """)
  }

  /// Takes a day away: it is again as the law's own rule has it.
  public static func remove(_ day: Day, in write: Write) throws {
    try write.run("DELETE FROM working_day WHERE day = \(day)")
  }
}
