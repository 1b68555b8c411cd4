internal import Database
internal import Kernel
internal import Partnership

/// Which record an address of the feature is of.
enum CaseworkRecords {
  @Sendable
  static func subject(_ path: [String], _ services: Services, _ read: Read) throws -> String? {
    switch (path.first, path.dropFirst().first) {
    case ("reports", "reviews"): at(2, path).map { "case-review/\($0)" }
    case ("reports", _): at(1, path).map { "report/\($0)" }
    case ("work", "triage"): at(2, path).map { "report/\($0)" }
    case ("work", "procedures"): at(4, path).map { "case/\($0)" }
    case ("cases", "shared"): at(2, path).map { "case/\($0)" }
    case ("cases", _): at(1, path).map { "case/\($0)" }
    case ("data-requests", _): at(1, path).map { "access/\($0)" }
    case ("retention", let text?): RetentionKind(rawValue: text).flatMap { kept($0, path) }
    case ("evidence", "add"): try at(2, path).map { try owner($0, services, read) }
    case ("evidence", let id?):
      try ID<EvidenceFile>(id).flatMap { try EvidenceStore(services).find($0, read) }
        .flatMap { try EvidenceContext($0, services, read)?.subject }
    default: nil
    }
  }

  private static func at(_ place: Int, _ path: [String]) -> Reference? {
    path.count > place ? Reference(path[place]) : nil
  }

  /// A record whose time is over.
  private static func kept(_ kind: RetentionKind, _ path: [String]) -> String? {
    guard let reference = at(2, path) else { return nil }
    return switch kind {
    case .file, .evidence: "case/\(reference)"
    case .report, .letter, .survey: "report/\(reference)"
    case .review: "case-review/\(reference)"
    case .request: "access/\(reference)"
    }
  }

  /// A case or, where there is none, a report.
  private static func owner(
    _ reference: Reference, _ services: Services, _ read: Read
  ) throws -> String {
    try CaseStore(services).find(reference, read)?.subject ?? "report/\(reference)"
  }
}
