internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands about the law.
enum LawCommands {
  static let all = [list, add, rule, date]

  private static let list = Command<Services>(
    ["law", "list"], summary: "list the sets of rules and what is law on a day",
    arguments: [
      .option("--on", value: "DAY", "the day, such as 2026-11-28; today where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let day = try invocation.option("--on", expected: "a day such as 2026-11-28") { Day($0) }
    let book = try services.database.read { try LawStore.book($0) }
    let law = book.law(on: day ?? services.clock.today)
    if invocation.flag("--json") { return invocation.output.json(json(book, law)) }
    for set in book.sets {
      invocation.output.line("\(set.key)  \(set.datesInWords)  \(set.title), \(set.source)")
    }
    for power in Power.allCases {
      for finding in law.rules(of: power) {
        invocation.output.line("\(power.rawValue)  \(finding.rule.words)  \(finding.citation)")
      }
    }
  }

  private static let add = Command<Services>(
    ["law", "add"], summary: "add a set of rules, still without rules and dates",
    arguments: [
      .value("KEY", "a short word for it, such as local-2027"),
      .option("--title", value: "TEXT", "what it is called", isRequired: true),
      .option("--source", value: "TEXT", "where the rules are written", isRequired: true),
      .option(
        "--kind", value: "KIND", "an Act or regulations (law), or your own, where it is not given",
        oneOf: LawKind.allCases.map(\.rawValue)),
      .option("--note", value: "TEXT", "what to know of it"),
    ]
  ) { invocation, services in
    let fields = Fields([
      ("key", invocation.value("KEY")), ("title", invocation.value("--title")),
      ("source", invocation.value("--source")), ("note", invocation.value("--note")),
      ("kind", invocation.option("--kind") ?? LawKind.own.rawValue),
    ])
    try services.database.write { write in
      let taken = Set(try LawStore.book(write).sets.map(\.key))
      let new = try usage(["key": "KEY"]) { () throws(Refusal) in
        try LawSetForm(fields, taken: taken).new
      }
      try LawStore.add(new, by: nil, at: services.clock.now(), in: write)
      try record("orders.law-added", new.key, [:], services, write)
    }
    invocation.output.line("The set \(invocation.value("KEY")) is added.")
  }

  private static let rule = Command<Services>(
    ["law", "rule"], summary: "add a rule to a set that has no date yet",
    arguments: [
      .value("KEY", "the set"),
      .option(
        "--power", value: "NAME", "the power",
        oneOf: Power.allCases.filter { $0.kind != .legacy }.map(\.rawValue), isRequired: true),
      .option(
        "--limit", value: "NAME", "what is limited",
        oneOf: LawLimit.allCases.map(\.rawValue), isRequired: true),
      .option("--value", value: "NUMBER", "the number", isRequired: true),
      .option("--section", value: "TEXT", "the section that says so", isRequired: true),
    ]
  ) { invocation, services in
    let names = ["power", "limit", "value", "section"]
    let fields = Fields(names.map { ($0, invocation.value("--\($0)")) })
    try change(invocation, services) { set, write in
      guard set.takesRules else {
        throw UsageError("Rules are added to your own sets before they have a date.")
      }
      let acts = try LawStore.book(write).acts(on: services.clock.today)
      let rule = try usage([:]) { () throws(Refusal) in
        try LawRuleForm(fields, set, acts: acts).rule
      }
      try LawStore.add(rule, to: set, in: write)
      try record(
        "orders.law-rule-added", set.key,
        ["power": rule.power.rawValue, "limit": rule.limit.rawValue, "value": String(rule.value)],
        services, write)
    }
    invocation.output.line("The rule is added.")
  }

  private static let date = Command<Services>(
    ["law", "date"], summary: "say when a set of rules is in force",
    details: "Without --from the set is not applied. Orders already made keep their rules.",
    arguments: [
      .value("KEY", "the set, such as cpa-2026-dispersal"),
      .option("--from", value: "DAY", "the first day in force, such as 2027-04-01"),
      .option("--through", value: "DAY", "the last day in force"),
    ]
  ) { invocation, services in
    func day(_ name: String) throws -> Day? {
      try invocation.option(name, expected: "a day such as 2027-04-01") { Day($0) }
    }
    let (from, through) = (try day("--from"), try day("--through"))
    guard through == nil || from.map({ $0 <= through ?? $0 }) ?? false else {
      throw UsageError("--through: give --from too, on or before it.", argument: "--through")
    }
    try change(invocation, services) { set, write in
      try LawStore.date(set, from: from, through: through, in: write)
      try record(
        "orders.law-dated", set.key,
        [
          "from": from?.description ?? "not known",
          "through": through?.description ?? "no end",
        ], services, write)
    }
    invocation.output.line("The dates are saved.")
  }

  private static func change(
    _ invocation: Invocation, _ services: Services, _ body: (LawSet, Write) throws -> Void
  ) throws {
    let key = invocation.value("KEY")
    try services.database.write { write in
      guard let set = try LawStore.find(key, write) else { throw OrdersProblem.noSuchSet(key) }
      try body(set, write)
    }
  }

  private static func record(
    _ action: String, _ key: String, _ detail: [String: String], _ services: Services,
    _ write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: "orders-law/\(key)", detail: detail,
        at: services.clock.now()), in: write)
  }

  /// What a form refuses, as wrong use of the command's arguments.
  private static func usage<Result>(
    _ names: [String: String], _ body: () throws(Refusal) -> Result
  ) throws -> Result {
    do throws(Refusal) { return try body() } catch {
      let first = error.entries[0]
      let name = names[first.field] ?? "--\(first.field)"
      throw UsageError("\(name): \(first.message).", argument: name)
    }
  }

  private static func json(_ book: LawBook, _ law: LawOfDay) -> JSON {
    [
      "on": .string(law.day.description),
      "sets": .array(
        book.sets.map { set in
          [
            "key": .string(set.key), "title": .string(set.title), "source": .string(set.source),
            "territory": .string(set.territory), "from": JSON(set.from?.description),
            "through": JSON(set.through?.description),
            "inForce": .bool(set.isInForce(on: law.day)),
          ]
        }),
      "rules": .array(
        Power.allCases.flatMap(law.rules).map { finding in
          [
            "power": .string(finding.rule.power.rawValue),
            "limit": .string(finding.rule.limit.rawValue), "value": .integer(finding.value),
            "section": .string(finding.rule.section), "source": .string(finding.source),
            "set": .string(finding.set),
          ]
        }),
    ]
  }
}
