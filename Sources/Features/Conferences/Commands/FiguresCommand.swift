internal import Commands
internal import Database
internal import Kernel
internal import Partnership

extension ConferencesCommands {
  static let figures = Command<Services>(
    ["conferences", "figures"], summary: "count the cases and actions of a conference",
    details: "Counts from 1 to 4 are held back, as in what is published.",
    arguments: [
      conference,
      .option("--from", value: "DAY", "the first day; a year before the last if left out"),
      .option("--to", value: "DAY", "the last day; today if left out"),
    ]
  ) { invocation, services in
    let to = try day("--to", invocation) ?? services.clock.today
    let from = try day("--from", invocation) ?? to.adding(days: -364)
    guard from <= to else {
      throw UsageError("--from: the first day must not be after the last.", argument: "--from")
    }
    let file = try services.database.read { read in
      let kind = try open(invocation, read)
      let agencies = try services.people.agencies(read)
      return FiguresFile(
        kind: kind, figures: try ConferenceFigures(of: kind.key, from: from, to: to, read),
        names: Names(
          bodies: Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })))
    }
    invocation.output.write(file.bytes)
  }

  private static func day(_ name: String, _ invocation: Invocation) throws -> Day? {
    try invocation.option(name, expected: "a day such as 2026-01-31") { Day($0) }
  }
}
