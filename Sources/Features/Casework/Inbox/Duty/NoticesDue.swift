internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What reporters did that somebody has to look at, for the list of their work: that of the case's officer
/// and of who covers them, of every manager, and of all on duty where the report is nobody's.
enum NoticesDue {
  static let source: DueWork.Source = { actor, services, read in
    guard CaseworkPolicy.allows(.clear, actor) else { return [] }
    let covered = try CoverStore.covered(
      by: actor.account, on: London.day(services.clock.now()), read)
    let calendar = try WorkingDays.calendar(read)
    return try read.all(query) { row in
      (
        kind: try row.choice() as ReporterNotice.Kind, at: try row.parsed() as Instant,
        report: try row.parsed() as Reference, owner: try row.optionalID(Account.self)
      )
    }.filter { notice in
      guard let owner = notice.owner, actor.role != .manager else { return true }
      return owner == actor.account || covered.contains(owner)
    }.map { notice in
      DueWork(
        Sensitive("Report \(notice.report): the reporter \(notice.kind.words)"),
        from: "A reporter",
        due: London.day(calendar.time(at: notice.at).due(after: 1, from: notice.at)),
        path: ReportsRoute.report(notice.report).path,
        reading: DueWork.Reading("casework.notices-read", "report-notices"))
    }
  }

  /// Of all that nobody has looked at, the longest waiting first.
  static let query: SQL = """
    SELECT n.kind, n.at, r.reference, c.owner FROM report_notice n
    JOIN report r ON r.id = n.report
    LEFT JOIN report_decision d ON d.report = r.id LEFT JOIN case_file c ON c.id = d.case_file
    WHERE n.seen_at IS NULL ORDER BY n.at, n.id LIMIT \(ReporterNotices.most)
    """
}
