internal import Access
internal import Database
internal import Kernel

/// The meeting of a week.
struct Meeting: Equatable, Sendable {
  let id: ID<Meeting>
  let week: Week
  /// The day it is held.
  let day: Day
  let version: Int
  let closedAt: Instant?
  let closedBy: ID<Account>?

  var isClosed: Bool { closedAt != nil }
  var title: String { "Meeting of \(day.words)" }

  /// A source whose last day is before this is background: it leads nothing.
  var oldest: Day { day.adding(days: -Meeting.freshDays) }

  /// Days after which a source stands under "background".
  static let freshDays = 14
}

extension Meeting {
  static let columns: SQL = "m.id, m.week, m.held_on, m.version, m.closed_at, m.closed_by"

  init(row: inout Row) throws {
    id = try row.id()
    week = try row.parsed()
    day = try row.parsed()
    version = try row.int()
    closedAt = try row.optionalParsed()
    closedBy = try row.optionalID()
  }
}

/// A meeting in the list of all, with how its actions stand.
struct MeetingSummary: Sendable {
  let meeting: Meeting
  let actions: [ActionState: Int]

  var count: Int { actions.values.reduce(0, +) }
}
