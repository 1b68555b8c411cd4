internal import Design
internal import HTTP
internal import Kernel

/// When a report that is taken for somebody reached whoever takes it.
struct Arrival {
  static let notThen = "It must have reached you on a day from the past three months"
  static let beforeIt = "It must not have reached you before it happened"
  private static let oldestDays = 92
  /// A letter is taken to be there when the working day begins.
  private static let morning = 9 * 60

  let moment: Instant

  /// Reads the day; left empty, or today, it is now.
  init(_ fields: Fields, _ occasion: Occasion?, at now: Instant) throws(Refusal) {
    let today = London.day(now)
    var form = FormReader(fields)
    let day = form.optionalDay("received", "Day it reached you", fields)
    if let day {
      if day > today || day.number < today.number - Self.oldestDays {
        form.refuse("received-day", Self.notThen)
      } else if let happened = occasion?.date, happened > day {
        form.refuse("received-day", Self.beforeIt)
      }
    }
    try form.finish()
    moment =
      day.flatMap { $0 == today ? nil : London.instant($0, minute: Self.morning) } ?? now
  }
}
