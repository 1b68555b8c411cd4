internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A referral as it is written: to whom, about whom, what for, on which grounds, by when.
struct ReferralForm {
  let agency: Agency
  let person: ID<CasePerson>?
  let purpose: String
  let terms: ShareTerms
  let due: Day

  /// What the names of the fields of its share begin with.
  static let prefix = "refer-"
}

extension ReferralForm {
  init(
    _ fields: Fields, _ agencies: [Agency], _ people: [CasePerson],
    by sharer: ID<Organisation>?, _ choices: ShareChoices, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["refer-to"] }
    if agency == nil { form.refuse("refer-to", "Choose the organisation") }
    let typed = fields["refer-person"] ?? ""
    person = people.first { $0.id.description == typed }?.id
    if !typed.isEmpty, person == nil { form.refuse("refer-person", "Choose somebody of this case") }
    purpose = form.text(
      "refer-purpose", or: "Enter what the referral is for, and no more than they need", limit: 1000
    )
    var due: Day?
    do throws(Refusal) {
      due = try DateInput.day("refer-due", "Day of the answer", in: fields)
    } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    if let day = due, day < today { form.refuse("refer-due-day", "Choose today or a later day") }
    terms = ShareTermsForm.read(
      fields, &form,
      ShareTermsForm.Known(
        prefix: Self.prefix, purpose: purpose, lastDay: max(due ?? today, today),
        dayField: "refer-due-day"),
      with: agency.map { .organisation($0) }, by: agencies.first { $0.id == sharer }?.kind, choices,
      today: today)
    try form.finish()
    guard let agency, let due else {
      throw Refusal("refer-to", "Fill in the form again")
    }
    self.agency = agency
    self.due = due
  }
}

/// What an organisation answered, as it is recorded.
struct ReferralAnswerForm {
  let referral: CaseReferral
  let answer: ReferralAnswer
  let words: String

  /// `waiting` are the referrals of the case without an answer.
  init(_ fields: Fields, _ waiting: [CaseReferral]) throws(Refusal) {
    var form = FormReader(fields)
    let referral = waiting.first { $0.id.description == fields["referral"] }
    if referral == nil { form.refuse("referral", "Choose a referral that waits for an answer") }
    let answer: ReferralAnswer? = form.choice("answer", or: "Choose what they answered")
    words = form.optionalText("answer-words", limit: 1000) ?? ""
    if answer == .declined, words.isEmpty {
      form.refuse("answer-words", "Enter the reason they gave")
    }
    try form.finish()
    guard let referral, let answer else { throw Refusal("referral", "Fill in the form again") }
    self.referral = referral
    self.answer = answer
  }
}
