internal import Kernel

/// One time it happened: a London day, the hour it began where that is known, and how long it took.
struct Occasion: Codable, Hashable, Sendable {
  let day: String
  let hour: Int?
  let minutes: Int?

  init(day: Day, hour: Int?, minutes: Int?) {
    self.day = day.description
    self.hour = hour
    self.minutes = minutes
  }

  var date: Day? { Day(day) }

  /// Night is from 11pm to 7am; an occasion that reaches into it counts.
  var isNight: Bool {
    guard let hour else { return false }
    return hour >= Self.nightBegins || hour < Self.nightEnds
      || hour * 60 + (minutes ?? 0) > Self.nightBegins * 60
  }

  static let nightBegins = 23
  static let nightEnds = 7

  /// From when to when it may have been: the whole day where the hour is not known, and the hour it
  /// began in where its length is not.
  var span: ClosedRange<Instant>? {
    guard let date else { return nil }
    guard let hour else {
      let start = London.start(of: date)
      return start...London.start(of: date.adding(days: 1)).adding(seconds: -60)
    }
    let start = London.instant(date, minute: hour * 60)
    return start...start.adding(seconds: Double((minutes ?? 60) * 60))
  }

  /// In words, such as "Saturday 14 November 2026, 11pm, about 2 hours (night)".
  var words: String {
    guard let date else { return "" }
    var words = date.weekdayWords
    if let hour { words += ", about \(Self.clock(hour))" }
    if let minutes { words += ", \(Self.length(minutes))" }
    return isNight ? words + " (night)" : words
  }

  static func clock(_ hour: Int) -> String {
    switch hour {
    case 0: "midnight"
    case 12: "midday"
    case ..<12: "\(hour)am"
    default: "\(hour - 12)pm"
    }
  }

  static func length(_ minutes: Int) -> String {
    if minutes < 60 { return "less than an hour" }
    return minutes == 60 ? "about an hour" : "about \(minutes / 60) hours"
  }
}

extension Day {
  fileprivate static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Such as "Saturday 14 November 2026".
  var weekdayWords: String { "\(Self.weekdays[weekday - 1]) \(words)" }
}
