internal import Design
internal import HTTP
internal import Kernel

/// One time it happened, as the form asks for it.
struct OccasionForm {
  static let missing = "Choose the day it happened"
  static let future = "Choose a time that has passed"
  static let oldest = "Choose a day within the past two years"
  private static let oldestDays = 731

  /// `nil` where no day was chosen.
  let occasion: Occasion?

  /// Reads the fields whose names begin with `day`, at a moment.
  init(_ fields: Fields, at now: Instant) throws(Refusal) {
    guard let day = try Self.day(fields, today: London.day(now)) else {
      occasion = nil
      return
    }
    let hour = fields["hour"].flatMap { Int($0) }.flatMap { (0...23).contains($0) ? $0 : nil }
    let minutes = fields["minutes"].flatMap { Int($0) }.flatMap {
      Self.lengths.contains($0) ? $0 : nil
    }
    let start = hour.map { London.instant(day, minute: $0 * 60) } ?? London.start(of: day)
    guard start <= now else { throw Refusal(hour == nil ? "day" : "hour", Self.future) }
    occasion = Occasion(day: day, hour: hour, minutes: hour == nil ? nil : minutes)
  }

  /// How long it may have gone on, in minutes.
  static let lengths = [30, 60, 120, 180, 300, 480]

  private static func day(_ fields: Fields, today: Day) throws(Refusal) -> Day? {
    switch fields["day"] {
    case "today": return today
    case "yesterday": return today.adding(days: -1)
    case "other":
      let day = try DateInput.day("date", "Day it happened", in: fields)
      guard day <= today else { throw Refusal("date-day", future) }
      guard day.number > today.number - oldestDays else { throw Refusal("date-year", oldest) }
      return day
    default: return nil
    }
  }
}
