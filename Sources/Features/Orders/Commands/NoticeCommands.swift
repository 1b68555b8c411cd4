internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The wordings of notices from the shell; notices themselves are printed by people who signed in.
enum NoticeCommands {
  static let all = [list, show, add]

  private static let power = Argument.value(
    "POWER", "the notice", oneOf: NoticeTemplate.powers.map(\.rawValue))

  private static let list = Command<Services>(
    ["orders", "wordings"], summary: "list the wordings of notices in use",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let today = services.clock.today
    let found = try services.database.read { read in
      try NoticeTemplate.powers.compactMap { power in
        try NoticeStore.template(of: power, on: today, read)
      }
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          found.map { template in
            [
              "power": .string(template.power.rawValue), "version": .integer(template.version),
              "from": .string(template.from.description), "heading": .string(template.heading),
            ]
          }))
    }
    for template in found {
      invocation.output.line(
        "\(template.power.rawValue)  version \(template.version)  from \(template.from)  "
          + template.heading)
    }
  }

  private static let show = Command<Services>(
    ["orders", "wording"], summary: "print the wording of a notice in use", arguments: [power]
  ) { invocation, services in
    guard let power = Power(rawValue: invocation.value("POWER")) else { return }
    let today = services.clock.today
    let found = try services.database.read {
      try NoticeStore.template(of: power, on: today, $0)
    }
    guard let template = found else {
      throw UsageError("\(power.title) has no wording yet.", argument: "POWER")
    }
    invocation.output.line(template.heading)
    invocation.output.line(template.body)
  }

  private static let add = Command<Services>(
    ["orders", "reword"], summary: "add a version of the wording of a notice",
    arguments: [
      power, .option("--heading", value: "WORDS", "the heading", isRequired: true),
      .option("--body", value: "WORDS", "the words, a line a paragraph", isRequired: true),
      .option("--from", value: "DAY", "the first day it is used; today where it is not given"),
    ]
  ) { invocation, services in
    guard let power = Power(rawValue: invocation.value("POWER")) else { return }
    let (now, today) = (services.clock.now(), services.clock.today)
    let from = try invocation.option("--from", expected: "a day such as 2027-04-01") { Day($0) }
    let version = try services.database.write { write -> Int in
      let versions = try NoticeStore.versions(of: power, write)
      let fields =
        [
          ("heading", invocation.value("--heading")), ("body", invocation.value("--body")),
          ("version", String(versions.first?.version ?? 0)),
        ] + DateInput.fields("from", from ?? today)
      let template: NoticeTemplate
      do throws(Refusal) {
        template = try NoticeForm(Fields(fields), power, versions, today: today).template
      } catch {
        throw UsageError(error.entries.map(\.message).joined(separator: ". ") + ".")
      }
      try NoticeStore.add(template, by: nil, at: now, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "orders.wording-added",
          subject: "orders-wording/\(power.rawValue)",
          detail: ["version": String(template.version), "from": template.from.description],
          at: now), in: write)
      return template.version
    }
    invocation.output.line("Version \(version) of \(power.rawValue) is added.")
  }
}
