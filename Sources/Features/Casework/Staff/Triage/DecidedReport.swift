internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// What was decided about a report, by whom and why.
struct DecidedReport: Sendable {
  let decision: TriageDecision
  let priority: Priority
  let at: Instant
  /// Who decided; the program's shell where nobody had signed in.
  let by: Sensitive<String>
  let reason: Sensitive<String>
  /// The case it belongs to; `nil` where it opened none.
  let file: Reference?

  /// The decision about a report; `nil` where nobody has decided.
  static func of(
    _ report: ID<Report>, _ services: Services, _ read: Read
  ) throws -> DecidedReport? {
    let found = try read.first(
      """
      SELECT d.decision, d.priority, d.decided_at, d.decided_by, d.reason, c.reference
      FROM report_decision d LEFT JOIN case_file c ON c.id = d.case_file
      WHERE d.report = \(report)
      """
    ) { row in
      (
        decision: try row.choice() as TriageDecision,
        priority: Priority(rawValue: try row.int()) ?? .third, at: try row.parsed() as Instant,
        account: try row.optionalID(Account.self), reason: try row.bytes(),
        file: try row.optionalParsed() as Reference?
      )
    }
    guard let found else { return nil }
    let name = try found.account.flatMap { try services.people.name(of: $0, in: read) }
    return DecidedReport(
      decision: found.decision, priority: found.priority, at: found.at,
      by: name ?? Sensitive("The command line"),
      reason: try services.keyring.open(
        found.reason, table: "report_decision", row: report, column: "reason"), file: found.file)
  }
}

/// What was decided about a report, for staff.
struct DecidedSheet: HTML {
  let decided: DecidedReport

  var body: some HTML {
    Sheet("What was decided", id: "decided", mark: .river) {
      SummaryList([
        (key: "Decision", value: decided.decision.title, change: nil),
        (key: "Why", value: decided.reason.reveal(for: "the page of a decision"), change: nil),
        (key: "Priority", value: decided.priority.code, change: nil),
        (
          key: "Decided",
          value: "\(decided.by.reveal(for: "the page of a decision")), \(London.words(decided.at))",
          change: nil
        ),
      ])
      if let file = decided.file {
        p { LinkButton("Open case \(file)", to: WorkRoute.file(file).path) }
      }
    }
  }
}
