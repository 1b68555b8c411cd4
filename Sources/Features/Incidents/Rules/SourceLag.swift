internal import Design
internal import Kernel
internal import Partnership

/// How far a source's latest month is behind a day.
struct SourceLag {
  private let day: Day
  /// Whole days, for a source that tells days; `nil` for one of months.
  private var days: Int?
  /// Whole months; none where the day lies in the month or before it.
  let months: Int

  init(of latest: Month, on day: Day) {
    self.day = day
    months = max(0, day.month.index - latest.index)
  }

  /// How far the last day of a source that tells days is behind another.
  init(ofDay latest: Day, on day: Day) {
    self.init(of: latest.month, on: day)
    days = max(0, day.number - latest.number)
  }

  /// Such as “2 months behind today”.
  var words: String { words("today") }

  /// Such as “2 months behind 20 November 2026”, for pages and files that are kept.
  var datedWords: String { words(day.words) }

  private func words(_ day: String) -> String {
    if let days {
      return days == 0
        ? "Not behind \(day)"
        : "\(NumberText.whole(days)) \(days == 1 ? "day" : "days") behind \(day)"
    }
    return switch months {
    case 0: "Not behind \(day)"
    case 1: "1 month behind \(day)"
    default: "\(NumberText.whole(months)) months behind \(day)"
    }
  }
}

extension SourceLag {
  /// How far a source is behind a day: in days, or in months for a source of months.
  static func words(of last: Day, _ time: SourcePrecision.Time, on day: Day) -> String {
    (time == .month ? SourceLag(of: last.month, on: day) : SourceLag(ofDay: last, on: day)).words
  }
}
