internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The commands that read the register; people are left out, since nobody has signed in.
enum OrdersCommands {
  static let all = [list, show, due]

  private static let list = Command<Services>(
    ["orders", "list"], summary: "list the orders in force or to begin, or all of them",
    details: "25 to a page. People are left out: nobody has signed in.",
    arguments: [
      .option(
        "--power", value: "NAME", "one power", oneOf: Power.allCases.map(\.rawValue)),
      .flag("--all", "warnings and what has ended too, the latest first"),
      .option("--page", value: "NUMBER", "the page, from 1"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    var filter = OrderFilter()
    filter.power = invocation.option("--power").flatMap { Power(rawValue: $0) }
    filter.isLive = !invocation.flag("--all")
    filter.page =
      try invocation.option("--page", expected: "a number from 1") { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
      } ?? 1
    let now = services.clock.now()
    let (orders, hasMore) = try services.database.read { read in
      try OrderStore(services).page(filter, of: nil, at: now, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json([
        "page": .integer(filter.page), "hasMore": .bool(hasMore),
        "orders": .array(orders.map { json($0, at: now) }),
      ])
    }
    for order in orders { invocation.output.line(line(order, at: now)) }
    if orders.isEmpty { invocation.output.line("No order is in this list.") }
    if hasMore { invocation.progress.message("There are more: --page \(filter.page + 1)") }
  }

  private static let show = Command<Services>(
    ["orders", "show"], summary: "show one order with the rules it was made under",
    arguments: [
      OrderChangeCommands.reference, .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let (order, cases) = try services.database.read { read in
      let order = try OrderChangeCommands.found(invocation, services, read)
      return (order, try OrderStore(services).cases(of: order.id, read))
    }
    let now = services.clock.now()
    if invocation.flag("--json") {
      return invocation.output.json(json(order, cases, at: now))
    }
    invocation.output.line(line(order, at: now))
    for rule in order.rules { invocation.output.line("\(rule.rule.words)  \(rule.citation)") }
  }

  private static let due = Command<Services>(
    ["orders", "due"], summary: "list ends, hearings and reviews that are late or to come",
    arguments: [
      .option("--days", value: "NUMBER", "how far ahead, 28 where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let days = try invocation.option("--days", expected: "a number from 0 to 366") { text in
      Int(text).flatMap { (0...366).contains($0) ? $0 : nil }
    }
    let today = services.clock.today
    let dues = try services.database.read { read in
      try OrderStore(services).due(
        through: today.adding(days: days ?? OrderHandlers.diaryDays), of: nil, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          dues.map { due, order in
            [
              "day": .string(due.day.description), "what": .string(due.kind.rawValue),
              "reference": .string(order.reference), "power": .string(order.power.rawValue),
              "late": .bool(due.day < today),
            ]
          }))
    }
    for (due, order) in dues {
      let late = due.day < today ? ", late" : ""
      invocation.output.line(
        "\(due.day)\(late)  \(due.kind.title)  \(order.power.title)  \(order.reference)")
    }
    if dues.isEmpty { invocation.output.line("Nothing is due.") }
  }

  private static func line(_ order: Order, at now: Instant) -> String {
    "\(order.reference)  \(order.power.title)  \(order.term.startWords) to \(order.term.endWords)  "
      + order.standing(at: now).title
  }

  /// An order; `cases` where they were asked for.
  private static func json(
    _ order: Order, _ cases: [Reference]? = nil, at now: Instant
  ) -> JSON {
    [
      "reference": .string(order.reference), "power": .string(order.power.rawValue),
      "organisation": .string(order.organisationName),
      "from": .string(order.term.starts.description), "to": JSON(order.term.ends?.description),
      "served": JSON(order.servedAt?.description), "hearing": JSON(order.hearingAt?.description),
      "discharged": JSON(order.dischargedOn?.description),
      "state": .string(order.standing(at: now).title), "place": .string(order.placeName),
      "cases": cases.map { .array($0.map { .string($0.description) }) } ?? JSON(nil as String?),
      "under18": .bool(order.isYouth),
      "version": .integer(order.version),
      "rules": .array(
        order.rules.map { finding in
          [
            "limit": .string(finding.rule.limit.rawValue), "value": .integer(finding.value),
            "section": .string(finding.rule.section), "source": .string(finding.source),
          ]
        }),
    ]
  }
}
