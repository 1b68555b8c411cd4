public import Database
public import Kernel
import Secrets

extension Outbox {
  /// Seals the next messages after one under the newest version of the key.
  ///
  /// Doing it twice does no harm: what is sealed anew is passed over.
  ///
  /// - Returns: their ids in order; none where there were no more.
  /// - Throws: what the database or the keyring throws.
  public func reseal(
    after last: ID<SentMessage>, limit: Int = 100, in write: Write
  ) throws -> [ID<SentMessage>] {
    let rows = try write.all(
      "SELECT id, address, body FROM message WHERE id > \(last) ORDER BY id LIMIT \(limit)"
    ) { row in (id: try row.id(SentMessage.self), address: try row.bytes(), body: try row.bytes()) }
    for row in rows where !row.body.isEmpty {
      guard keyring.sealedVersion(row.body) < keyring.version else { continue }
      try seal(
        try open(row.address, of: row.id, "address"), try open(row.body, of: row.id, "body"),
        of: row.id, in: write)
    }
    return rows.map(\.id)
  }
}
