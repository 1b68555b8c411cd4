internal import Design
internal import HTTP
internal import Kernel

/// The form that asks for a case review.
struct CaseReviewForm {
  static let noName = "Enter your name"
  static let noContact =
    "Enter a telephone number, an email address or a postal address, so that we can answer you"
  static let noStory = "Tell us what goes on and what was done about it"
  static let noFor = "Choose for whom you ask"
  static let noVictim = "Enter the name of whom you ask for"
  static let noAgreement = "Enter the day they agreed that you ask"
  static let lateAgreement = "The day they agreed must not be after today"
  static let noAgreed = "Enter how they agreed, for example in writing"
  static let noWay = "Choose at least one way in which it is safe for us to reach you"
  static let unsafe = "Choose a way for which you gave a number or an address"
  static let noTimes = "Choose when it is safe"

  let request: CaseReviewRequest

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    var request = CaseReviewRequest()
    switch fields["for"] {
    case "me": request.isOnBehalf = false
    case "other":
      request.isOnBehalf = true
      request.victim = Self.victim(fields, &form, today)
    default: form.refuse("for", Self.noFor)
    }
    request.story = form.text("story", or: Self.noStory, limit: WordsForm.limit)
    request.references = form.optionalText("references", limit: 1000) ?? ""
    request.name = form.text("name", or: Self.noName)
    request.phone = form.optionalText("phone", limit: 30) ?? ""
    request.email = form.optionalText("email", limit: 254) ?? ""
    request.address = form.optionalText("address", limit: 300)
    if !request.phone.isEmpty, !ReporterForm.isPhone(request.phone) {
      form.refuse("phone", ReporterForm.wrongPhone)
    }
    if !request.email.isEmpty, !ReporterForm.isEmail(request.email) {
      form.refuse("email", ReporterForm.wrongEmail)
    }
    request.contact = Self.contact(fields, &form, request)
    try form.finish()
    self.request = request
  }

  /// Whom it is for, and that they agreed.
  private static func victim(
    _ fields: Fields, _ form: inout FormReader, _ today: Day
  ) -> CaseReviewRequest.Victim {
    let name = form.text("victim", or: noVictim)
    let how = form.text("agreed-how", or: noAgreed, limit: 300)
    let day = form.optionalDay("agreed", "Day they agreed", fields)
    let isTyped = ["day", "month", "year"].contains {
      !(fields["agreed-\($0)"] ?? "").allSatisfy(\.isWhitespace)
    }
    if !isTyped { form.refuse("agreed-day", noAgreement) }
    if let day, day > today { form.refuse("agreed-day", lateAgreement) }
    return CaseReviewRequest.Victim(
      name: name, agreedOn: day?.description ?? "", agreedHow: how)
  }

  /// How they may be reached, by a way they gave.
  private static func contact(
    _ fields: Fields, _ form: inout FormReader, _ request: CaseReviewRequest
  ) -> ReviewContact {
    let ways = ReviewContact.Way.allCases.filter { fields.all("safe").contains($0.rawValue) }
    let times: ReviewContact.Times? = form.choice("times", or: noTimes)
    let contact = ReviewContact(
      ways: ways, times: times ?? .any, words: form.optionalText("safety", limit: 500) ?? "")
    if request.given.isEmpty {
      form.refuse("phone", noContact)
    } else if ways.isEmpty {
      form.refuse("safe", noWay)
    } else if ways.contains(where: { way in
      !request.given.contains { $0.route == way.route }
    }) {
      form.refuse("safe", unsafe)
    }
    return contact
  }
}

/// The form that takes an application for somebody, with how it came and on which day.
struct TakenReviewForm {
  static let channels: [ReviewChannel] = [.phone, .letter, .inPerson]

  let request: CaseReviewRequest
  let channel: ReviewChannel
  let applied: Day

  init(_ fields: Fields, today: Day) throws(Refusal) {
    request = try CaseReviewForm(fields, today: today).request
    var form = FormReader(fields)
    let channel = fields["channel"].flatMap { ReviewChannel(rawValue: $0) }
    if channel.map(Self.channels.contains) != true {
      form.refuse("channel", "Choose how it came")
    }
    let applied = form.optionalDay("applied", "Day it came", fields)
    if let applied {
      if applied > today { form.refuse("applied-day", "The day must not be after today") }
    } else {
      form.refuse("applied-day", "Enter the day it came")
    }
    try form.finish()
    guard let channel, let applied else { throw Refusal("channel", "Choose how it came") }
    self.channel = channel
    self.applied = applied
  }
}
