internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The sets of the floor of case reviews from the shell.
enum ReviewLawCommands {
  static let all = [list, add, date]

  private static let list = Command<Services>(
    ["reviews", "law"], summary: "list the sets of the floor of case reviews",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let sets = try services.database.read(ReviewLawStore.all)
    if invocation.flag("--json") {
      return invocation.output.json(.array(sets.map(json)))
    }
    for law in sets {
      invocation.output.line(
        "\(law.key)  \(law.floor.complaints) complaints, \(law.floor.reportMonths) months to complain, "
          + "\(law.floor.applyMonths) to apply  \(law.citation)  \(law.datesInWords)")
    }
  }

  private static let add = Command<Services>(
    ["reviews", "law-add"], summary: "add a set of the floor, still without dates",
    arguments: [
      .value("KEY", "a short word for it, such as cpa-2026"),
      .option("--title", value: "TEXT", "what it is called", isRequired: true),
      .option("--source", value: "TEXT", "the Act or regulations", isRequired: true),
      .option("--section", value: "TEXT", "the section that says so", isRequired: true),
      .option("--complaints", value: "NUMBER", "qualifying complaints it needs", isRequired: true),
      .option(
        "--report-months", value: "NUMBER", "months from the behaviour to complain",
        isRequired: true),
      .option(
        "--apply-months", value: "NUMBER", "months from a complaint to apply", isRequired: true),
      .option("--note", value: "TEXT", "what to know of it"),
    ]
  ) { invocation, services in
    let names = ["title", "source", "section", "complaints", "report-months", "apply-months"]
    let fields = Fields(
      [("key", invocation.value("KEY")), ("note", invocation.option("--note") ?? "")]
        + names.map { ($0, invocation.value("--\($0)")) })
    try changed(services) { work, write in try work.add(fields, in: write) }
    invocation.output.line("The set \(invocation.value("KEY")) is added.")
  }

  private static let date = Command<Services>(
    ["reviews", "law-date"], summary: "say when a set of the floor is law",
    details: "Applications are tested by the set of their day. What was decided keeps its own.",
    arguments: [
      .value("KEY", "the set"),
      .option("--from", value: "DAY", "the first day, such as 2027-04-01", isRequired: true),
      .option("--through", value: "DAY", "the last day"),
    ]
  ) { invocation, services in
    func day(_ name: String) throws -> Day? {
      try invocation.option(name, expected: "a day such as 2027-04-01") { Day($0) }
    }
    let (from, through, key) = (
      try day("--from"), try day("--through"), invocation.value("KEY")
    )
    try changed(services) { work, write in
      let fields =
        (from.map { DateInput.fields("from-\(key)", $0) } ?? [])
        + (through.map { DateInput.fields("through-\(key)", $0) } ?? [])
      do { try work.date(key, Fields(fields), version: nil, in: write) } catch CaseworkProblem
        .notFound
      { throw UsageError("KEY: there is no set “\(key)”: hamlet reviews law lists them.") }
    }
    invocation.output.line("The dates are saved.")
  }

  private static func changed(
    _ services: Services, _ body: (ReviewLawWork, Write) throws -> Void
  ) throws {
    let work = ReviewLawWork(services: services, account: nil, now: services.clock.now())
    do { try services.database.write { write in try body(work, write) } } catch let refusal
      as Refusal
    {
      throw UsageError(
        refusal.entries.map { "\($0.field): \($0.message)" }.joined(separator: ". ")
          + ". Nothing was changed.")
    }
  }

  private static func json(_ law: ReviewLaw) -> JSON {
    [
      "key": .string(law.key), "title": .string(law.title), "source": .string(law.source),
      "section": .string(law.section), "territory": .string(law.territory),
      "from": JSON(law.from?.description), "through": JSON(law.through?.description),
      "complaints": .integer(law.floor.complaints),
      "reportMonths": .integer(law.floor.reportMonths),
      "applyMonths": .integer(law.floor.applyMonths),
    ]
  }
}
