internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The sets of depersonalised data from the shell.
enum SetCommands {
  static let all = [list, save, sent]

  private static let quarter = Argument.value("QUARTER", "such as 2026/27 Q2, in quotation marks")
  private static let source = Argument.value(
    "SOURCE", "the source, as hamlet sharing sets shows it")

  private static let list = Command<Services>(
    ["sharing", "sets"],
    summary: "list the sets of the last four quarters, and whether they were sent",
    arguments: [SharingCommanding.json]
  ) { invocation, services in
    let today = services.clock.today
    let first = today.month.quarter.adding(quarters: -SetHandlers.quarters)
    let (offered, sent) = try services.database.read { read in
      (
        try SetHandlers.offered(services, today: today, read),
        try SetStore.sent(since: first, read)
      )
    }
    let rows = offered.map { set in
      (set: set, sent: sent.first { $0.quarter == set.quarter && $0.source == set.key }?.day)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          rows.map { row in
            [
              "quarter": .string(row.set.quarter.description), "source": .string(row.set.key),
              "due": .string(row.set.due.description), "sent": JSON(row.sent?.description),
            ]
          }))
    }
    for row in rows {
      let state = row.sent.map { "sent \($0)" } ?? (row.set.due < today ? "overdue" : "to be sent")
      invocation.output.line(
        "\(row.set.quarter)  \(row.set.key)  due \(row.set.due)  \(state)")
    }
    if rows.isEmpty { invocation.output.line("No source covers a whole quarter yet.") }
  }

  private static let save = Command<Services>(
    ["sharing", "set"], summary: "print the set of a quarter and a source as CSV",
    arguments: [quarter, source]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let quarter = try Self.quarter(invocation)
    let set = try services.database.read { read -> DepersonalisedSet? in
      guard
        let source = try services.events(read).first(where: { $0.key == invocation.value("SOURCE") }
        ),
        quarter < command.today.month.quarter
      else { return nil }
      return try DepersonalisedSet(quarter, of: source, services, read)
    }
    guard let set else {
      throw UsageError("There is no such set: hamlet sharing sets shows them.")
    }
    try services.database.write { write in
      try command.record(
        "sharing.set-saved", "share-set/\(quarter)", ["source": invocation.value("SOURCE")],
        in: write)
    }
    invocation.output.write(set.csv())
  }

  private static let sent = Command<Services>(
    ["sharing", "set-sent"], summary: "say that a set was sent, to whom and when",
    arguments: [
      quarter, source,
      .repeated("--to", value: "KEY", "an organisation, once for each"),
      .option("--on", value: "DATE", "the day it was sent", isRequired: true),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let quarter = try Self.quarter(invocation)
    try command.write { write in
      let agencies = try services.people.agencies(write)
      let offered = try SetHandlers.offered(services, today: command.today, write)
      let set = OfferedSet(quarter: quarter, key: invocation.value("SOURCE"), title: "")
      let recipients = try invocation.values("--to").map {
        ("recipients", try command.organisation($0, "--to", agencies))
      }
      let form = try SentForm(
        Fields([("set", set.value)] + recipients + command.day("--on", as: "sent")), offered,
        agencies, today: command.today)
      try SetStore.send(form.sent, by: nil, at: command.now, in: write)
      try command.record(
        "sharing.set-sent", "share-set/\(quarter)",
        [
          "source": form.sent.source,
          "recipients": form.sent.recipients.map(\.description).joined(separator: " "),
        ], in: write)
      return "The set of \(quarter) is marked as sent."
    }
  }

  private static func quarter(_ invocation: Invocation) throws -> Quarter {
    guard let quarter = Quarter(invocation.value("QUARTER")) else {
      throw UsageError("QUARTER: expected a quarter such as \"2026/27 Q2\".", argument: "QUARTER")
    }
    return quarter
  }
}
