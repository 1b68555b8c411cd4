internal import HTTP
internal import Kernel

/// The reference and the secret somebody was shown.
struct TrackForm {
  static let wrongReference = "Enter the reference as you were shown it, like TM-7K42-0931"
  static let missingSecret = "Enter the secret you were shown with it, like K7QD-2MXP-9RTA"
  /// The same whether there is no such report or the secret is another's.
  static let unknown =
    "The reference and the secret do not go together. Check both; each is shown once, when a report "
    + "is sent"

  let reference: Reference
  let secret: String

  /// Reads them; a reference without its letters gets those of the partnership.
  init(_ fields: Fields, letters: String) throws(Refusal) {
    var form = FormReader(fields)
    let typed = form.text("reference", or: Self.wrongReference, limit: 30)
    let reference = Reference(typed) ?? Reference("\(letters)-\(typed)")
    if reference == nil { form.refuse("reference", Self.wrongReference) }
    secret = form.text("secret", or: Self.missingSecret, limit: 40)
    try form.finish()
    guard let reference else { throw Refusal("reference", Self.wrongReference) }
    self.reference = reference
  }
}

/// One more time it happened, for the diary of a report.
struct DiaryForm {
  static let missing = "Choose the day it happened, or tell us in words"

  let occasion: Occasion?
  let words: String

  init(_ fields: Fields, at now: Instant) throws(Refusal) {
    var form = FormReader(fields)
    words = form.optionalText("diary", limit: WordsForm.limit) ?? ""
    try form.finish()
    occasion = try OccasionForm(fields, at: now).occasion
    if occasion == nil, words.isEmpty { throw Refusal("day", Self.missing) }
  }
}
