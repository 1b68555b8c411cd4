internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What was decided about requests for one's own data, in the database.
struct DisclosureStore: Sendable {
  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  func find(
    _ request: Reference, in kind: String, _ read: Read
  ) throws -> ApartDecision? {
    try read.first(
      """
      SELECT d.id, d.outcome, d.exemption, d.decided_at, d.decided_by, d.content
      FROM conference_disclosure d WHERE d.kind = \(kind) AND d.request = \(request.description)
      """
    ) { row in
      let id: ID<ApartDecision> = try row.id()
      return ApartDecision(
        outcome: try row.choice(), exemption: try row.optionalChoice(),
        decidedAt: try row.parsed(), decidedBy: try row.optionalID(),
        content: try sealing.open(try row.bytes(), .disclosure, id))
    }
  }

  /// The requests that were decided about in a conference, among those that still have a decision.
  static func decided(in kind: String, _ read: Read) throws -> Set<Reference> {
    Set(
      try read.all("SELECT request FROM conference_disclosure WHERE kind = \(kind)") { row in
        try row.parsed()
      })
  }

  /// Keeps a decision in the place of the one before.
  func keep(
    _ form: DisclosureForm, of request: Reference, in kind: String, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      DELETE FROM conference_disclosure
      WHERE kind = \(kind) AND request = \(request.description)
      """)
    try sealing.insert(form.content, .disclosure, in: write) { (id: ID<ApartDecision>, sealed) in
      """
      INSERT INTO conference_disclosure (id, kind, request, outcome, exemption, decided_at, decided_by,
        content)
      VALUES (\(id), \(kind), \(request.description), \(form.outcome.rawValue),
        \(form.exemption?.rawValue), \(now), \(account), \(sealed))
      """
    }
  }

  /// The kinds that stand apart and are used: somebody sits there, or it has a case.
  static func deciding(_ read: Read) throws -> [ConferenceKind] {
    try KindStore.all(read).filter { kind in
      guard kind.isApart else { return false }
      return try read.count(
        """
        SELECT (SELECT COUNT(*) FROM conference_member
            WHERE kind = \(kind.key) AND until_day IS NULL)
          + (SELECT COUNT(*) FROM conference_case WHERE kind = \(kind.key))
        """) > 0
    }
  }

  /// What comes back to whoever answers a request.
  func answer(_ request: Reference, _ read: Read) throws -> ApartAnswer {
    let decided = try Self.deciding(read).map { try find(request, in: $0.key, read) }
    return ApartAnswer(
      isDue: decided.contains { $0 == nil },
      given: decided.compactMap(\.self).filter { $0.outcome == .given }.flatMap {
        $0.content.reveal(for: "a request for one's own data").records
      })
  }

  static func forget(_ requests: [Reference], in write: Write) throws {
    guard !requests.isEmpty else { return }
    try write.run(
      """
      DELETE FROM conference_disclosure WHERE request IN (\(list: requests.map(\.description)))
      """)
  }
}
