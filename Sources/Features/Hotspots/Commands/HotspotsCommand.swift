internal import Commands
internal import Database
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

      With --keep the map is kept with all it was made by. With --run a kept map is printed as it \
      was made; with --check too it is drawn again from the events there are now, and the command \
      fails where that gives another map.
      """,
    arguments: EventOptions.arguments + [
      .option("--method", value: "NAME", "gi, kde or clusters; gi where it is not given"),
      .option("--cell", value: "METRES", "the side of a cell"),
      .option("--reach", value: "METRES", "the reach of the density, or between neighbours"),
      .flag("--keep", "keep the map"),
      .option("--run", value: "ID", "print a kept map instead, such as 12"),
      .flag("--check", "draw the kept map of --run again and compare"),
      .flag("--json", "print one JSON value with every cell"),
      .flag("--geojson", "print the cells as GeoJSON, in degrees"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    if let id = try invocation.option(
      "--run", expected: "the number of a kept map", ID<HotspotRunTag>.init)
    {
      return try show(id, invocation, services)
    }
    guard !invocation.flag("--check") else {
      throw UsageError("--check: say which kept map with --run.", argument: "--run")
    }
    let parameters = try services.database.read { read in
      try Self.parameters(invocation, EventOptions.question(invocation, services, read))
    }
    if invocation.flag("--keep") {
      let kept = try RunKeeper(services: services).keep(parameters) { done, total in
        invocation.progress.update(done, of: total, "periods")
      }
      invocation.progress.clear()
      invocation.progress.message(
        kept.wasThere ? "Kept before, as map \(kept.id)." : "Kept as map \(kept.id).")
      return try write(kept.map, invocation)
    }
    let reader = HotspotReader(services: services)
    let drawing = try services.database.read { read -> HotspotReader.Drawing in
      guard let source = try reader.source(parameters.source, read) else {
        throw HotspotProblem.noEvents
      }
      return try reader.drawing(parameters, source, read)
    }
    try write(try drawing.map(), invocation)
  }

  /// Prints a kept map, or says whether drawing it again gives the same.
  private static func show(
    _ id: ID<HotspotRunTag>, _ invocation: Invocation, _ services: Services
  ) throws {
    guard let kept = try services.database.read({ try RunStore.find(id, $0) }) else {
      throw UsageError("--run: no map \(id) is kept. See hamlet hotspots runs.", argument: "--run")
    }
    if invocation.flag("--check") {
      guard kept.map.version == HotspotParameters.version else {
        throw HotspotProblem.otherMethod(id, version: kept.map.version)
      }
      guard try RunKeeper(services: services).again(kept) == kept.map else {
        throw HotspotProblem.differs(id)
      }
      invocation.progress.message("Drawn again, map \(id) is the same to the last byte.")
    }
    try write(kept.map, invocation)
  }

  private static func parameters(
    _ invocation: Invocation, _ question: HotspotQuestion
  ) throws -> HotspotParameters {
    var parameters = question.usual
    if let name = invocation.option("--method") {
      guard let method = HotspotMethod(rawValue: name) else {
        throw UsageError("--method: “\(name)” is none of gi, kde, clusters.", argument: "--method")
      }
      parameters.method = method
    }
    parameters.category = try EventOptions.category(invocation, question)
    parameters.months = try EventOptions.months(invocation, usual: question.usual.months)
    let metres = { (text: String) in Double(text).flatMap { $0.isFinite ? $0 : nil } }
    if let cell = try invocation.option("--cell", expected: "metres such as 500", metres) {
      parameters.cell = cell
    }
    if let reach = try invocation.option("--reach", expected: "metres such as 300", metres) {
      parameters.reach = reach
    }
    try EventOptions.refusing { () throws(Refusal) in
      try parameters.check(question.source, span: question.span)
    }
    return parameters
  }

  private static func write(_ map: HotspotMap, _ invocation: Invocation) throws {
    let output = invocation.output
    if invocation.flag("--geojson") {
      output.text(String(decoding: try map.geoJSON(), as: UTF8.self))
    } else if invocation.flag("--json") {
      output.json(map.json)
    } else {
      output.line(map.headline + ".")
      for spot in map.hotspots {
        output.line("  \(spot.letter)  \(spot.count) incidents  \(spot.place)  \(spot.cycle.words)")
      }
      for fact in map.facts { output.line("\(fact.name): \(fact.value)") }
    }
  }
}
