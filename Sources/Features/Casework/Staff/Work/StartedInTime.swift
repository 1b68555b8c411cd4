internal import Database
internal import Kernel

/// Of some cases whose work had to begin, how many began in time; a report nobody decided about in that
/// time is one that did not.
enum StartedInTime {
  /// Those received in some days, by the priority they have.
  ///
  /// A case that has not begun and still may is neither in time nor late; while its clocks stand still
  /// it does not become late. One that was joined to another counts with that one; one that was
  /// brought along from another system began there or late, and is left out for good.
  static func received(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> [Priority: KeptInTime] {
    let lines = try read.all(query(days, at: now)) { row in
      (
        Priority(rawValue: try row.int()) ?? .third,
        KeptInTime(inTime: try row.int(), late: try row.int(), waiting: try row.int())
      )
    }
    return Dictionary(lines, uniquingKeysWith: +)
  }

  /// Those received in the month of a moment.
  static func month(of now: Instant, _ read: Read) throws -> [Priority: KeptInTime] {
    try received(days(of: London.day(now).month), at: now, read)
  }

  static func days(of month: Month) -> Range<Day> {
    month.firstDay..<month.adding(months: 1).firstDay
  }

  static func query(_ days: Range<Day>, at now: Instant) -> SQL {
    let isOver: SQL = "start_due_at < COALESCE(paused_at, \(now))"
    let isReceived: SQL = """
      received_at >= \(London.start(of: days.lowerBound))
        AND received_at < \(London.start(of: days.upperBound))
      """
    return """
      SELECT priority,
        SUM(CASE WHEN started_at <= start_due_at THEN 1 ELSE 0 END),
        SUM(CASE WHEN started_at > start_due_at THEN 1
          WHEN started_at IS NULL AND \(isOver) THEN 1 ELSE 0 END),
        SUM(CASE WHEN started_at IS NULL AND NOT \(isOver) THEN 1 ELSE 0 END)
      FROM case_file
      WHERE \(isReceived) AND joined_into IS NULL
        AND NOT EXISTS (SELECT 1 FROM case_carried k WHERE k.case_file = case_file.id)
      GROUP BY priority
      UNION ALL
      SELECT priority, 0, COUNT(*), 0 FROM report
      WHERE \(isReceived) AND \(LateStart.isUndecided(at: now)) GROUP BY priority
      """
  }
}

extension [Priority: KeptInTime] {
  /// Those of every priority together.
  var total: KeptInTime { values.reduce(KeptInTime(), +) }
}
