internal import Commands
internal import Partnership
internal import Statistics

/// The command `hamlet near-repeat`.
enum NearRepeatCommand {
  static let command = Command<Void>(
    ["near-repeat"], summary: "test whether events near one another are also near in time",
    details: """
      Counts pairs of events by distance and by days apart, beside those expected if time had \
      nothing to do with place and how often shuffled dates give as many. FILE is CSV with places \
      in metres; without headings its columns are x, y and date. Months instead of days, and \
      places moved to points nearby, are refused.
      """,
    arguments: [
      .file("FILE", "CSV with a place in metres and a day in each row"),
      .option("--x", value: "NAME", "the column of eastings"),
      .option("--y", value: "NAME", "the column of northings"),
      .option("--date", value: "NAME", "the column of days"),
      .option(
        "--date-format", value: "FORM", "either of the first two where it is not given",
        oneOf: DateOrder.allCases.map(\.rawValue)),
      .option(
        "--distances", value: "LIST",
        "upper ends in metres, not included; 0.001,100,200,300,400,500"),
      .option("--days", value: "LIST", "upper ends in days, not included; 1,2,7,14,28"),
      .option(
        "--metric", value: "NAME", "as the crow flies (the usual), or along a street grid",
        oneOf: ["euclidean", "manhattan"]),
      .option("--permutations", value: "NUMBER", "shuffles of the dates, 20 to 9999; 999"),
      .option("--seed", value: "NUMBER", "the state of the random numbers; 2026"),
      .option(
        "--place", value: "HOW", "how exact the places are; exact where it is not given",
        oneOf: SourcePrecision.Place.allCases.map(\.rawValue)),
      .option(
        "--time", value: "HOW", "how exact the times are; day where it is not given",
        oneOf: SourcePrecision.Time.allCases.map(\.rawValue)),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _: Void) throws {
    let path = invocation.value("FILE")
    let parameters = try parameters(invocation)
    if let reason = EventFile.reason(parameters.precision) {
      throw InputRefused(file: path, reason: reason)
    }
    var names: [EventColumn: String] = [:]
    for column in EventColumn.allCases { names[column] = invocation.option(column.option) }
    let order = invocation.option("--date-format").flatMap { DateOrder(rawValue: $0) }
    let events = try EventFile(path: path, names: names, order: order).read()
    let finding: NearRepeatFinding
    do { finding = try NearRepeatFinding(parameters, events) } catch {
      throw InputRefused(file: path, reason: error.message)
    }
    if invocation.flag("--json") {
      invocation.output.json(finding.json)
    } else {
      for line in finding.lines { invocation.output.line(line) }
    }
  }

  private static func parameters(_ invocation: Invocation) throws -> NearRepeatParameters {
    var parameters = NearRepeatParameters(bands: try bands(invocation))
    let allowed = NearRepeatParameters.permutationsAllowed
    let permutations = try invocation.option(
      "--permutations", expected: "a number from 20 to 9999"
    ) { text in Int(text).flatMap { allowed.contains($0) ? $0 : nil } }
    let seed = try invocation.option("--seed", expected: "a whole number from 0") { text in
      Int(text).flatMap { UInt64(exactly: $0) }
    }
    parameters.permutations = permutations ?? parameters.permutations
    parameters.seed = seed ?? parameters.seed
    parameters.precision = SourcePrecision(
      place: invocation.option("--place").flatMap { SourcePrecision.Place(rawValue: $0) } ?? .exact,
      time: invocation.option("--time").flatMap { SourcePrecision.Time(rawValue: $0) } ?? .day)
    return parameters
  }

  /// The bands asked for, the usual ones where none are.
  static func bands(_ invocation: Invocation) throws -> KnoxBands {
    let distances = try invocation.option(
      "--distances", expected: "up to \(BandLimits.most) rising metres such as 0.001,100,200",
      BandLimits.distances)
    let days = try invocation.option(
      "--days", expected: "up to \(BandLimits.most) rising whole days such as 1,2,7,14,28",
      BandLimits.days)
    return try KnoxBands(
      distances: distances ?? BandLimits.usualDistances, times: days ?? BandLimits.usualDays,
      metric: invocation.option("--metric") == "manhattan" ? .manhattan : .euclidean)
  }
}
