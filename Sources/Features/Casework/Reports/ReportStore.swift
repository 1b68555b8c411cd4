internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Reports in the database.
struct ReportStore: Sendable {
  let keyring: Keyring
  let letters: String

  init(_ services: Services) {
    keyring = services.keyring
    letters = services.settings.letters
  }

  var sealing: ReportSealing { ReportSealing(keyring: keyring) }

  /// Keeps a report with its occasions, tokens and first event; what its reporter is told.
  @discardableResult
  func add(
    _ new: NewReport, at now: Instant, in write: Write
  ) throws -> (id: ID<Report>, receipt: ReportReceipt) {
    var generator = SystemRandom()
    return try add(
      new, secret: SecretToken.code(), at: now, using: &generator, in: write)
  }

  /// The same with a secret and a source of references of its own, for the demonstration.
  @discardableResult
  func add(
    _ new: NewReport, secret: String, at now: Instant,
    using generator: inout some RandomNumberGenerator, in write: Write
  ) throws -> (id: ID<Report>, receipt: ReportReceipt) {
    let reference = try unused(using: &generator, write)
    let standard = try StandardStore.standard(at: now, write)
    let due = standard.begin(new.priority, from: now)
    let id = try insert(new, reference, secret, at: now, due: due, in: write)
    try keepAcknowledging(id, new.channel, due: due, standard, at: now, in: write)
    try seal(new, id, in: write)
    for strand in new.strands.sorted(by: { $0.rawValue < $1.rawValue }) {
      try write.run("INSERT INTO report_strand (report, strand) VALUES (\(id), \(strand))")
    }
    try addTokens(new, id, in: write)
    try VulnerableReports.keep(new, id, in: write)
    try ReportEvents(sealing: sealing).add(.received, to: id, at: now, in: write)
    for occasion in new.occasions { try add(occasion, to: id, at: now, in: write) }
    return (
      id,
      ReportReceipt(
        reference: reference.description, secret: secret, dueAt: due.description)
    )
  }

  /// Adds a time it happened; `event` is the entry of the diary that told it.
  func add(
    _ occasion: Occasion, to id: ID<Report>, event: ID<ReportEvent>? = nil, at now: Instant,
    in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO report_occasion (report, day, hour, minutes, is_night, added_at, event)
      VALUES (\(id), \(occasion.day), \(occasion.hour), \(occasion.minutes), \
        \(occasion.isNight), \(now), \(event))
      """)
  }

  /// Moves a report to a state.
  func move(_ id: ID<Report>, to state: ReportState, in write: Write) throws {
    try write.run(
      "UPDATE report SET state = \(state), version = version + 1 WHERE id = \(id)")
  }

  /// Says that a report came from a person after all, so that it counts; whether that was in doubt.
  func believe(_ id: ID<Report>, in write: Write) throws -> Bool {
    try write.run(
      """
      UPDATE report SET is_doubtful = 0, version = version + 1 WHERE id = \(id) AND is_doubtful = 1
      """) > 0
  }

  /// The report of a reference.
  func find(_ reference: Reference, _ read: Read) throws -> Report? {
    try read.first(
      "SELECT \(Report.columns) FROM report r WHERE r.reference = \(reference.description)"
    ) { row in try Report(row: &row) }
  }

  func find(_ id: ID<Report>, _ read: Read) throws -> Report? {
    try read.first("SELECT \(Report.columns) FROM report r WHERE r.id = \(id)") { row in
      try Report(row: &row)
    }
  }

  /// The report that a reference and its secret open together; `nil` where they do not.
  func find(_ reference: Reference, secret: String, _ read: Read) throws -> Report? {
    let hash = Self.hash(secret)
    let kept = try read.first(
      "SELECT secret FROM report WHERE reference = \(reference.description)"
    ) { row in try row.bytes() }
    guard equalInConstantTime(kept ?? [], hash) else { return nil }
    return try find(reference, read)
  }

  /// What the database keeps of a secret, however its holder writes it.
  static func hash(_ secret: String) -> [UInt8] {
    SecretToken.hash(
      secret.uppercased().filter { ($0.isLetter || $0.isNumber) }
        .replacing("O", with: "0").replacing("I", with: "1").replacing("L", with: "1"))
  }

  private func unused(
    using generator: inout some RandomNumberGenerator, _ read: Read
  ) throws -> Reference {
    while true {
      let reference = Reference(letters: letters, using: &generator)
      if try find(reference, read) == nil { return reference }
    }
  }

  private func insert(
    _ new: NewReport, _ reference: Reference, _ secret: String, at now: Instant, due: Instant,
    in write: Write
  ) throws -> ID<Report> {
    let empty: [UInt8] = []
    let story = new.story.reveal(for: "flags of a report")
    let place = new.place
    let id: ID<Report>? = try write.first(
      """
      INSERT INTO report (reference, kind, channel, organisation, taken_by, received_at, state,
        identity, place_key, place_name, ward, easting, northing, course, priority, rule, due_at,
        is_flagged, flagged_at, is_doubtful, secret, story, subject, reporter)
      VALUES (\(reference.description), \(new.kind.id), \(new.channel), \(new.organisation),
        \(new.takenBy), \(now), \(ReportState.new), \(new.identity), \(place?.key), \(place?.name),
        \(place?.ward), \(place?.easting), \(place?.northing), \(new.course),
        \(new.priority.rawValue), \(PriorityRule.version), \(due),
        \(!story.flags.isEmpty), \(story.flags.isEmpty ? nil : now), \(!story.doubts.isEmpty),
        \(Self.hash(secret)), \(empty), \(empty), \(empty))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the report was given no id") }
    return id
  }

  private func seal(_ new: NewReport, _ id: ID<Report>, in write: Write) throws {
    let story = try sealing.seal(new.story.reveal(for: "sealing"), id, "story")
    let subject = try sealing.seal(new.subject.reveal(for: "sealing"), id, "subject")
    let reporter = try sealing.seal(new.reporter.reveal(for: "sealing"), id, "reporter")
    try write.run(
      """
      UPDATE report SET story = \(story), subject = \(subject), reporter = \(reporter)
      WHERE id = \(id)
      """)
  }

  private func addTokens(_ new: NewReport, _ id: ID<Report>, in write: Write) throws {
    let tokens = ContactToken.of(
      new.reporter.reveal(for: "look-up"), new.subject.reveal(for: "look-up"))
    for token in tokens { try token.keep(id, keyring, in: write) }
    try SubjectTokens.keep(
      id, new.subject.reveal(for: "look-up"), near: new.place?.key, keyring, in: write)
    let index = SearchIndex(keyring: keyring)
    try index.keep(
      id, new.reporter.reveal(for: "look-up"), new.subject.reveal(for: "look-up"), in: write)
    try index.keepWords(of: id, place: new.place?.name, kind: new.kind, in: write)
  }
}
