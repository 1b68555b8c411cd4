internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The standard in its versions.
enum StandardStore {
  private static let most = 200

  /// The version that holds at a moment.
  static func standard(at moment: Instant, _ read: Read) throws -> CaseStandard {
    try standards(
      """
      s.number = (SELECT MAX(l.number) FROM case_standard l WHERE l.set_at <= \(moment))
      """, read
    ).first ?? .shipped
  }

  /// Every version, the last first.
  static func all(_ read: Read) throws -> [CaseStandard] {
    try standards(
      "s.id IN (SELECT l.id FROM case_standard l ORDER BY l.number DESC LIMIT \(most))", read)
  }

  /// Adds a version; what was promised before stays as it was promised.
  static func add(
    _ days: [Promise: Int], by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> CaseStandard {
    let number = (try all(write).first?.number ?? 0) + 1
    let id: ID<CaseStandard>? = try write.first(
      """
      INSERT INTO case_standard (number, set_at, set_by) VALUES (\(number), \(now), \(account))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the standard was given no id") }
    for promise in Promise.allCases {
      try write.run(
        """
        INSERT INTO case_standard_promise (standard, promise, days)
        VALUES (\(id), \(promise.rawValue), \(days[promise] ?? promise.shipped))
        """)
    }
    return CaseStandard(
      number: number, setAt: now, days: days, in: try WorkingDays.time(write))
  }

  private static func standards(_ which: SQL, _ read: Read) throws -> [CaseStandard] {
    let rows = try read.all(
      """
      SELECT s.number, s.set_at, p.promise, p.days
      FROM case_standard s JOIN case_standard_promise p ON p.standard = s.id
      WHERE \(which) ORDER BY s.number DESC
      """
    ) { row in
      (
        number: try row.int(), setAt: try row.parsed(Instant.self),
        promise: Promise(rawValue: try row.text()), days: try row.int()
      )
    }
    let time = try WorkingDays.time(read)
    return Dictionary(grouping: rows, by: \.number).values.compactMap { rows in
      guard let first = rows.first else { return nil }
      let days = rows.compactMap { row in row.promise.map { ($0, row.days) } }
      return CaseStandard(
        number: first.number, setAt: first.setAt,
        days: Dictionary(days) { _, last in last }, in: time)
    }.sorted { $0.number > $1.number }
  }
}
