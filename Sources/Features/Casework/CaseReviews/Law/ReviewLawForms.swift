internal import Design
internal import HTTP
internal import Kernel

/// The form that adds a set of the floor.
struct ReviewLawForm {
  static let taken = "A set has this word already"
  static let wrongKey = "Use small letters, digits and hyphens, such as cpa-2026"

  let new: NewReviewLaw

  init(_ fields: Fields, taken: Set<String>) throws(Refusal) {
    var form = FormReader(fields)
    let key = form.text("key", or: Self.wrongKey, limit: 40)
    let isWord = key.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    if !key.isEmpty, !isWord { form.refuse("key", Self.wrongKey) }
    if taken.contains(key) { form.refuse("key", Self.taken) }
    let title = form.text("title", or: "Enter what it is called")
    let source = form.text("source", or: "Enter the Act or regulations")
    let section = form.text("section", or: "Enter the section that says so")
    let complaints = Self.whole("complaints", ReviewLaw.Floor.mostComplaints, "complaints", &form)
    let reporting = Self.whole("report-months", ReviewLaw.Floor.mostMonths, "months", &form)
    let applying = Self.whole("apply-months", ReviewLaw.Floor.mostMonths, "months", &form)
    let note = form.optionalText("note", limit: 1000) ?? ""
    try form.finish()
    new = NewReviewLaw(
      key: key, title: title, source: source, section: section, note: note,
      floor: ReviewLaw.Floor(
        complaints: complaints, reportMonths: reporting, applyMonths: applying))
  }

  private static func whole(
    _ name: String, _ most: Int, _ unit: String, _ form: inout FormReader
  ) -> Int {
    let words = "Enter a number of \(unit) from 1 to \(most)"
    let value: Int? = form.value(name, or: words)
    if let value, !(1...most).contains(value) { form.refuse(name, words) }
    return value ?? 1
  }
}

extension ReviewLawDates {
  static let fixed =
    "The first day stands: applications may have been tested by it. Add another set instead"

  /// The names of the fields of one set, since a page has a form for each.
  static func name(_ field: String, _ law: ReviewLaw) -> String { "\(field)-\(law.key)" }

  /// Reads when a set is law; a first day that is set stays, and so does a decision taken under it.
  init(_ fields: Fields, _ law: ReviewLaw) throws(Refusal) {
    var form = FormReader(fields)
    let (first, last) = (Self.name("from", law), Self.name("through", law))
    let from = form.optionalDay(first, "First day", fields)
    let through = form.optionalDay(last, "Last day", fields)
    if from == nil { form.refuse("\(first)-day", "Enter the first day it is law") }
    if let from, let known = law.from, from != known { form.refuse("\(first)-day", Self.fixed) }
    if let from, let through, through < from {
      form.refuse("\(last)-day", "The last day must not be before the first")
    }
    try form.finish()
    guard let from else { throw Refusal("\(first)-day", "Enter the first day it is law") }
    self.from = from
    self.through = through
  }
}
