internal import Commands
internal import Database
internal import Geography
internal import HTTP
internal import Kernel
internal import Partnership

/// The command `hamlet hotspots`.
enum HotspotsCommand {
  static let command = Command<Services>(
    ["hotspots"], summary: "find the places that stand out, and say why that is believable",
    details: """
      gi marks cells with more incidents, with those around them, than chance gives; only what \
      survives a false discovery rate of 5 % over all cells is counted. kde marks the densest 1 in \
      100 of the land. clusters marks groups of incidents close to each other. What a source \
      cannot bear is refused: places of data.police.uk are moved, so cells are 500 m or more.
      """,
    arguments: [
      .option("--source", value: "KEY", "the source of events; the first where it is not given"),
      .option("--method", value: "NAME", "gi, kde or clusters; gi where it is not given"),
      .option("--category", value: "NAME", "one kind, in the source's words"),
      .option("--from", value: "MONTH", "the first month, such as 2026-07"),
      .option("--to", value: "MONTH", "the last month, which is included"),
      .option("--cell", value: "METRES", "the side of a cell"),
      .option("--reach", value: "METRES", "the reach of the density, or between neighbours"),
      .flag("--json", "print one JSON value with every cell"),
      .flag("--geojson", "print the cells as GeoJSON, in degrees"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let reader = HotspotReader(services: services)
    let map = try services.database.read { read in
      let key = invocation.option("--source")
      guard let source = try reader.source(key, read) else {
        let known = try services.events(read).map(\.key).joined(separator: ", ")
        throw UsageError("--source: “\(key ?? "")” is none of \(known).", argument: "--source")
      }
      guard let usual = try reader.usual(source, read) else { throw HotspotProblem.noEvents }
      let parameters = try parameters(invocation, usual.0, source, read)
      return try reader.map(parameters, source, read)
    }
    if invocation.flag("--geojson") {
      invocation.output.text(String(decoding: try map.geoJSON(), as: UTF8.self))
    } else if invocation.flag("--json") {
      invocation.output.json(map.json)
    } else {
      write(map, to: invocation.output)
    }
  }

  private static func parameters(
    _ invocation: Invocation, _ usual: HotspotParameters, _ source: EventSource, _ read: Read
  ) throws -> HotspotParameters {
    var parameters = usual
    if let name = invocation.option("--method") {
      guard let method = HotspotMethod(rawValue: name) else {
        throw UsageError("--method: “\(name)” is none of gi, kde, clusters.", argument: "--method")
      }
      parameters.method = method
    }
    if let category = invocation.option("--category") {
      guard try source.categories(read).contains(category) else {
        throw UsageError(
          "--category: “\(category)” is no kind of the source.", argument: "--category")
      }
      parameters.category = category
    }
    parameters.months = try months(invocation, usual.months)
    let metres = { (text: String) in Double(text).flatMap { $0.isFinite ? $0 : nil } }
    if let cell = try invocation.option("--cell", expected: "metres such as 500", metres) {
      parameters.cell = cell
    }
    if let reach = try invocation.option("--reach", expected: "metres such as 300", metres) {
      parameters.reach = reach
    }
    do { try parameters.check(source) } catch {
      let first = error.entries[0]
      throw UsageError("--\(first.field): \(first.message).", argument: "--\(first.field)")
    }
    return parameters
  }

  private static func months(
    _ invocation: Invocation, _ usual: ClosedRange<Month>
  ) throws -> ClosedRange<Month> {
    let month = { (text: String) in Month(text) }
    let from = try invocation.option("--from", expected: "a month such as 2026-07", month)
    let to = try invocation.option("--to", expected: "a month such as 2026-09", month)
    let last = to ?? max(usual.upperBound, from ?? usual.upperBound)
    let first = from ?? last.adding(months: 1 - usual.count)
    guard first <= last else {
      throw UsageError("--to: \(last) is before --from \(first).", argument: "--to")
    }
    return first...last
  }

  private static func write(_ map: HotspotMap, to output: Output) {
    output.line(map.headline + ".")
    for spot in map.hotspots {
      let place = spot.wards.isEmpty ? "outside every ward" : spot.wards.joined(separator: ", ")
      output.line("  \(spot.letter)  \(spot.count) incidents  \(place)")
    }
    for fact in map.facts { output.line("\(fact.name): \(fact.value)") }
  }
}
