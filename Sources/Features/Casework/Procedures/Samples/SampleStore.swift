internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Samples and scores in the database.
struct SampleStore: Sendable {
  static let table: StaticString = "procedure_score"
  private static let most = 120

  let keyring: Keyring

  /// Draws the sample of a month and keeps what it was drawn from.
  func draw(
    _ form: DrawForm, from cases: [CheckedCase], by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    let members = cases.map { checked in
      ProcedureSampling.Member(
        file: checked.record.file.id, priority: checked.record.file.priority)
    }
    let drawn = ProcedureSampling.draw(members, size: form.size, seed: form.seed).map(\.file)
    // The database has no unsigned numbers: the same 64 bits are kept.
    let seed = Int(truncatingIfNeeded: form.seed)
    let id: ID<ProcedureSample>? = try write.first(
      """
      INSERT INTO procedure_sample (month, seed, size, drawn_at, drawn_by)
      VALUES (\(form.month.description), \(seed), \(form.size), \(now), \(account)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the sample was given no id") }
    for member in members {
      try write.run(
        """
        INSERT INTO procedure_sample_case (sample, case_file, priority, place)
        VALUES (\(id), \(member.file), \(member.priority.rawValue),
          \(drawn.firstIndex(of: member.file).map { $0 + 1 }))
        """)
    }
  }

  /// Keeps what was found of a case; what was found before stays beside it.
  func score(
    _ form: ScoreForm, _ checked: CheckedCase, in sample: ProcedureSample, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    let empty: [UInt8] = []
    let id: ID<ProcedureScore>? = try write.first(
      """
      INSERT INTO procedure_score (sample, case_file, at, account, verdict, findings, note)
      VALUES (\(sample.id), \(checked.record.file.id), \(now), \(account), \(form.verdict),
        \(checked.kept), \(empty)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the score was given no id") }
    let sealed = keyring.seal(Sensitive(form.note), table: Self.table, row: id, column: "note")
    try write.run("UPDATE procedure_score SET note = \(sealed) WHERE id = \(id)")
  }

  /// The sample of a month; `nil` where none was drawn.
  func sample(of month: Month, _ read: Read) throws -> ProcedureSample? {
    let found = try read.first(
      """
      SELECT id, seed, size, drawn_at FROM procedure_sample WHERE month = \(month.description)
      """
    ) { row in
      let id: ID<ProcedureSample> = try row.id()
      return (
        id, UInt64(bitPattern: Int64(try row.int())), try row.int(), try row.parsed(Instant.self)
      )
    }
    guard let (id, seed, size, drawnAt) = found else { return nil }
    let members = try members(of: id, read)
    return ProcedureSample(
      id: id, month: month, seed: seed, size: size, drawnAt: drawnAt,
      members: members.map(\.member),
      drawn: members.filter { $0.place != nil }.sorted { ($0.place ?? 0) < ($1.place ?? 0) }
        .map(\.member.file),
      scores: try scores(of: id, read))
  }

  private func members(
    of sample: ID<ProcedureSample>, _ read: Read
  ) throws -> [(member: ProcedureSampling.Member, place: Int?)] {
    try read.all(
      """
      SELECT case_file, priority, place FROM procedure_sample_case WHERE sample = \(sample)
      ORDER BY case_file
      """
    ) { row in
      let file: ID<CaseFile> = try row.id()
      let priority = Priority(rawValue: try row.int()) ?? .first
      return (
        ProcedureSampling.Member(file: file, priority: priority), try row.optionalInt()
      )
    }
  }

  private func scores(
    of sample: ID<ProcedureSample>, _ read: Read
  ) throws -> [ID<CaseFile>: [ProcedureScore]] {
    try read.lists(
      """
      SELECT case_file, id, at, account, verdict, findings, note FROM procedure_score
      WHERE sample = \(sample) ORDER BY case_file, id DESC
      """
    ) { row in
      let id: ID<ProcedureScore> = try row.id()
      return ProcedureScore(
        at: try row.parsed(), account: try row.optionalID(), verdict: try row.choice(),
        findings: try row.text(),
        note: try keyring.open(try row.bytes(), table: Self.table, row: id, column: "note"))
    }
  }

  /// For indicators: of the sampled cases that were scored, those in which the procedure was followed.
  static let measure = Measure(
    key: "casework.procedures-sampled", title: "Procedures followed in sampled cases",
    unit: "case", provisional: false
  ) { read, period in
    let (first, last) = (period.firstMonth.description, period.lastMonth.description)
    let found = try read.first(counts(first, last)) { row in
      (try row.int(), try row.int(), try row.int())
    }
    guard let (followed, scored, drawn) = found, scored > 0 else { return nil }
    return Measure.Value(
      numerator: Double(followed), denominator: Double(scored), missing: drawn - scored,
      latest: period.lastMonth,
      source: "Cases drawn at random each month and scored by a manager; the latest score counts")
  }

  static func counts(_ first: String, _ last: String) -> SQL {
    """
    SELECT COALESCE(SUM(CASE WHEN verdict = 'followed' THEN 1 ELSE 0 END), 0), COUNT(verdict),
      COUNT(*)
    FROM (SELECT (SELECT s.verdict FROM procedure_score s
        WHERE s.sample = p.id AND s.case_file = m.case_file ORDER BY s.id DESC LIMIT 1) AS verdict
      FROM procedure_sample p JOIN procedure_sample_case m ON m.sample = p.id
      WHERE p.month >= \(first) AND p.month <= \(last) AND m.place IS NOT NULL) drawn
    """
  }
}
