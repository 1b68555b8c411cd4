internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A day that somebody adds: off though the law's own rule has it not, or worked though it has.
struct WorkingDayForm {
  static let off = "off"
  static let worked = "worked"
  /// How many years ahead a day can be added.
  private static let years = 5

  let changed: ChangedDay

  init(_ fields: Fields, after kept: [ChangedDay], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let day = form.day("day", "Day", fields)
    let isWorked = fields["kind"] == Self.worked
    if !isWorked, fields["kind"] != Self.off { form.refuse("kind", "Choose what the day is") }
    let title = form.text("title", or: "Enter why, such as “The coronation”", limit: 80)
    if let day, let wrong = Self.wrong(day, isWorked: isWorked, kept, today) {
      form.refuse("day-day", wrong)
    }
    if kept.count >= WorkingDays.most {
      form.refuse("day-day", "\(WorkingDays.most) days are kept: take one away first")
    }
    try form.finish()
    guard let day else { throw Refusal("day-day", "Fill in the form again") }
    changed = ChangedDay(day, isWorked: isWorked, title: title)
  }

  /// Why a day cannot be added; `nil` where it can.
  private static func wrong(
    _ day: Day, isWorked: Bool, _ kept: [ChangedDay], _ today: Day
  ) -> String? {
    if day < today { return "Enter today or a later day: what was due before keeps its day" }
    let last = Month(index: (today.civil.year + years) * 12 + 11).lastDay
    if day > last { return "Enter a day up to \(last.words)" }
    if day.weekday > 5 { return "Enter another day: a Saturday or Sunday is a day off already" }
    if let found = kept.first(where: { $0.day == day }) {
      return "“\(found.title)” is kept of this day: take it away first"
    }
    let isHoliday = !(day..<day.adding(days: 1)).bankHolidays.isEmpty
    if isWorked {
      return isHoliday
        ? nil : "Enter a bank holiday: this day is worked already"
    }
    return isHoliday ? "Enter another day: this is a bank holiday already" : nil
  }
}
