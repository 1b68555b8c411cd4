internal import Commands
internal import Database
internal import Design
internal import Kernel
internal import Partnership
internal import Statistics

/// The command `hamlet tasking compare`.
enum ComparisonCommand {
  static let command = Command<Services>(
    ["tasking", "compare"], summary: "hold areas against each other by a funnel plot",
    details: """
      The wards of the borough over the last twelve months of a source, or the areas of a CSV file \
      with the columns code, name, events and people. The file is not kept.
      """,
    arguments: [
      .option("--source", value: "KEY", "the source of events; the first where it is not given"),
      .option("--category", value: "NAME", "one kind, in the source's words"),
      .option("--file", value: "FILE", "a CSV file of areas, instead of the wards"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let comparison = try comparison(invocation, services)
    if invocation.flag("--json") {
      invocation.output.json(json(comparison))
      return
    }
    invocation.output.line(comparison.about)
    invocation.output.line("\(comparison.headline).")
    for line in comparison.lines {
      let rate = line.rate.map { NumberText.decimal($0) } ?? "no people"
      invocation.output.line(
        "  \(line.area.name): \(line.area.events), \(rate) a thousand"
          + (line.standing.map { ", \($0.words.lowercased())" } ?? ""))
    }
  }

  private static func comparison(
    _ invocation: Invocation, _ services: Services
  ) throws -> Comparison {
    if let path = invocation.option("--file") {
      let areas = try ComparatorFile(path: path, name: path).areas()
      guard let comparison = Comparison(areas, about: "The areas of \(path), a thousand people")
      else { throw ComparisonProblem.noPeople }
      return comparison
    }
    return try services.database.read { read in
      let sources = try services.events(read)
      let key = invocation.option("--source")
      guard let source = sources.first(where: { key == nil || $0.key == key }) else {
        guard let key else { throw ComparisonProblem.noWards }
        let known = sources.map(\.key).joined(separator: ", ")
        throw UsageError("--source: “\(key)” is none of \(known).", argument: "--source")
      }
      let category = invocation.option("--category")
      if let category, try !source.categories(read).contains(category) {
        throw UsageError(
          "--category: “\(category)” is no kind of the source.", argument: "--category")
      }
      return try WardComparison(services: services).comparison(
        source, category: category, read)
    }
  }

  private static func json(_ comparison: Comparison) -> JSON {
    [
      "about": .string(comparison.about), "headline": .string(comparison.headline),
      "centre": .number(comparison.funnel.centre * Comparison.thousand),
      "dispersion": .number(comparison.funnel.dispersion),
      "areas": .array(
        comparison.lines.map { line in
          [
            "code": .string(line.area.code), "name": .string(line.area.name),
            "events": .integer(line.area.events), "people": .integer(line.area.people),
            "rate": JSON(line.rate), "lower": JSON(line.limits?.lower),
            "upper": JSON(line.limits?.upper), "standing": JSON(line.standing?.words),
          ]
        }),
    ]
  }
}
