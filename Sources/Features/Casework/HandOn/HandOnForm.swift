internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// To whom a case is handed on, why, and what those who reported it are told.
struct HandOnForm {
  /// The value of the choice of a service outside.
  static let outside = "outside"

  enum Destination {
    case organisation(Agency)
    /// A service that is no body of the partnership, by its name.
    case outside(String)

    var name: String {
      switch self {
      case .organisation(let agency): agency.name
      case .outside(let name): name
      }
    }

    fileprivate var recipient: ShareRecipient {
      switch self {
      case .organisation(let agency): .organisation(agency)
      case .outside(let name): .outside(Sensitive(name))
      }
    }
  }

  /// What of the case goes with it, where whoever takes it cannot open it here.
  struct Told {
    let recipient: ShareRecipient
    let terms: ShareTerms
  }

  /// Whether whoever takes a case and cannot open it is told what is in it.
  enum Tells: String, CaseIterable, Sendable {
    case nothing
    case something

    static let field = "hand-on-tells"

    var title: String {
      switch self {
      case .nothing: "No: those who reported it tell them themselves"
      case .something: "Yes"
      }
    }
  }

  /// What the names of the fields of its share begin with.
  static let prefix = "hand-on-"

  let to: Destination
  let reason: String
  let told: String
  /// `nil` where it is led here, or nothing of it goes with it.
  let share: Told?

  init(_ fields: Fields, _ facts: HandOnFacts) throws(Refusal) {
    let agencies = facts.agencies
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["to"] }
    let isOutside = fields["to"] == Self.outside
    if agency == nil, !isOutside { form.refuse("to", "Choose who takes it") }
    let service =
      isOutside
      ? form.text("service", or: "Enter the name of the service, and no person’s", limit: 120) : ""
    reason = form.text("hand-on-reason", or: "Enter why it is handed on", limit: 500)
    told = form.text(
      "hand-on-told", or: "Enter what those who reported it are told", limit: CaseForms.limit)
    let to: Destination = agency.map { .organisation($0) } ?? .outside(service)
    let isPassed = isOutside || agency.map { !facts.withAccounts.contains($0.id) } ?? false
    share =
      isPassed ? Self.share(fields, &form, with: to.recipient, for: reason, facts) : nil
    try form.finish()
    self.to = to
  }

  private static func share(
    _ fields: Fields, _ form: inout FormReader, with recipient: ShareRecipient,
    for purpose: String, _ facts: HandOnFacts
  ) -> Told? {
    let tells: Tells? = form.choice(
      Tells.field, or: "Choose whether they are told what is in the case")
    guard tells == .something else { return nil }
    var ofDay = FormReader(fields)
    let last = ofDay.day("\(prefix)until", "Last day they may use it", fields)
    let terms = ShareTermsForm.read(
      fields, &form,
      ShareTermsForm.Known(
        prefix: prefix, purpose: purpose, lastDay: last ?? facts.today,
        dayField: "\(prefix)until-day"),
      with: recipient, by: facts.sharer, facts.choices, today: facts.today)
    for entry in ofDay.refused { form.refuse(entry.field, entry.message) }
    return Told(recipient: recipient, terms: terms)
  }
}

/// What the form that hands a case on is held against.
struct HandOnFacts {
  let agencies: [Agency]
  /// Those whose people can open cases here.
  let withAccounts: Set<ID<Organisation>>
  /// What the organisation is that hands it on; `nil` for the shell.
  let sharer: AgencyKind?
  let choices: ShareChoices
  let today: Day

  init(_ services: Services, by organisation: ID<Organisation>?, on today: Day, _ read: Read) throws
  {
    agencies = try services.people.agencies(read)
    withAccounts = try HandingOn.withAccounts(services, read)
    sharer = agencies.first { $0.id == organisation }?.kind
    choices = try services.shares.choices(today, read)
    self.today = today
  }
}
