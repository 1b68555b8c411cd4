public import Database

/// What reading the whole chain found.
public enum AuditVerdict: Sendable, Equatable {
  /// Every row is in its place and unchanged.
  case intact(rows: Int)
  /// The first row that is not as it was recorded, and what is wrong with it.
  case broken(row: Int, AuditFault)
}

/// What can be wrong with a row of the trail.
public enum AuditFault: String, Sendable, Equatable {
  /// A column of it, or of the row before, was changed, or rows changed places.
  case changed = "was changed"
  /// It is not there.
  case missing = "is missing"
  /// It was not recorded by this program: the chain's head does not know it.
  case added = "was added outside this program"
  /// The chain's head was changed or is not there.
  case head = "ends a chain whose head was changed"
}

extension Audit {
  private static let batch = 1000

  /// Reads the chain from its first row to its head and names the first row that is broken.
  ///
  /// - Complexity: O(rows) time; memory for a thousand rows, however long the chain.
  public func verify(_ read: Read) throws -> AuditVerdict {
    guard let (head, proof, version) = try head(read) else { return .broken(row: 0, .head) }
    var reached = AuditHead(count: 0, hash: [])
    while true {
      let rows = try rows(after: reached.count, read)
      for row in rows {
        let expected = reached.count + 1
        guard let (entry, kept) = row else { return .broken(row: expected, .changed) }
        if entry.number > head.count { return .broken(row: entry.number, .added) }
        if entry.number != expected { return .broken(row: expected, .missing) }
        guard let made = try? hash(of: entry, after: reached.hash), made == kept else {
          return .broken(row: expected, .changed)
        }
        reached = AuditHead(count: expected, hash: kept)
      }
      if rows.count < Self.batch { break }
    }
    if reached.count < head.count { return .broken(row: reached.count + 1, .missing) }
    guard head.count > 0 else { return proof == nil ? .intact(rows: 0) : .broken(row: 0, .head) }
    guard let made = try? self.proof(of: head, version: version), head == reached, made == proof
    else { return .broken(row: head.count, .head) }
    return .intact(rows: head.count)
  }

  /// Whether the trail is empty, or these keys prove its end: a look at one row.
  public func isEndProven(_ read: Read) throws -> Bool {
    guard let (head, proof, version) = try head(read) else { return false }
    guard head.count > 0 else { return true }
    return (try? self.proof(of: head, version: version)) == proof
  }

  private func head(_ read: Read) throws -> (AuditHead, proof: [UInt8]?, version: Int)? {
    try read.first("SELECT count, hash, proof, key_version FROM audit_head WHERE id = 1") { row in
      let head = AuditHead(count: try row.int(), hash: try row.optionalBytes() ?? [])
      return (head, try row.optionalBytes(), try row.optionalInt() ?? 0)
    }
  }

  /// The next rows; `nil` for one that no longer reads as an entry.
  private func rows(after number: Int, _ read: Read) throws -> [(AuditEntry, hash: [UInt8])?] {
    try read.all(
      """
      SELECT \(AuditEntry.columns), hash FROM audit_entry WHERE number > \(number)
      ORDER BY number LIMIT \(Self.batch)
      """
    ) { row in try? (AuditEntry(row: &row), row.bytes()) }
  }
}
