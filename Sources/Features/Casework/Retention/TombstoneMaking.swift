internal import Access
internal import Database
internal import Kernel

/// Keeps what is left of records, before they are deleted by a rule.
struct TombstoneMaking {
  let rule: RetentionRule
  let account: ID<Account>?
  let now: Instant

  func keep(
    _ record: RetentionRecord, _ ended: Instant, rows: Int, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO retention_tombstone (reference, kind, began_at, ended_at, rule_kind, rule, months,
        rows_gone, deleted_at, account)
      VALUES (\(record.reference.description), \(record.kind), \(record.began), \(ended),
        \(rule.kind), \(rule.version), \(rule.months), \(rows), \(now), \(account))
      """)
  }

  /// Those of the reports of a case, each with what its reporter proves it by, and of the cases that
  /// were joined to it.
  func keepAll(of record: RetentionRecord, _ ended: Instant, in write: Write) throws {
    try keep(
      "r.id IN (SELECT d.report FROM report_decision d WHERE d.case_file = \(record.id))", ended,
      in: write)
    for joined in try RecordRemoval.joined(to: record.id, write) {
      try keepAll(of: joined, ended, in: write)
      try keep(joined, ended, rows: 1, in: write)
    }
  }

  /// That of a report without a case.
  func keep(report: Int64, _ ended: Instant, in write: Write) throws {
    try keep("r.id = \(report)", ended, in: write)
  }

  private func keep(_ condition: SQL, _ ended: Instant, in write: Write) throws {
    try write.run(
      """
      INSERT INTO retention_tombstone (reference, kind, began_at, ended_at, rule_kind, rule, months,
        rows_gone, deleted_at, account, secret, link)
      SELECT r.reference, \(RetentionKind.report), r.received_at, CAST(\(ended) AS TEXT),
        CAST(\(rule.kind) AS TEXT), CAST(\(rule.version) AS BIGINT), CAST(\(rule.months) AS BIGINT),
        1, CAST(\(now) AS TEXT), CAST(\(account) AS BIGINT), r.secret, s.link_hash
      FROM report r LEFT JOIN report_survey s ON s.report = r.id WHERE \(condition)
      ORDER BY r.id
      """)
  }
}
