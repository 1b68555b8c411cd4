import Access
import Commands
import Documents
import Kernel
import Partnership
import Secrets

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

/// The rows of a file of figures with its name and hash.
struct FigureSource {
  /// Larger files are not tables of indicators.
  private static let mostBytes = 5_000_000

  let name: String
  let sha256: String
  let rows: [(line: Int, values: [String])]

  init(_ path: String, reader: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.name = name
    var digest = SHA256()
    var size = 0
    var rows: [(line: Int, values: [String])] = []
    var csv = CSVReader(maximumRecord: 65_536, maximumFields: 64)
    let isWorkbook = path.lowercased().hasSuffix(".xlsx")
    let keep = { (record: CSVRecord) in
      if !record.isBlank { rows.append((record.line, record.texts.map(FigureSource.trimmed))) }
    }
    do {
      try FileBytes.read(path) { bytes in
        size += bytes.count
        guard size <= FigureSource.mostBytes else {
          throw InputRefused(file: name, reason: "the file is larger than 5 MB.")
        }
        digest.update(bytes)
        if !isWorkbook { try csv.read(bytes, keep) }
      }
      if !isWorkbook { try csv.finish(keep) }
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: name, line: problem.line, column: problem.column, reason: problem.reason)
    }
    sha256 = digest.finish()
    self.rows = isWorkbook ? try FigureSource.workbook(path, reader: reader) : rows
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
