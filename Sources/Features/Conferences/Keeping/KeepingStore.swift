internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Why a case is kept beyond its time; kept sealed.
struct KeptContent: Codable, Equatable, Sendable {
  var reason = ""
}

/// Cases whose time is over, in the database: somebody looks at each before it is deleted.
struct KeepingStore: Sendable {
  static let most = 25

  let services: Services
  private var sealing: ConferenceSealing { ConferenceSealing(keyring: services.keyring) }

  /// Those of a kind that are due, the one that ended first at the top.
  func due(in kind: ConferenceKind, on today: Day, _ read: Read) throws -> [Referral] {
    try read.all(Self.query(in: kind.key, kind.rules.keeping, on: today)) { row in
      try Referral(row: &row, sealing)
    }
  }

  /// Neither flagged, nor kept by somebody, nor with an action that is not finished.
  static func query(in kind: String, _ rule: KeepingRule, on today: Day) -> SQL {
    """
    SELECT \(Referral.columns) FROM conference_case c
    WHERE c.kind = \(kind) AND c.ended_on <= \(rule.cutoff(on: today))
      AND (c.flag_until IS NULL OR c.flag_ended_on IS NOT NULL OR c.flag_until < \(today))
      AND NOT EXISTS (SELECT 1 FROM conference_kept k
        WHERE k.case_id = c.id AND k.until_on >= \(today))
      AND NOT EXISTS (SELECT 1 FROM conference_action a
        WHERE a.case_id = c.id AND a.state IN ('open', 'not-done'))
    ORDER BY c.ended_on, c.id LIMIT \(most)
    """
  }

  func keep(
    _ form: KeepUntilForm, _ referral: ID<Referral>, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws {
    try sealing.insert(KeptContent(reason: form.reason), .kept, in: write) {
      (id: ID<KeptContent>, sealed) in
      """
      INSERT INTO conference_kept (id, case_id, until_on, made_by, made_at, content)
      VALUES (\(id), \(referral), \(form.until), \(account), \(now), \(sealed))
      """
    }
  }

  /// Deletes a case with everything that belongs to it, its letters and hashes, then the meetings that
  /// are past their time and hold no case any more; how many rows went.
  func delete(
    _ referral: Referral, of kind: ConferenceKind, on today: Day, in write: Write
  ) throws -> Int {
    var rows = 0
    for link in try ResearchLinkStore(services).links(of: referral.id, write) {
      rows += try services.outbox.delete(
        about: ResearchLinkWording.topic(kind, link.shared.id), in: write)
    }
    if !kind.isApart { try services.shares.forget(referral.reference, write) }
    try write.run("UPDATE conference_case SET repeat_of = NULL WHERE repeat_of = \(referral.id)")
    let tree = try RowTree(write)
    let counts = try tree.delete(
      from: "conference_case", ids: [referral.id.rawValue], in: write)
    let empty: [Int64] = try write.all(
      """
      SELECT m.id FROM conference_meeting m
      WHERE m.kind = \(kind.key) AND m.held_on <= \(kind.rules.keeping.cutoff(on: today))
        AND NOT EXISTS (SELECT 1 FROM conference_item i WHERE i.meeting = m.id)
        AND NOT EXISTS (SELECT 1 FROM conference_action a
          WHERE a.meeting = m.id AND a.state IN ('open', 'not-done'))
      ORDER BY m.id LIMIT 100
      """
    ) { row in Int64(try row.int()) }
    let meetings = try tree.delete(from: "conference_meeting", ids: empty, in: write)
    return rows + counts.values.reduce(0, +) + meetings.values.reduce(0, +)
  }
}
