internal import Database
internal import Kernel
internal import Partnership

/// What case reviews count for indicators: none of it is held back, since the Act has it published.
enum ReviewMeasures {
  static let all = [
    Measure(
      key: "case-reviews.applications", title: "Applications for a case review",
      unit: "application", provisional: false
    ) { read, period in
      try value(read, period) { (try read.count(applications(period)), nil, 0) }
    },
    Measure(
      key: "case-reviews.held", title: "Case reviews carried out", unit: "review",
      provisional: false
    ) { read, period in
      try value(read, period) { (try read.count(held(period)), nil, 0) }
    },
    Measure(
      key: "case-reviews.satisfied",
      title: "Case reviews with whose outcome the victim is satisfied", unit: "review",
      provisional: false
    ) { read, period in
      try value(read, period) {
        let found = try read.first(satisfied(period)) { row in
          (try row.int(), try row.int(), try row.int())
        }
        guard let (yes, said, all) = found else { return nil }
        return (yes, said, all - said)
      }
    },
  ]

  static func applications(_ period: Period) -> SQL {
    """
    SELECT COUNT(*) FROM case_review v
    WHERE v.applied_on >= \(period.firstDay) AND v.applied_on <= \(period.lastDay)
    """
  }

  /// By the day of the application, as the four counts are.
  static func held(_ period: Period) -> SQL {
    """
    SELECT COUNT(v.held_on) FROM case_review v
    WHERE v.applied_on >= \(period.firstDay) AND v.applied_on <= \(period.lastDay)
    """
  }

  /// Those satisfied, those who say, and all whose outcome was told.
  static func satisfied(_ period: Period) -> SQL {
    """
    SELECT COUNT(CASE WHEN v.satisfied = 'yes' THEN 1 END), COUNT(v.satisfied), COUNT(v.told_at)
    FROM case_review v
    WHERE v.applied_on >= \(period.firstDay) AND v.applied_on <= \(period.lastDay)
    """
  }

  private static func value(
    _ read: Read, _ period: Period, _ count: () throws -> (Int, of: Int?, missing: Int)?
  ) throws -> Measure.Value? {
    guard try ReportMeasures.isCovered(period, read), let counted = try count(), counted.of != 0
    else { return nil }
    return Measure.Value(
      numerator: Double(counted.0), denominator: counted.of.map { Double($0) },
      missing: counted.missing, latest: period.lastMonth,
      source: "Applications for case reviews, by the day they were made")
  }
}
