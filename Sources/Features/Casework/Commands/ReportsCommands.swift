internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The commands `hamlet reports …`.
enum ReportsCommands {
  static let all = [
    count, add, purge, line, SatisfactionCommand.command, RepeatRuleCommand.command,
    ReportMonthsCommand.command,
  ]

  private static let count = Command<Services>(
    ["reports", "count"], summary: "count reports by month, kind and channel",
    details: "Withdrawn and doubtful reports are counted apart. Nobody is named.",
    arguments: [
      .option("--from", value: "MONTH", "the first month received in, such as 2026-01"),
      .option("--to", value: "MONTH", "the last month, included"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let from = try invocation.option("--from", expected: "a month such as 2026-01") { Month($0) }
    let to = try invocation.option("--to", expected: "a month such as 2026-12") { Month($0) }
    if let from, let to, to < from {
      throw UsageError("--to must not be before --from.", argument: "--to")
    }
    let rows = try services.database.read { read in
      try ReportCounts.rows(from: from, to: to, read)
    }
    if invocation.flag("--json") {
      invocation.output.json(["reports": .array(rows.map(json))])
      return
    }
    for row in rows {
      invocation.output.line(
        "\(row.month)  \(row.count)  \(ReportKind.of(row.kind).title), \(row.channel.words)"
          + (row.isLeftOut ? " (withdrawn or doubtful)" : ""))
    }
    if rows.isEmpty { invocation.output.line("There are no reports of that time.") }
  }

  private static func json(_ row: ReportCounts.Row) -> JSON {
    [
      "month": .string(row.month.description), "kind": .string(row.kind),
      "channel": .string(row.channel.rawValue), "leftOut": .bool(row.isLeftOut),
      "count": .integer(row.count),
    ]
  }

  private static let add = Command<Services>(
    ["reports", "add"], summary: "keep a report that was taken for somebody",
    details: """
      FILE holds one JSON object whose names are those of the fields of the page "Take a report": \
      channel, kind, postcode or place, day (today, yesterday, or other with date-day, date-month and \
      date-year), hour, minutes, narrative, identity, name, phone, email, way, safety, effect, \
      circumstances and strands as lists. Give - to read standard input, so that nothing about a \
      person stays in the history of the shell. Prints the reference and the secret once.
      """,
    arguments: [
      .file("FILE", "the report as JSON; - for standard input"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let file = invocation.value("FILE")
    let now = services.clock.now()
    let form = try ReportFile.form(file, at: now)
    let taking = ReportTaking(services: services, wards: WardFinder(), now: now)
    let receipt = try services.database.write { write in
      try taking.keep(form, by: nil, in: write).receipt
    }
    if invocation.flag("--json") {
      invocation.output.json([
        "reference": .string(receipt.reference), "secret": .string(receipt.secret),
        "due": .string(receipt.dueAt),
      ])
    } else {
      invocation.output.line("Reference  \(receipt.reference)")
      invocation.output.line("Secret     \(receipt.secret)")
    }
  }

  private static let purge = Command<Services>(
    ["reports", "purge"], summary: "delete drafts of reports that are past their seven days",
    details: "The service does so by itself once a day.",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let count = try services.database.write { write in
      try DraftStore.purge(at: services.clock.now(), in: write)
    }
    if invocation.flag("--json") {
      invocation.output.json(["deleted": .integer(count)])
    } else {
      invocation.output.line("\(count) drafts were deleted.")
    }
  }

  private static let line = Command<Services>(
    ["reports", "line"],
    summary: "set a telephone line or contact the public is shown, or the mailbox of those on duty",
    details: "An empty VALUE takes it off the pages.",
    arguments: [
      .value("NAME", "which", oneOf: ServiceLines.Name.allCases.map(\.rawValue)),
      .value("VALUE", "what the pages say, at most \(ServiceHandlers.limit) characters"),
    ]
  ) { invocation, services in
    guard let name = ServiceLines.Name(rawValue: invocation.value("NAME")) else { return }
    let value = invocation.value("VALUE")
    guard value.count <= ServiceHandlers.limit else {
      throw UsageError(
        "VALUE: expected \(ServiceHandlers.limit) characters or fewer.", argument: "VALUE")
    }
    if let wrong = ServiceLines.wrong(value, name) {
      throw UsageError("VALUE: \(wrong).", argument: "VALUE")
    }
    try services.database.write { write in
      try ServiceLines.set(name, value, in: write)
      try services.audit.record(
        ServiceHandlers.event(name, actor: nil, at: services.clock.now()), in: write)
    }
    invocation.output.line(
      value.isEmpty ? "\(name.rawValue) is taken off." : "\(name.rawValue) is set.")
  }
}
