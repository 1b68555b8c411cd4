internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Takes records away with all that belongs to them.
///
/// What points to them goes by the schema's own references, tables that are added later too; tokens and
/// words of search, letters and sealed files are named here.
struct RecordRemoval {
  let services: Services
  let tree: RowTree
  private(set) var rows = 0
  /// Files of evidence to take off the disk once the transaction is durable.
  private(set) var files: [String] = []

  init(_ services: Services, _ read: Read) throws {
    self.services = services
    tree = try RowTree(read)
  }

  /// A case with those that were joined to it; one that was parted from it goes on by itself.
  mutating func remove(case record: RetentionRecord, in write: Write) throws {
    for joined in try Self.joined(to: record.id, write) {
      try remove(case: joined, in: write)
    }
    try write.run("UPDATE case_file SET parted_from = NULL WHERE parted_from = \(record.id)")
    let reports = try Self.reports(of: record.id, write)
    try remove(reports: reports, in: write)
    files += try names("case_file", [record.id], write)
    try forget("person", "SELECT id FROM case_person WHERE case_file = \(record.id)", in: write)
    try forgetWords("case", [record.id], in: write)
    try removeBeside(.file, record.reference, in: write)
    try services.shares.forget(record.reference, write)
    try remove("case_file", [record.id], in: write)
  }

  /// The cases that were joined to one, which name it until they go.
  static func joined(to file: Int64, _ read: Read) throws -> [RetentionRecord] {
    try read.all(
      """
      SELECT id, reference, opened_at, closed_at FROM case_file WHERE joined_into = \(file)
      ORDER BY id LIMIT 1000
      """
    ) { row in
      RetentionRecord(
        kind: .file, id: Int64(try row.int()), reference: try row.parsed(),
        began: try row.parsed(), ended: try row.optionalParsed())
    }
  }

  mutating func remove(reports: [(id: Int64, reference: Reference)], in write: Write) throws {
    guard !reports.isEmpty else { return }
    let ids = reports.map(\.id)
    files += try names("report", ids, write)
    let found: SQL = "SELECT id FROM report WHERE id IN (\(list: ids))"
    for kind in ["reporter", "subject"] { try forget(kind, found, in: write) }
    try forgetWords("report", ids, in: write)
    for report in reports { try removeBeside(.report, report.reference, in: write) }
    try remove("report", ids, in: write)
  }

  mutating func remove(review record: RetentionRecord, in write: Write) throws {
    try removeBeside(.review, record.reference, in: write)
    try remove("case_review_request", [record.id], in: write)
  }

  /// The reports of a case.
  static func reports(
    of file: Int64, _ read: Read
  ) throws -> [(id: Int64, reference: Reference)] {
    try read.all(
      """
      SELECT r.id, r.reference FROM report_decision d JOIN report r ON r.id = d.report
      WHERE d.case_file = \(file) ORDER BY r.id LIMIT 10000
      """
    ) { row in (Int64(try row.int()), try row.parsed()) }
  }

  private mutating func remove(_ table: String, _ ids: [Int64], in write: Write) throws {
    rows += try tree.delete(from: table, ids: ids, in: write).values.reduce(0, +)
  }

  /// What is kept beside a record under its reference: letters, and why it was kept before.
  private mutating func removeBeside(
    _ kind: RetentionKind, _ reference: Reference, in write: Write
  ) throws {
    rows += try services.outbox.delete(about: kind.subject(reference.description), in: write)
    rows += try write.run(
      "DELETE FROM retention_hold WHERE reference = \(reference.description)")
  }

  private mutating func forget(_ kind: String, _ records: SQL, in write: Write) throws {
    rows += try write.run(
      "DELETE FROM search_token WHERE kind = \(kind) AND record IN (\(records))")
  }

  private mutating func forgetWords(_ kind: String, _ ids: [Int64], in write: Write) throws {
    rows += try write.run(
      "DELETE FROM search_word WHERE kind = \(kind) AND record IN (\(list: ids))")
  }

  private func names(_ column: String, _ ids: [Int64], _ read: Read) throws -> [String] {
    try read.all(
      """
      SELECT name FROM evidence WHERE \(SQL(trusted: column)) IN (\(list: ids)) LIMIT 10000
      """
    ) { row in try row.text() }
  }
}
