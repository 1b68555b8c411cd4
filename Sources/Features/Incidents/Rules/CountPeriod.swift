internal import Kernel

/// The times a count is by, as the kept counts number them.
enum CountPeriod {
  /// The days of the week in their order.
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The value of a time in an answer: a week's Monday, a day's name, or an hour from 00 to 23.
  static func value(_ number: Int, of dimension: CountDimension) -> String {
    switch dimension {
    case .week: Day(number: number).description
    case .weekday: weekdays.indices.contains(number) ? weekdays[number] : ""
    case .hour: number < 10 ? "0\(number)" : String(number)
    case .month, .category, .outcome, .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot,
      .force, .source:
      ""
    }
  }

  /// A value as it is read.
  static func words(_ value: String, of dimension: CountDimension) -> String {
    switch dimension {
    case .month: Month(value)?.words ?? value
    case .week: Day(value).map { "Week of \($0.words)" } ?? value
    case .hour: "\(value):00 to \(value):59"
    case .weekday, .category, .outcome, .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot,
      .force, .source:
      value
    }
  }
}
