internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Cases in the database.
struct CaseStore: Sendable {
  let keyring: Keyring
  let letters: String

  init(_ services: Services) {
    keyring = services.keyring
    letters = services.settings.letters
  }

  var parts: CasePartStore { CasePartStore(keyring: keyring) }

  /// The case of a reference.
  func find(_ reference: Reference, _ read: Read) throws -> CaseFile? {
    try read.first(
      "SELECT \(CaseFile.columns) FROM case_file c WHERE c.reference = \(reference.description)"
    ) { row in try CaseFile(row: &row) }
  }

  func find(_ id: ID<CaseFile>, _ read: Read) throws -> CaseFile? {
    try read.first("SELECT \(CaseFile.columns) FROM case_file c WHERE c.id = \(id)") { row in
      try CaseFile(row: &row)
    }
  }

  /// The case of a report; `nil` where it belongs to none.
  func find(of report: ID<Report>, _ read: Read) throws -> CaseFile? {
    try read.first(
      """
      SELECT \(CaseFile.columns) FROM report_decision d JOIN case_file c ON c.id = d.case_file
      WHERE d.report = \(report)
      """
    ) { row in try CaseFile(row: &row) }
  }

  /// Opens a case from a report.
  func open(
    _ report: Report, title: String, priority: Priority, by account: ID<Account>?,
    at now: Instant, using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> CaseFile {
    let reference = try unused(using: &generator, write)
    let standard = try StandardStore.standard(at: report.receivedAt, write)
    let clocks = CaseClocks(
      standard, priority, report.kind, received: report.receivedAt, opened: now,
      isInterviewed: report.identity != .anonymous)
    try write.run(
      """
      INSERT INTO case_file (reference, title, kind, state, priority, place_name, ward, owner,
        received_at, opened_at, opened_by, start_due_at, update_due_at, interview_due_at,
        act_due_at, due_at, touched_at)
      VALUES (\(reference.description), \(title), \(report.kind.id), \(CaseState.open),
        \(priority.rawValue), \(report.place?.name), \(report.place?.ward), \(account),
        \(report.receivedAt), \(now), \(account), \(clocks.startDue), \(clocks.updateDue),
        \(clocks.interviewDue), \(clocks.actDue), \(clocks.next.at), \(now))
      """)
    guard let opened = try find(reference, write) else { throw CaseProblem.notFound }
    try SearchIndex(keyring: keyring).keepWords(of: opened.id, in: write)
    try parts.write(.opened, about: opened.id, "", by: account, at: now, in: write)
    try RiskStore(keyring: keyring).begin(opened.id, at: now, in: write)
    return opened
  }

  /// Changes a case that nobody changed since it was read, and works out anew what is due.
  func keep(
    _ file: CaseFile, _ change: CaseChange, at now: Instant, in write: Write
  ) throws {
    let state = change.state ?? file.state
    let clocks = try parts.clocks(change.clocks ?? file.clocks, of: file.id, write)
    let owner = change.isDeclined ? nil : change.owner ?? file.owner
    try write.update(
      """
      UPDATE case_file SET version = version + 1, title = \(change.title ?? file.title),
        priority = \((change.priority ?? file.priority).rawValue), owner = \(owner),
        state = \(state), start_due_at = \(clocks.startDue), started_at = \(clocks.startedAt),
        update_due_at = \(clocks.updateDue), interview_due_at = \(clocks.interviewDue),
        interviewed_at = \(clocks.interviewedAt), act_due_at = \(clocks.actDue),
        due_at = \(state == .open ? clocks.next.at : nil),
        touched_at = \(now), paused_at = \(state == .paused ? file.pausedAt ?? now : nil),
        closed_at = \(state == .closed ? file.closedAt ?? now : nil),
        outcome = \(state == .closed ? change.outcome ?? file.outcome : nil)
      WHERE id = \(file.id) AND version = \(change.version ?? file.version)
      """)
    if change.title != nil { try SearchIndex(keyring: keyring).keepWords(of: file.id, in: write) }
  }

  /// All reports of a case, the earliest first: whoever reported it is told, however many they are.
  func reports(of id: ID<CaseFile>, _ read: Read) throws -> [Report] {
    try read.all(Self.reportsQuery(id)) { row in try Report(row: &row) }
  }

  /// One page of them, from 1.
  func reports(
    of id: ID<CaseFile>, page: Int, _ read: Read
  ) throws -> (reports: [Report], hasMore: Bool) {
    let (most, before) = (Self.reportsOnPage, (page - 1) * Self.reportsOnPage)
    let sql = Self.reportsQuery(id) + " LIMIT \(most + 1) OFFSET \(before)"
    let found = try read.all(sql) { row in try Report(row: &row) }
    return (Array(found.prefix(most)), found.count > most)
  }

  /// How many reports of a case one page shows.
  static let reportsOnPage = 100

  static func reportsQuery(_ id: ID<CaseFile>) -> SQL {
    """
    SELECT \(Report.columns) FROM report_decision d JOIN report r ON r.id = d.report
    WHERE d.case_file = \(id) ORDER BY r.received_at, r.id
    """
  }

  /// A reference that neither a case nor a report has.
  func unused(
    using generator: inout some RandomNumberGenerator, _ read: Read
  ) throws -> Reference {
    while true {
      let reference = Reference(letters: letters, using: &generator)
      let taken = try read.count(
        """
        SELECT (SELECT COUNT(*) FROM case_file WHERE reference = \(reference.description))
          + (SELECT COUNT(*) FROM report WHERE reference = \(reference.description))
        """)
      if taken == 0 { return reference }
    }
  }
}

/// What changes about a case; what is `nil` stays.
struct CaseChange {
  var title: String?
  var priority: Priority?
  var owner: ID<Account>?
  /// Whether its officer gives it back: it is nobody’s then.
  var isDeclined = false
  var state: CaseState?
  var outcome: CaseOutcome?
  var clocks: CaseClocks?
  /// The version the form was opened with; the newest where nothing of it was shown.
  var version: Int?
}
