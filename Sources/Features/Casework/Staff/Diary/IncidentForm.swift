internal import Design
internal import HTTP
internal import Kernel

/// A time it happened, as somebody who works the case was told or saw it.
struct IncidentForm {
  let occasion: Occasion
  let words: String
  /// Whether organisations that are parties do not read it.
  let isKept: Bool

  init(_ fields: Fields, at now: Instant) throws(Refusal) {
    var form = FormReader(fields)
    words = form.text(
      "incident", or: "Enter what happened, and who saw or told it", limit: CaseForms.limit)
    isKept = form.ticked("incident-kept")
    var occasion: Occasion?
    do throws(Refusal) {
      occasion = try OccasionForm(fields, at: now).occasion
      if occasion == nil { form.refuse("day", OccasionForm.missing) }
    } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    try form.finish()
    guard let occasion else { throw Refusal("day", OccasionForm.missing) }
    self.occasion = occasion
  }
}
