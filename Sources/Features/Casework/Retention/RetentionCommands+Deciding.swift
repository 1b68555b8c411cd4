internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Rules, and what is decided about records, from the shell.
extension RetentionCommands {
  static let rules = Command<Services>(
    ["retention", "rules"],
    summary: "list for how long each kind of record is kept, and who says so",
    arguments: [json]
  ) { invocation, services in
    let today = London.day(services.clock.now())
    let found = try services.database.read { try RetentionRules($0) }
    let rules = try found.inForce(on: today) + found.later(than: today)
    if invocation.flag("--json") {
      let values = rules.map { rule -> JSON in
        [
          "kind": .string(rule.kind.rawValue), "months": .integer(rule.months),
          "from": .string(rule.validFrom.description), "version": .integer(rule.version),
          "source": .string(rule.source), "isReviewed": .bool(rule.kind.isReviewed),
        ]
      }
      invocation.output.json(["rules": .array(values)])
      return
    }
    for rule in rules {
      let from = rule.validFrom > today ? " from \(rule.validFrom)" : ""
      invocation.output.line(
        "\(rule.kind.rawValue)  \(rule.months) months\(from), \(rule.kind.start)  \(rule.source)")
    }
  }

  static let set = Command<Services>(
    ["retention", "set"], summary: "set for how long a kind of record is kept from a day on",
    arguments: [
      .value("KIND", "the kind of record", oneOf: RetentionKind.allCases.map(\.rawValue)),
      .value("MONTHS", "whole months from 1 to \(RetentionRule.mostMonths)"),
      .option(
        "--source", value: "WORDS", "who says so, such as the policy and its date",
        isRequired: true),
      .option("--from", value: "DATE", "the first day; today unless given"),
    ]
  ) { invocation, services in
    let now = services.clock.now()
    let from = try invocation.option("--from", expected: "a day such as 2027-01-01") { Day($0) }
    let kind = invocation.value("KIND")
    var fields = [
      ("kind", kind), ("months", invocation.value("MONTHS")),
      ("source", invocation.value("--source")),
    ]
    if let from { fields += DateInput.fields("from", from) }
    try services.database.write { write in
      let rules = try RetentionRules(write)
      let version = RetentionKind(rawValue: kind).map { rules.version($0) } ?? 0
      let form = try plain {
        try RuleForm(
          Fields(fields + [("\(kind)-version", String(version))]), today: London.day(now))
      }
      try RetentionActs(services: services, account: nil, now: now).set(form, in: write)
    }
    invocation.output.line("The time is set.")
  }

  static let keep = Command<Services>(
    ["retention", "keep"], summary: "keep a record until a day, whatever its rule says",
    arguments: [
      kind, reference,
      .option(
        "--ground", value: "GROUND", "why", oneOf: HoldGround.allCases.map(\.rawValue),
        isRequired: true),
      .option(
        "--reason", value: "WORDS", "the reason, naming nobody: shells keep what is typed",
        isRequired: true),
      .option("--until", value: "DATE", "the last day, such as 2027-12-31", isRequired: true),
    ]
  ) { invocation, services in
    let now = services.clock.now()
    let (kind, reference) = try named(invocation)
    let until = try invocation.option("--until", expected: "a day such as 2027-12-31") { Day($0) }
    let form = try plain {
      try HoldForm(
        Fields(
          [
            ("ground", invocation.value("--ground")),
            ("hold-reason", invocation.value("--reason")),
          ] + (until.map { DateInput.fields("until", $0) } ?? [])), today: London.day(now))
    }
    let acts = RetentionActs(services: services, account: nil, now: now)
    try services.database.write { try acts.keep(kind, reference, form, in: $0) }
    invocation.output.line("\(reference) is kept until \(form.until).")
  }

  static let release = Command<Services>(
    ["retention", "release"],
    summary: "lift what somebody decided, so that a record's rule holds again",
    arguments: [kind, reference]
  ) { invocation, services in
    let (kind, reference) = try named(invocation)
    let acts = RetentionActs(services: services, account: nil, now: services.clock.now())
    try services.database.write { try acts.release(kind, reference, in: $0) }
    invocation.output.line("The rule of \(reference) holds again.")
  }

  static let delete = Command<Services>(
    ["retention", "delete"], summary: "delete one record whose time is over",
    details: "Look at it first, on the page or in the record. It cannot be undone.",
    arguments: [
      kind, reference, .flag("--looked", "you have looked at it, and nothing needs it any more"),
    ]
  ) { invocation, services in
    let (kind, reference) = try named(invocation)
    guard invocation.flag("--looked") else {
      throw UsageError("Look at the record, then say --looked.", argument: "--looked")
    }
    let acts = RetentionActs(services: services, account: nil, now: services.clock.now())
    invocation.output.line(
      "\(reference) is deleted: \(try acts.delete(kind, reference)) entries.")
  }

  static let deleted = Command<Services>(
    ["retention", "deleted"], summary: "list what was deleted, the latest first",
    details: "At most 50 on a page.",
    arguments: [
      .option("--page", value: "NUMBER", "a further page"),
      .option("--reference", value: "REFERENCE", "only what was deleted of one record"), json,
    ]
  ) { invocation, services in
    let page =
      try invocation.option("--page", expected: "a number from 1") { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
      } ?? 1
    let reference = try invocation.option(
      "--reference", expected: "one such as TM-7K42-0931"
    ) { Reference($0) }
    let found = try services.database.read { read in
      try reference.map { try Tombstone.of($0, read) } ?? Tombstone.page(page, read).found
    }
    if invocation.flag("--json") {
      invocation.output.json(["deleted": .array(found.map(stone))])
      return
    }
    for one in found {
      invocation.output.line(
        "\(one.kind.rawValue)  \(one.reference)  \(London.day(one.deletedAt))  "
          + "\(one.rule.rawValue)/\(one.version)")
    }
    if found.isEmpty { invocation.output.line("Nothing was deleted.") }
  }

  private static func stone(_ one: Tombstone) -> JSON {
    [
      "kind": .string(one.kind.rawValue), "reference": .string(one.reference.description),
      "began": .string(London.day(one.began).description),
      "ended": .string(London.day(one.ended).description),
      "rule": .string("\(one.rule.rawValue)/\(one.version)"), "months": .integer(one.months),
      "deleted": .string(London.day(one.deletedAt).description),
      "account": JSON(one.account?.description),
    ]
  }

  /// A refused field as wrong use of the command.
  private static func plain<Form>(_ read: () throws -> Form) throws -> Form {
    do { return try read() } catch let refusal as Refusal {
      throw UsageError(refusal.entries.map(\.message).joined(separator: "; "))
    }
  }
}
