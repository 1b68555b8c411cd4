import Access
import Commands
import Database
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet indicators import`: figures of indicators from a file.
  static let indicatorImport = Command(
    ["indicators", "import"], summary: "Import figures of indicators from a CSV or XLSX file",
    details: """
      The first row names the columns: plan, indicator (its code or title), period, and value, or
      numerator and denominator; section where a code names two. A file is stored whole or not at
      all; a second run of the same file changes nothing.
      """,
    arguments: [
      .file("FILE", "the file"), .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let source = try FigureSource(path, reader: services.settings.reader)
    let table = try FigureTable(source.rows, file: source.name)
    let now = services.clock.now()
    let importer = FigureImporter(file: source.name, sha256: source.sha256, now: now)
    let report = try services.database.write { write in
      let report = try importer.run(table, in: write)
      for one in report.withdrawn {
        try services.audit.record(
          AuditEvent(
            actor: nil, action: "indicators.sign-off-withdrawn",
            subject: SignOffStore.subject(one.priority),
            detail: ["period": one.period.description], at: now),
          in: write)
      }
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "indicators.import", subject: "file/\(source.sha256.prefix(16))",
          detail: ["rows": String(report.rows), "added": String(report.added)], at: now),
        in: write)
      return report
    }
    guard invocation.flag("--json") else {
      invocation.output.line(
        "\(source.name): \(report.rows) rows, \(report.added) added, \(report.corrected) corrected, "
          + "\(report.unchanged) unchanged")
      return
    }
    invocation.output.json([
      "file": .string(source.name), "sha256": .string(source.sha256),
      "rows": .integer(report.rows), "added": .integer(report.added),
      "corrected": .integer(report.corrected), "unchanged": .integer(report.unchanged),
    ])
  }
}
