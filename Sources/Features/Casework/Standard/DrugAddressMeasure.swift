internal import Database
internal import Kernel
internal import Partnership

/// How many drug addresses were acted on in time.
enum DrugAddressMeasure {
  /// Of the cases of drug use or dealing whose report was received in the period and whose time is over
  /// or that were acted on, the share acted on in time; a case that may still be acted on is left out.
  static let measure = Measure(
    key: "casework.drug-addresses-in-time", title: "Drug addresses acted on in time", unit: "case",
    provisional: false
  ) { read, period in
    guard try ReportMeasures.isCovered(period, read) else { return nil }
    let counts = try read.first(query(period, at: read.serverTime())) { row in
      (inTime: try row.int(), all: try row.int())
    }
    guard let counts, counts.all > 0 else { return nil }
    return Measure.Value(
      numerator: Double(counts.inTime), denominator: Double(counts.all), missing: 0,
      latest: period.lastMonth,
      source:
        "Cases of drug use or dealing by the day of their report, to the first action that is done")
  }

  static func query(_ period: Period, at now: Instant) -> SQL {
    """
    SELECT COALESCE(SUM(CASE WHEN acted_at <= act_due_at THEN 1 ELSE 0 END), 0), COUNT(*)
    FROM (
      SELECT c.act_due_at, (SELECT MIN(a.done_at) FROM case_action a WHERE a.case_file = c.id) AS acted_at
      FROM case_file c
      WHERE c.received_at >= \(ReportMeasures.start(of: period))
        AND c.received_at < \(ReportMeasures.end(of: period)) AND c.joined_into IS NULL
        AND c.act_due_at IS NOT NULL
    ) known
    WHERE acted_at IS NOT NULL OR act_due_at < \(now)
    """
  }
}
