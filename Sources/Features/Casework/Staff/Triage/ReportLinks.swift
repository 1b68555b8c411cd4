internal import Database
internal import Geography
internal import Kernel
internal import Secrets

/// A report that may belong with another: suggested, and never merged by itself.
struct ReportLink: Sendable {
  let report: Report
  /// Metres between the two places; `nil` where one of them has none.
  let metres: Int?
  /// Days between the two, by when they were received.
  let days: Int
  /// Whether they share a telephone number, an address of email or a registration mark.
  let sharesContact: Bool
  /// By what both may complain of one person.
  var complaint: Set<SubjectTokens.Kind> = []
  /// The case the other belongs to, if any.
  let caseReference: Reference?
  let caseState: CaseState?

  /// In words, such as "same place, 12 days before".
  var words: String {
    let place = metres.map { $0 == 0 ? "same place" : "\($0) metres away" }
    let time =
      days == 0
      ? "same day"
      : "\(abs(days)) \(abs(days) == 1 ? "day" : "days") \(days < 0 ? "before" : "after")"
    let contact = sharesContact ? "same telephone, email or vehicle" : nil
    let person = complaint.contains(.name) ? "same person complained of" : nil
    let home = complaint.contains(.home) ? "same flat or house complained of" : nil
    return [place, contact, person, home, time].compactMap(\.self).joined(separator: ", ")
  }
}

/// Finds reports that may belong together: near in place, of one contact or about one person, within
/// half a year of each other.
struct ReportLinks {
  static let days = 180
  static let metres = 150
  private static let most = 20

  /// The suggestions for a report, the nearest first.
  static func of(_ report: Report, _ read: Read) throws -> [ReportLink] {
    var found: [ReportLink] = []
    let shared = try shared(report, read)
    if let place = report.place {
      found += try read.all(near(place, report)) { row in try link(report, &row, shared) }
    }
    let seen = Set(found.map(\.report.id))
    let further = Set(shared.contacts + shared.subjects.map(\.id)).subtracting(seen)
    found += try read.all(listed(further.sorted())) { row in try link(report, &row, shared) }
    return found.filter {
      ($0.metres ?? 0) <= metres || $0.sharesContact || !$0.complaint.isEmpty
    }.sorted { ($0.metres ?? .max, abs($0.days)) < ($1.metres ?? .max, abs($1.days)) }
  }

  /// The reports that share a token with one.
  private struct Shared {
    let contacts: [ID<Report>]
    let subjects: [(id: ID<Report>, kind: SubjectTokens.Kind)]
  }

  private static func shared(_ report: Report, _ read: Read) throws -> Shared {
    Shared(
      contacts: try read.all(sharing(report)) { row in try row.id() },
      subjects: try read.all(complaining(report)) { row in (try row.id(), try row.choice()) })
  }

  private static func link(
    _ report: Report, _ row: inout Row, _ shared: Shared
  ) throws -> ReportLink {
    let other = try Report(row: &row)
    let caseReference: Reference? = try row.optionalParsed()
    let caseState = try row.optionalText().flatMap(CaseState.init(rawValue:))
    let metres = report.place.flatMap { place in
      other.place.map { Int(place.point.distance(to: $0.point).rounded()) }
    }
    let days = London.day(other.receivedAt).number - London.day(report.receivedAt).number
    return ReportLink(
      report: other, metres: metres, days: days,
      sharesContact: shared.contacts.contains(other.id),
      complaint: Set(shared.subjects.filter { $0.id == other.id }.map(\.kind)),
      caseReference: caseReference, caseState: caseState)
  }

  private static let columns: SQL = """
    SELECT \(Report.columns), c.reference, c.state FROM report r
    LEFT JOIN report_decision d ON d.report = r.id LEFT JOIN case_file c ON c.id = d.case_file
    """

  /// Half a year before, to half a year after: who reads an old report is not told of all since.
  ///
  /// The end is no range of an index: place and contact are the narrower.
  private static func around(_ report: Report) -> SQL {
    let span = Double(days) * 86_400
    let from = report.receivedAt.adding(seconds: -span)
    let to = report.receivedAt.adding(seconds: span)
    return "r.received_at >= \(from) AND COALESCE(r.received_at, '') < \(to)"
  }

  static func near(_ place: ReportPlace, _ report: Report) -> SQL {
    """
    \(columns)
    WHERE r.easting BETWEEN \(place.easting - metres) AND \(place.easting + metres)
      AND r.northing BETWEEN \(place.northing - metres) AND \(place.northing + metres)
      AND \(around(report)) AND r.id <> \(report.id) AND r.state <> 'withdrawn'
    ORDER BY r.received_at DESC LIMIT \(most)
    """
  }

  /// Those of one contact or vehicle, the latest first.
  static func sharing(_ report: Report) -> SQL {
    """
    SELECT other.report FROM report_token own
    JOIN report_token other ON other.token = own.token AND other.report <> own.report
    JOIN report r ON r.id = other.report
    WHERE own.report = \(report.id) AND \(around(report)) AND r.state <> 'withdrawn'
    GROUP BY other.report, r.received_at ORDER BY r.received_at DESC, other.report DESC
    LIMIT \(most)
    """
  }

  /// Those that complain of one person or home, the latest first.
  static func complaining(_ report: Report) -> SQL {
    """
    SELECT other.report, other.kind FROM report_subject own
    JOIN report_subject other ON other.token = own.token AND other.kind = own.kind
      AND other.report <> own.report
    JOIN report r ON r.id = other.report
    WHERE own.report = \(report.id) AND \(around(report)) AND r.state <> 'withdrawn'
    GROUP BY other.report, other.kind, r.received_at
    ORDER BY r.received_at DESC, other.report DESC LIMIT \(most)
    """
  }

  private static func listed(_ ids: [ID<Report>]) -> SQL {
    "\(columns) WHERE r.id IN (\(list: ids)) LIMIT \(most * 2)"
  }
}
