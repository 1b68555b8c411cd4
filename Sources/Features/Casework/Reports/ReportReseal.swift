internal import Database
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Seals reports, their stories and requests for reviews under the newest version of the key.
///
/// Drafts are not among them: they end within a week, and older versions stay readable.
enum ReportReseal {
  private static let batch = 200

  static let job = JobKind<Services>.resealing(
    "casework", "reports and requests", [reports, events, requests])

  private static let reports: JobKind<Services>.Sealing = { services, last, write in
    let sealing = ReportSealing(keyring: services.keyring)
    let rows = try write.all(
      """
      SELECT id, story, subject, reporter, place_key FROM report WHERE id > \(last)
      ORDER BY id LIMIT \(batch)
      """
    ) { row in
      let id: ID<Report> = try row.id()
      return (id, try row.bytes(), try row.bytes(), try row.bytes(), try row.optionalText())
    }
    for (id, story, subject, reporter, place) in rows {
      let subject: Sensitive<ReportSubject> = try sealing.open(subject, id, "subject")
      let reporter: Sensitive<Reporter> = try sealing.open(reporter, id, "reporter")
      let story: Sensitive<ReportStory> = try sealing.open(story, id, "story")
      try write.run(
        """
        UPDATE report SET story = \(try sealing.seal(story.reveal(for: "sealing"), id, "story")),
          subject = \(try sealing.seal(subject.reveal(for: "sealing"), id, "subject")),
          reporter = \(try sealing.seal(reporter.reveal(for: "sealing"), id, "reporter"))
        WHERE id = \(id)
        """)
      try ContactToken.renew(
        id, reporter.reveal(for: "look-up"), subject.reveal(for: "look-up"), sealing.keyring,
        in: write)
      try SubjectTokens.keep(
        id, subject.reveal(for: "look-up"), near: place, sealing.keyring, in: write)
    }
    return rows.map(\.0.rawValue)
  }

  private static let events: JobKind<Services>.Sealing = { services, last, write in
    try again(
      "SELECT id, words FROM report_event WHERE id > \(last) ORDER BY id LIMIT \(batch)", write
    ) { (id: ID<ReportEvent>, sealed) in
      let keyring = services.keyring
      let text = try keyring.open(sealed, table: ReportSealing.events, row: id, column: "words")
      let fresh = keyring.seal(text, table: ReportSealing.events, row: id, column: "words")
      try write.run("UPDATE report_event SET words = \(fresh) WHERE id = \(id)")
    }
  }

  private static let requests: JobKind<Services>.Sealing = { services, last, write in
    try again(
      """
      SELECT id, content FROM case_review_request WHERE id > \(last) ORDER BY id LIMIT \(batch)
      """, write
    ) { (id: ID<CaseReviewRequest>, sealed) in
      let keyring = services.keyring
      let table = CaseReviewStore.table
      let text = try keyring.open(sealed, table: table, row: id, column: "content")
      let fresh = keyring.seal(text, table: table, row: id, column: "content")
      try write.run("UPDATE case_review_request SET content = \(fresh) WHERE id = \(id)")
    }
  }

  private static func again<Entity>(
    _ sql: SQL, _ write: Write, _ seal: (ID<Entity>, [UInt8]) throws -> Void
  ) throws -> [Int64] {
    let rows = try write.all(sql) { row in (try row.id(Entity.self), try row.bytes()) }
    for (id, sealed) in rows { try seal(id, sealed) }
    return rows.map(\.0.rawValue)
  }
}
