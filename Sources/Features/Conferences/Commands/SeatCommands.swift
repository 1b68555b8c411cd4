internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Says who sits in a conference: the first coordinator of one can only be named here.
extension ConferencesCommands {
  private static let address = Argument.value("ADDRESS", "the address they sign in with")

  static let seat = Command<Services>(
    ["conferences", "seat"], summary: "give somebody a seat in a conference, or another one",
    arguments: [
      conference, address,
      .option("--as", value: "SEAT", "the seat", oneOf: Seat.allCases.map(\.rawValue)),
    ]
  ) { invocation, services in
    guard let seat = invocation.option("--as").flatMap({ Seat(rawValue: $0) }) else {
      throw UsageError("--as: say coordinator, chair or member.", argument: "--as")
    }
    try services.database.write { write in
      let (kind, person) = try found(invocation, services, write)
      do {
        try Seating(services: services).seat(
          person, as: seat, in: kind, by: nil, at: services.clock.now(), write: write)
      } catch let refusal as Refusal {
        throw ConferencesProblem.maySitNot(refusal.entries.map(\.message).joined(separator: " "))
      }
    }
    invocation.output.line("Account sits in it as \(seat.rawValue).")
  }

  static let unseat = Command<Services>(
    ["conferences", "unseat"], summary: "take somebody's seat in a conference away",
    arguments: [conference, address]
  ) { invocation, services in
    let hadSeat = try services.database.write { write in
      let (kind, person) = try found(invocation, services, write)
      return try Seating(services: services).end(
        person.id, in: kind, by: nil, at: services.clock.now(), write: write)
    }
    invocation.output.line(hadSeat ? "The seat is taken away." : "They had no seat in it.")
  }

  static let members = Command<Services>(
    ["conferences", "members"], summary: "list who sits in a conference, by number of account",
    arguments: [conference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let members = try services.database.read { read in
      try MemberStore.members(of: try kind(invocation, read).key, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          members.map {
            [
              "account": .integer(Int($0.account.rawValue)),
              "organisation": .integer(Int($0.organisation.rawValue)),
              "seat": .string($0.seat.rawValue), "since": .string($0.since.description),
            ]
          }))
    }
    for member in members {
      invocation.output.line(
        "account \(member.account)  \(member.seat.title)  since \(member.since)")
    }
    if members.isEmpty { invocation.output.line("Nobody sits in it.") }
  }

  private static func found(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> (ConferenceKind, Person) {
    let address = invocation.value("ADDRESS")
    guard let person = try services.people.signingIn(address, read) else {
      throw ConferencesProblem.noSuchAccount(address)
    }
    return (try kind(invocation, read), person)
  }
}
