internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership
internal import Statistics

/// The command `hamlet hotspots wards`.
enum WardCommand {
  static let command = Command<Services>(
    ["hotspots", "wards"], summary: "rank the wards by count, rate and harm",
    details: """
      The latest twelve months where none are given. Rates are per 1,000 residents with Byar's \
      interval, and none is told under 20 incidents or without an estimate of people. Harm is a \
      range: by the lowest and by the highest weight of each kind.
      """,
    arguments: EventOptions.arguments + [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let table = try services.database.read { read in
      let question = try EventOptions.question(invocation, services, read)
      let (months, category) = try EventOptions.period(invocation, question)
      return try WardReader(services: services).table(question, months, category, read)
    }
    if invocation.flag("--json") {
      invocation.output.json(table.json)
    } else {
      invocation.output.line(table.headline + ".")
      for line in table.lines { invocation.output.line(words(line)) }
      for fact in table.facts { invocation.output.line("\(fact.name): \(fact.value)") }
    }
  }

  private static func words(_ line: WardLine) -> String {
    let rate =
      line.rate.map {
        "\(NumberText.decimal($0.value)) per 1,000 (\(NumberText.decimal($0.interval.lower)) to "
          + "\(NumberText.decimal($0.interval.upper)))"
      } ?? "no rate: \(line.noRate ?? "")"
    return "  \(line.area.name)  \(line.count) incidents  \(rate)  places \(line.ranks.words)"
  }
}

extension WardTable {
  /// The table as one JSON value.
  var json: JSON {
    [
      "from": .string(months.lowerBound.description), "to": .string(months.upperBound.description),
      "category": JSON(category), "edition": JSON(edition), "harmScale": .string(scale),
      "headline": .string(headline), "outside": .integer(outside),
      "unlocated": .integer(unlocated),
      "missing": .array(missing.map { .string($0.description) }),
      "wards": .array(lines.map(\.json)),
    ]
  }
}

extension WardLine {
  fileprivate var json: JSON {
    [
      "code": .string(area.code), "name": .string(area.name), "count": .integer(count),
      "people": JSON(people?.people), "peopleYear": JSON(people?.year),
      "ratePer1000": JSON(rate?.value), "lower": JSON(rate?.interval.lower),
      "upper": JSON(rate?.interval.upper), "noRate": JSON(noRate),
      "harmLowest": JSON(harm?.lowest), "harmHighest": JSON(harm?.highest),
      "unweighed": .integer(harm?.unweighed ?? count), "rankCount": JSON(ranks.count),
      "rankRate": JSON(ranks.rate), "rankHarmLowest": JSON(ranks.lowestHarm),
      "rankHarmHighest": JSON(ranks.highestHarm),
    ]
  }
}
