internal import Access
internal import Database
internal import Jobs
internal import Kernel
internal import Messages
internal import Partnership

/// The letter that tells somebody who reports a second time within six months that they may ask for a
/// case review.
///
/// It goes to a contact that its holder has shown to be theirs, the way they chose, once. A job writes
/// it, so that sending a report takes as long for somebody known as for a stranger.
///
/// - Note: Home Office, Anti-social behaviour powers: statutory guidance (July 2025), on telling everybody
///   who makes a second report within six months.
struct ReviewLetter {
  static let name = "casework.review-letter"
  static let months = 6

  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    try services.database.write { write in
      let isWritten =
        try ID<Report>(run.payload).map { id in
          try ReviewLetter(services: services, now: services.clock.now()).write(id, in: write)
        } ?? false
      try run.complete(isWritten ? "Written" : "Nothing to write", in: write)
    }
  }

  /// Has it looked at whether the letter is to be written about a report.
  static func ask(_ id: ID<Report>, _ jobs: JobQueue, in write: Write) throws {
    try jobs.enqueue(name, payload: id.description, in: write)
  }

  let services: Services
  let now: Instant

  private var store: ReportStore { ReportStore(services) }

  /// Writes the letter if it is due; whether it was.
  func write(_ id: ID<Report>, in write: Write) throws -> Bool {
    guard let report = try store.find(id, write), report.state != .withdrawn else { return false }
    let reporter = try store.details(report, write).reporter
    guard let reach = ReporterReach(report, reporter),
      let token = Self.token(reporter.reveal(for: "look-up"), reach.way)
    else { return false }
    let hashes = token.hashes(store.keyring)
    // Letters about one contact take turns: of two reports at once the second finds the first's letter.
    try write.run(
      "UPDATE report_token SET proved_at = proved_at WHERE token IN (\(list: hashes))")
    guard try isProved(hashes, write), try !wasWritten(hashes, write) else { return false }
    let others = try write.all(Self.earlier(report, hashes)) { row in try Report(row: &row) }
    let counted = others.filter { Self.isWithin($0.receivedAt, report.receivedAt) }
    guard !counted.isEmpty else { return false }
    let safety = try ContactSafety(of: token, store, write)
    let hold = safety.hold ?? Self.doubt([report] + counted)
    try queue(report, reporter, reach, held: reach.hold ?? hold, in: write)
    return true
  }

  /// Whether a report counts with an earlier one: within six months beginning with the earlier's day.
  static func isWithin(_ earlier: Instant, _ later: Instant) -> Bool {
    StatutoryPeriod.isWithin(
      months: months, from: London.day(earlier), through: London.day(later))
  }

  private static func token(_ reporter: Reporter, _ way: MessageRoute) -> ContactToken? {
    switch way {
    case .email: .email(reporter.email)
    case .text, .phone: .phone(reporter.phone)
    case .letter: nil
    }
  }

  private func isProved(_ hashes: [[UInt8]], _ read: Read) throws -> Bool {
    try read.count(
      """
      SELECT COUNT(*) FROM report_token WHERE token IN (\(list: hashes)) AND proved_at IS NOT NULL
      """) > 0
  }

  /// Whether the contact was written to within six months.
  private func wasWritten(_ hashes: [[UInt8]], _ read: Read) throws -> Bool {
    let written = try read.all(
      """
      SELECT l.written_at FROM report_token t JOIN report_review_letter l ON l.report = t.report
      WHERE t.token IN (\(list: hashes)) ORDER BY l.written_at DESC LIMIT 1
      """
    ) { row in try row.parsed(Instant.self) }
    return written.contains { Self.isWithin($0, now) }
  }

  /// The reports of the contact before this one, the latest first; withdrawn ones do not count.
  static func earlier(_ report: Report, _ hashes: [[UInt8]]) -> SQL {
    """
    SELECT DISTINCT \(Report.columns) FROM report_token t JOIN report r ON r.id = t.report
    WHERE t.token IN (\(list: hashes)) AND r.id <> \(report.id)
      AND r.received_at <= \(report.receivedAt) AND r.state <> 'withdrawn'
      AND r.identity <> 'anonymous'
    ORDER BY r.received_at DESC, r.id DESC LIMIT \(ProvedContact.most)
    """
  }

  private func queue(
    _ report: Report, _ reporter: Sensitive<Reporter>, _ reach: ReporterReach, held: String?,
    in write: Write
  ) throws {
    let lines = try ServiceLines(write)
    let name = reporter.reveal(for: "letter to the reporter").name
    let message = try Message(
      Self.wording,
      [
        "name": .personal(Sensitive(name)),
        "link": .open(services.settings.publicURL + "/case-review"),
        "contact": .open(lines[.reviewContact].map { "You can also ask: \($0)." } ?? ""),
      ], by: reach.way, to: reach.address, about: "report/\(report.reference)",
      held: held)
    try services.outbox.queue(message, at: now, in: write)
    try write.run(
      "INSERT INTO report_review_letter (report, written_at) VALUES (\(report.id), \(now))")
    try ReportEvents(sealing: store.sealing).add(
      .update, to: report.id, words: Sensitive("Told by letter of the right to a case review"),
      isPublic: false, at: now, in: write)
    try services.audit.record(
      AuditEvent(
        actor: nil, action: Self.name,
        subject: "report/\(report.reference)", detail: ["way": reach.way.rawValue], at: now),
      in: write)
  }

  /// Why it waits for somebody although the contact is safe.
  private static func doubt(_ reports: [Report]) -> String? {
    guard reports.contains(where: \.isDoubtful) else { return nil }
    return "One of the reports may come from a machine: read them first"
  }

  static let wording = MessageTemplate(
    key: "casework.review-letter", version: 1, title: "Right to a case review",
    subject: "Something you may ask for",
    body: """
      Hello ((name))

      You have reported to us more than once within six months. If you think too little was done, you may \
      ask for a case review: the council, the police, health and housing look at it together and tell \
      you what they find. It costs nothing, and somebody may ask for you.

      How to ask: ((link))

      ((contact))
      """)
}
