internal import Design
internal import Kernel

/// How far a source's latest month is behind a day.
struct SourceLag {
  private let day: Day
  /// Whole months; none where the day lies in the month or before it.
  let months: Int

  init(of latest: Month, on day: Day) {
    self.day = day
    months = max(0, day.month.index - latest.index)
  }

  /// Such as “2 months behind today”.
  var words: String { words("today") }

  /// Such as “2 months behind 20 November 2026”, for pages and files that are kept.
  var datedWords: String { words(day.words) }

  private func words(_ day: String) -> String {
    switch months {
    case 0: "Not behind \(day)"
    case 1: "1 month behind \(day)"
    default: "\(NumberText.whole(months)) months behind \(day)"
    }
  }
}
