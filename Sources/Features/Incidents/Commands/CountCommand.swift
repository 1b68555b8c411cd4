internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet incidents count --by month,category,ward,lsoa,force`.
enum CountCommand {
  static let command = Command<Services>(
    ["incidents", "count"], summary: "count incidents by month, category, ward, LSOA or force",
    details: """
      Counts what the current files of each force and month hold, anti-social behaviour and crime \
      alike, in the source's own words. By LSOA, incidents that name none are left out and counted \
      as unlocated. Months include the last: --to 2023-12 counts December.

      By ward, each point is given to the ward it lies in, by the latest imported edition of wards \
      or that of --edition; points on no ward are counted as outside, incidents without a point as \
      unlocated.
      """,
    arguments: [
      .option(
        "--by", value: "LIST", "month, category, ward, lsoa, force, parted by commas",
        isRequired: true),
      .option("--from", value: "MONTH", "the first month, such as 2023-01"),
      .option("--to", value: "MONTH", "the last month, which is included"),
      .option("--category", value: "NAME", "one category, such as Burglary"),
      .option("--edition", value: "YEAR", "the edition of the wards, such as 2022"),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let query = try query(invocation)
    let wards = try query.by.contains(.ward) ? edition(invocation, services) : nil
    try services.database.read { read in
      let answer = try CountAnswer(query, wards, services.areas, read)
      if invocation.flag("--json") {
        try writeJSON(query, answer, read, invocation.output)
      } else {
        try writeTable(query, answer, read, invocation.output)
      }
    }
  }

  /// The edition of wards that is asked for, once it is counted by.
  private static func edition(
    _ invocation: Invocation, _ services: Services
  ) throws -> AreaEdition {
    let year = try invocation.option("--edition", expected: "a year such as 2022") { Int($0) }
    let wards = try services.database.read { read in
      try services.areas.editions(read).filter { $0.kind == .ward }
    }
    let found = wards.filter { year == nil || $0.year == year }.max { $0.year < $1.year }
    guard let found else {
      let what =
        year.map { "--edition: there are no wards of \($0)." } ?? "--by: there are no wards."
      throw UsageError(
        "\(what) Import them with hamlet boundaries import FILE --kind ward.",
        argument: year == nil ? "--by" : "--edition")
    }
    try DivisionCounting(services).run(found)
    return found
  }

  private static func query(_ invocation: Invocation) throws -> CountQuery {
    var query = CountQuery(by: try dimensions(invocation.option("--by") ?? ""))
    (query.from, query.to) = try months(invocation)
    query.category = invocation.option("--category")
    if query.by.contains(.ward), query.by.contains(.lsoa) {
      throw UsageError("--by: count by ward or by lsoa, not by both.", argument: "--by")
    }
    if invocation.option("--edition") != nil, !query.by.contains(.ward) {
      throw UsageError("--edition: only wards have one; add ward to --by.", argument: "--edition")
    }
    return query
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

  static func dimensions(_ list: String) throws(UsageError) -> [CountDimension] {
    var dimensions: [CountDimension] = []
    for word in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let dimension = CountDimension(rawValue: String(word)) else {
        let known = CountDimension.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(
          "--by: “\(word)” is none of \(known).", argument: "--by")
      }
      guard !dimensions.contains(dimension) else {
        throw UsageError("--by: “\(word)” is there twice.", argument: "--by")
      }
      dimensions.append(dimension)
    }
    return dimensions
  }

  /// Writes the answer row by row, so that a long one needs no memory.
  private static func writeJSON(
    _ query: CountQuery, _ answer: CountAnswer, _ read: Read, _ output: Output
  ) throws {
    let by = JSON.array(query.by.map { .string($0.rawValue) })
    output.text("{\"by\":\(by),\"rows\":[")
    var separator = ""
    try answer.each(read) { row in
      let members = zip(query.by, row.values).map { dimension, value in
        JSON.Member(dimension.rawValue, .string(value))
      }
      output.text(
        separator + JSON.object(members + [.init("count", .integer(row.count))]).description)
      separator = ","
    }
    let outside = answer.outside.map { ",\"outside\":\($0)" } ?? ""
    output.line("],\"unlocated\":\(answer.unlocated)\(outside)}")
  }

  private static func writeTable(
    _ query: CountQuery, _ answer: CountAnswer, _ read: Read, _ output: Output
  ) throws {
    output.line(line(query.by.map { ($0.rawValue, $0) }, "count"))
    try answer.each(read) { row in
      output.line(line(Array(zip(row.values, query.by)), String(row.count)))
    }
    output.line("\(answer.unlocated) without a place")
    if let outside = answer.outside { output.line("\(outside) outside every ward") }
  }

  private static func line(_ values: [(String, CountDimension)], _ count: String) -> String {
    let cells = values.map { value, dimension in
      value + String(repeating: " ", count: max(0, dimension.width - value.count))
    }
    return cells.joined(separator: "  ") + "  "
      + String(repeating: " ", count: max(0, 9 - count.count)) + count
  }
}

extension CountDimension {
  /// Letters a column of the table is wide.
  fileprivate var width: Int {
    switch self {
    case .month: 7
    case .lsoa, .ward: 9
    case .category, .force: 32
    }
  }
}
