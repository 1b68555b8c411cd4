internal import Database
internal import Kernel

/// A report opened: all that was told in it.
struct ReportDetails: Sendable {
  let report: Report
  let story: Sensitive<ReportStory>
  let subject: Sensitive<ReportSubject>
  let reporter: Sensitive<Reporter>
  let strands: [HateStrand]
  let occasions: [Occasion]
}

extension ReportStore {
  /// The most occasions that are read of one report.
  static let mostOccasions = 500

  /// Opens a report; whoever shows it records who read it.
  func details(_ report: Report, _ read: Read) throws -> ReportDetails {
    let id = report.id
    let sealed = try read.first("SELECT story, subject, reporter FROM report WHERE id = \(id)") {
      row in (try row.bytes(), try row.bytes(), try row.bytes())
    }
    guard let sealed else { throw CaseworkProblem.notFound }
    return ReportDetails(
      report: report, story: try sealing.open(sealed.0, id, "story"),
      subject: try sealing.open(sealed.1, id, "subject"),
      reporter: try sealing.open(sealed.2, id, "reporter"), strands: try strands(id, read),
      occasions: try occasions(id, read))
  }

  /// When it happened, the earliest first.
  func occasions(_ id: ID<Report>, _ read: Read) throws -> [Occasion] {
    try read.all(Self.occasionsQuery(id)) { row in
      Occasion(day: try row.parsed(), hour: try row.optionalInt(), minutes: try row.optionalInt())
    }
  }

  static func occasionsQuery(_ id: ID<Report>) -> SQL {
    """
    SELECT day, hour, minutes FROM report_occasion WHERE report = \(id)
    ORDER BY day, id LIMIT \(mostOccasions)
    """
  }

  private func strands(_ id: ID<Report>, _ read: Read) throws -> [HateStrand] {
    try read.all("SELECT strand FROM report_strand WHERE report = \(id) ORDER BY strand") { row in
      try row.choice()
    }
  }
}
