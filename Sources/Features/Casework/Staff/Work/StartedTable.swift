internal import Design
internal import Kernel
internal import Markup

/// The cases received this month whose work began in time, by priority, each share with what it is of.
struct StartedTable: HTML {
  let started: [Priority: StartedInTime]
  let standard: CaseStandard

  var body: some HTML {
    DataTable(
      caption: "Work begun on the cases received this month",
      columns: [
        .text("Priority"), .text("To begin within"), .number("Begun in time"), .number("Share"),
        .number("Late"), .number("Not yet due"),
      ],
      rows: Priority.allCases.map { priority in
        row(
          priority.code, standard.words(.begin(priority)), started[priority] ?? StartedInTime())
      } + [row("All", "", started.total)])
    p(.class("small quiet")) {
      "Late are those begun after they were due, and those not begun though it is over. What is not yet due is "
      "in no share."
    }
  }

  private func row(_ title: String, _ within: String, _ line: StartedInTime) -> DataTable.Row {
    [
      .text(title), .text(within),
      .text("\(NumberText.whole(line.inTime)) of \(NumberText.whole(line.all))"),
      .text(
        line.all == 0 ? "None" : NumberText.percent(Double(line.inTime) * 100 / Double(line.all))),
      .text(NumberText.whole(line.late)), .text(NumberText.whole(line.waiting)),
    ]
  }
}
