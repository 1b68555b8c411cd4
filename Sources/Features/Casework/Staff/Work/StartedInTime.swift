internal import Database
internal import Kernel
internal import Partnership

/// Of some cases whose work had to begin, how many began in time.
struct StartedInTime: Equatable, Sendable {
  /// Begun by the moment they were due.
  var inTime = 0
  /// Begun after it, or not begun though it is over.
  var late = 0
  /// Not begun, and not yet due.
  var waiting = 0

  /// All whose time to begin was up, or that began.
  var all: Int { inTime + late }

  static func + (one: StartedInTime, other: StartedInTime) -> StartedInTime {
    StartedInTime(
      inTime: one.inTime + other.inTime, late: one.late + other.late,
      waiting: one.waiting + other.waiting)
  }

  /// Those received in some days, by the priority they have.
  ///
  /// A case that has not begun and still may is neither in time nor late; while its clocks stand still
  /// it does not become late. One that was joined to another counts with that one; one that was
  /// brought along from another system began there or late, and is left out for good.
  static func received(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> [Priority: StartedInTime] {
    let lines = try read.all(query(days, at: now)) { row in
      (
        Priority(rawValue: try row.int()) ?? .third,
        StartedInTime(inTime: try row.int(), late: try row.int(), waiting: try row.int())
      )
    }
    return Dictionary(lines, uniquingKeysWith: +)
  }

  /// Those received in the month of a moment.
  static func month(of now: Instant, _ read: Read) throws -> [Priority: StartedInTime] {
    try received(days(of: London.day(now).month), at: now, read)
  }

  static func days(of month: Month) -> Range<Day> {
    month.firstDay..<month.adding(months: 1).firstDay
  }

  static func query(_ days: Range<Day>, at now: Instant) -> SQL {
    let isOver: SQL = "start_due_at < COALESCE(paused_at, \(now))"
    return """
      SELECT priority,
        SUM(CASE WHEN started_at <= start_due_at THEN 1 ELSE 0 END),
        SUM(CASE WHEN started_at > start_due_at THEN 1
          WHEN started_at IS NULL AND \(isOver) THEN 1 ELSE 0 END),
        SUM(CASE WHEN started_at IS NULL AND NOT \(isOver) THEN 1 ELSE 0 END)
      FROM case_file
      WHERE received_at >= \(London.start(of: days.lowerBound))
        AND received_at < \(London.start(of: days.upperBound)) AND joined_into IS NULL
        AND NOT EXISTS (SELECT 1 FROM case_carried k WHERE k.case_file = case_file.id)
      GROUP BY priority
      """
  }
}

extension [Priority: StartedInTime] {
  /// Those of every priority together.
  var total: StartedInTime { values.reduce(StartedInTime(), +) }
}
