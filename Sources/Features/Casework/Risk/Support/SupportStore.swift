internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Support offered to people under 18, in the database: one row for each person.
struct SupportStore: Sendable {
  private static let most = 100
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  /// Keeps what is known of a person now, in place of what was known before; the story of the case
  /// keeps both.
  func keep(
    _ new: SupportForm, of file: ID<CaseFile>, at now: Instant, in write: Write
  ) throws {
    try write.run("DELETE FROM case_support WHERE person = \(new.person.id)")
    let id: ID<CaseSupport>? = try write.first(
      """
      INSERT INTO case_support (case_file, person, age, recorded_at, offered_on, organisation,
        answer, content)
      VALUES (\(file), \(new.person.id), \(new.age), \(now), \(new.offeredOn),
        \(new.agency?.id), \(new.answer), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the support was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(new.content), table: "case_support", row: id, column: "content")
    try write.run("UPDATE case_support SET content = \(sealed) WHERE id = \(id)")
  }

  /// Those under 18 of a case.
  func supports(of file: ID<CaseFile>, _ read: Read) throws -> [CaseSupport] {
    try read.all(Self.query(file)) { row in try CaseSupport(row: &row, keyring) }
  }

  static func query(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT \(CaseSupport.columns) FROM case_support s JOIN case_person p ON p.id = s.person
    WHERE s.case_file = \(file) ORDER BY s.person LIMIT \(most)
    """
  }

  static func countQuery(_ days: Range<Day>) -> SQL {
    """
    SELECT COUNT(s.offered_on), COUNT(*) FROM case_support s JOIN case_person p ON p.id = s.person
    WHERE s.recorded_at >= \(London.start(of: days.lowerBound))
      AND s.recorded_at < \(London.start(of: days.upperBound)) AND p.part = 'subject'
    """
  }

  /// Of the young people complained of, the share who were offered support.
  static let measure = Measure(
    key: "casework.support-offered", title: "Young people offered support", unit: "person",
    provisional: false
  ) { read, period in
    let months = period.months
    let days = months.lowerBound.firstDay..<months.upperBound.adding(months: 1).firstDay
    let found = try read.first(countQuery(days)) { row in (try row.int(), try row.int()) }
    guard let (offered, all) = found, all > 0 else { return nil }
    return Measure.Value(
      numerator: Double(offered), denominator: Double(all), missing: 0, latest: months.upperBound,
      source: "People under 18 complained of in cases, by the day their age was last written down")
  }
}
