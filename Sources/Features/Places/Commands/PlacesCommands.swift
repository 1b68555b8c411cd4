internal import Commands
internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The commands `hamlet places …`.
enum PlacesCommands {
  static let all = [add, find, near, LookupCommand.command]

  private static let add = Command<Services>(
    ["places", "import"], summary: "read people by area, postcodes or streets",
    details: """
      people: CSV with columns for the area's code, the year, the population and perhaps the \
      households. postcodes: Code-Point Open, with or without its headings, or the ONS Postcode \
      Directory. streets: CSV with columns name, easting, northing and perhaps locality, or OS Open \
      Names. Files may be packed by gzip or zip. A file that was imported before changes nothing; \
      a newer row of the same area and year, or of the same postcode, takes the place of the older.
      """,
    arguments: [
      .files("FILE", "CSV, plain, .gz or .zip"),
      .option(
        "--kind", value: "KIND", "people, postcodes or streets",
        oneOf: RowsKind.allCases.map(\.rawValue), isRequired: true),
      .option("--year", value: "YEAR", "the year of people, where the file has no column of years"),
      .flag("--json", "print the counts as one JSON value"),
    ], run: runImport)

  private static let find = Command<Services>(
    ["places", "find"], summary: "find streets and postcodes by how they begin",
    arguments: [
      .value("TEXT", "the start of a street's name or of a postcode"),
      .flag("--json", "print one JSON value"),
    ], run: runFind)

  private static let near = Command<Services>(
    ["places", "near"], summary: "list the streets and postcodes nearest to a place",
    arguments: [
      .value("PLACE", "a whole postcode, or eastings and northings such as 535267,181084"),
      .option("--within", value: "METRES", "how far to look, 1 to 5000 (1000)"),
      .option("--limit", value: "N", "how many to give, 1 to 1000 (20)"),
      .flag("--json", "print one JSON value"),
    ], run: runNear)

  private static func runImport(_ invocation: Invocation, _ services: Services) throws {
    guard let kind = RowsKind(rawValue: invocation.option("--kind") ?? "") else {
      throw UsageError("--kind: say people, postcodes or streets.", argument: "--kind")
    }
    let year = try invocation.option("--year", expected: "a year such as 2024") { text in
      Int(text).flatMap { (1900...2100).contains($0) ? $0 : nil }
    }
    var sum = RowsResult()
    for path in invocation.values("FILE") {
      do {
        sum.add(try RowsImport(services).run(path, kind, year: year))
      } catch let missing as NoSuchFile {
        throw UsageError(missing.message, argument: "FILE")
      }
    }
    if invocation.flag("--json") {
      invocation.output.json(sum.json)
    } else {
      for line in sum.lines { invocation.output.line(line) }
    }
  }

  private static func runFind(_ invocation: Invocation, _ services: Services) throws {
    let found = try services.database.read { read in
      try PlaceSearch.find(invocation.value("TEXT"), read)
    }
    write(found, invocation)
  }

  private static func runNear(_ invocation: Invocation, _ services: Services) throws {
    let metres = try invocation.option("--within", expected: "metres from 1 to 5000") { text in
      Double(text).flatMap { (1...5000).contains($0) ? $0 : nil }
    }
    let limit = try invocation.option("--limit", expected: "a number from 1 to 1000") { text in
      Int(text).flatMap { (1...1000).contains($0) ? $0 : nil }
    }
    let found = try services.database.read { read in
      let point = try point(invocation.value("PLACE"), read)
      return try PlaceSearch.near(point, within: metres ?? 1000, limit: limit ?? 20, read)
    }
    write(found, invocation)
  }

  /// The point somebody means by a postcode or by two numbers.
  private static func point(_ text: String, _ read: Read) throws -> GridPoint {
    let numbers = text.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
    if numbers.count == 2 { return GridPoint(easting: numbers[0], northing: numbers[1]) }
    guard let postcode = Postcode(text) else {
      throw UsageError(
        "PLACE: “\(text)” is neither a postcode nor two numbers such as 535267,181084.",
        argument: "PLACE")
    }
    guard let place = try PlaceSearch.place(of: postcode, read) else {
      throw UsageError("PLACE: the postcode \(postcode) is not known here.", argument: "PLACE")
    }
    return place.point
  }

  private static func write(_ found: [FoundPlace], _ invocation: Invocation) {
    if invocation.flag("--json") {
      invocation.output.json(.array(found.map(\.json)))
      return
    }
    if found.isEmpty { invocation.output.line("Nothing was found.") }
    for place in found {
      let distance = place.distance.map { "\($0) m  " } ?? ""
      let detail = place.detail.isEmpty ? "" : "  (\(place.detail))"
      invocation.output.line(
        "\(distance)\(place.name)\(detail)  "
          + "\(Int(place.point.easting)),\(Int(place.point.northing))")
    }
  }
}

extension FoundPlace {
  var json: JSON {
    var members: [JSON.Member] = [
      .init("kind", .string(kind.rawValue)), .init("name", .string(name)),
      kind == .street ? .init("locality", .string(detail)) : .init("ward", .string(ward)),
      .init("easting", .integer(Int(point.easting))),
      .init("northing", .integer(Int(point.northing))),
    ]
    if let distance { members.append(.init("distance", .integer(distance))) }
    return .object(members)
  }
}

extension RowsResult {
  mutating func add(_ other: RowsResult) {
    read += other.read
    stored += other.stored
    replaced += other.replaced
    unplaced += other.unplaced
    alreadyKnown += other.alreadyKnown
  }

  var json: JSON {
    [
      "read": .integer(read), "stored": .integer(stored), "replaced": .integer(replaced),
      "unplaced": .integer(unplaced), "alreadyKnown": .integer(alreadyKnown),
    ]
  }

  var lines: [String] {
    [
      "\(read) rows read", "\(stored) stored", "\(replaced) replaced",
      "\(unplaced) without a place, left out", "\(alreadyKnown) already known",
    ]
  }
}
