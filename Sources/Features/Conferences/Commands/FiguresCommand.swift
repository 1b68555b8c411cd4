internal import Commands
internal import Database
internal import Kernel
internal import Partnership

extension ConferencesCommands {
  static let figures = Command<Services>(
    ["conferences", "figures"], summary: "count the cases and actions of a conference",
    details: """
      Of a whole year that is over, as in what is published: counts from 1 to 4 are held back, and others \
      from which they could be worked out.
      """,
    arguments: [
      conference,
      .option("--year", value: "YEAR", "such as 2025/26; the latest that is over if left out"),
    ]
  ) { invocation, services in
    let latest = PublishedFigures.latest(on: services.clock.today)
    let year =
      try invocation.option("--year", expected: "a year that is over, such as \(latest)") { text in
        FinancialYear(text).flatMap { $0 <= latest ? $0 : nil }
      } ?? latest
    let file = try services.database.read { read in
      let kind = try open(invocation, read)
      let agencies = try services.people.agencies(read)
      return FiguresFile(
        kind: kind, year: year, figures: try ConferenceFigures(of: kind.key, in: year, read),
        names: Names(
          bodies: Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })))
    }
    invocation.output.write(file.bytes)
  }
}
