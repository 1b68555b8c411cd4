internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A complaint the application names, with what is known of its days.
struct ComplaintForm {
  let body: ComplaintBody
  let behaviour: Day?
  let reported: Day?
  let sameAs: ID<ReviewComplaint>?
  let content: ReviewComplaint.Content

  init(
    body: ComplaintBody, behaviour: Day?, reported: Day?, content: ReviewComplaint.Content
  ) {
    self.body = body
    self.behaviour = behaviour
    self.reported = reported
    self.content = content
    sameAs = nil
  }

  /// Why a day after the application is refused.
  static func later(than applied: Day) -> String {
    "The day must not be after the application, which came on \(applied.words): it cannot rest on "
      + "what was told later (section 104(11)(b))"
  }

  init(
    _ fields: Fields, _ known: [ReviewComplaint], applied: Day, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let body: ComplaintBody? = form.choice("body", or: "Choose whom it was made to")
    let behaviour = form.optionalDay("behaviour", "Day it happened", fields)
    let reported = form.optionalDay("reported", "Day it was reported", fields)
    if let reported, reported > today {
      form.refuse("reported-day", "The day it was reported must not be after today")
    }
    for (field, day) in [("reported-day", reported), ("behaviour-day", behaviour)] {
      if let day, day > applied { form.refuse(field, Self.later(than: applied)) }
    }
    if let behaviour, let reported, behaviour > reported {
      form.refuse("behaviour-day", "The day it happened must not be after the day it was reported")
    }
    let chosen = fields["same"] ?? ""
    let same = known.first { $0.id.description == chosen }
    if !chosen.isEmpty, same == nil { form.refuse("same", "Choose a complaint of the list") }
    let reference = form.optionalText("reference", limit: 60) ?? ""
    let what = form.text("what", or: "Enter what it was about", limit: 500)
    try form.finish()
    guard let body else { throw Refusal("body", "Choose whom it was made to") }
    self.body = body
    self.behaviour = behaviour
    self.reported = reported
    sameAs = same.map { $0.sameAs ?? $0.id }
    content = ReviewComplaint.Content(reference: reference, what: what)
  }
}
