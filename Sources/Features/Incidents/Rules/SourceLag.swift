internal import Design
internal import Kernel

/// How far a source's latest month is behind a day.
struct SourceLag {
  /// Whole months; none where the day lies in the month or before it.
  let months: Int

  init(of latest: Month, on day: Day) { months = max(0, day.month.index - latest.index) }

  /// Such as “2 months behind today”.
  var words: String {
    switch months {
    case 0: "Not behind today"
    case 1: "1 month behind today"
    default: "\(NumberText.whole(months)) months behind today"
    }
  }
}
