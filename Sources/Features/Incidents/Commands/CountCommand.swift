internal import Commands
internal import Database
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// The command `hamlet incidents count --by month,category,ward,…`.
enum CountCommand {
  static let command = Command<Services>(
    ["incidents", "count"],
    summary: "count incidents by month, category, outcome, area or force",
    details: """
      Counts what the current files of each force and month hold, anti-social behaviour and crime \
      alike, in the source's own words. By LSOA, incidents that name none are left out and counted \
      as unlocated. Months include the last: --to 2023-12 counts December.

      By ward, MSOA, neighbourhood, borough or named hotspot, each point is given to the area it \
      lies in, by the latest imported edition or that of --edition; points on none are counted as \
      outside, incidents without a point as unlocated. LSOAs are those the source names, or with \
      --edition those of the imported boundaries.

      Weeks, days of the week and hours need a source that tells them: the police's files give \
      months. With --save the answer is also written as a file with its parameters, rates and \
      source; by its ending CSV, XLSX, GeoJSON, or a chart as SVG or PNG.
      """,
    arguments: [
      .option(
        "--by", value: "LIST", "of \(CountQueryArguments.known), parted by commas",
        isRequired: true),
      .option(
        "--source", value: "KEY", "police-uk, or the key of a mapping; police-uk if not given"),
      .option("--from", value: "MONTH", "the first month, such as 2023-01"),
      .option("--to", value: "MONTH", "the last month, which is included"),
      .option("--category", value: "NAME", "one category, such as Burglary"),
      .option("--outcome", value: "NAME", "one outcome; none for those without one"),
      .option("--force", value: "NAME", "one force, as the files spell it"),
      .option("--area", value: "CODE", "one area, by its code or name"),
      .option("--edition", value: "YEAR", "the edition of the areas, such as 2022"),
      .option(
        "--per", value: "WHAT", "what rates of the file are over, people if not given",
        oneOf: RateBasis.allCases.map(\.rawValue)),
      .option("--save", value: "FILE", "write the answer as .csv, .xlsx, .geojson, .svg or .png"),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let save = try invocation.option("--save", expected: "a name that ends as the file should") {
      path in CountsFormat.allCases.first { path.hasSuffix(".\($0.rawValue)") }.map { (path, $0) }
    }
    let (query, per) = try services.database.read { read in
      let asked = try CountQueryArguments(invocation, read)
      return (try asked.query(services, read), asked.per)
    }
    if let parting = query.parting {
      let counting = DivisionCounting(services)
      try counting.run(parting)
    }
    let file = try services.database.read { read -> CountsFile? in
      let answer = try CountAnswer(query, services.areas, read)
      if invocation.flag("--json") {
        try CountOutput.json(query, answer, read, invocation.output)
      } else {
        try CountOutput.table(query, answer, read, invocation.output)
      }
      return try save.flatMap { _, format in
        let reader = CountsReader(services: services, today: services.clock.today, read: read)
        return try reader.question(query, per).map { try CountsFile($0, format, reader) }
      }
    }
    try tellSoFar(query, invocation, services)
    guard let (path, _) = save else { return }
    guard let file else { throw NothingToSave() }
    try Data(try file.finished()).write(to: URL(filePath: path))
  }

  /// Says beside an answer by months or weeks that the last of them is not over.
  private static func tellSoFar(
    _ query: CountQuery, _ invocation: Invocation, _ services: Services
  ) throws {
    guard query.by.contains(.month) || query.by.contains(.week) else { return }
    let question = try services.database.read { read in
      try CountsReader(services: services, today: services.clock.today, read: read)
        .question(query, .people)
    }
    if let words = question?.soFarWords { invocation.progress.message(words) }
  }

  /// The months of `--from` and `--to`, each `nil` where it is not given.
  static func months(_ invocation: Invocation) throws -> (from: Month?, to: Month?) {
    let month = { (text: String) in Month(text) }
    let from = try invocation.option("--from", expected: "a month such as 2023-01", month)
    let to = try invocation.option("--to", expected: "a month such as 2023-12", month)
    if let from, let to, to < from {
      throw UsageError("--to: \(to) is before --from \(from).", argument: "--to")
    }
    return (from, to)
  }
}

/// There is no file to be made of nothing.
private struct NothingToSave: Problem {
  var message: String { "No files have been imported yet, so there is nothing to save." }
  var status: Int { 422 }
}
