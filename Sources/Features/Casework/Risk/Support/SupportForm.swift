internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What is known of somebody under 18: their age, and the support that was offered.
struct SupportForm {
  let person: CasePerson
  let age: Int
  let offeredOn: Day?
  let agency: Agency?
  let answer: ReferralAnswer?
  let content: CaseSupport.Content
}

extension SupportForm {
  init(
    _ fields: Fields, _ agencies: [Agency], _ people: [CasePerson], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let person = people.first { $0.id.description == fields["young"] }
    if person == nil { form.refuse("young", "Choose who is under 18") }
    let age: Int? = form.value("age", or: "Enter their age in years")
    if let age, !CaseSupport.ages.contains(age) {
      form.refuse("age", "Enter an age from \(CaseSupport.ages.lowerBound) to 17")
    }
    let offer = form.optionalText("offer", limit: 500) ?? ""
    let agency = agencies.first { $0.id.description == fields["offered-by"] }
    let answer = ReferralAnswer(rawValue: fields["offer-answer"] ?? "")
    if offer.isEmpty, answer != nil || agency != nil {
      form.refuse("offer", "Enter what was offered")
    }
    if !offer.isEmpty, agency == nil { form.refuse("offered-by", "Choose who offers it") }
    offeredOn = offer.isEmpty ? nil : form.offerDay(fields, today: today)
    let words = form.optionalText("offer-words", limit: 500) ?? ""
    try form.finish()
    guard let person, let age else { throw Refusal("young", "Fill in the form again") }
    self.person = person
    self.age = age
    self.agency = agency
    self.answer = answer
    content = CaseSupport.Content(offer: offer, words: words)
  }

  /// What the story of the case says: age, offer, answer.
  var words: String {
    let name = person.content.reveal(for: "story of the case").name
    guard let agency, !content.offer.isEmpty else { return "\(name), \(age): nothing offered yet" }
    let end = [answer?.title.lowercased() ?? "no answer yet", content.words]
    return "\(name), \(age): \(content.offer), by \(agency.name); "
      + end.filter { !$0.isEmpty }.joined(separator: ". ")
  }
}

extension FormReader {
  /// The day of an offer, today or before, refused field by field.
  fileprivate mutating func offerDay(_ fields: Fields, today: Day) -> Day? {
    do throws(Refusal) {
      let day = try DateInput.day("offered", "Day of the offer", in: fields)
      if day > today { refuse("offered-day", "Choose today or an earlier day") }
      return day
    } catch {
      for entry in error.entries { refuse(entry.field, entry.message) }
      return nil
    }
  }
}

/// Writes support down, and warns before a case is closed without it.
struct SupportActs {
  /// The box that closes a case all the same.
  static let box = "close-without-support"

  let visit: StaffVisit
  let file: CaseFile

  private var store: SupportStore { SupportStore(keyring: visit.services.keyring) }

  /// Keeps what the form says; what the story of the case says of it.
  func keep(in write: Write) throws -> String {
    let people = try CaseStore(visit.services).parts.people(
      of: file.id, as: CasePart.allCases, write)
    let form = try SupportForm(
      visit.request.form, try visit.services.people.agencies(write), people,
      today: London.day(visit.now))
    try store.keep(form, of: file.id, at: visit.now, in: write)
    return form.words
  }

  /// Asks to tick a box where a case ends in an action against somebody under 18 who was offered no
  /// support: a warning, not a lock.
  func check(_ outcome: CaseOutcome, in write: Write) throws {
    guard outcome.isAgainstSomebody, visit.request.form[Self.box] == nil,
      try store.supports(of: file.id, write).contains(where: \.isMissing)
    else { return }
    throw Refusal(
      Self.box,
      "Somebody complained of is under 18 and was offered no support. Offer it first, or tick the "
        + "box to close the case all the same")
  }
}
