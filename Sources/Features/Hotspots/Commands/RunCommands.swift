internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The commands about kept maps.
enum RunCommands {
  static let list = Command<Services>(
    ["hotspots", "runs"], summary: "list the maps that were kept, the newest first",
    arguments: [
      .option("--page", value: "NUMBER", "25 maps a page; the first where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let page = try page(invocation)
    let (runs, count) = try services.database.read { read in
      (try RunStore.page(page, read), try RunStore.count(read))
    }
    if invocation.flag("--json") {
      invocation.output.json(["runs": .array(runs.map(json)), "count": .integer(count)])
    } else {
      for run in runs { invocation.output.line(line(run)) }
      if count == 0 { invocation.output.line("No map has been kept yet.") }
    }
  }

  static let monthly = Command<Services>(
    ["hotspots", "monthly"], summary: "draw and keep the latest months' maps",
    details: """
      Draws a map of all kinds and of each kind with enough incidents, of the latest three months \
      of each source whose places can be mapped, and keeps it. Maps that were kept already are \
      left alone, so cron can run it every night: 30 5 * * * hamlet hotspots monthly.
      """,
    arguments: [
      .option("--source", value: "KEY", "one source of events; all where it is not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let kept = try MonthlyRuns(services: services).keep(source: invocation.option("--source")) {
      done, total in invocation.progress.update(done, of: total, "maps")
    }
    invocation.progress.clear()
    if invocation.flag("--json") {
      invocation.output.json([
        "kept": .array(kept.filter { !$0.wasThere }.map { .integer(Int($0.id.rawValue)) }),
        "wereThere": .integer(kept.count { $0.wasThere }),
      ])
    } else {
      for one in kept where !one.wasThere {
        let kind = one.map.parameters.category ?? "All kinds"
        invocation.output.line("\(one.id)  \(kind), \(one.map.monthsWords): \(one.map.headline)")
      }
      invocation.output.line(
        "\(kept.count { !$0.wasThere }) kept, \(kept.count { $0.wasThere }) there before.")
    }
  }

  /// The page of a list asked for; the first where none is.
  static func page(_ invocation: Invocation) throws(UsageError) -> Int {
    try invocation.option("--page", expected: "a page from 1") { text in
      Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
    } ?? 1
  }

  private static func line(_ run: HotspotRun) -> String {
    "\(run.id)  \(London.day(run.madeAt))  \(run.months.lowerBound) to \(run.months.upperBound)  "
      + "\(run.method.rawValue)  \(run.title): \(run.headline)"
  }

  private static func json(_ run: HotspotRun) -> JSON {
    [
      "id": .integer(Int(run.id.rawValue)), "source": .string(run.source),
      "category": JSON(run.category), "method": .string(run.method.rawValue),
      "from": .string(run.months.lowerBound.description),
      "to": .string(run.months.upperBound.description), "cell": .number(run.cell),
      "reach": .number(run.reach), "version": .integer(run.version), "input": .string(run.input),
      "headline": .string(run.headline), "hotspots": .integer(run.spots),
      "events": .integer(run.events), "made": .string(run.madeAt.description),
      "sha256": .string(run.hash.hexadecimal),
    ]
  }
}
