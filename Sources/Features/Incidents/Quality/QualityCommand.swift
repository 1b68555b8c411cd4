internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet incidents quality`.
enum QualityCommand {
  static let command = Command<Services>(
    ["incidents", "quality"], summary: "say what the imported months can and cannot bear",
    details: """
      For each force or mapped source and month: rows without a place, repeated ids and their \
      disagreements, identical rows, places without a street, districts outside the force, LSOA \
      codes of another edition than the imported boundaries, months missing or far \
      from the median of those around them, and known changes of recording, each with what it does \
      to analysis.
      """,
    arguments: [
      .option("--force", value: "NAME", "one force, as the files spell it; all without it"),
      .option("--source", value: "KEY", "one mapped source, by its key; all without it"),
      .option("--from", value: "MONTH", "the first month to show, such as 2023-01"),
      .option("--to", value: "MONTH", "the last month to show, which is included"),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    let (from, to) = try CountCommand.months(invocation)
    let forces = try services.database.read { read -> [ForceQuality] in
      if invocation.option("--source") != nil { return [] }
      let known = try OverviewStore.forces(read)
      let asked = invocation.option("--force")
      if let asked, !known.contains(asked) {
        let names = known.isEmpty ? "No force has been imported." : known.joined(separator: ", ")
        throw UsageError("--force: “\(asked)” is none of these: \(names)", argument: "--force")
      }
      return try (asked.map { [$0] } ?? known).map { try QualityStore.quality(of: $0, in: read) }
    }
    let sources = try sources(invocation, services)
    let shown = (forces + sources.map(\.quality)).map { force in
      (
        force.force,
        force.months.filter { (from ?? $0.month) <= $0.month && $0.month <= (to ?? $0.month) }
      )
    }
    if invocation.flag("--json") {
      let keys = sources.map(\.key)
      invocation.output.json([
        "forces": .array(
          shown.prefix(forces.count).map {
            ["force": .string($0.0), "months": .array($0.1.map(json))]
          }),
        "sources": .array(
          zip(keys, shown.dropFirst(forces.count)).map { key, line in
            [
              "key": .string(key), "title": .string(line.0),
              "months": .array(line.1.map(json)),
            ]
          }),
      ])
    } else {
      for (force, months) in shown {
        invocation.output.line(force)
        for line in months { write(line, to: invocation.output) }
      }
      if shown.isEmpty { invocation.output.line("No files have been imported yet.") }
    }
  }

  /// The mapped sources asked about: all, unless one of them or a force is named.
  private static func sources(
    _ invocation: Invocation, _ services: Services
  ) throws -> [(key: String, quality: ForceQuality)] {
    let saved: [SavedMapping]
    if let key = invocation.option("--source") {
      saved = [try MappingCommands.find(key, argument: "--source", services)]
    } else if invocation.option("--force") != nil {
      saved = []
    } else {
      saved = try services.database.read { try MappingStore.all($0) }
    }
    return try services.database.read { read in
      try saved.map { ($0.mapping.key, try SourceQuality.quality(of: $0, in: read)) }
    }
  }

  private static func write(_ line: ForceQuality.Line, to output: Output) {
    output.line("  \(line.month)  \(line.facts.map { "\($0.stored) rows" } ?? "not imported")")
    for finding in line.findings {
      output.line("    \(finding.words). \(finding.effect)")
    }
  }

  private static func json(_ line: ForceQuality.Line) -> JSON {
    [
      "month": .string(line.month.description),
      "stored": JSON(line.facts?.stored), "unlocated": JSON(line.facts?.unlocated),
      "repeated": JSON(line.facts?.repeated),
      "disagreements": JSON(line.facts?.disagreements),
      "identical": JSON(line.facts?.identical), "unnamed": JSON(line.facts?.unnamed),
      "codeFits": .array(
        (line.facts?.fits ?? []).map {
          [
            "edition": .integer($0.edition), "inside": .integer($0.inside),
            "otherCodes": .integer($0.strange),
          ]
        }),
      "bearsTrend": .bool(line.bar == nil),
      "findings": .array(
        line.findings.map {
          [
            "kind": .string($0.key), "words": .string($0.words), "effect": .string($0.effect),
          ]
        }),
    ]
  }
}
