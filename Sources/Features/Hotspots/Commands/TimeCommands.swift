internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership
internal import Statistics

/// The commands about when events happen: hours and weekdays, and near repeats of a source.
enum TimeCommands {
  static let hours = Command<Services>(
    ["hotspots", "hours"], summary: "count by hour and weekday, where a source tells the time",
    details: """
      The latest twelve months where none are given. An event known only to lie between two moments \
      is spread over the hours between them.
      """,
    arguments: EventOptions.arguments + [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let table = try services.database.read { read -> HourTable in
      let question = try EventOptions.question(invocation, services, read)
      if let reason = question.source.precision.refusal(of: .hours) {
        throw UsageError("--source: \(reason).", argument: "--source")
      }
      let (months, category) = try EventOptions.period(invocation, question)
      return HourTable(
        try HotspotReader.spots(question.source, months, category, read), months: months,
        category: category)
    }
    if invocation.flag("--json") {
      invocation.output.json(table.json)
    } else {
      invocation.output.line(table.headline + ".")
      for (name, row) in zip(HourTable.bandNames, table.bands) {
        let cells = row.map { NumberText.decimal($0, places: 1) }.joined(separator: "  ")
        invocation.output.line("  \(name)  \(cells)")
      }
      for fact in table.facts { invocation.output.line("\(fact.name): \(fact.value)") }
    }
  }

  static let repeats = Command<Services>(
    ["hotspots", "near-repeats"], summary: "test a source's events for near repeats",
    details: """
      As near-repeat does of a file: for sources with exact places and days. The latest twelve \
      months where none are given, \(EventRepeats.most) events at most.
      """,
    arguments: EventOptions.arguments + [
      .option("--distances", value: "LIST", "upper ends in metres, not included"),
      .option("--days", value: "LIST", "upper ends in days, not included"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let finding = try services.database.read { read -> NearRepeatFinding in
      let question = try EventOptions.question(invocation, services, read)
      if let reason = EventRepeats.reason(question.source) {
        throw UsageError("--source: \(reason).", argument: "--source")
      }
      let (months, category) = try EventOptions.period(invocation, question)
      return try EventRepeats.finding(
        question.source, months, category,
        NearRepeatParameters(bands: try NearRepeatCommand.bands(invocation)), read)
    }
    if invocation.flag("--json") {
      invocation.output.json(finding.json)
    } else {
      for line in finding.lines { invocation.output.line(line) }
    }
  }
}

extension HourTable {
  /// The table as one JSON value, hours of the week from Monday at 00:00.
  var json: JSON {
    [
      "from": .string(months.lowerBound.description), "to": .string(months.upperBound.description),
      "category": JSON(category), "headline": .string(headline),
      "events": .integer(week.events), "exact": .integer(exact), "overADay": .integer(long),
      "untimed": .integer(untimed), "weights": .array(week.weights.map { .number($0) }),
    ]
  }
}
