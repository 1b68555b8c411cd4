import Access
import Database
import Kernel
import Partnership

/// Duties people hold beside their role.
struct DutyStore: Sendable {
  func holders(_ duty: Duty, _ subject: String, _ read: Read) throws -> [ID<Account>] {
    try read.all(
      """
      SELECT account FROM duty WHERE duty = \(duty.rawValue) AND subject = \(subject)
      ORDER BY account LIMIT 100
      """
    ) { row in try row.id() }
  }

  func subjects(_ duty: Duty, _ account: ID<Account>, _ read: Read) throws -> [String] {
    try read.all(
      """
      SELECT subject FROM duty WHERE account = \(account) AND duty = \(duty.rawValue)
      ORDER BY subject LIMIT 1000
      """
    ) { row in try row.text() }
  }

  func assign(_ change: DutyChange, _ audit: Audit, _ write: Write) throws {
    let added = try write.run(
      """
      INSERT INTO duty (duty, subject, account, given)
      VALUES (\(change.duty.rawValue), \(change.subject), \(change.account), \(change.at))
      ON CONFLICT (duty, subject, account) DO NOTHING
      """)
    if added > 0 { try record("account.duty-given", change, audit, write) }
  }

  func release(_ change: DutyChange, _ audit: Audit, _ write: Write) throws {
    let removed = try write.run(
      """
      DELETE FROM duty WHERE duty = \(change.duty.rawValue) AND subject = \(change.subject)
        AND account = \(change.account)
      """)
    if removed > 0 { try record("account.duty-taken", change, audit, write) }
  }

  private func record(
    _ action: String, _ change: DutyChange, _ audit: Audit, _ write: Write
  ) throws {
    try audit.record(
      AuditEvent(
        actor: change.by, action: action, subject: AccountRecord.subject(change.account),
        detail: ["duty": change.duty.rawValue, "for": change.subject], at: change.at),
      in: write)
  }
}
