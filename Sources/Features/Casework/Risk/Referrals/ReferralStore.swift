internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Referrals in the database.
struct ReferralStore: Sendable {
  private static let most = 100
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  func add(
    _ new: ReferralForm, recorded share: Reference, to file: ID<CaseFile>, at now: Instant,
    in write: Write
  ) throws {
    let id: ID<CaseReferral>? = try write.first(
      """
      INSERT INTO case_referral (case_file, organisation, person, share, sent_at, due_on, content)
      VALUES (\(file), \(new.agency.id), \(new.person), \(share.description), \(now), \(new.due),
        \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the referral was given no id") }
    try seal(CaseReferral.Content(purpose: new.purpose), id, in: write)
  }

  /// Keeps an answer; ``DatabaseError/stale`` where there is one.
  func answer(
    _ referral: CaseReferral, _ answer: ReferralAnswer, _ words: String, at now: Instant,
    in write: Write
  ) throws {
    try write.update(
      """
      UPDATE case_referral SET version = version + 1, answer = \(answer), answered_at = \(now)
      WHERE id = \(referral.id) AND version = \(referral.version) AND answer IS NULL
      """)
    var content = referral.content.reveal(for: "sealing")
    content.answer = words
    try seal(content, referral.id, in: write)
  }

  private func seal(
    _ content: CaseReferral.Content, _ id: ID<CaseReferral>, in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: "case_referral", row: id, column: "content")
    try write.run("UPDATE case_referral SET content = \(sealed) WHERE id = \(id)")
  }

  /// The referrals of a case, those due first at the top.
  func referrals(of file: ID<CaseFile>, _ read: Read) throws -> [CaseReferral] {
    try read.all(Self.query(file)) { row in try CaseReferral(row: &row, keyring) }
  }

  static func query(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT \(CaseReferral.columns) FROM case_referral f WHERE f.case_file = \(file)
    ORDER BY f.due_on, f.id LIMIT \(most)
    """
  }

  /// The soonest day by which a referral of a case is to be answered.
  static func openDay(of file: ID<CaseFile>, _ read: Read) throws -> Day? {
    try read.first(openQuery(file)) { row in try row.parsed() }
  }

  static func openQuery(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT f.due_on FROM case_referral f WHERE f.case_file = \(file) AND f.answer IS NULL
    ORDER BY f.due_on LIMIT 1
    """
  }
}

/// Referrals counted by organisation.
struct ReferralCounts: Sendable {
  let organisation: ID<Organisation>
  let sent: Int
  let accepted: Int
  let declined: Int
  /// Not answered, and the day is over.
  let late: Int

  var waiting: Int { sent - accepted - declined }

  /// Those sent in some days, the organisation with most first.
  static func sent(
    _ days: Range<Day>, at now: Instant, _ read: Read
  ) throws -> [ReferralCounts] {
    try read.all(query(days, at: now)) { row in
      ReferralCounts(
        organisation: try row.id(), sent: try row.int(), accepted: try row.int(),
        declined: try row.int(), late: try row.int())
    }
  }

  static func query(_ days: Range<Day>, at now: Instant) -> SQL {
    let today = London.day(now)
    let isOver = London.instant(today, minute: WorkingTime.endMinute) <= now
    // Due at the end of the working day: today's are late from then on.
    let lastLate = isOver ? today : today.adding(days: -1)
    return """
      SELECT f.organisation, COUNT(*) AS sent,
        SUM(CASE WHEN f.answer = 'accepted' THEN 1 ELSE 0 END),
        SUM(CASE WHEN f.answer = 'declined' THEN 1 ELSE 0 END),
        SUM(CASE WHEN f.answer IS NULL AND f.due_on <= \(lastLate) THEN 1 ELSE 0 END)
      FROM case_referral f
      WHERE f.sent_at >= \(London.start(of: days.lowerBound))
        AND f.sent_at < \(London.start(of: days.upperBound))
      GROUP BY f.organisation ORDER BY sent DESC, f.organisation LIMIT 200
      """
  }

  /// Of the referrals of a time that were answered, the share that was accepted.
  static let measure = Measure(
    key: "casework.referrals-accepted", title: "Referrals accepted", unit: "referral",
    provisional: false
  ) { read, period in
    let months = period.months
    let days = months.lowerBound.firstDay..<months.upperBound.adding(months: 1).firstDay
    let counts = try sent(days, at: read.serverTime(), read)
    let accepted = counts.reduce(0) { $0 + $1.accepted }
    let answered = counts.reduce(accepted) { $0 + $1.declined }
    guard answered > 0 else { return nil }
    return Measure.Value(
      numerator: Double(accepted), denominator: Double(answered), missing: 0,
      latest: months.upperBound,
      source: "Referrals from cases by the day they were sent; those not answered are left out")
  }
}
