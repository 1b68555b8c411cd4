internal import Access
internal import Database
internal import Kernel

/// A report as it was kept.
struct KeptReport: Sendable {
  let id: ID<KeptReport>
  let account: ID<Account>?
  let madeAt: Instant
  let report: ExceptionReport
}

extension KeptReport {
  static let columns: SQL = "id, account, made_at, body"

  init(row: inout Row) throws {
    id = try row.id()
    account = try row.optionalID()
    madeAt = try row.parsed()
    report = try Frozen.decode(ExceptionReport.self, from: try row.text())
  }
}

/// Reports in the database: only added, never changed.
enum ReportStore {
  static func find(_ id: ID<KeptReport>, _ read: Read) throws -> KeptReport? {
    try read.first(
      "SELECT \(KeptReport.columns) FROM tasking_report WHERE id = \(id)", KeptReport.init(row:))
  }

  /// The report of a source for a stretch that was made last.
  static func latest(
    _ source: String, _ period: CountPeriod, _ read: Read
  ) throws -> KeptReport? {
    try read.first(latestQuery(source, period), KeptReport.init(row:))
  }

  static func latestQuery(_ source: String, _ period: CountPeriod) -> SQL {
    """
    SELECT \(KeptReport.columns) FROM tasking_report
    WHERE source = \(source) AND period = \(period.description) ORDER BY id DESC LIMIT 1
    """
  }

  /// The latest stretch of a source that was reported on, no later than one.
  static func latest(
    _ source: String, until period: CountPeriod, _ read: Read
  ) throws -> KeptReport? {
    try read.first(untilQuery(source, period), KeptReport.init(row:))
  }

  static func untilQuery(_ source: String, _ period: CountPeriod) -> SQL {
    """
    SELECT \(KeptReport.columns) FROM tasking_report
    WHERE source = \(source) AND period <= \(period.description)
    ORDER BY period DESC, id DESC LIMIT 1
    """
  }

  /// Keeps a report; one that says the same as the last of its stretch is not kept twice.
  static func keep(
    _ report: ExceptionReport, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> (id: ID<KeptReport>, isNew: Bool) {
    if let last = try latest(report.source, report.at, write), last.report == report {
      return (last.id, false)
    }
    let id: ID<KeptReport>? = try write.first(
      """
      INSERT INTO tasking_report (source, period, hash, account, made_at, body)
      VALUES (\(report.source), \(report.period), \(report.hash), \(account), \(now),
        \(try Frozen.text(report)))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the report was not kept") }
    return (id, true)
  }
}
