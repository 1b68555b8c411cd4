internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// An organisation that is to be given a case.
struct PartyForm {
  let agency: Agency
  let terms: ShareTerms
  let readsEarlier: Bool

  init(
    _ fields: Fields, _ agencies: [Agency], by sharer: ID<Organisation>?, _ choices: ShareChoices,
    today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["party"] }
    if agency == nil { form.refuse("party", "Choose the organisation") }
    let terms = ShareTermsForm.read(
      fields, &form, with: agency.map { .organisation($0) },
      by: agencies.first { $0.id == sharer }?.kind, choices, today: today)
    let earlier: EarlierWords? = form.choice(
      "earlier", or: "Choose whether it reads what was written before today")
    try form.finish()
    guard let agency, let terms else { throw Refusal("party", "Fill in the form again") }
    self.init(agency, terms, readsEarlier: earlier == .read)
  }

  /// One whose terms were chosen before, such as for a case that goes on.
  init(_ agency: Agency, _ terms: ShareTerms, readsEarlier: Bool) {
    self.agency = agency
    self.terms = terms
    self.readsEarlier = readsEarlier
  }
}

/// Whether a party reads what was written before it was one.
enum EarlierWords: String, CaseIterable, Sendable {
  case read
  case kept

  var title: String {
    switch self {
    case .read: "Yes, the story from its beginning"
    case .kept: "No, only what is written from now on"
    }
  }
}

/// The end of a party: the last day on which it may open the case, and why.
struct PartyEndForm {
  let party: ID<CaseParty>?
  let last: Day
  let reason: String

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    party = ID(fields["ended"] ?? "")
    if party == nil { form.refuse("ended", "Choose the organisation") }
    reason = form.text("ending", or: "Enter why it ends", limit: 500)
    var last: Day?
    do throws(Refusal) { last = try DateInput.day("ends", "Last day", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    if let last, last < today { form.refuse("ends-day", "Choose today or a later day") }
    try form.finish()
    guard let last else { throw Refusal("ends-day", "Enter the last day") }
    self.last = last
  }

  /// The moment from which it opens nothing; today means at once.
  func end(at now: Instant) -> Instant {
    last == London.day(now) ? now : London.start(of: last.adding(days: 1))
  }
}
