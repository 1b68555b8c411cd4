internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The commands `hamlet boundaries …`.
enum BoundaryCommands {
  static let all = [add, list, remove]

  private static let add = Command<Services>(
    ["boundaries", "import"], summary: "read a boundary file",
    details: """
      Reads GeoJSON, TopoJSON, a GeoPackage, a shapefile (the .shp with the files beside it, or \
      zipped) into areas of a kind and an edition, in metres of the British National Grid. The \
      coordinate reference system is read from the file unless --crs says another. A file that was \
      imported before is known by its content and changes nothing.

      Codes, names and the year are found by the names the Office for National Statistics gives its \
      columns (WD13CD, LSOA21NM), or by what the columns hold. Rings that cross themselves are \
      mended, and said to be. Nothing is stored unless every area can be.
      """,
    arguments: [
      .file("FILE", "the boundary file"),
      .option(
        "--kind", value: "KIND", "borough, ward, lsoa, msoa, neighbourhood or hotspot",
        oneOf: AreaKind.allCases.map(\.rawValue), isRequired: true),
      .option("--edition", value: "YEAR", "the year of the boundaries, such as 2022"),
      .option("--code-field", value: "FIELD", "the column of the codes"),
      .option("--name-field", value: "FIELD", "the column of the names"),
      .option("--crs", value: "EPSG:N", "the coordinate reference system"),
      .option("--valid-from", value: "DAY", "the first day they were in force"),
      .option("--valid-to", value: "DAY", "the last day they were in force"),
      .flag("--json", "print what was done as one JSON value"),
    ], run: runImport)

  private static let list = Command<Services>(
    ["boundaries", "list"], summary: "list the editions of boundaries and their files",
    arguments: [.flag("--json", "print one JSON value")], run: runList)

  private static let remove = Command<Services>(
    ["boundaries", "remove"], summary: "take an edition of boundaries away",
    details: "Takes away the areas of a kind and year that were imported by mistake.",
    arguments: [
      .option(
        "--kind", value: "KIND", "the kind of area", oneOf: AreaKind.allCases.map(\.rawValue),
        isRequired: true),
      .option("--edition", value: "YEAR", "the year of the boundaries", isRequired: true),
    ], run: runRemove)

  private static func runImport(_ invocation: Invocation, _ services: Services) throws {
    var options = BoundaryOptions(kind: try kind(invocation), edition: try edition(invocation))
    options.codeField = invocation.option("--code-field")
    options.nameField = invocation.option("--name-field")
    options.reference = try reference(invocation)
    options.validFrom = try day("--valid-from", invocation)
    options.validTo = try day("--valid-to", invocation)
    if let from = options.validFrom, let to = options.validTo, to < from {
      throw UsageError("--valid-to: \(to) is before --valid-from \(from).", argument: "--valid-to")
    }
    let result: BoundaryResult
    do {
      result = try BoundaryImport(services).run(invocation.value("FILE"), options)
    } catch let missing as NoSuchFile {
      throw UsageError(missing.message, argument: "FILE")
    }
    if result.isEditionAssumed {
      invocation.progress.message(
        "Neither the file nor --edition says the year: taken as \(result.edition).")
    }
    if invocation.flag("--json") {
      invocation.output.json(result.json)
    } else {
      for line in result.lines { invocation.output.line(line) }
    }
  }

  private static func runList(_ invocation: Invocation, _ services: Services) throws {
    let files = try services.database.read { read in try AreaStore.files(read) }
    if invocation.flag("--json") {
      invocation.output.json(.array(files.map(\.json)))
      return
    }
    if files.isEmpty { invocation.output.line("No boundaries have been imported.") }
    for file in files { invocation.output.line(file.line) }
  }

  private static func runRemove(_ invocation: Invocation, _ services: Services) throws {
    let kind = try kind(invocation)
    guard let edition = try edition(invocation) else { return }
    let count = try services.database.write { write in
      let count = try BoundaryStore.remove(kind, edition, in: write)
      if count > 0 {
        let event = AuditEvent(
          actor: nil, action: "places.boundaries-removed",
          subject: "boundaries/\(kind.rawValue)-\(edition)", detail: ["areas": String(count)],
          at: services.clock.now())
        try services.audit.record(event, in: write)
      }
      return count
    }
    guard count > 0 else {
      throw UsageError(
        "--edition: there are no \(kind.plural) of \(edition).", argument: "--edition")
    }
    try services.areas.changed(services)
    invocation.output.line("\(count) areas taken away")
  }

  private static func kind(_ invocation: Invocation) throws -> AreaKind {
    let word = invocation.option("--kind") ?? ""
    guard let kind = AreaKind(rawValue: word) else {
      throw UsageError("--kind: “\(word)” is no kind of area.", argument: "--kind")
    }
    return kind
  }

  private static func edition(_ invocation: Invocation) throws -> Int? {
    try invocation.option("--edition", expected: "a year such as 2022") { (text: String) in
      Int(text).flatMap { (1900...2100).contains($0) ? $0 : nil }
    }
  }

  private static func day(_ name: String, _ invocation: Invocation) throws -> Day? {
    try invocation.option(name, expected: "a day such as 2022-05-05") { (text: String) in Day(text)
    }
  }

  private static func reference(_ invocation: Invocation) throws -> String? {
    try invocation.option("--crs", expected: "a system such as EPSG:27700") { (text: String) in
      let parts = text.uppercased().split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "EPSG", let number = Int(parts[1]), number > 0 else {
        return nil
      }
      return "EPSG:\(number)"
    }
  }
}
