internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// Visiting-risk markers in the database.
struct MarkerStore: Sendable {
  private static let most = 100
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  func add(
    _ content: VisitMarker.Content, about subject: MarkerSubject, reviewOn: Day,
    in file: ID<CaseFile>, by account: ID<Account>?, at now: Instant, _ write: Write
  ) throws {
    var (key, name, person): (String?, String?, ID<CasePerson>?) = (nil, nil, nil)
    switch subject {
    case .place(let placeKey, let placeName): (key, name) = (placeKey, placeName)
    case .person(let id): person = id
    }
    let id: ID<VisitMarker>? = try write.first(
      """
      INSERT INTO visit_marker (case_file, place_key, place_name, person, added_at, account,
        review_on, lapses_on, content)
      VALUES (\(file), \(key), \(name), \(person), \(now), \(account), \(reviewOn),
        \(VisitMarker.lapse(after: reviewOn)), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the marker was given no id") }
    try seal(content, id, in: write)
  }

  /// Somebody looked at it: it holds until another day, on evidence that was added.
  func confirm(
    _ marker: VisitMarker, evidence: String, reviewOn: Day, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE visit_marker SET version = version + 1, reviewed_at = \(now),
        review_on = \(reviewOn), lapses_on = \(VisitMarker.lapse(after: reviewOn))
      WHERE id = \(marker.id) AND version = \(marker.version) AND ended_at IS NULL
      """)
    var content = marker.content.reveal(for: "sealing")
    content.evidence += "\n\(London.day(now).words): \(evidence)"
    try seal(content, marker.id, in: write)
  }

  /// Takes it off.
  func end(
    _ marker: VisitMarker, reason: String, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE visit_marker SET version = version + 1, ended_at = \(now)
      WHERE id = \(marker.id) AND version = \(marker.version) AND ended_at IS NULL
      """)
    var content = marker.content.reveal(for: "sealing")
    content.ended = reason
    try seal(content, marker.id, in: write)
  }

  private func seal(
    _ content: VisitMarker.Content, _ id: ID<VisitMarker>, in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: "visit_marker", row: id, column: "content")
    try write.run("UPDATE visit_marker SET content = \(sealed) WHERE id = \(id)")
  }

  // Reading

  /// The markers written in a case or about one of its places, those that end last first.
  func markers(
    of file: ID<CaseFile>, places: [String], _ read: Read
  ) throws -> [VisitMarker] {
    let own = try read.all(Self.ofCase(file)) { row in try VisitMarker(row: &row, keyring) }
    let seen = Set(own.map(\.id))
    let shared = try markers(at: places, read).filter { !seen.contains($0.id) }
    return (own + shared).sorted { ($0.lapsesOn, $0.id) > ($1.lapsesOn, $1.id) }
  }

  /// The markers about some places, whichever case they were written in.
  func markers(at places: [String], _ read: Read) throws -> [VisitMarker] {
    guard !places.isEmpty else { return [] }
    return try read.all(Self.atPlaces(places)) { row in try VisitMarker(row: &row, keyring) }
  }

  static func ofCase(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT \(VisitMarker.columns) FROM visit_marker m JOIN case_file c ON c.id = m.case_file
    WHERE m.case_file = \(file) ORDER BY m.lapses_on DESC, m.id DESC LIMIT \(most)
    """
  }

  static func atPlaces(_ keys: [String]) -> SQL {
    """
    SELECT \(VisitMarker.columns) FROM visit_marker m JOIN case_file c ON c.id = m.case_file
    WHERE m.place_key IN (\(list: keys)) ORDER BY m.lapses_on DESC, m.id DESC LIMIT \(most)
    """
  }

  // Lists

  /// Which of some cases and reports have a marker that holds; what it says is on them alone.
  static func marked(
    cases: [Reference], reports: [Reference], on today: Day, _ read: Read
  ) throws -> Set<Reference> {
    let queries =
      (cases.isEmpty ? [] : [ofCases(cases, on: today)])
      + (reports.isEmpty ? [] : [ofReports(reports, on: today)])
    return Set(
      try queries.flatMap { query in
        try read.all(query) { row in try row.parsed(Reference.self) }
      })
  }

  static func ofCases(_ references: [Reference], on today: Day) -> SQL {
    """
    SELECT c.reference FROM case_file c
    WHERE c.reference IN (\(list: references.map(\.description))) AND (
      EXISTS (SELECT 1 FROM visit_marker m WHERE m.case_file = c.id AND m.ended_at IS NULL
        AND m.lapses_on >= \(today))
      OR EXISTS (SELECT 1 FROM report_decision d JOIN report r ON r.id = d.report
        JOIN visit_marker m ON m.place_key = r.place_key AND m.ended_at IS NULL
          AND m.lapses_on >= \(today)
        WHERE d.case_file = c.id)
      OR EXISTS (SELECT 1 FROM case_place p
        JOIN visit_marker m ON m.place_key = p.place_key AND m.ended_at IS NULL
          AND m.lapses_on >= \(today)
        WHERE p.case_file = c.id))
    """
  }

  static func ofReports(_ references: [Reference], on today: Day) -> SQL {
    """
    SELECT r.reference FROM report r
    WHERE r.reference IN (\(list: references.map(\.description))) AND EXISTS (
      SELECT 1 FROM visit_marker m WHERE m.place_key = r.place_key AND m.ended_at IS NULL
        AND m.lapses_on >= \(today))
    """
  }
}
