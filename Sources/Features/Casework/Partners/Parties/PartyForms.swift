internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// An organisation that is to be given a case.
struct PartyForm {
  let organisation: ID<Organisation>
  let name: String
  let purpose: String
  let basis: SharingBasis
  let condition: SharingCondition
  let readsEarlier: Bool
  /// The moment it ends; `nil` where no last day is set.
  let end: Instant?

  init(_ fields: Fields, _ agencies: [Agency], today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["party"] }
    if agency == nil { form.refuse("party", "Choose the organisation") }
    purpose = form.text(
      "purpose", or: "Enter what the organisation needs the case for", limit: 500)
    let basis: SharingBasis? = form.choice("basis", or: "Choose the ground in law")
    let condition: SharingCondition? = form.choice(
      "condition", or: "Choose the condition, or that the case holds nothing of the kind")
    let earlier: EarlierWords? = form.choice(
      "earlier", or: "Choose whether it reads what was written before today")
    let last = Self.lastDay("party-until", in: fields, &form)
    if let last, last < today {
      form.refuse("party-until-day", "Choose today or a later day, or leave it empty")
    }
    try form.finish()
    guard let agency, let basis, let condition else {
      throw Refusal("party", "Fill in the form again")
    }
    organisation = agency.id
    name = agency.name
    self.basis = basis
    self.condition = condition
    readsEarlier = earlier == .read
    end = last.map { London.start(of: $0.adding(days: 1)) }
  }

  /// A day that may be left out.
  private static func lastDay(
    _ name: String, in fields: Fields, _ form: inout FormReader
  ) -> Day? {
    let parts = ["day", "month", "year"].map { fields["\(name)-\($0)"] ?? "" }
    guard !parts.allSatisfy(\.isEmpty) else { return nil }
    do throws(Refusal) { return try DateInput.day(name, "Last day", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
      return nil
    }
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
