import Commands
import Database
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet plan list`: the plans there are.
  static let planList = Command(
    ["plan", "list"], summary: "List the plans, the one in force first",
    arguments: [
      .option("--page", value: "NUMBER", "25 plans a page"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let page =
      try invocation.option("--page", expected: "a number from 1") {
        Int($0).flatMap { (1...100_000).contains($0) ? $0 : nil }
      } ?? 1
    let plans = try services.database.read { try PlanStore.page(page, in: $0) }
    if invocation.flag("--json") {
      invocation.output.json(.array(plans.map { .object($0.members) }))
    } else {
      for plan in plans {
        invocation.output.line("\(plan.slug)  \(plan.yearsInWords)  \(plan.title)")
      }
    }
  }

  /// `hamlet plan show`: priorities, indicators, what is wanted, and targets worked out.
  static let planShow = Command(
    ["plan", "show"], summary: "Show a plan's priorities, indicators and targets",
    arguments: [PlanArguments.plan, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let model = try services.database.read { read in
      try PlanModel(PlanArguments.plan(invocation, in: read), in: read)
    }
    if invocation.flag("--json") {
      let groups = model.groups.map(\.json)
      invocation.output.json(
        .object(model.plan.members + [JSON.Member("priorities", .array(groups))]))
    } else {
      for line in model.lines { invocation.output.line(line) }
    }
  }
}

extension Plan {
  fileprivate var members: [JSON.Member] {
    [
      JSON.Member("plan", .string(slug)), JSON.Member("title", .string(title)),
      JSON.Member("from", .string(years.lowerBound.description)),
      JSON.Member("to", .string(years.upperBound.description)),
      JSON.Member("kind", .string(kind.rawValue)), JSON.Member("open", .bool(isOpen)),
      JSON.Member("tolerance", .number(tolerance.double)), JSON.Member("source", .string(source)),
    ]
  }
}

extension PlanModel {
  /// The plan as lines for a terminal.
  fileprivate var lines: [String] {
    var lines = ["\(plan.title), \(plan.yearsInWords)", "Amber up to \(plan.tolerance.percent)"]
    for group in groups {
      lines += ["", group.priority.heading]
      if let reason = group.priority.unmeasured { lines.append("  No indicator: \(reason)") }
      for row in group.rows {
        lines.append(
          "  \(row.member.text.name), wanted: \(row.wanted?.polarity.words ?? "not stated")")
        lines += row.targets.map { "    \($0.target.period): \($0.words(row.kind))" }
      }
    }
    return lines
  }
}

extension PlanModel.Group {
  fileprivate var json: JSON {
    .object([
      JSON.Member("code", .string(priority.code)), JSON.Member("title", .string(priority.title)),
      JSON.Member("noIndicatorBecause", JSON(priority.unmeasured)),
      JSON.Member("indicators", .array(rows.map(\.json))),
    ])
  }
}

extension PlanModel.Row {
  /// A target has its words, and its level where one follows from them.
  fileprivate var json: JSON {
    .object([
      JSON.Member("code", .string(member.code)), JSON.Member("title", .string(member.title)),
      JSON.Member("wanted", JSON(wanted?.polarity.description)),
      JSON.Member("baseline", JSON(member.baseline?.words)),
      JSON.Member("basis", .string(member.basis.rawValue)),
      JSON.Member(
        "targets",
        .array(
          targets.map { fact in
            .object([
              JSON.Member("year", .string(fact.target.period.description)),
              JSON.Member("words", .string(fact.target.statement.words)),
              JSON.Member("level", JSON(fact.resolution.level.map { $0.rounded(to: 2).double })),
            ])
          })),
    ])
  }
}
