internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Breaches from the shell: what was seen goes in and is not shown again.
enum BreachCommands {
  static let all = [list, add, decide, outcome]

  private static let list = Command<Services>(
    ["orders", "breaches"], summary: "list the known breaches of an order by number",
    arguments: [OrderChangeCommands.reference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let breaches = try services.database.read { read in
      let order = try OrderChangeCommands.found(invocation, services, read)
      return try BreachStore(keyring: services.keyring).all(of: order.id, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          breaches.map {
            [
              "breach": .integer(Int($0.id.rawValue)), "on": .string($0.happenedOn.description),
              "decision": JSON($0.decision?.rawValue),
              "decidedOn": JSON($0.decidedOn?.description),
            ]
          }))
    }
    for breach in breaches {
      invocation.output.line(
        "\(breach.id)  \(breach.happenedOn)  \(breach.decision?.title ?? "Nothing is decided yet")")
    }
    if breaches.isEmpty { invocation.output.line("None is known.") }
  }

  private static let add = Command<Services>(
    ["orders", "breach"], summary: "write a known breach of an order down",
    arguments: [
      OrderChangeCommands.reference, OrderChangeCommands.day("--on", "the day of the breach"),
      .option(
        "--evidence", value: "TEXT", "what happened, and who saw it", isRequired: true),
    ]
  ) { invocation, services in
    let day = try OrderChangeCommands.day(invocation, "--on")
    try OrderChangeCommands.write(invocation, services) { work, order, write in
      guard order.power.canBeBreached else { throw OrdersProblem.notFound }
      let fields =
        DateInput.fields("breached", day) + [
          ("breach-evidence", invocation.value("--evidence"))
        ]
      try work.breach(order, Fields(fields), in: write)
      return "The breach is written down."
    }
  }

  private static let decide = Command<Services>(
    ["orders", "decide"], summary: "say what was decided about a breach",
    arguments: arguments("what was decided", "the day of the decision", "why, and what came of it")
  ) { invocation, services in
    try change(invocation, services) { work, order, breach, fields, write in
      try work.decide(breach, of: order, fields, in: write)
      return "The decision is recorded."
    }
  }

  private static let outcome = Command<Services>(
    ["orders", "outcome"], summary: "say what came of a breach after it was decided on",
    details: "What was said of it before stays on the order's page.",
    arguments: arguments(
      "how it stands now, the same again where it stands", "the day of what came of it",
      "what came of it")
  ) { invocation, services in
    try change(invocation, services) { work, order, breach, fields, write in
      try work.follow(breach, of: order, fields, in: write)
      return "The outcome is recorded."
    }
  }

  private static func arguments(
    _ decision: String, _ day: String, _ outcome: String
  ) -> [Argument] {
    [
      OrderChangeCommands.reference,
      .option("--breach", value: "NUMBER", "which, by its number", isRequired: true),
      .option(
        "--decision", value: "DECISION", decision,
        oneOf: Breach.Decision.allCases.map(\.rawValue), isRequired: true),
      .option("--on", value: "DAY", "\(day); today where it is not given"),
      .option("--pounds", value: "NUMBER", "the pounds of a fixed penalty"),
      .option("--outcome", value: "TEXT", outcome, isRequired: true),
    ]
  }

  /// Changes the breach of a command by the fields of its form.
  private static func change(
    _ invocation: Invocation, _ services: Services,
    _ body: (OrderWork, Order, Breach, Fields, Write) throws -> String
  ) throws {
    let number = invocation.value("--breach")
    let day =
      try invocation.option("--on", expected: "a day such as 2026-11-20") { Day($0) }
      ?? services.clock.today
    try OrderChangeCommands.write(invocation, services) { work, order, write in
      let breaches = try BreachStore(keyring: services.keyring).all(of: order.id, write)
      guard let breach = breaches.first(where: { $0.id.description == number }) else {
        throw UsageError(
          "--breach: there is no \(number): hamlet orders breaches lists them.",
          argument: "--breach")
      }
      func name(_ field: BreachDecisionForm.Field) -> String { field.name(breach) }
      let fields =
        DateInput.fields(name(.decided), day) + [
          (name(.decision), invocation.value("--decision")),
          (name(.outcome), invocation.value("--outcome")),
          (name(.pounds), invocation.option("--pounds") ?? ""),
        ]
      return try body(work, order, breach, Fields(fields), write)
    }
  }
}
