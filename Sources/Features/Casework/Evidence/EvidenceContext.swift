internal import Database
internal import Kernel
internal import Partnership

/// To what a file belongs, as pages and the audit trail name it.
struct EvidenceContext {
  let report: Report?
  let file: CaseFile?

  /// The case, or the report while it belongs to none; `nil` for a draft, which is nobody's yet.
  init?(_ evidence: EvidenceFile, _ services: Services, _ read: Read) throws {
    switch evidence.owner {
    case .draft: return nil
    case .report(let id):
      report = try ReportStore(services).find(id, read)
      file = try CaseStore(services).find(of: id, read)
    case .file(let id):
      report = nil
      file = try read.first(
        "SELECT \(CaseFile.columns) FROM case_file c WHERE c.id = \(id)"
      ) { row in try CaseFile(row: &row) }
    }
    if report == nil, file == nil { return nil }
  }

  /// What the audit trail calls it.
  var subject: String {
    file?.subject ?? "report/\(report?.reference.description ?? "")"
  }

  var reference: Reference? { file?.reference ?? report?.reference }

  /// The page it is shown on.
  var path: String {
    if let file { return WorkRoute.file(file.reference).path }
    return report.map { ReportsRoute.report($0.reference).path } ?? "/"
  }

  /// The incidents of the diary it may show.
  func incidents(_ read: Read) throws -> [EvidenceIncident] {
    if let file { return try EvidenceIncident.of(file.id, read) }
    return try report.map { try EvidenceIncident.of($0.id, read) } ?? []
  }
}

/// One incident of the diary, to be chosen.
struct EvidenceIncident: Sendable {
  static let most = 100

  let id: Int
  let words: String

  static func of(_ file: ID<CaseFile>, _ read: Read) throws -> [EvidenceIncident] {
    try read.all(
      """
      SELECT o.id, o.day, o.hour, o.minutes FROM report_decision d
      JOIN report_occasion o ON o.report = d.report WHERE d.case_file = \(file)
      ORDER BY o.day DESC, o.id DESC LIMIT \(most)
      """, incident)
  }

  static func of(_ report: ID<Report>, _ read: Read) throws -> [EvidenceIncident] {
    try read.all(
      """
      SELECT o.id, o.day, o.hour, o.minutes FROM report_occasion o WHERE o.report = \(report)
      ORDER BY o.day DESC, o.id DESC LIMIT \(most)
      """, incident)
  }

  private static func incident(_ row: inout Row) throws -> EvidenceIncident {
    let id = try row.int()
    let occasion = Occasion(
      day: try row.parsed(), hour: try row.optionalInt(), minutes: try row.optionalInt())
    return EvidenceIncident(id: id, words: occasion.words)
  }
}
