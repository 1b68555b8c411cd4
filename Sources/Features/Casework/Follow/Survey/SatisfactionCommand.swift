internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// How satisfied those are whose reports were dealt with, from the shell.
enum SatisfactionCommand {
  static let command = Command<Services>(
    ["reports", "satisfaction"],
    summary: "say how many were asked how satisfied they are, answered and are satisfied",
    details: "By the month the work on their report ended. Nobody is named.",
    arguments: [
      .option("--from", value: "MONTH", "the first month, such as 2026-01; 12 months where none"),
      .option("--to", value: "MONTH", "the last month, included"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let to =
      try invocation.option("--to", expected: "a month such as 2026-12") { Month($0) }
      ?? London.day(services.clock.now()).month
    let from =
      try invocation.option("--from", expected: "a month such as 2026-01") { Month($0) }
      ?? to.adding(months: 1 - SatisfactionHandlers.monthsShown)
    guard from <= to else {
      throw UsageError("--to must not be before --from.", argument: "--to")
    }
    let months = try services.database.read { try SatisfactionFigures.months(from...to, $0) }
    if invocation.flag("--json") {
      invocation.output.json(["months": .array(months.map { json($0.month, $0.figures) })])
      return
    }
    for (month, figures) in months {
      let satisfied = figures.satisfiedWords.map { ", satisfied \($0)" } ?? ""
      invocation.output.line("\(month)  \(figures.responseWords)\(satisfied)")
    }
    if months.isEmpty { invocation.output.line("Nobody was asked in that time.") }
  }

  private static func json(_ month: Month, _ figures: SatisfactionFigures) -> JSON {
    [
      "month": .string(month.description), "asked": .integer(figures.asked),
      "answered": .integer(figures.answered), "satisfied": .integer(figures.satisfied),
      "goingOn": .integer(figures.goingOn),
    ]
  }
}
