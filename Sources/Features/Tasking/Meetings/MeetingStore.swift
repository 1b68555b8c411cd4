internal import Access
internal import Database
internal import Kernel

/// Meetings in the database.
enum MeetingStore {
  static let onPage = 26

  static func find(_ week: Week, _ read: Read) throws -> Meeting? {
    try read.first(
      "SELECT \(Meeting.columns) FROM tasking_meeting m WHERE m.week = \(week.description)",
      Meeting.init(row:))
  }

  static func find(_ id: ID<Meeting>, _ read: Read) throws -> Meeting? {
    try read.first(
      "SELECT \(Meeting.columns) FROM tasking_meeting m WHERE m.id = \(id)", Meeting.init(row:))
  }

  /// The meeting of the latest week.
  static func latest(_ read: Read) throws -> Meeting? {
    try page(1, read).meetings.first
  }

  /// The meeting before one.
  static func before(_ meeting: Meeting, _ read: Read) throws -> Meeting? {
    try read.first(beforeQuery(meeting.week), Meeting.init(row:))
  }

  static func beforeQuery(_ week: Week) -> SQL {
    """
    SELECT \(Meeting.columns) FROM tasking_meeting m WHERE m.week < \(week.description)
    ORDER BY m.week DESC LIMIT 1
    """
  }

  /// A page of meetings, the latest week first, and whether there are older ones.
  static func page(_ page: Int, _ read: Read) throws -> (meetings: [Meeting], hasOlder: Bool) {
    let found = try read.all(pageQuery(page), Meeting.init(row:))
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func pageQuery(_ page: Int) -> SQL {
    """
    SELECT \(Meeting.columns) FROM tasking_meeting m
    ORDER BY m.week DESC LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  /// Plans the meeting of a week; `nil` where it is planned already.
  static func plan(_ day: Day, at now: Instant, in write: Write) throws -> ID<Meeting>? {
    try write.first(
      """
      INSERT INTO tasking_meeting (week, held_on, made_at)
      VALUES (\(Week(day).description), \(day), \(now))
      ON CONFLICT (week) DO NOTHING RETURNING id
      """
    ) { row in try row.id() }
  }

  /// Closes a meeting that is open.
  static func close(
    _ meeting: Meeting, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE tasking_meeting SET closed_at = \(now), closed_by = \(account), version = version + 1
      WHERE id = \(meeting.id) AND version = \(meeting.version) AND closed_at IS NULL
      """)
  }
}
