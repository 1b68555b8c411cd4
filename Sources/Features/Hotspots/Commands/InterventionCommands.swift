internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership
internal import Statistics

/// The commands about interventions.
enum InterventionCommands {
  static let show = Command<Services>(
    ["hotspots", "interventions"], summary: "list the interventions, or judge one",
    arguments: [
      .option("--id", value: "ID", "one of them, with what happened in and around it"),
      .option("--page", value: "NUMBER", "25 a page; the first where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    if let id = try invocation.option(
      "--id", expected: "the number of an intervention", ID<InterventionTag>.init)
    {
      return try judge(id, invocation, services)
    }
    let page = try RunCommands.page(invocation)
    let found = try services.database.read { try InterventionStore.page(page, $0) }
    if invocation.flag("--json") {
      invocation.output.json(
        .array(
          found.map { id, one in
            ["id": .integer(Int(id.rawValue)), "intervention": one.json]
          }))
    } else {
      for (id, one) in found {
        invocation.output.line(
          "\(id)  \(one.months.lowerBound) to \(one.months.upperBound)  \(one.name)")
      }
      if found.isEmpty { invocation.output.line("No intervention has been stated yet.") }
    }
  }

  static let state = Command<Services>(
    ["hotspots", "intervene"], summary: "state an intervention, with its buffer and control",
    details: """
      State it before it begins. Areas are named KIND/EDITION/CODE, such as ward/2022/E05000573 or \
      hotspot/2026/mill-lane-1, or are a circle EASTING,NORTHING,RADIUS in metres.
      """,
    arguments: [
      .option("--name", value: "NAME", "what it is called", isRequired: true),
      .option("--source", value: "KEY", "the source of events; the first where it is not given"),
      .option("--category", value: "NAME", "one kind, in the source's words"),
      .option("--from", value: "MONTH", "its first month", isRequired: true),
      .option("--to", value: "MONTH", "its last month, which is included", isRequired: true),
      .option("--target", value: "AREA", "where it is done", isRequired: true),
      .option("--buffer", value: "METRES", "how far round it something may move", isRequired: true),
      .option("--control", value: "AREA", "where nothing is done", isRequired: true),
    ]
  ) { invocation, services in
    var fields = Fields()
    for name in ["name", "source", "category", "from", "to", "buffer"] {
      if let value = invocation.option("--\(name)") { fields.append(name, value) }
    }
    for name in ["target", "control"] {
      let value = invocation.value("--\(name)")
      fields.append(value.contains("/") ? name : "\(name)-circle", value)
    }
    do {
      let id = try InterventionDesk(services: services).state(fields, by: nil)
      invocation.output.line("Stated as intervention \(id).")
    } catch let refusal as Refusal {
      let first = refusal.entries[0]
      let option = "--" + first.field.split(separator: "-")[0]
      throw UsageError("\(option): \(first.message).", argument: option)
    }
  }

  private static func judge(
    _ id: ID<InterventionTag>, _ invocation: Invocation, _ services: Services
  ) throws {
    let desk = InterventionDesk(services: services)
    guard let model = try services.database.read({ try desk.model(id, $0) }) else {
      throw UsageError("--id: there is no intervention \(id).", argument: "--id")
    }
    if invocation.flag("--json") {
      return invocation.output.json([
        "intervention": model.intervention.json, "finding": model.finding?.json ?? .null,
      ])
    }
    let one = model.intervention
    invocation.output.line("\(one.name), \(one.months.words)")
    guard let finding = model.finding else {
      return invocation.output.line("Its source “\(one.source)” is gone.")
    }
    invocation.output.line(finding.headline + ".")
    for (name, area) in [
      ("Target", finding.target), ("Buffer", finding.buffer), ("Control", finding.control),
    ] { invocation.output.line("  \(name): \(area.before) before, \(area.after) after") }
    for sentence in finding.sentences { invocation.output.line(sentence) }
    invocation.output.line("In target and buffer together: \(finding.net).")
  }
}

extension Intervention {
  /// The statement as one JSON value, without its outlines.
  var json: JSON {
    [
      "name": .string(name), "source": .string(source), "category": JSON(category),
      "from": .string(months.lowerBound.description), "to": .string(months.upperBound.description),
      "before": .string("\(before.lowerBound) to \(before.upperBound)"),
      "target": .string(target.name), "buffer": .number(buffer),
      "control": .string(control.name), "stated": .string(statedAt.description),
      "statedBefore": .bool(isStatedBefore),
    ]
  }
}

extension InterventionFinding {
  /// The finding as one JSON value.
  var json: JSON {
    func counts(_ area: Displacement.Area) -> JSON {
      let effect = displacement?.relativeEffect(of: area)
      return [
        "before": .integer(area.before), "after": .integer(area.after),
        "ratio": JSON(effect?.ratio), "lower": JSON(effect?.interval.lower),
        "upper": JSON(effect?.interval.upper),
      ]
    }
    return [
      "headline": .string(headline), "target": counts(target), "buffer": counts(buffer),
      "control": ["before": .integer(control.before), "after": .integer(control.after)],
      "weightedQuotient": JSON(displacement?.weightedQuotient),
      "netEffect": JSON(displacement?.totalNetEffect),
      "missing": .array(missing.map { .string($0.description) }),
    ]
  }
}
