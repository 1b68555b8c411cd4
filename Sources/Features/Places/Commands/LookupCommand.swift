internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet places lookup`.
enum LookupCommand {
  static let command = Command<Services>(
    ["places", "lookup"], summary: "fit the areas of one edition into another",
    details: """
      Gives each area of one edition to the area of the other that holds most of it, by land or by \
      people, and says what does not carry over: the share that lies elsewhere, and the areas that \
      fit none. By people, those of each LSOA are spread over its postcodes.
      """,
    arguments: [
      .option(
        "--kind", value: "KIND", "the kind of area", oneOf: AreaKind.allCases.map(\.rawValue),
        isRequired: true),
      .option("--from", value: "YEAR", "the edition to look from", isRequired: true),
      .option("--to", value: "YEAR", "the edition to look into", isRequired: true),
      .option(
        "--by", value: "BASIS", "area or people (area)", oneOf: LookupBasis.allCases.map(\.rawValue)
      ),
      .flag("--json", "print one JSON value"),
    ], run: run)

  private static func run(_ invocation: Invocation, _ services: Services) throws {
    guard let kind = AreaKind(rawValue: invocation.option("--kind") ?? ""),
      let from = try year("--from", invocation), let to = try year("--to", invocation)
    else { return }
    let basis = LookupBasis(rawValue: invocation.option("--by") ?? "") ?? .area
    let query = LookupQuery(kind: kind, from: from, to: to, basis: basis)
    let lookup = try services.database.read { read in
      try LookupLoader.load(query, services.areas, read)
    }
    guard let lookup else {
      throw UsageError(
        "--from, --to: there are no \(kind.plural) of \(from), or none of \(to). "
          + "See hamlet boundaries list.", argument: "--from")
    }
    if invocation.flag("--json") {
      invocation.output.json(lookup.json(query))
    } else {
      for line in lookup.lines { invocation.output.line(line) }
    }
  }

  private static func year(_ name: String, _ invocation: Invocation) throws -> Int? {
    try invocation.option(name, expected: "a year such as 2022") { text in Int(text) }
  }
}

extension Lookup {
  func json(_ query: LookupQuery) -> JSON {
    [
      "kind": .string(query.kind.rawValue), "from": .integer(query.from),
      "to": .integer(query.to), "by": .string(query.basis.rawValue),
      "rows": .array(fits.map(\.json)),
      "unfitted": .array(unfitted.map { .string($0.code) }),
      "lost": .number(rounded(lost)),
    ]
  }

  var lines: [String] {
    fits.map { fit in
      let best = fit.best.map { "\($0.area.code) \($0.area.name)" } ?? "none"
      let percent = Int((fit.lost * 1000).rounded())
      return "\(fit.area.code) \(fit.area.name) -> \(best)  "
        + "does not carry over: \(percent / 10).\(percent % 10)%"
    } + unfitted.map { "no area fits \($0.code) \($0.name) best" }
  }
}

extension Lookup.Fit {
  fileprivate var json: JSON {
    [
      "code": .string(area.code), "name": .string(area.name),
      "best": best.map { .string($0.area.code) } ?? .null,
      "share": .number(rounded(best?.share ?? 0)), "outside": .number(rounded(outside)),
      "parts": .array(
        parts.map { ["code": .string($0.area.code), "share": .number(rounded($0.share))] }),
    ]
  }
}

/// A share to six decimals.
private func rounded(_ share: Double) -> Double { (share * 1_000_000).rounded() / 1_000_000 }
