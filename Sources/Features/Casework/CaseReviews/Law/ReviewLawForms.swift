internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that adds a set of the floor.
struct ReviewLawForm {
  static let taken = "Another set is called that: choose another word"

  let new: NewReviewLaw

  init(_ fields: Fields, taken: Set<String>) throws(Refusal) {
    var form = FormReader(fields)
    let key = form.key(example: "cpa-2026", taken: Self.taken, where: taken.contains)
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

extension ReviewLaw {
  static let noFirstDay = "Enter the first day it is law"
  static let fixed =
    "The first day stands: applications may have been tested by it. Add another set instead"

  /// Reads when it is law; a first day that is set stays, and so does a decision taken under it.
  ///
  /// The fields are named after the set, since a page has a form for each.
  func dates(_ fields: Fields) throws(Refusal) -> LawDatesForm {
    let field = "\(LawDatesForm.name("from", of: key))-day"
    let dates = try LawDatesForm(fields, of: key)
    guard let first = dates.from else { throw Refusal(field, Self.noFirstDay) }
    if let from, first != from { throw Refusal(field, Self.fixed) }
    return dates
  }
}
