internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet exceptions`.
enum ExceptionsCommand {
  static let command = Command<Services>(
    ["exceptions"], summary: "say which wards and kinds of incident stand out in a week or month",
    details: """
      Each ward and kind is compared with the same season of earlier years, or with the weeks \
      before where there is little past. Rises only; 5 % of the lines may be there by chance. A \
      source that knows days is tested by ISO week, one of months by month. The report is kept.
      """,
    arguments: [
      .option("--source", value: "KEY", "the source of events; the freshest where it is not given"),
      .option("--week", value: "WEEK", "a week such as 2026-W47; the latest where it is not given"),
      .option("--month", value: "MONTH", "a month such as 2026-09, for sources of months"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let reader = ExceptionReader(services: services)
    let report = try services.database.read { read in
      let source = try source(invocation, reader, read)
      do {
        return try reader.report(source, try period(invocation), read)
      } catch let error as ExceptionProblem where error != .noEvents {
        throw UsageError(
          error.message, argument: invocation.option("--month") == nil ? "--week" : "--month")
      }
    }
    try services.database.write { write in
      let now = services.clock.now()
      let kept = try ReportStore.keep(report, by: nil, at: now, in: write)
      guard kept.isNew else { return }
      try services.audit.record(
        .init(
          actor: nil, action: "tasking.exceptions-tested",
          subject: "exception-report/\(kept.id)",
          detail: [
            "source": report.source, "period": report.period, "lines": String(report.lines.count),
          ], at: now), in: write)
    }
    if invocation.flag("--json") {
      invocation.output.json(report.json)
    } else {
      write(report, to: invocation.output)
    }
  }

  private static func period(_ invocation: Invocation) throws -> CountPeriod? {
    let week = try invocation.option("--week", expected: "a week such as 2026-W47") { Week($0) }
    let month = try invocation.option("--month", expected: "a month such as 2026-09") { Month($0) }
    if week != nil, month != nil {
      throw UsageError("Give --week or --month, not both.", argument: "--month")
    }
    return week.map { .week($0) } ?? month.map { .month($0) }
  }

  /// The source asked for; else the one that reaches furthest.
  private static func source(
    _ invocation: Invocation, _ reader: ExceptionReader, _ read: Read
  ) throws -> EventSource {
    let sources = try reader.services.events(read)
    guard let key = invocation.option("--source") else {
      let freshest = try sources.compactMap { source in
        try source.lastDay(read).map { (source, $0) }
      }.max { $0.1 < $1.1 }
      guard let freshest else { throw ExceptionProblem.noEvents }
      return freshest.0
    }
    guard let source = sources.first(where: { $0.key == key }) else {
      let known = sources.map(\.key).joined(separator: ", ")
      throw UsageError("--source: “\(key)” is none of \(known).", argument: "--source")
    }
    return source
  }

  private static func write(_ report: ExceptionReport, to output: Output) {
    output.line("\(report.title), \(report.at.words)")
    output.line("\(report.headline).")
    for line in report.lines {
      output.line(
        "  \(line.ward): \(line.category): \(line.observed), usually \(line.usualWords); "
          + "by chance \(line.chanceWords); \(line.sinceWords)")
    }
    for caution in report.cautions { output.line(caution) }
    output.line(report.coverage)
    for fact in report.facts { output.line("\(fact.name): \(fact.value)") }
  }
}
