import Design
import Markup

/// How the targets of one priority ended: judgement, figures and whether the two agree, apart.
struct OutturnTable: HTML {
  let plan: Plan
  let group: PlanModel.Group
  /// Every judgement of the plan, to set this one beside.
  let judged: [(status: OutturnStatus, parts: [OutturnProgress])]

  var body: some HTML {
    Sheet(group.priority.title) {
      DataTable(
        caption: "\(group.priority.title): outturn", hidesCaption: true,
        columns: [
          .text("Target"), .number("Number"), .text("Asked for"), .text("Outturn"),
          .text("Way gone"), .text("Status as judged"), .text("Figures and judgement"),
        ],
        rows: group.rows.compactMap { row in row.outturn.map { cells(row, $0) } })
    }
  }

  private func cells(_ row: PlanModel.Row, _ outturn: Outturn) -> DataTable.Row {
    let path = IndicatorRoute.indicator(
      row.member.indicator, IndicatorView(plan: plan.slug)
    ).path
    return [
      .link(row.member.title, to: path), .text(outturn.number),
      .html { Lines(outturn.parts.map(\.asked)) }, .html { Lines(outturn.parts.map(\.reached)) },
      .html { Lines(outturn.parts.map(\.share)) }, .html { outturn.mark },
      .text(outturn.words(among: judged)),
    ]
  }
}
