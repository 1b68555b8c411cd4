internal import Access
internal import Database
internal import Kernel

/// What a reporter did that an officer has to look at, until somebody has.
struct ReporterNotice: Sendable {
  enum Kind: String, CaseIterable, Sendable, Bindable {
    /// They say that it goes on although the work had ended, or although they withdrew.
    case goesOn = "goes-on"
    /// They withdrew a report of a case.
    case withdrawn

    /// In words that follow "The reporter".
    var words: String {
      switch self {
      case .goesOn: "says that it still goes on"
      case .withdrawn: "withdrew the report"
      }
    }

    /// What is to be decided.
    var question: String {
      switch self {
      case .goesOn: "Decide whether the work begins again, and tell them."
      case .withdrawn: "Find out whether they are safe and whether the case goes on without it."
      }
    }
  }

  let id: ID<ReporterNotice>
  let kind: Kind
  let at: Instant
  let report: Reference
}

/// Those notices in the database.
enum ReporterNotices {
  /// The most that are read at once.
  static let most = 200

  /// Keeps one, unless one of its kind waits already.
  static func add(
    _ kind: ReporterNotice.Kind, of report: ID<Report>, at now: Instant, in write: Write
  ) throws {
    let waiting = try write.count(
      """
      SELECT COUNT(*) FROM report_notice
      WHERE report = \(report) AND kind = \(kind) AND seen_at IS NULL
      """)
    guard waiting == 0 else { return }
    try write.run(
      "INSERT INTO report_notice (report, kind, at) VALUES (\(report), \(kind), \(now))")
  }

  /// Those of some reports that nobody has looked at, the earliest first.
  static func open(of reports: [ID<Report>], _ read: Read) throws -> [ReporterNotice] {
    guard !reports.isEmpty else { return [] }
    return try read.all(
      """
      SELECT n.id, n.kind, n.at, r.reference FROM report_notice n JOIN report r ON r.id = n.report
      WHERE n.report IN (\(list: reports)) AND n.seen_at IS NULL ORDER BY n.at, n.id LIMIT \(most)
      """
    ) { row in
      ReporterNotice(
        id: try row.id(), kind: try row.choice(), at: try row.parsed(), report: try row.parsed())
    }
  }

  /// Notes that somebody looked at those of a report up to the last one that was shown; how many.
  static func see(
    of report: ID<Report>, upTo last: ID<ReporterNotice>, by account: ID<Account>,
    at now: Instant, in write: Write
  ) throws -> Int {
    try write.run(
      """
      UPDATE report_notice SET seen_at = \(now), seen_by = \(account)
      WHERE report = \(report) AND id <= \(last) AND seen_at IS NULL
      """)
  }
}
