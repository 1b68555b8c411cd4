internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Which records are theirs, and what was decided about each item.
extension AccessStore {
  private static let decisionTable: StaticString = "access_decision"

  // What is theirs

  func records(_ request: ID<AccessRequest>, _ read: Read) throws -> [AccessRecord] {
    try read.all(
      """
      SELECT kind, record FROM access_record WHERE request = \(request)
      ORDER BY kind, record LIMIT \(AccessRecord.most)
      """
    ) { row in AccessRecord(kind: try row.choice(), record: Int64(try row.int())) }
  }

  /// What was chosen as theirs: here, and of other features.
  func choice(_ request: ID<AccessRequest>, _ read: Read) throws -> AccessChoice {
    let others = try read.all(
      """
      SELECT kind, record FROM access_other WHERE request = \(request)
      ORDER BY kind, record LIMIT \(AccessRecord.most)
      """
    ) { row in AccessOther(kind: try row.text(), record: Int64(try row.int())) }
    return AccessChoice(records: try records(request, read), others: others)
  }

  /// Keeps what is about them, in place of what was kept before.
  func keep(_ choice: AccessChoice, of request: ID<AccessRequest>, in write: Write) throws {
    try write.run("DELETE FROM access_record WHERE request = \(request)")
    try write.run("DELETE FROM access_other WHERE request = \(request)")
    for other in choice.others {
      try write.run(
        """
        INSERT INTO access_other (request, kind, record)
        VALUES (\(request), \(other.kind), \(other.record))
        """)
    }
    for record in choice.records {
      try write.run(
        """
        INSERT INTO access_record (request, kind, record)
        VALUES (\(request), \(record.kind), \(record.record))
        """)
    }
  }

  // What was decided

  func decisions(_ request: ID<AccessRequest>, _ read: Read) throws -> [String: AccessDecision] {
    let found = try read.all(
      """
      SELECT id, item, is_given, reason, content FROM access_decision WHERE request = \(request)
      ORDER BY id LIMIT 10000
      """
    ) { row in
      let id: ID<AccessDecision> = try row.id()
      return AccessDecision(
        item: try row.text(), isGiven: try row.bool(),
        reason: try row.optionalText().flatMap(LeavingReason.init(rawValue:)),
        content: try ReportSealing.value(
          keyring.open(try row.bytes(), table: Self.decisionTable, row: id, column: "content")))
    }
    return Dictionary(found.map { ($0.item, $0) }) { _, last in last }
  }

  func decide(
    _ decision: AccessDecision, of request: ID<AccessRequest>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      "DELETE FROM access_decision WHERE request = \(request) AND item = \(decision.item)")
    let id: ID<AccessDecision>? = try write.first(
      """
      INSERT INTO access_decision (request, item, is_given, reason, at, account, content)
      VALUES (\(request), \(decision.item), \(decision.isGiven), \(decision.reason?.rawValue), \(now),
        \(account), \([UInt8]())) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the decision was given no id") }
    let sealed = keyring.seal(
      try ReportSealing.text(decision.content.reveal(for: "sealing")), table: Self.decisionTable,
      row: id, column: "content")
    try write.run("UPDATE access_decision SET content = \(sealed) WHERE id = \(id)")
  }
}
