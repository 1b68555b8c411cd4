internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Which sets were sent, when and to whom.
enum SetStore {
  struct Sent: Sendable {
    let quarter: Quarter
    /// The key of the source.
    let source: String
    let day: Day
    let recipients: [ID<Organisation>]
  }

  static func sent(since quarter: Quarter, _ read: Read) throws -> [Sent] {
    try read.all(
      """
      SELECT quarter, source, sent_on, recipients FROM sharing_set_sent
      WHERE quarter >= \(quarter.description) ORDER BY quarter DESC, source LIMIT 200
      """
    ) { row in
      Sent(
        quarter: try row.parsed(), source: try row.text(), day: try row.parsed(),
        recipients: try row.text().split(separator: " ").compactMap { ID(String($0)) })
    }
  }

  /// Says that a set was sent; once more says to whom it was sent last.
  static func send(
    _ sent: Sent, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    let recipients = sent.recipients.map(\.description).joined(separator: " ")
    try write.run(
      """
      INSERT INTO sharing_set_sent (quarter, source, sent_on, recipients, made_at, account)
      VALUES (\(sent.quarter.description), \(sent.source), \(sent.day), \(recipients), \(now),
        \(account))
      ON CONFLICT (quarter, source) DO UPDATE SET sent_on = excluded.sent_on,
        recipients = excluded.recipients, made_at = excluded.made_at, account = excluded.account
      """)
  }
}
