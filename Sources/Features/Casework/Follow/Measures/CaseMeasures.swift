internal import Database
internal import Kernel
internal import Partnership

/// What cases count for indicators.
enum CaseMeasures {
  static let all = [timeToOutcome, perpetratorIdentified]

  /// Working days from when a report was received to when its reporter was told what came of it, on
  /// average, by when they were told; those received and told the same day took none.
  static let timeToOutcome = Measure(
    key: "casework.days-to-outcome", title: "Working days to the outcome of a report, on average",
    unit: "working day", provisional: false
  ) { read, period in
    guard try ReportMeasures.isCovered(period, read) else { return nil }
    let calendar = try WorkingDays.calendar(read)
    var (days, reports) = (0, 0)
    try read.each(outcomes(period)) { row in
      let (received, told): (Instant, Instant) = (try row.parsed(), try row.parsed())
      days += calendar.time(at: told)
        .days(after: London.day(received), through: London.day(told))
      reports += 1
    }
    guard reports > 0 else { return nil }
    let open = try read.count(open(at: ReportMeasures.end(of: period)))
    return Measure.Value(
      numerator: Double(days), denominator: Double(reports), missing: 0,
      latest: period.lastMonth,
      source: "First outcomes told in the period; \(open) reports waited for one at its end")
  }

  /// The reports whose first outcome was told in a period; those withdrawn are left out.
  static func outcomes(_ period: Period) -> SQL {
    """
    SELECT r.received_at, e.at FROM report_event e JOIN report r ON r.id = e.report
    WHERE e.kind = 'outcome' AND e.at >= \(ReportMeasures.start(of: period))
      AND e.at < \(ReportMeasures.end(of: period)) AND r.state <> 'withdrawn'
      AND NOT EXISTS (SELECT 1 FROM report_event b
        WHERE b.report = e.report AND b.kind = 'outcome' AND (b.at < e.at OR (b.at = e.at AND b.id < e.id)))
    """
  }

  private static func open(at end: Instant) -> SQL {
    """
    SELECT COUNT(*) FROM report r WHERE r.received_at < \(end) AND r.state <> 'withdrawn'
      AND r.is_doubtful = 0
      AND NOT EXISTS (SELECT 1 FROM report_event e
        WHERE e.report = r.id AND e.kind = 'outcome' AND e.at < \(end))
    """
  }

  /// Of the P1 cases whose first report was received in the period, those in which somebody complained
  /// of is named.
  static let perpetratorIdentified = Measure(
    key: "casework.perpetrator-identified",
    title: "P1 cases with somebody complained of identified",
    unit: "case", provisional: false
  ) { read, period in
    guard try ReportMeasures.isCovered(period, read) else { return nil }
    let found = try read.first(identified(period)) { row in (try row.int(), try row.int()) }
    guard let (known, cases) = found, cases > 0 else { return nil }
    return Measure.Value(
      numerator: Double(known), denominator: Double(cases), missing: 0, latest: period.lastMonth,
      source:
        "P1 cases by the day of their first report; every P1 case is in the base, whatever its "
        + "outcome; somebody of whom only the looks are known is not identified")
  }

  static func identified(_ period: Period) -> SQL {
    """
    SELECT COALESCE(SUM(CASE WHEN EXISTS (SELECT 1 FROM case_person p
        WHERE p.case_file = c.id AND p.part = 'subject' AND p.is_described = 0) THEN 1 ELSE 0 END), 0), COUNT(*)
    FROM case_file c
    WHERE c.priority = 1 AND c.received_at >= \(ReportMeasures.start(of: period))
      AND c.received_at < \(ReportMeasures.end(of: period)) AND c.joined_into IS NULL
    """
  }
}
