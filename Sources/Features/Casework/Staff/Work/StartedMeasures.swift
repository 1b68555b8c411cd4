internal import Database
internal import Kernel
internal import Partnership

/// Investigations begun in time, for indicators: of all cases, and of those of each priority.
enum StartedMeasures {
  static let all = [every] + Priority.allCases.map(measure)

  private static let every = measure(
    "casework.started-in-time", "Cases begun in time"
  ) { $0.total }

  private static func measure(_ priority: Priority) -> Measure {
    measure(
      "casework.started-in-time-\(priority.code.lowercased())",
      "\(priority.code) cases begun in time"
    ) { $0[priority] ?? StartedInTime() }
  }

  /// The work on reports, by the day they were received; what is not yet due is left out and told.
  private static func measure(
    _ key: String, _ title: String,
    of part: @escaping @Sendable ([Priority: StartedInTime]) -> StartedInTime
  ) -> Measure {
    Measure(key: key, title: title, unit: "case", provisional: false) { read, period in
      guard try ReportMeasures.isCovered(period, read) else { return nil }
      let days = period.firstDay..<period.lastDay.adding(days: 1)
      let found = part(try StartedInTime.received(days, at: read.serverTime(), read))
      guard found.all > 0 else { return nil }
      return Measure.Value(
        numerator: Double(found.inTime), denominator: Double(found.all), missing: 0,
        latest: period.lastMonth,
        source:
          "Cases of the partnership, by the day of their first report; \(found.waiting) not begun and "
          + "not yet due are left out")
    }
  }
}
