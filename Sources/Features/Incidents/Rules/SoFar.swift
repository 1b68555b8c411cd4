internal import Kernel

/// How far into its latest month and week a source reaches that tells days: what is counted of them
/// so far is no fall.
///
/// The source may have ended before the day it was made: its latest stretch counts as unfinished until
/// a later event is imported.
struct SoFar: Equatable, Sendable {
  /// The day of the latest event.
  let lastDay: Day

  func isUnfinished(_ month: Month) -> Bool {
    month == lastDay.month && lastDay < month.lastDay
  }

  /// Whether a week, told by its Monday, is not over.
  func isUnfinished(week monday: Day) -> Bool {
    (monday..<monday.adding(days: 6)).contains(lastDay)
  }

  /// Whether a value of an answer is such a month or week.
  func isUnfinished(_ value: String, of dimension: CountDimension) -> Bool {
    switch dimension {
    case .month: Month(value).map(isUnfinished) ?? false
    case .week: Day(value).map(isUnfinished(week:)) ?? false
    case .weekday, .hour, .category, .outcome, .ward, .lsoa, .msoa, .neighbourhood, .borough,
      .hotspot, .force, .source:
      false
    }
  }

  /// For a person, such as “November 2026 reaches to 26 November 2026 so far: fewer is no fall”.
  var words: String {
    "\(lastDay.month.words) reaches to \(lastDay.words) so far: fewer is no fall."
  }
}
