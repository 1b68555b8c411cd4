internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What is done with orders after they were written down, from the shell.
enum OrderChangeCommands {
  static let all = [serve, vary, extend, end, conclude, settle] + CaseLinkCommands.all

  static let reference = Argument.value("REFERENCE", "such as TM-7K42-0931")

  private static let serve = Command<Services>(
    ["orders", "serve"], summary: "say that an order was served",
    arguments: [
      reference, day("--on", "the day of service"),
      .option("--at", value: "TIME", "the time, such as 14:30", isRequired: true),
      .option("--how", value: "TEXT", "how, and by whom", isRequired: true),
      .option(
        "--hearing-on", value: "DAY", "the day of a closure notice's hearing, where it was changed"),
      .option("--hearing-at", value: "TIME", "its time, such as 10:00"),
    ]
  ) { invocation, services in
    var fields =
      try DateInput.fields("served", day(invocation, "--on")) + [
        ("served-time", invocation.value("--at")), ("how", invocation.value("--how")),
      ]
    if invocation.option("--hearing-on") != nil {
      fields +=
        try DateInput.fields("hearing", day(invocation, "--hearing-on")) + [
          ("hearing-time", invocation.option("--hearing-at") ?? "")
        ]
    }
    try change(.served, fields, invocation, services)
  }

  private static let vary = Command<Services>(
    ["orders", "vary"], summary: "change the last day of an order",
    details: "The new day is held against the law of today.",
    arguments: [
      reference, day("--until", "the new last day"),
      .option("--reason", value: "TEXT", "who decided it, and why", isRequired: true),
      .flag("--conditions-met", "of an order of an area: every condition of the change is met"),
      .option("--rights", value: "TEXT", "how articles 10 and 11 were weighed for it"),
      .option("--consulted", value: "TEXT", "who was consulted on it, or consented to it"),
    ]
  ) { invocation, services in
    var fields =
      try DateInput.fields("until", day(invocation, "--until")) + [
        ("reason", invocation.value("--reason")),
        ("variation-rights", invocation.option("--rights") ?? ""),
        ("variation-consultees", invocation.option("--consulted") ?? ""),
      ]
    if invocation.flag("--conditions-met") {
      fields += Power.allCases.flatMap { $0.variationTests(extends: true) }.map {
        ("variation-test", $0.key)
      }
    }
    try change(.varied, fields, invocation, services)
  }

  private static let extend = Command<Services>(
    ["orders", "extend"], summary: "extend a closure notice",
    arguments: [
      reference, day("--to", "the day it ends then"),
      .option("--at", value: "TIME", "the time, such as 14:30", isRequired: true),
      .option(
        "--by", value: "RANK", "who issued or signed the extension notice",
        oneOf: [Authoriser.superintendent, .chiefExecutive].map(\.rawValue), isRequired: true),
      .option("--reason", value: "TEXT", "why, and how it was served", isRequired: true),
    ]
  ) { invocation, services in
    let fields =
      try DateInput.fields("extended", day(invocation, "--to")) + [
        ("extended-time", invocation.value("--at")),
        ("extension-authoriser", invocation.value("--by")),
        ("extension-reason", invocation.value("--reason")),
      ]
    try change(.extended, fields, invocation, services)
  }

  private static let end = Command<Services>(
    ["orders", "end"], summary: "discharge or withdraw an order",
    arguments: [
      reference, day("--on", "the day it ends"),
      .option("--reason", value: "TEXT", "who decided it, and why", isRequired: true),
    ]
  ) { invocation, services in
    let fields =
      try DateInput.fields("discharged", day(invocation, "--on")) + [
        ("why", invocation.value("--reason"))
      ]
    try change(.discharged, fields, invocation, services)
  }

  private static let conclude = Command<Services>(
    ["orders", "conclude"], summary: "say what came of an acceptable behaviour contract",
    arguments: [
      reference,
      .option(
        "--justice", value: "OUTCOME", "whether they entered the justice system while it lasted",
        oneOf: JusticeOutcome.allCases.map(\.rawValue), isRequired: true),
      .option("--known", value: "TEXT", "how that is known", isRequired: true),
    ]
  ) { invocation, services in
    let fields = [
      ("justice", invocation.value("--justice")), ("concluded-why", invocation.value("--known")),
    ]
    try change(.concluded, fields, invocation, services)
  }

  private static let settle = Command<Services>(
    ["orders", "settle"], summary: "take a date of an order out of the diary",
    arguments: [
      reference,
      .option(
        "--date", value: "KIND", "which", oneOf: OrderDue.Kind.allCases.map(\.rawValue),
        isRequired: true),
    ]
  ) { invocation, services in
    guard let kind = OrderDue.Kind(rawValue: invocation.value("--date")) else { return }
    try write(invocation, services) { work, order, write in
      try work.settle(kind, of: order, in: write)
      return "\(kind.title): taken out of the diary."
    }
  }

  static func day(_ name: String, _ summary: String) -> Argument {
    .option(name, value: "DAY", "\(summary), such as 2026-11-20", isRequired: true)
  }

  static func day(_ invocation: Invocation, _ name: String) throws -> Day {
    guard let day = try invocation.option(name, expected: "a day such as 2026-11-20", { Day($0) })
    else { throw UsageError("\(name): write a day such as 2026-11-20.", argument: name) }
    return day
  }

  static func change(
    _ act: OrderChange.Act, _ fields: [(String, String)], _ invocation: Invocation,
    _ services: Services
  ) throws {
    try write(invocation, services) { work, order, write in
      try work.change(act, order, Fields(fields), in: write)
      return "\(act.title): recorded."
    }
  }

  /// Changes the order of a command in one transaction and prints what was done.
  ///
  /// What the form or the law refuses, or cannot be done to the order as it stands, is wrong use.
  static func write(
    _ invocation: Invocation, _ services: Services,
    _ body: (OrderWork, Order, Write) throws -> String
  ) throws {
    let work = OrderWork(services: services, account: nil, now: services.clock.now())
    do {
      let words = try services.database.write { write in
        try body(work, try found(invocation, services, write), write)
      }
      invocation.output.line(words)
    } catch let refusal as Refusal {
      throw UsageError(
        refusal.entries.map(\.message).joined(separator: ". ") + ". Nothing was changed.")
    } catch OrdersProblem.notFound {
      throw UsageError("That cannot be done to this order as it stands. Nothing was changed.")
    }
  }

  /// The order that `REFERENCE` names.
  static func found(
    _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> Order {
    guard let reference = Reference(invocation.value("REFERENCE")) else {
      throw UsageError(
        "REFERENCE: it is like TM-7K42-0931; check each letter.", argument: "REFERENCE")
    }
    guard let order = try OrderStore(services).find(reference, read) else {
      throw OrdersProblem.unknown(reference.description)
    }
    return order
  }
}
