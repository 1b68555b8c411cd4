import Design
import Kernel
import Markup

/// The plans there are, live ones first.
struct PlanListPage: HTML {
  let plans: [Plan]
  let page: Int
  let pages: Int
  var mayDefine = false

  var body: some HTML {
    Group {
      PageHead(
        "Plans", lede: "The plan the partnership works to, and those of published documents."
      ) {
        if mayDefine { LinkButton("Make a plan", to: PlanRoute.new.path) }
      }
      Sheet {
        DataTable(
          caption: "Plans", hidesCaption: true,
          columns: [.text("Plan"), .text("Years"), .text("Kind"), .text("Source")],
          rows: plans.map { plan in
            [
              .link(plan.title, to: IndicatorRoute.plan(plan.slug).path),
              .text("\(plan.years.lowerBound) to \(plan.years.upperBound)"),
              .text(plan.kindWords), .text(plan.source),
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
  var rights = PlanRights.none

  var body: some HTML {
    Group {
      PageHead(model.plan.title, kicker: years) {
        PlanActions(plan: model.plan, rights: rights, hasFigures: model.hasFigures)
      }
      Facts([
        Fact("Priorities", NumberText.whole(model.groups.count), isBig: true),
        Fact("Rows", NumberText.whole(model.rowCount), note: "indicators or targets", isBig: true),
        Fact("Source", model.plan.source),
        Fact("Amber up to", FigureText.value(model.plan.tolerance, .percentage)),
      ])
      if let rollUp = model.rollUp { RollUpSheet(rollUp: rollUp, published: model.summary) }
      if model.groups.isEmpty {
        Sheet { p(.class("flush")) { "The plan has no priorities yet." } }
      }
      for (index, group) in model.groups.enumerated() {
        if model.rollUp == nil {
          PlanTargetTable(plan: model.plan, group: group, isFirst: index == 0, rights: rights)
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
  let isFirst: Bool
  let rights: PlanRights

  var body: some HTML {
    Sheet(plan.kind == .live ? group.priority.heading : group.priority.title) {
      if !group.rows.isEmpty || group.priority.unmeasured == nil {
        DataTable(
          caption: "\(group.priority.title): baselines and targets", hidesCaption: true,
          columns: columns, rows: group.rows.map(cells), empty: "It has no indicators yet.")
      }
      if let reason = group.priority.unmeasured { p { "No indicator: \(reason)" } }
      PriorityActions(plan: plan, priority: group.priority, isFirst: isFirst, rights: rights)
    }
  }

  private var years: [FinancialYear] { plan.allYears }

  private var columns: [DataTable.Column] {
    [.text("Indicator"), .text("Code"), .text("Wanted"), .text("Baseline")]
      + years.map { .text("Target \($0)") } + [.text("Basis and warnings")]
  }

  private func cells(_ row: PlanModel.Row) -> DataTable.Row {
    let path =
      rights.mayDefine && plan.isOpen
      ? PlanRoute.indicator(plan.slug, row.member.id).path
      : IndicatorRoute.indicator(row.member.indicator, IndicatorView(plan: plan.slug)).path
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

extension Plan {
  /// Whether it is worked with, closed to change, or a published document.
  fileprivate var kindWords: String {
    switch kind {
    case .archive: "Archive"
    case .live: isOpen ? "Live" : "Live, closed to change"
    }
  }
}
