internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The sets of the floor in the database.
enum ReviewLawStore {
  private static let most = 200

  static func all(_ read: Read) throws -> [ReviewLaw] {
    try read.all(
      """
      SELECT key, version, title, source, section, territory, effective_from, effective_to, note,
        is_shipped, complaints, report_months, apply_months
      FROM case_review_law ORDER BY key LIMIT \(most)
      """
    ) { row in
      ReviewLaw(
        key: try row.text(), version: try row.int(), title: try row.text(),
        source: try row.text(), section: try row.text(), territory: try row.text(),
        from: try row.optionalParsed(), through: try row.optionalParsed(), note: try row.text(),
        isShipped: try row.bool(),
        floor: ReviewLaw.Floor(
          complaints: try row.int(), reportMonths: try row.int(), applyMonths: try row.int()))
    }
  }

  /// The set an application is tested by: that it was decided under, or that of its day.
  static func of(_ review: CaseReview, _ read: Read) throws -> ReviewLaw {
    let sets = try all(read)
    if let key = review.law, let kept = sets.first(where: { $0.key == key }) { return kept }
    return try on(review.appliedOn, of: sets)
  }

  /// The set of a day.
  static func on(_ day: Day, _ read: Read) throws -> ReviewLaw { try on(day, of: all(read)) }

  private static func on(_ day: Day, of sets: [ReviewLaw]) throws -> ReviewLaw {
    guard let law = ReviewLaw.on(day, of: sets) else {
      throw DatabaseError.shape("no set of the floor of case reviews has a date")
    }
    return law
  }

  static func add(
    _ new: NewReviewLaw, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO case_review_law (key, title, source, section, territory, note, is_shipped,
        complaints, report_months, apply_months, made_at, account)
      VALUES (\(new.key), \(new.title), \(new.source), \(new.section), 'England and Wales',
        \(new.note), 0, \(new.floor.complaints), \(new.floor.reportMonths),
        \(new.floor.applyMonths), \(now), \(account))
      """)
  }

  /// Says when a set is law; ``DatabaseError/stale`` where it was changed since.
  static func date(_ law: ReviewLaw, _ dates: LawDatesForm, in write: Write) throws {
    try write.update(
      """
      UPDATE case_review_law SET effective_from = \(dates.from), effective_to = \(dates.through),
        version = version + 1
      WHERE key = \(law.key) AND version = \(law.version)
      """)
  }
}

/// A set that somebody adds, still without dates.
struct NewReviewLaw: Sendable {
  let key: String
  let title: String
  let source: String
  let section: String
  let note: String
  let floor: ReviewLaw.Floor
}
