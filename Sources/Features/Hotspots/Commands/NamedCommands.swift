internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands about named hotspots.
enum NamedCommands {
  static let name = Command<Services>(
    ["hotspots", "name"], summary: "give an area of a kept map a name, and keep its outline",
    arguments: [
      .option("--run", value: "ID", "the kept map, such as 12", isRequired: true),
      .option("--letter", value: "LETTER", "the area on it, such as A", isRequired: true),
      .option("--name", value: "NAME", "what people call the place", isRequired: true),
    ]
  ) { invocation, services in
    let run = try invocation.option(
      "--run", expected: "the number of a kept map", ID<HotspotRunTag>.init)
    guard let run else { return }
    do {
      let area = try NamedDrawing(services: services).name(
        invocation.value("--letter"), of: run, as: invocation.value("--name"))
      invocation.output.line("\(area.name)  \(area.edition)/\(area.code)")
    } catch let refusal as Refusal {
      let first = refusal.entries[0]
      throw UsageError("--\(first.field): \(first.message).", argument: "--\(first.field)")
    }
  }

  static let list = Command<Services>(
    ["hotspots", "named"], summary: "list the named hotspots, or count one month by month",
    arguments: EventOptions.sourceArguments + [
      .option("--area", value: "EDITION/CODE", "one of them, such as 2026/mill-lane-1"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    guard let wanted = invocation.option("--area") else {
      let places = try services.database.read { try NamedHotspot.all(services.areas, $0) }
      if invocation.flag("--json") { return invocation.output.json(.array(places.map(\.json))) }
      for place in places {
        let codes = place.versions.map { "\($0.edition)/\($0.code)" }.joined(separator: ", ")
        invocation.output.line("\(place.name)  \(codes)")
      }
      if places.isEmpty { invocation.output.line("No hotspot has been named yet.") }
      return
    }
    let counts = try services.database.read { read -> NamedCounts in
      guard let area = try AreaName(wanted, .hotspot)?.find(services.areas, read) else {
        throw UsageError("--area: there is no “\(wanted)”.", argument: "--area")
      }
      let question = try EventOptions.question(invocation, services, read)
      if let reason = NamedHandlers.refusalToCount(area.shape, question.source) {
        throw UsageError("--area: \(reason)", argument: "--area")
      }
      return try NamedCounts(
        area.shape, question.source, EventOptions.category(invocation, question),
        span: question.span, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          zip(counts.months, counts.counts).map { month, count in
            ["month": .string(month.description), "count": .integer(count)]
          }))
    }
    for (month, count) in zip(counts.months, counts.counts) {
      invocation.output.line("\(month)  \(count)")
    }
  }
}

extension NamedHotspot {
  fileprivate var json: JSON {
    [
      "name": .string(name),
      "versions": .array(
        versions.map { ["edition": .integer($0.edition), "code": .string($0.code)] }),
    ]
  }
}
