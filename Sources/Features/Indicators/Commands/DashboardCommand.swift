import Commands
import Database
import Design
import Documents
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet indicators dashboard`: a plan's indicators for a period.
  static let indicatorDashboard = Command(
    ["indicators", "dashboard"], summary: "Print a plan's indicators for a period",
    arguments: [
      .option("--plan", value: "PLAN", "the plan's word, such as csp-2017-21", isRequired: true),
      .option(
        "--period", value: "PERIOD", "2018/19, 2018/19 Q4 or 2018-04", isRequired: true),
      .flag("--json", "print one JSON value"),
      .flag("--csv", "print CSV, every fact in a column of its own"),
      .option("--xlsx", value: "FILE", "write a workbook"),
    ]
  ) { invocation, services in
    let period = try invocation.option(
      "--period", expected: "a period such as 2018/19, 2018/19 Q4 or 2018-04"
    ) { Period(reported: $0) }
    guard let period, let slug = invocation.option("--plan") else { return }
    guard !(invocation.flag("--json") && invocation.flag("--csv")) else {
      throw UsageError("--csv: ask for one of --json and --csv.", argument: "--csv")
    }
    let loader = DashboardLoader(measures: services.measures, today: services.clock.today)
    let dashboard = try services.database.read { read in
      guard let plan = try PlanStore.find(slug, in: read) else {
        let known = try PlanStore.page(1, in: read).map(\.slug).joined(separator: ", ")
        throw UsageError(
          "--plan: there is no plan “\(slug)”. Known: \(known.isEmpty ? "none" : known).",
          argument: "--plan")
      }
      guard plan.covers(period) else {
        throw UsageError(
          "--period: the plan is of \(plan.yearsInWords), and \(period.words) is outside it.",
          argument: "--period")
      }
      return try loader.dashboard(plan, period, in: read)
    }
    try DashboardPrinting(dashboard: dashboard).print(invocation)
  }
}

/// Puts a dashboard out in the form that was asked for.
private struct DashboardPrinting {
  let dashboard: Dashboard

  func print(_ invocation: Invocation) throws {
    let sheet = DashboardSheet(dashboard)
    if let file = invocation.option("--xlsx") {
      try sheet.workbook(dashboard).write(to: file)
    }
    if invocation.flag("--json") {
      invocation.output.json(dashboard.json)
    } else if invocation.flag("--csv") {
      invocation.output.write(sheet.csv)
    } else if invocation.option("--xlsx") == nil {
      for line in table { invocation.output.line(line) }
    }
  }

  /// The dashboard as lines for a terminal.
  private var table: [String] {
    var lines = ["\(dashboard.plan.title), \(ReportingSpans.words(dashboard.spans.now))", ""]
    let rows = dashboard.rows.map(cells)
    let head = ["Indicator", "Value", "Year before", "Change", "Computed", "Set by a person"]
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    for row in [head] + rows { lines.append(padded(row, widths)) }
    let counts = [RatingState.green, .amber, .red].map { state in
      "\(state.words) \(dashboard.computed(state))"
    }
    lines += ["", "Computed: \(counts.joined(separator: ", ")), none \(dashboard.computed(.none))"]
    lines.append("Set by a person: \(dashboard.judgedCount)")
    let targets = TargetStanding.allCases.map { "\($0.words) \(dashboard.targets($0))" }
    lines.append("Targets of the year: \(targets.joined(separator: ", "))")
    lines.append(
      "More than chance: \(dashboard.beyondChance), allowing for \(dashboard.tested) tested")
    return lines
  }

  private func cells(_ row: DashboardRow) -> [String] {
    let kind = row.now.kind
    let value = { (amount: Amount?) in amount.map { FigureText.value($0.value, kind) } ?? "none" }
    return [
      row.member.title, value(row.now.value), value(row.now.previous),
      row.now.direction.change.flatMap(FigureText.change) ?? row.now.direction.reason ?? "none",
      row.computed.rawValue, row.judged.rawValue,
    ]
  }

  /// Words to the left, figures to the right.
  private func padded(_ row: [String], _ widths: [Int]) -> String {
    let cells = zip(row, widths).enumerated().map { index, cell in
      let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return (1...3).contains(index) ? space + cell.0 : cell.0 + space
    }
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
