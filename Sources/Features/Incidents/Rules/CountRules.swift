internal import Partnership

/// What may be counted by together, and what a source cannot bear; asked by the page and the command.
enum CountRules {
  static let hoursHaveNoOutcome =
    "Hours and days of the week are kept without outcomes: choose one or the other"

  /// Why a dimension cannot stand after others in a count of a source; `nil` where it can.
  static func reason(
    against dimension: CountDimension, after by: [CountDimension], of source: CountSource
  ) -> String? {
    if let analysis = dimension.analysis, let reason = source.precision.refusal(of: analysis) {
      return "\(reason): there are no counts by \(dimension.words)"
    }
    // A weekday is read from the counts by hour, which need minutes.
    if dimension == .weekday, let reason = source.precision.refusal(of: .hours) {
      return "\(reason): there are no counts by \(dimension.words)"
    }
    if dimension == .force, source.mapping != nil { return "Only the police's files tell forces" }
    if dimension.areaKind != nil, by.contains(where: { $0.areaKind != nil }) {
      return "Count by one kind of area, not by two"
    }
    let hours: Set<CountDimension> = [.hour, .weekday]
    let all = by + [dimension]
    guard all.contains(where: hours.contains) else { return nil }
    if all.contains(.outcome) { return hoursHaveNoOutcome }
    return all.contains(.week) ? "Count by week or by hour and day of the week, not by both" : nil
  }
}
