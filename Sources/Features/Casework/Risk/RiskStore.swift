internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Assessed risks in the database, and what stands of them for lists.
struct RiskStore: Sendable {
  /// Working days within which a new case is assessed.
  static let firstDays = 2
  private static let most = 200
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  // When it is to be assessed

  /// A case was opened: it waits for its first assessment.
  func begin(_ file: ID<CaseFile>, at now: Instant, in write: Write) throws {
    let due = London.day(try WorkingDays.time(write).due(after: Self.firstDays, from: now))
    try write.run(
      """
      INSERT INTO case_risk (case_file, reassess_on, reason)
      VALUES (\(file), \(due), \(RiskDue.first))
      """)
  }

  /// Something happened on a case: what was assessed before is to be looked at today.
  func incident(on file: ID<CaseFile>, at now: Instant, in write: Write) throws {
    let today = London.day(now)
    try write.run(
      """
      UPDATE case_risk SET reassess_on = \(today), reason = \(RiskDue.incident)
      WHERE case_file = \(file) AND assessed_at IS NOT NULL AND reassess_on > \(today)
      """)
  }

  /// The same for the case of a report, if it belongs to one.
  func incident(of report: ID<Report>, at now: Instant, in write: Write) throws {
    let file: ID<CaseFile>? =
      try write.first(
        "SELECT case_file FROM report_decision WHERE report = \(report)"
      ) { row in try row.optionalID() } ?? nil
    if let file { try incident(on: file, at: now, in: write) }
  }

  /// A case was closed: nothing of it is due.
  func rest(_ file: ID<CaseFile>, in write: Write) throws {
    try write.run("UPDATE case_risk SET reassess_on = NULL WHERE case_file = \(file)")
  }

  /// A case was opened again: it is assessed anew.
  func recall(_ file: ID<CaseFile>, at now: Instant, in write: Write) throws {
    try write.run(
      """
      UPDATE case_risk SET reassess_on = \(London.day(now)), reason = \(RiskDue.reopened)
      WHERE case_file = \(file)
      """)
  }

  // Assessing

  /// Keeps an assessment and works out anew what stands of all.
  func keep(
    _ new: NewAssessment, of file: ID<CaseFile>, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    let id: ID<RiskAssessment>? = try write.first(
      """
      INSERT INTO risk_assessment (case_file, person, instrument, version, at, account, score,
        scored, level, review_on, content)
      VALUES (\(file), \(new.person), \(new.kept.key), \(new.kept.version), \(now), \(account),
        \(new.score), \(new.scored.rawValue), \(new.level.rawValue),
        \(new.reviewOn(from: London.day(now))), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the assessment was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(new.content.reveal(for: "sealing")), table: "risk_assessment",
      row: id, column: "content")
    try write.run("UPDATE risk_assessment SET content = \(sealed) WHERE id = \(id)")
    try stand(file, at: now, in: write)
  }

  /// Assessments came from another case, or went there: what stands is worked out anew, and looked at
  /// today.
  func gather(on file: ID<CaseFile>, at now: Instant, in write: Write) throws {
    guard try assessments(of: file, write).isEmpty else {
      try stand(file, at: now, in: write)
      return try incident(on: file, at: now, in: write)
    }
    try write.run(
      """
      UPDATE case_risk SET level = NULL, score = NULL, instrument = NULL, version = NULL,
        assessed_at = NULL, reassess_on = \(London.day(now)), reason = \(RiskDue.first)
      WHERE case_file = \(file) AND assessed_at IS NOT NULL
      """)
  }

  /// The greatest of the latest that lists may show, and the soonest day of all of the latest.
  private func stand(_ file: ID<CaseFile>, at now: Instant, in write: Write) throws {
    let latest = Self.latest(try assessments(of: file, write))
    let shown = latest.filter(\.isListed).max { ($0.level, $0.score) < ($1.level, $1.score) }
    try write.run(
      """
      UPDATE case_risk SET level = \(shown?.level.rawValue), score = \(shown?.score),
        instrument = \(shown?.instrument), version = \(shown?.version), assessed_at = \(now),
        reassess_on = \(latest.map(\.reviewOn).min()), reason = \(RiskDue.date)
      WHERE case_file = \(file)
      """)
  }

  // Reading

  /// The assessments of a case, the newest first.
  func assessments(of file: ID<CaseFile>, _ read: Read) throws -> [RiskAssessment] {
    try read.all(Self.query(file)) { row in try RiskAssessment(row: &row, keyring) }
  }

  static func query(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT \(RiskAssessment.columns) FROM risk_assessment a
    JOIN risk_instrument i ON i.key = a.instrument AND i.version = a.version
    WHERE a.case_file = \(file) ORDER BY a.at DESC, a.id DESC LIMIT \(most)
    """
  }

  /// The latest of each instrument and person, from assessments that come newest first.
  static func latest(_ assessments: [RiskAssessment]) -> [RiskAssessment] {
    var seen: Set<String> = []
    return assessments.filter {
      seen.insert("\($0.instrument)/\($0.person?.rawValue ?? 0)").inserted
    }
  }

  /// What stands of some cases.
  static func standing(
    of files: [ID<CaseFile>], _ read: Read
  ) throws -> [ID<CaseFile>: CaseRisk] {
    guard !files.isEmpty else { return [:] }
    return try read.lists(standingQuery(files)) { row in try CaseRisk(row: &row) }
      .compactMapValues(\.first)
  }

  static func standingQuery(_ files: [ID<CaseFile>]) -> SQL {
    """
    SELECT k.case_file, \(CaseRisk.columns) FROM case_risk k
    LEFT JOIN risk_instrument i ON i.key = k.instrument AND i.version = k.version
    WHERE k.case_file IN (\(list: files)) ORDER BY k.case_file
    """
  }
}
