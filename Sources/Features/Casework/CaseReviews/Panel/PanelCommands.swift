internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Seats on the panels of case reviews from the shell; the papers are opened by people who signed in.
enum PanelCommands {
  static let all = [panel, seat, unseat]

  private static let reference = Argument.value("REFERENCE", "the review, such as TM-7K42-0931")
  private static let address = Argument.value("ADDRESS", "the address they sign in with")

  private static let panel = Command<Services>(
    ["reviews", "panel"], summary: "list who sits on the panel of a case review, by account",
    arguments: [reference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let seats = try services.database.read { read in
      try PanelSeats.of(review(invocation, services, read).id, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          seats.map {
            [
              "account": .integer(Int($0.account.rawValue)), "seat": .string($0.part.rawValue),
              "since": .string($0.since.description),
            ]
          }))
    }
    for seat in seats {
      invocation.output.line("account \(seat.account)  \(seat.part.title)  since \(seat.since)")
    }
    if seats.isEmpty { invocation.output.line("Nobody sits on it.") }
  }

  private static let seat = Command<Services>(
    ["reviews", "seat"], summary: "give somebody a seat on the panel of a case review",
    details: "Who worked a case the review is about is refused.",
    arguments: [
      reference, address,
      .option(
        "--as", value: "SEAT", "the seat", oneOf: PanelSeat.Part.allCases.map(\.rawValue),
        isRequired: true),
      .flag("--acts-for", "their body acts for an authority that section 115 names"),
    ]
  ) { invocation, services in
    guard let part = PanelSeat.Part(rawValue: invocation.value("--as")) else { return }
    try services.database.write { write in
      let (review, person) = try found(invocation, services, write)
      do {
        try PanelSeats.seat(
          person, as: part, actsFor: invocation.flag("--acts-for"), on: review,
          LinkedCases(review, services, write), by: nil, at: services.clock.today, in: write)
        try shares(review, services).give(in: write)
      } catch let refusal as Refusal {
        throw PanelProblem.refused(refusal.entries.map(\.message).joined(separator: ". "))
      }
      try record("casework.review-seated", review, person, services, write)
    }
    invocation.output.line("Account sits on it as \(part.rawValue).")
  }

  private static let unseat = Command<Services>(
    ["reviews", "unseat"], summary: "take a seat on the panel of a case review away",
    arguments: [reference, address]
  ) { invocation, services in
    let had = try services.database.write { write -> Bool in
      let (review, person) = try found(invocation, services, write)
      guard try PanelSeats.end(person.id, on: review, in: write) else { return false }
      try shares(review, services).endUnseated(in: write)
      try record("casework.review-unseated", review, person, services, write)
      return true
    }
    invocation.output.line(had ? "The seat is taken away." : "They had no seat on it.")
  }

  private static func shares(_ review: CaseReview, _ services: Services) -> PanelShares {
    PanelShares(
      services: services, review: review, account: nil, organisation: nil,
      now: services.clock.now())
  }

  private static func review(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> CaseReview {
    let typed = invocation.value("REFERENCE")
    guard let reference = Reference(typed),
      let review = try CaseReviewStore(services).review(reference, read)
    else { throw PanelProblem.noReview(typed) }
    return review
  }

  private static func found(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> (CaseReview, Person) {
    let address = invocation.value("ADDRESS")
    guard let person = try services.people.signingIn(address, read) else {
      throw PanelProblem.nobody(address)
    }
    return (try review(invocation, services, read), person)
  }

  private static func record(
    _ action: String, _ review: CaseReview, _ person: Person, _ services: Services, _ write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: review.subject,
        detail: ["account": person.id.description], at: services.clock.now()), in: write)
  }
}

/// Why a seat cannot be given from the shell.
enum PanelProblem: Problem, Equatable {
  case noReview(String)
  case nobody(String)
  case refused(String)

  var message: String {
    switch self {
    case .noReview(let reference): "There is no case review \(reference)."
    case .nobody(let address): "Nobody signs in as \(address): hamlet account list shows who does."
    case .refused(let words): "\(words)."
    }
  }

  var status: Int { 422 }
}
