internal import Kernel

/// The stretch of time counts are compared by: a week where the source knows days, else a month.
enum CountPeriod: Hashable, Sendable {
  case week(Week)
  case month(Month)

  /// How long a stretch is.
  enum Step: String, Hashable, Sendable {
    case week, month

    /// How many make a year, the cycle in which counts come back.
    var year: Int { self == .week ? 52 : 12 }
    /// How many on either side of the same one in earlier years are of the same season.
    var window: Int { self == .week ? 3 : 1 }
    /// The seasons a year is cut into.
    var seasons: Int { self == .week ? 10 : 4 }
  }

  /// The stretch of a step that holds a day.
  init(_ day: Day, _ step: Step) {
    self = step == .week ? .week(Week(day)) : .month(day.month)
  }

  var step: Step {
    switch self {
    case .week: .week
    case .month: .month
    }
  }

  /// Its days, the last not included.
  var days: Range<Day> {
    switch self {
    case .week(let week): week.days
    case .month(let month): month.firstDay..<month.adding(months: 1).firstDay
    }
  }

  var lastDay: Day { days.upperBound.adding(days: -1) }

  /// The months it touches.
  var months: ClosedRange<Month> { days.lowerBound.month...lastDay.month }

  /// A number that grows by one with each.
  var index: Int {
    switch self {
    case .week(let week): week.index
    case .month(let month): month.index
    }
  }

  func adding(_ count: Int) -> CountPeriod {
    switch self {
    case .week(let week): .week(week.adding(weeks: count))
    case .month(let month): .month(month.adding(months: count))
    }
  }

  /// In words that follow "in": "the week of 16 to 22 November 2026", "September 2026".
  var words: String {
    switch self {
    case .week(let week): "the week of \(week.words)"
    case .month(let month): month.words
    }
  }
}

extension CountPeriod: LosslessStringConvertible {
  /// Reads `2026-W47` or `2026-09`.
  init?(_ text: String) {
    if let week = Week(text) {
      self = .week(week)
    } else if let month = Month(text) {
      self = .month(month)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .week(let week): week.description
    case .month(let month): month.description
    }
  }
}
