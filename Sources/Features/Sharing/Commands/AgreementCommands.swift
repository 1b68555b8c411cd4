internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Agreements from the shell.
enum AgreementCommands {
  static let all = [list, add, review, end, rule]

  private static let number = Argument.value("NUMBER", "the agreement, as the list shows it")

  private static let list = Command<Services>(
    ["sharing", "agreements"], summary: "list the agreements, the first to be reviewed first",
    arguments: [SharingCommanding.json]
  ) { invocation, services in
    let today = services.clock.today
    let (agreements, agencies) = try services.database.read { read in
      (try AgreementStore.all(read), try services.people.agencies(read))
    }
    func keys(_ agreement: Agreement) -> [String] {
      agreement.parties.map { id in agencies.first { $0.id == id }?.key ?? id.description }
    }
    func state(_ agreement: Agreement) -> String {
      if agreement.isDue(on: today) { return "due" }
      return agreement.isInForce(on: today) ? "in force" : "ended"
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          agreements.map { agreement in
            [
              "number": .string(agreement.id.description), "title": .string(agreement.title),
              "parties": .array(keys(agreement).map { .string($0) }),
              "fields": .array(agreement.fields.map { .string($0.rawValue) }),
              "signed": .string(agreement.signedOn.description),
              "review": .string(agreement.reviewOn.description),
              "ended": JSON(agreement.endedOn?.description), "state": .string(state(agreement)),
            ]
          }))
    }
    for agreement in agreements {
      invocation.output.line(
        "\(agreement.id)  \(state(agreement))  review \(agreement.reviewOn)  \(agreement.title)  "
          + keys(agreement).joined(separator: " "))
    }
    if agreements.isEmpty { invocation.output.line("No agreement is written down yet.") }
  }

  private static let add = Command<Services>(
    ["sharing", "agree"], summary: "write an agreement down",
    arguments: [
      .option("--title", value: "WORDS", "what it is called", isRequired: true),
      .option("--purposes", value: "WORDS", "what is shared under it for", isRequired: true),
      .repeated("--party", value: "KEY", "an organisation that signed it, once for each"),
      SharingCommanding.fields,
      .option("--signed", value: "DATE", "the day it was signed", isRequired: true),
      .option("--review", value: "DATE", "the day of its review", isRequired: true),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    try command.write { write in
      let agencies = try services.people.agencies(write)
      let parties = try invocation.values("--party").map {
        ("parties", try command.organisation($0, "--party", agencies))
      }
      let fields =
        [("title", invocation.value("--title")), ("purposes", invocation.value("--purposes"))]
        + parties + invocation.values("--field").map { ("fields", $0) }
        + (try command.day("--signed", as: "signed")) + (try command.day("--review", as: "review"))
      let form = try AgreementForm(Fields(fields), agencies, today: command.today)
      let id = try AgreementStore.add(form, by: nil, at: command.now, in: write)
      try command.record("sharing.agreement-added", "share-agreement/\(id)", in: write)
      return "Agreement \(id) is written down."
    }
  }

  private static let review = Command<Services>(
    ["sharing", "review"], summary: "set the next review of an agreement",
    arguments: [
      number, .option("--next", value: "DATE", "the day of the next review", isRequired: true),
    ]
  ) { invocation, services in
    try change(invocation, services) { command, agreement, write in
      let form = try ReviewForm(
        Fields(try command.day("--next", as: "review")), today: command.today)
      try AgreementStore.review(agreement, next: form.next, in: write)
      try command.record(
        "sharing.agreement-reviewed", "share-agreement/\(agreement.id)",
        ["next": form.next.description], in: write)
      return "The next review of agreement \(agreement.id) is on \(form.next)."
    }
  }

  private static let end = Command<Services>(
    ["sharing", "end-agreement"], summary: "end an agreement",
    arguments: [
      number, .option("--last-day", value: "DATE", "its last day", isRequired: true),
      .option("--reason", value: "WORDS", "why, naming nobody", isRequired: true),
    ]
  ) { invocation, services in
    try change(invocation, services) { command, agreement, write in
      let form = try AgreementEndForm(
        Fields(
          [("ending", invocation.value("--reason"))] + command.day("--last-day", as: "ended")),
        agreement, today: command.today)
      try AgreementStore.end(agreement, on: form.last, because: form.reason, in: write)
      try command.record(
        "sharing.agreement-ended", "share-agreement/\(agreement.id)",
        ["last": form.last.description], in: write)
      return "Agreement \(agreement.id) ends on \(form.last)."
    }
  }

  private static let rule = Command<Services>(
    ["sharing", "need-agreements"],
    summary: "say from which day each share with an organisation needs an agreement",
    arguments: [.option("--from", value: "DATE", "the first day; none is needed without it")]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let day = try invocation.option("--from", expected: "a day such as 2026-12-31") { Day($0) }
    try command.write { write in
      try GroundStore.needAgreements(from: day, by: nil, at: command.now, in: write)
      try command.record(
        "sharing.rule-changed", "sharing", ["from": day?.description ?? "never"], in: write)
      return day.map { "Each share needs an agreement from \($0)." }
        ?? "No share needs an agreement."
    }
  }

  private static func change(
    _ invocation: Invocation, _ services: Services,
    _ body: (SharingCommanding, Agreement, Write) throws -> String
  ) throws {
    let command = SharingCommanding(invocation: invocation, services: services)
    let typed = invocation.value("NUMBER")
    try command.write { write in
      guard let id = ID<ShareAgreement>(typed), let agreement = try AgreementStore.find(id, write)
      else { throw SharingProblem.unknownAgreement(typed) }
      guard agreement.endedOn == nil else {
        throw UsageError("Agreement \(id) has its end already. Nothing was changed.")
      }
      return try body(command, agreement, write)
    }
  }
}
