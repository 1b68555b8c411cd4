internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Covers from the shell: who is away, who covers, on which days.
enum CoverCommands {
  static let all = [list, add, end]

  private static let list = Command<Services>(
    ["work", "covers"], summary: "list who covers whose cases, today and later",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let today = London.day(services.clock.now())
    let lines = try services.database.read { read in
      try CoverStore.standing(from: today, read).map { cover in
        (cover, try name(cover.away, services, read), try name(cover.by, services, read))
      }
    }
    if invocation.flag("--json") {
      let values = lines.map { cover, away, by -> JSON in
        [
          "cover": .integer(Int(cover.id.rawValue)), "away": .string(away), "by": .string(by),
          "first": .string(cover.days.lowerBound.description),
          "last": .string(cover.days.upperBound.description),
        ]
      }
      invocation.output.json(["covers": .array(values)])
      return
    }
    for (cover, away, by) in lines {
      invocation.output.line(
        "\(cover.id)  \(cover.days.lowerBound) to \(cover.days.upperBound)  \(away), covered by \(by)"
      )
    }
    if lines.isEmpty { invocation.output.line("Nobody’s cases are covered.") }
  }

  private static let add = Command<Services>(
    ["work", "cover"],
    summary: "put somebody’s cases on the list of who covers them, for some days",
    details: "Both days are included. The cases stay whose they are. It is recorded.",
    arguments: [
      .option("--away", value: "ADDRESS", "who is away, as they sign in", isRequired: true),
      .option("--by", value: "ADDRESS", "who covers, as they sign in", isRequired: true),
      .option("--from", value: "DATE", "the first day, such as 2026-12-21", isRequired: true),
      .option("--to", value: "DATE", "the last day", isRequired: true),
    ]
  ) { invocation, services in
    let now = services.clock.now()
    let acts = CoverActs(services: services, account: nil, now: now)
    var days: [(String, String)] = []
    for (option, field) in [("--from", "first"), ("--to", "last")] {
      let day = try invocation.option(option, expected: "a date such as 2026-12-21") { Day($0) }
      guard let (year, month, day) = day?.civil else { continue }
      days += [
        ("\(field)-year", String(year)), ("\(field)-month", String(month)),
        ("\(field)-day", String(day)),
      ]
    }
    do {
      try services.database.write { write in
        var fields = days
        for option in ["--away", "--by"] {
          let officer = try officer(invocation, option, services, write)
          fields.append((String(option.dropFirst(2)), officer.id.description))
        }
        let workers = try acts.workers(write)
        try acts.add(
          CoverForm(Fields(fields), people: workers, workers: workers, today: London.day(now)),
          in: write)
      }
    } catch let refusal as Refusal {
      throw UsageError(refusal.entries.map(\.message).joined(separator: ". ") + ".")
    }
    invocation.output.line("Their cases are covered.")
  }

  private static let end = Command<Services>(
    ["work", "cover-end"], summary: "take a cover away",
    arguments: [.value("COVER", "its number, as hamlet work covers prints it")]
  ) { invocation, services in
    let acts = CoverActs(services: services, account: nil, now: services.clock.now())
    try services.database.write { write in
      guard let id = ID<Cover>(invocation.value("COVER")),
        let cover = try CoverStore.find(id, write)
      else {
        throw UsageError(
          "COVER: there is no such cover. See hamlet work covers.", argument: "COVER")
      }
      try acts.end(cover, in: write)
    }
    invocation.output.line("The cover is taken away.")
  }

  /// Who signs in with the address an option names, and may work on cases.
  static func officer(
    _ invocation: Invocation, _ option: String, _ services: Services, _ read: Read
  ) throws -> Person {
    guard let person = try services.people.signingIn(invocation.option(option) ?? "", read),
      person.isActive, CasePolicy.roles(.work).contains(person.role)
    else {
      throw UsageError(
        "\(option): nobody who works on cases signs in with that address.", argument: option)
    }
    return person
  }

  private static func name(
    _ account: ID<Account>, _ services: Services, _ read: Read
  ) throws -> String {
    try services.people.name(of: account, in: read)?.reveal(for: "list of covers") ?? "nobody"
  }
}
