internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// An agreement that is to be kept.
struct AgreementForm {
  let title: String
  let purposes: String
  let parties: [ID<Organisation>]
  let fields: [ShareField]
  let signedOn: Day
  let reviewOn: Day

  /// An agreement is looked at again within two years; most say one.
  static let mostDaysToReview = 731

  init(_ fields: Fields, _ agencies: [Agency], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    title = form.text("title", or: "Enter what the agreement is called", limit: 120)
    purposes = form.text("purposes", or: "Enter what is shared under it for", limit: 1000)
    let chosen = Set(fields.all("parties"))
    parties = agencies.map(\.id).filter { chosen.contains($0.description) }
    if parties.count < 2 {
      form.refuse("parties", "Choose the organisations that signed it, two or more")
    }
    let kinds = Set(fields.all("fields"))
    self.fields = ShareField.allCases.filter { kinds.contains($0.rawValue) }
    if self.fields.isEmpty { form.refuse("fields", "Choose what may be shared under it") }
    let signed = form.day("signed", "Day it was signed", fields)
    if let signed, signed > today {
      form.refuse("signed-day", "Choose today or an earlier day: nothing is shared before it")
    }
    let review = form.day("review", "Day of its review", fields)
    if let signed, let review {
      Self.check(review, after: signed, &form)
    }
    try form.finish()
    guard let signed, let review else { throw Refusal("", "Fill in the form again") }
    (signedOn, reviewOn) = (signed, review)
  }

  static func check(_ review: Day, after signed: Day, _ form: inout FormReader) {
    let last = signed.adding(days: mostDaysToReview)
    if review <= signed {
      form.refuse("review-day", "Choose a day after \(signed.words)")
    } else if review > last {
      form.refuse("review-day", "Choose a day up to \(last.words), two years on")
    }
  }
}

/// An agreement was looked at again: the day of the next review.
struct ReviewForm {
  let next: Day

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let next = form.day("review", "Day of the next review", fields)
    if let next { AgreementForm.check(next, after: today, &form) }
    try form.finish()
    guard let next else { throw Refusal("", "Fill in the form again") }
    self.next = next
  }
}

/// The end of an agreement: its last day, and why.
struct AgreementEndForm {
  let last: Day
  let reason: String

  init(_ fields: Fields, _ agreement: Agreement, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let last = form.day("ended", "Last day", fields)
    if let last, last < agreement.signedOn {
      form.refuse("ended-day", "Choose a day from \(agreement.signedOn.words), when it was signed")
    }
    reason = form.text("ending", or: "Enter why it ends", limit: 500)
    try form.finish()
    guard let last else { throw Refusal("", "Fill in the form again") }
    self.last = last
  }
}
