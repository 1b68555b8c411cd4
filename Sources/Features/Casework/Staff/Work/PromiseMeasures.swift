internal import Database
internal import Kernel
internal import Partnership

/// What was promised and kept in time, for indicators: investigations begun, of all cases and of those of
/// each priority, reports acknowledged, and interviews.
enum PromiseMeasures {
  static let all =
    [begun("casework.started-in-time", "Cases begun in time") { $0.total }]
    + Priority.allCases.map(begun) + [acknowledged, interviewed]

  private static func begun(_ priority: Priority) -> Measure {
    begun(
      "casework.started-in-time-\(priority.code.lowercased())",
      "\(priority.code) cases begun in time"
    ) { $0[priority] ?? KeptInTime() }
  }

  private static func begun(
    _ key: String, _ title: String,
    of part: @escaping @Sendable ([Priority: KeptInTime]) -> KeptInTime
  ) -> Measure {
    measure(
      key, title, "case",
      "Cases of the partnership, by the day of their first report, and reports nobody decided about in time"
    ) {
      part(try StartedInTime.received($0, at: $1, $2))
    }
  }

  private static let acknowledged = measure(
    "casework.acknowledged-in-time", "Reports acknowledged in time", "report",
    "Reports to the partnership, by the day they were received, withdrawn and doubtful ones left out",
    PromisesInTime.acknowledged)

  private static let interviewed = measure(
    "casework.interviewed-in-time", "Who complained interviewed in time", "case",
    "Cases with a reporter who can be reached, by the day of their first report",
    PromisesInTime.interviewed)

  /// What is not yet due is left out and told.
  private static func measure(
    _ key: String, _ title: String, _ unit: String, _ source: String,
    _ counts: @escaping @Sendable (Range<Day>, Instant, Read) throws -> KeptInTime
  ) -> Measure {
    Measure(key: key, title: title, unit: unit, provisional: false) { read, period in
      guard try ReportMeasures.isCovered(period, read) else { return nil }
      let days = period.firstDay..<period.lastDay.adding(days: 1)
      let found = try counts(days, read.serverTime(), read)
      guard found.all > 0 else { return nil }
      return Measure.Value(
        numerator: Double(found.inTime), denominator: Double(found.all), missing: 0,
        latest: period.lastMonth,
        source: "\(source); \(found.waiting) not done and not yet due are left out")
    }
  }
}
