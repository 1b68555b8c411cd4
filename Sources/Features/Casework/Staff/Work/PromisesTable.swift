internal import Database
internal import Design
internal import Kernel
internal import Markup

/// What was promised for the reports and cases received this month.
struct PromisesOfMonth {
  let started: [Priority: KeptInTime]
  let acknowledged: KeptInTime
  let interviewed: KeptInTime
  let standard: CaseStandard

  init(at now: Instant, _ read: Read) throws {
    let days = StartedInTime.days(of: London.day(now).month)
    started = try StartedInTime.received(days, at: now, read)
    acknowledged = try PromisesInTime.acknowledged(days, at: now, read)
    interviewed = try PromisesInTime.interviewed(days, at: now, read)
    standard = try StandardStore.standard(at: now, read)
  }
}

/// How much of what was promised this month was kept in time, each share with what it is of.
struct PromisesTable: HTML {
  let promises: PromisesOfMonth

  var body: some HTML {
    DataTable(
      caption: "Promised for the reports and cases received this month",
      columns: [
        .text("What"), .text("Within"), .number("In time"), .number("Share"), .number("Late"),
        .number("Not yet due"),
      ], rows: rows)
    p(.class("small quiet")) {
      "Late is what was done after it was due, and what was not done though it is over. What is not yet due is in "
      "no share, and nothing becomes late while the clocks of a case stand still."
    }
  }

  private var rows: [DataTable.Row] {
    let standard = promises.standard
    return [
      row("Reports acknowledged", standard.words(.acknowledge), promises.acknowledged)
    ]
      + Priority.allCases.map { priority in
        row(
          "Work begun, \(priority.code)", standard.words(.begin(priority)),
          promises.started[priority] ?? KeptInTime())
      } + [
        row("Work begun, all", "", promises.started.total),
        row("Interviews", standard.words(.interview), promises.interviewed),
      ]
  }

  private func row(_ title: String, _ within: String, _ line: KeptInTime) -> DataTable.Row {
    [
      .text(title), .text(within),
      .text("\(NumberText.whole(line.inTime)) of \(NumberText.whole(line.all))"),
      .text(
        line.all == 0 ? "None" : NumberText.percent(Double(line.inTime) * 100 / Double(line.all))),
      .text(NumberText.whole(line.late)), .text(NumberText.whole(line.waiting)),
    ]
  }
}
