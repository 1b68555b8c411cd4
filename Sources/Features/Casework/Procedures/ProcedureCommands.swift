internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Procedures from the shell: checklists and the figure; no person.
enum ProcedureCommands {
  static let all = [list, set, figure] + SampleCommands.all

  private static let month = Argument.value("MONTH", "such as 2026-10")

  private static let list = Command<Services>(
    ["procedures", "list"], summary: "list the checklists in their versions",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let procedures = try services.database.read(ProcedureStore.all)
    if invocation.flag("--json") {
      let values = procedures.map { procedure -> JSON in
        [
          "key": .string(procedure.key), "version": .integer(procedure.version),
          "title": .string(procedure.title), "validFrom": .string(procedure.validFrom.description),
          "kinds": .array(procedure.kinds.sorted().map { .string($0) }),
          "steps": .array(
            procedure.steps.map { step in
              [
                "kind": .string(step.kind.rawValue),
                "days": step.days.map { .integer($0) } ?? .null,
              ]
            }),
        ]
      }
      return invocation.output.json(["procedures": .array(values)])
    }
    for procedure in procedures {
      invocation.output.line(
        "\(procedure.key)  version \(procedure.version)  from \(procedure.validFrom)  "
          + procedure.title)
      for step in procedure.steps { invocation.output.line("  \(step.words)") }
    }
  }

  private static let set = Command<Services>(
    ["procedures", "set"], summary: "add a version of a checklist",
    details: "Cases that were opened before its first day keep theirs.",
    arguments: [
      .option("--key", value: "KEY", "the procedure; a new one where it is not given"),
      .option("--title", value: "WORDS", "what it is called", isRequired: true),
      .option("--from", value: "DATE", "its first day, such as 2027-01-01", isRequired: true),
      .repeated("--kind", value: "KIND", "a kind of case a procedure of its own is for"),
      .repeated(
        "--step", value: "STEP",
        "in their order; with :DAYS where it has days, such as assessed:2. One of "
          + StepKind.allCases.map { $0.hasDays ? "\($0.rawValue):DAYS" : $0.rawValue }
          .joined(separator: ", ")),
    ]
  ) { invocation, services in
    let from = try invocation.option("--from", expected: "a day such as 2027-01-01") { Day($0) }
    let steps = invocation.values("--step").map { $0.split(separator: ":", maxSplits: 1) }
    if let unknown = steps.first(where: { StepKind(rawValue: String($0.first ?? "")) == nil }) {
      throw UsageError(
        "--step: \(unknown.first ?? "") is no step.", argument: "--step")
    }
    let fields =
      [("key", invocation.value("--key")), ("title", invocation.value("--title"))]
      + invocation.values("--kind").map { ("kind", $0) }
      + (from.map { DateInput.fields("from", $0) } ?? [])
      + steps.flatMap { parts in
        [("step", String(parts[0]))]
          + (parts.count == 2 ? [("days-\(parts[0])", String(parts[1]))] : [])
      }
    try refusing {
      let now = services.clock.now()
      let added = try services.database.write { write in
        let form = try ChecklistForm(
          Fields(fields), among: ProcedureStore.all(write), today: London.day(now))
        try ProcedureStore.add(form.procedure, by: nil, at: now, in: write)
        try record(
          "casework.procedure-set", "procedure/\(form.procedure.key)",
          ["version": String(form.procedure.version)], services, in: write)
        return form.procedure
      }
      invocation.output.line("\(added.words), holds from \(added.validFrom).")
    }
  }

  private static let figure = Command<Services>(
    ["procedures", "figure"], summary: "count the cases closed in a month that followed theirs",
    arguments: [month, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let month = try chosen(invocation)
    let found = try services.database.read { read in
      try ProcedureFigures(
        closed: ProcedureFigures.days(month), at: services.clock.now(), read)
    }
    if invocation.flag("--json") {
      return invocation.output.json([
        "month": .string(month.description), "closed": .integer(found.cases.count),
        "followed": .integer(found.followed),
        "steps": .array(
          found.lines.map { line in
            [
              "kind": .string(line.kind.rawValue), "met": .integer(line.met),
              "missed": .integer(line.missed), "notApplicable": .integer(line.inapplicable),
            ]
          }),
      ])
    }
    invocation.output.line(
      "\(month): \(ProcedurePage.share(found.followed, of: found.cases.count))")
    for line in found.lines {
      invocation.output.line(
        "\(line.kind.rawValue)  met \(line.met)  missed \(line.missed)  "
          + "not applicable \(line.inapplicable)")
    }
  }
}

extension ProcedureCommands {
  static func chosen(_ invocation: Invocation) throws -> Month {
    guard let month = Month(invocation.value("MONTH")) else {
      throw UsageError("MONTH: expected a month such as 2026-10.", argument: "MONTH")
    }
    return month
  }

  static func record(
    _ action: String, _ subject: String, _ detail: [String: String], _ services: Services,
    in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: subject, detail: detail, at: services.clock.now()),
      in: write)
  }

  /// What a form refuses is wrong use of a command.
  static func refusing(_ body: () throws -> Void) throws {
    do { try body() } catch let refusal as Refusal {
      throw UsageError(refusal.entries.map(\.message).joined(separator: ". ") + ".")
    }
  }
}
