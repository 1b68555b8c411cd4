internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet incidents count --by month,category,lsoa,force`.
enum CountCommand {
  static let command = Command<Services>(
    ["incidents", "count"], summary: "count incidents by month, category, LSOA or force",
    details: """
      Counts what the current files of each force and month hold, anti-social behaviour and crime \
      alike, in the source's own words. By LSOA, incidents that name none are left out and counted \
      as unlocated. Months include the last: --to 2023-12 counts December.
      """,
    arguments: [
      .option(
        "--by", value: "LIST", "month, category, lsoa, force, parted by commas", isRequired: true),
      .option("--from", value: "MONTH", "the first month, such as 2023-01"),
      .option("--to", value: "MONTH", "the last month, which is included"),
      .option("--category", value: "NAME", "one category, such as Burglary"),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let query = try query(invocation)
    try services.database.read { read in
      let unlocated = try CubeStore.unlocated(query, in: read)
      if invocation.flag("--json") {
        try writeJSON(query, unlocated, read, invocation.output)
      } else {
        try writeTable(query, unlocated, read, invocation.output)
      }
    }
  }

  private static func query(_ invocation: Invocation) throws -> CountQuery {
    var query = CountQuery(by: try dimensions(invocation.option("--by") ?? ""))
    (query.from, query.to) = try months(invocation)
    query.category = invocation.option("--category")
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
    _ query: CountQuery, _ unlocated: Int, _ read: Read, _ output: Output
  ) throws {
    let by = JSON.array(query.by.map { .string($0.rawValue) })
    output.text("{\"by\":\(by),\"rows\":[")
    var separator = ""
    try CubeStore.each(query, in: read) { row in
      let members = zip(query.by, row.values).map { dimension, value in
        JSON.Member(dimension.rawValue, .string(value))
      }
      output.text(
        separator + JSON.object(members + [.init("count", .integer(row.count))]).description)
      separator = ","
    }
    output.line("],\"unlocated\":\(unlocated)}")
  }

  private static func writeTable(
    _ query: CountQuery, _ unlocated: Int, _ read: Read, _ output: Output
  ) throws {
    output.line(line(query.by.map { ($0.rawValue, $0) }, "count"))
    try CubeStore.each(query, in: read) { row in
      output.line(line(Array(zip(row.values, query.by)), String(row.count)))
    }
    output.line("\(unlocated) without a place")
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
    case .lsoa: 9
    case .category, .force: 32
    }
  }
}
