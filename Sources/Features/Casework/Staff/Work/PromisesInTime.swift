internal import Database
internal import Kernel

/// Of the reports and cases received in some days, how many were acknowledged and interviewed in time.
enum PromisesInTime {
  /// Reports by when their reporter heard that we have them; withdrawn and doubtful ones, and those from
  /// before there was the clock, are left out.
  static func acknowledged(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> KeptInTime {
    try counts(acknowledgedQuery(days, at: now), read)
  }

  static func acknowledgedQuery(_ days: Range<Day>, at now: Instant) -> SQL {
    """
    SELECT \(counted(done: "acknowledged_at", due: "acknowledge_due_at", until: "\(now)", open: "1 = 1"))
    FROM report WHERE \(received(days)) AND acknowledge_due_at IS NOT NULL
      AND state <> 'withdrawn' AND is_doubtful = 0
    """
  }

  /// Cases by when who complained was interviewed; one that was closed before the interview was due, or
  /// joined to another, is left out.
  static func interviewed(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> KeptInTime {
    try counts(interviewedQuery(days, at: now), read)
  }

  static func interviewedQuery(_ days: Range<Day>, at now: Instant) -> SQL {
    let until: SQL = "COALESCE(closed_at, paused_at, \(now))"
    return """
      SELECT \(counted(done: "interviewed_at", due: "interview_due_at", until: until, open: "closed_at IS NULL"))
      FROM case_file WHERE \(received(days)) AND interview_due_at IS NOT NULL
        AND joined_into IS NULL
      """
  }

  private static func received(_ days: Range<Day>) -> SQL {
    """
    received_at >= \(London.start(of: days.lowerBound))
      AND received_at < \(London.start(of: days.upperBound))
    """
  }

  private static func counted(done: SQL, due: SQL, until: SQL, open: SQL) -> SQL {
    """
    COALESCE(SUM(CASE WHEN \(done) <= \(due) THEN 1 ELSE 0 END), 0),
      COALESCE(SUM(CASE WHEN \(done) > \(due) THEN 1
        WHEN \(done) IS NULL AND \(due) < \(until) THEN 1 ELSE 0 END), 0),
      COALESCE(SUM(CASE WHEN \(done) IS NULL AND NOT \(due) < \(until) AND \(open)
        THEN 1 ELSE 0 END), 0)
    """
  }

  private static func counts(_ query: SQL, _ read: Read) throws -> KeptInTime {
    try read.first(query) { row in
      KeptInTime(inTime: try row.int(), late: try row.int(), waiting: try row.int())
    } ?? KeptInTime()
  }
}
