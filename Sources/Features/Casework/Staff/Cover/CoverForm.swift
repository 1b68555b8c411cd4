internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Who is away, who covers, and on which days.
struct CoverForm {
  /// The longest cover, in days: a longer absence is a handover.
  static let mostDays = 92

  let away: Person
  let by: Person
  let days: ClosedRange<Day>

  /// Reads the form of somebody who may arrange the covers of `people`.
  init(
    _ fields: Fields, people: [Person], workers: [Person], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let away = people.first { $0.id.description == fields["away"] }
    if away == nil { form.refuse("away", "Choose who is away") }
    let by = workers.first { $0.id.description == fields["by"] }
    if by == nil { form.refuse("by", "Choose who covers") }
    if let away, let by, away.id == by.id { form.refuse("by", "Choose somebody else to cover") }
    let first = CoverForm.day("first", "First day", &form, fields)
    let last = CoverForm.day("last", "Last day", &form, fields)
    if let last, last < today { form.refuse("last-day", "Choose today or a later day") }
    if let first, let last {
      if last < first {
        form.refuse("last-day", "The last day must not be before the first")
      } else if last.number - first.number >= CoverForm.mostDays {
        form.refuse(
          "last-day",
          "A cover is for \(CoverForm.mostDays) days at most: hand the cases over instead")
      }
    }
    try form.finish()
    guard let away, let by, let first, let last else {
      throw Refusal("away", "Fill in the form again")
    }
    self.away = away
    self.by = by
    days = first...last
  }

  private static func day(
    _ name: String, _ title: String, _ form: inout FormReader, _ fields: Fields
  ) -> Day? {
    do throws(Refusal) { return try DateInput.day(name, title, in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
      return nil
    }
  }
}
