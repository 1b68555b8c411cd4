internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// `hamlet reports months`: what the public is shown of reports.
enum ReportMonthsCommand {
  static let command = Command<Services>(
    ["reports", "months"], summary: "make and list the months of reports the public is shown",
    details: """
      Months that ended \(ReportMonthStore.daysAfter) days ago or earlier are made once and never changed. \
      The program that serves makes them by itself each day. Counts of 1 to 4, and others that would \
      give one away, are hidden.
      """,
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let months = try services.database.write { write in
      try ReportMonthStore(areas: services.areas).make(at: services.clock.now(), in: write)
      return try ReportMonthStore.shown(write)
    }
    if invocation.flag("--json") {
      invocation.output.json(["months": .array(months.map(json))])
      return
    }
    for month in months {
      let hidden = month.wards.values.count { $0 == nil }
      let total = month.total.map(String.init) ?? "not shown"
      invocation.output.line("\(month.month)  \(total)  \(hidden) wards not shown")
    }
    if months.isEmpty { invocation.output.line("No month is ready.") }
  }

  private static func json(_ month: ReportMonth) -> JSON {
    [
      "month": .string(month.month.description), "edition": .integer(month.edition),
      "total": JSON(month.total),
      "wards": .array(
        month.wards.sorted { $0.key < $1.key }.map { ward, count in
          ["ward": .string(ward), "count": JSON(count)]
        }),
    ]
  }
}
