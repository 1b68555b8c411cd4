internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Parties of cases from the shell: organisations, grounds and days; what is written stays sealed.
enum PartyCommands {
  static let all = [list, share, unshare]

  private static let reference = Argument.value("REFERENCE", "the case, such as TM-7K42-0931")
  private static let organisation = Argument.option(
    "--organisation", value: "KEY", "the organisation, such as police", isRequired: true)

  private static let list = Command<Services>(
    ["cases", "parties"], summary: "list the organisations a case was given to",
    details: "Purposes and reasons are left out: nobody has signed in.",
    arguments: [reference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let now = services.clock.now()
    let (parties, agencies, shares) = try services.database.read { read in
      let file = try CaseCommanding.file(invocation, services, read)
      return (
        try PartyStore(services).parties(of: file.id, read), try services.people.agencies(read),
        try services.shares.about(file.reference, read)
      )
    }
    func basis(_ party: CaseParty) -> String {
      let share = shares.first { $0.reference == party.share }
      return share?.terms.ground(.basis)?.key ?? party.earlier?.basis ?? ""
    }
    func key(_ party: CaseParty) -> String {
      agencies.first { $0.id == party.organisation }?.key ?? party.organisation.description
    }
    if invocation.flag("--json") {
      let values = parties.map { party -> JSON in
        [
          "organisation": .string(key(party)), "basis": .string(basis(party)),
          "share": JSON(party.share?.description),
          "since": .string(party.since.description), "lastDay": JSON(party.lastDay?.description),
          "isOpen": .bool(party.isOpen(at: now)),
        ]
      }
      invocation.output.json(["parties": .array(values)])
      return
    }
    for party in parties {
      let state = party.isOpen(at: now) ? "open" : "ended"
      let last = party.lastDay.map { "until \($0)" } ?? "no last day"
      invocation.output.line("\(key(party))  \(state)  \(last)  \(basis(party))")
    }
    if parties.isEmpty { invocation.output.line("The case is given to no other organisation.") }
  }

  private static let share = Command<Services>(
    ["cases", "share"], summary: "give a case to an organisation",
    details:
      "Its accounts then read the case. The purpose must name nobody: shells keep what is typed.",
    arguments: [
      reference, organisation,
      .option("--purpose", value: "WORDS", "what it needs the case for", isRequired: true),
      .option("--necessity", value: "WORDS", "why no less would do", isRequired: true),
      .option("--gateway", value: "KEY", "the power or duty, such as cda-115", isRequired: true),
      .flag("--recipient-said", "it is one whom that power names, or acts for one"),
      .option("--basis", value: "KEY", "the basis, such as public-task", isRequired: true),
      .option("--special", value: "KEY", "the condition for health, beliefs and the like"),
      .option("--criminal", value: "KEY", "the authority for allegations and offences"),
      .option("--agreement", value: "NUMBER", "the agreement it falls under"),
      .repeated(
        "--field", value: "KIND", "a kind of data, once for each",
        oneOf: ShareField.allCases.map(\.rawValue)),
      .option("--from", value: "KEY", "the organisation that gives it"),
      .flag("--earlier", "it also reads what was written before"),
      .option("--until", value: "DATE", "the last day, such as 2026-12-31", isRequired: true),
    ]
  ) { invocation, services in
    let until = try invocation.option("--until", expected: "a day such as 2026-12-31") { Day($0) }
    var fields = [
      "purpose", "necessity", "gateway", "basis", "special", "criminal", "agreement",
    ].map { ($0, invocation.value("--\($0)")) }
    fields += invocation.values("--field").map { ("shared", $0) }
    if invocation.flag("--recipient-said") { fields.append((ShareTermsForm.said, "yes")) }
    fields.append(
      ("earlier", (invocation.flag("--earlier") ? EarlierWords.read : .kept).rawValue))
    if let until { fields += DateInput.fields("until", until) }
    try change(invocation, services, "casework.case-party") {
      giving, file, agency, agencies, write in
      let form = try PartyForm(
        Fields(fields + [("party", agency.id.description)]), agencies,
        by: agencies.first { $0.key == invocation.value("--from") }?.id,
        services.shares.choices(London.day(giving.now), write), today: London.day(giving.now))
      try giving.give(file, form, in: write)
      return "\(agency.key) is a party to \(file.reference)."
    }
  }

  private static let unshare = Command<Services>(
    ["cases", "unshare"], summary: "end it that an organisation reads a case",
    arguments: [
      reference, organisation,
      .option("--reason", value: "WORDS", "why, naming nobody", isRequired: true),
      .option("--last-day", value: "DATE", "the last day; today, and then at once, unless given"),
    ]
  ) { invocation, services in
    let last = try invocation.option("--last-day", expected: "a day such as 2026-12-31") { Day($0) }
    try change(invocation, services, "casework.case-party-end") { giving, file, agency, _, write in
      let store = PartyStore(services)
      let found = try store.parties(of: file.id, write).first {
        $0.organisation == agency.id && $0.isOpen(at: giving.now)
      }
      guard let found else {
        throw UsageError("\(agency.key) is no party to \(file.reference). Nothing was changed.")
      }
      let today = London.day(giving.now)
      let form = try PartyEndForm(
        Fields(
          [("ended", found.id.description), ("ending", invocation.value("--reason"))]
            + DateInput.fields("ends", last ?? today)), today: today)
      try giving.end(
        file, found, form.end(at: giving.now), because: form.reason, in: write)
      return "\(agency.key) is no party to \(file.reference) after \(form.last)."
    }
  }

  // Parts

  private static func change(
    _ invocation: Invocation, _ services: Services, _ action: String,
    _ body: (Giving, CaseFile, Agency, [Agency], Write) throws -> String
  ) throws {
    try CaseCommanding.write(invocation, services) { file, now, write in
      let giving = Giving(services: services, account: nil, now: now)
      let agencies = try services.people.agencies(write)
      let key = invocation.value("--organisation")
      guard let agency = agencies.first(where: { $0.key == key }) else {
        let keys = agencies.map(\.key).joined(separator: ", ")
        throw UsageError("--organisation: expected one of \(keys).", argument: "--organisation")
      }
      let words = try body(giving, file, agency, agencies, write)
      try CaseCommanding.record(
        action, file, ["organisation": agency.id.description], services, in: write)
      return words
    }
  }
}
