internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands about weights of harm.
enum HarmCommands {
  static let show = Command<Services>(
    ["hotspots", "harm"], summary: "show the weights of harm in use, and where they come from",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let scale = try services.database.read { try HarmStore.current(on: services.clock.today, $0) }
    if invocation.flag("--json") {
      invocation.output.json(scale.json)
    } else {
      invocation.output.line("\(scale.title), from \(scale.from)")
      invocation.output.line(scale.source)
      for weight in scale.weights {
        invocation.output.line("  \(weight.category): \(weight.words). \(weight.note)")
      }
    }
  }

  static let replace = Command<Services>(
    ["hotspots", "harm", "replace"], summary: "use other weights of harm from a day on",
    details: """
      FILE is CSV with the headings category,lowest,highest,note: a kind in the words of the \
      source, the lowest and the highest weight of its offences in days (the same twice for one \
      offence), and where they come from. Leave both empty for a kind without a weight and say why \
      in note. Earlier scales stay for the results that cite them.
      """,
    arguments: [
      .file("FILE", "the weights"),
      .option("--name", value: "NAME", "what the scale is called", isRequired: true),
      .option("--version", value: "TEXT", "its version, such as 2026", isRequired: true),
      .option(
        "--from", value: "DAY", "the day it is used from, such as 2026-04-01", isRequired: true),
      .option("--source", value: "TEXT", "where it was published", isRequired: true),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let from = try invocation.option("--from", expected: "a day such as 2026-04-01") { Day($0) }
    let scale = HarmScale(
      name: invocation.value("--name"), version: invocation.value("--version"),
      from: from ?? services.clock.today, source: invocation.value("--source"),
      weights: try HarmFile(path: path, name: path).read())
    do { try HarmReplacing(services: services).add(scale) } catch let refusal as Refusal {
      throw UsageError(
        "--version: \(refusal.entries[0].message).", argument: "--version")
    }
    invocation.output.line("\(scale.title): \(scale.weights.count) kinds, from \(scale.from).")
  }
}

extension HarmScale {
  /// The scale as one JSON value.
  var json: JSON {
    [
      "name": .string(name), "version": .string(version), "from": .string(from.description),
      "source": .string(source),
      "weights": .array(
        weights.map { weight in
          [
            "category": .string(weight.category), "lowest": JSON(weight.lowest),
            "highest": JSON(weight.highest), "note": .string(weight.note),
          ]
        }),
    ]
  }
}
