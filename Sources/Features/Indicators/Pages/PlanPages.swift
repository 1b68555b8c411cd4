import Design
import Kernel
import Markup

/// The plans there are, live ones first.
struct PlanListPage: HTML {
  let plans: [Plan]
  let page: Int
  let pages: Int

  var body: some HTML {
    Group {
      PageHead(
        "Plans", lede: "The plan the partnership works to, and those of published documents.")
      Sheet {
        DataTable(
          caption: "Plans", hidesCaption: true,
          columns: [.text("Plan"), .text("Years"), .text("Kind"), .text("Source")],
          rows: plans.map { plan in
            [
              .link(plan.title, to: IndicatorRoute.plan(plan.slug).path),
              .text("\(plan.years.lowerBound) to \(plan.years.upperBound)"),
              .text(plan.kind == .live ? "Live" : "Archive"), .text(plan.source),
            ]
          },
          empty: "There is no plan yet.",
          pager: Pager(page: page, of: pages) { IndicatorRoute.plans(page: $0).path })
      }
    }
  }
}

/// One plan: its priorities and indicators, targets in its own words, and how it ended.
struct PlanPage: HTML {
  let model: PlanModel

  var body: some HTML {
    Group {
      PageHead(model.plan.title, kicker: years) {
        if model.hasFigures {
          LinkButton(
            "Dashboard", to: IndicatorRoute.dashboard(DashboardFilter(plan: model.plan.slug)).path)
        }
      }
      Facts([
        Fact("Priorities", NumberText.whole(model.groups.count), isBig: true),
        Fact("Rows", NumberText.whole(model.rowCount), note: "indicators or targets", isBig: true),
        Fact("Source", model.plan.source),
        Fact("Amber up to", FigureText.value(model.plan.tolerance, .percentage)),
      ])
      if let rollUp = model.rollUp { RollUpSheet(rollUp: rollUp, published: model.summary) }
      for group in model.groups {
        if model.rollUp == nil {
          PlanTargetTable(plan: model.plan, group: group)
        } else {
          OutturnTable(plan: model.plan, group: group, judged: model.judged)
        }
      }
    }
  }

  private var years: String {
    "\(model.plan.years.lowerBound) to \(model.plan.years.upperBound)"
      + (model.plan.isSynthetic ? " · synthetic" : "")
  }
}

/// The indicators of one priority with baseline and targets, in the plan's words and worked out.
private struct PlanTargetTable: HTML {
  let plan: Plan
  let group: PlanModel.Group

  var body: some HTML {
    Sheet(group.priority.title) {
      DataTable(
        caption: "\(group.priority.title): baselines and targets", hidesCaption: true,
        columns: columns, rows: group.rows.map(cells))
    }
  }

  private var years: [FinancialYear] {
    (plan.years.lowerBound.start...plan.years.upperBound.start).map {
      FinancialYear(startingIn: $0)
    }
  }

  private var columns: [DataTable.Column] {
    [.text("Indicator"), .text("Code"), .text("Wanted"), .text("Baseline")]
      + years.map { .text("Target \($0)") } + [.text("Basis and warnings")]
  }

  private func cells(_ row: PlanModel.Row) -> DataTable.Row {
    let path = IndicatorRoute.indicator(
      row.member.indicator, IndicatorView(plan: plan.slug)
    ).path
    let code = [row.member.code, row.member.section].filter { !$0.isEmpty }.joined(separator: ", ")
    let targets = years.map { year -> DataTable.Cell in
      guard let fact = row.targets.first(where: { $0.target.period == .year(year) }) else {
        return .missing("No target")
      }
      return .html { TargetLevel(fact: fact, kind: row.kind) }
    }
    let warnings = Set(row.targets.flatMap(\.warnings).map(\.words)).sorted()
    let basis = row.targets.contains { $0.resolution.level != nil } ? [row.member.basis.words] : []
    return .cells(
      [
        .link(row.member.title, to: path), .text(code.isEmpty ? "No code" : code),
        .text(row.wanted?.polarity.words ?? "not stated"),
        .text(row.member.baseline.map(baseline) ?? "None"),
      ] + targets + [.text((basis + warnings).joined(separator: ". "))])
  }

  /// The words as printed, and what they mean where that is not plain.
  private func baseline(_ statement: TargetStatement) -> String {
    guard let state = statement.state, !statement.words.contains(state.words) else {
      return statement.words
    }
    return "\(statement.words) (\(state.words))"
  }
}
