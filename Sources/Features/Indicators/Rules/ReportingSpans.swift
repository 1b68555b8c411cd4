import Kernel

/// The runs of months a dashboard sets side by side for one period.
struct ReportingSpans: Hashable, Sendable {
  /// The period asked for, cut at the last month with complete figures.
  let now: ClosedRange<Month>
  /// From April to the end of the period.
  let yearToDate: ClosedRange<Month>
  /// The twelve months up to the end of the period.
  let rollingYear: ClosedRange<Month>
  /// Whether the period asked for is not over yet.
  let isPartial: Bool

  /// The spans of a period, cut at the last month whose figures are complete.
  ///
  /// A period cut there is set against the same months of the year before. `nil` cuts nothing.
  init(_ period: Period, latest: Month?) {
    let asked = period.months
    let end = latest.map { min($0, asked.upperBound) } ?? asked.upperBound
    isPartial = end < asked.upperBound
    let last = max(end, asked.lowerBound)
    now = asked.lowerBound...last
    yearToDate = last.financialYear.firstMonth...last
    rollingYear = last.adding(months: -11)...last
  }

  /// The same months one year earlier.
  static func yearBefore(_ months: ClosedRange<Month>) -> ClosedRange<Month> {
    months.lowerBound.adding(months: -12)...months.upperBound.adding(months: -12)
  }

  /// A run of months in words: "April 2026 to September 2026", "2018/19", "May 2026".
  static func words(_ months: ClosedRange<Month>) -> String {
    if let period = Period(covering: months) { return period.words }
    return "\(months.lowerBound.words) to \(months.upperBound.words)"
  }
}
