public import Database
import Kernel
public import Secrets

/// The audit trail: append-only, each row bound to the one before by a keyed hash.
///
/// A row is recorded in the transaction of the change it tells of, so that both are kept or
/// neither. The chain's head is one row that every recorder updates first: recorders of several
/// processes take turns on it until they commit. Record therefore at the end of a transaction.
public struct Audit: Sendable {
  /// Views gathered to be recorded together.
  public let views: AuditViews

  let keyring: Keyring
  static let entryPurpose: StaticString = "audit.entry"
  static let headPurpose: StaticString = "audit.head"

  /// The trail whose hashes are keyed by these keys.
  public init(_ keyring: Keyring) {
    self.keyring = keyring
    views = AuditViews()
  }

  /// Records what was done; it is kept when the transaction commits.
  public func record(_ event: AuditEvent, in write: Write) throws {
    try record([event], in: write)
  }

  /// Records several things in order under one turn at the head.
  public func record(_ events: [AuditEvent], in write: Write) throws {
    guard !events.isEmpty else { return }
    var head = try claim(events.count, in: write)
    for event in events {
      let entry = try AuditEntry(event, number: head.count + 1, version: keyring.version)
      let hash = try hash(of: entry, after: head.hash)
      try write.run(entry.insert(hash: hash))
      head = AuditHead(count: entry.number, hash: hash)
    }
    let version = keyring.version
    let proof = try proof(of: head, version: version)
    try write.run(
      """
      UPDATE audit_head SET hash = \(head.hash), key_version = \(version), proof = \(proof)
      WHERE id = 1
      """)
  }

  /// Notes that a person looked at a record; it is recorded with other views within a second.
  ///
  /// - Throws: ``AuditProblem/behind`` when so many views wait to be recorded that showing the
  ///   record must wait too.
  public func viewed(_ event: AuditEvent) throws { try views.add(event) }

  /// Takes the turn: the head as it was, with room for some more rows already counted.
  private func claim(_ added: Int, in write: Write) throws -> AuditHead {
    let claimed = try write.first(
      "UPDATE audit_head SET count = count + \(added) WHERE id = 1 RETURNING count, hash"
    ) { row in AuditHead(count: try row.int() - added, hash: try row.optionalBytes() ?? []) }
    guard let claimed else { throw AuditProblem.headless }
    return claimed
  }

  func hash(of entry: AuditEntry, after previous: [UInt8]) throws -> [UInt8] {
    try keyring.token(
      of: entry.fields + [previous], for: Self.entryPurpose, version: entry.keyVersion)
  }

  func proof(of head: AuditHead, version: Int) throws -> [UInt8] {
    try keyring.token(
      of: [Array(String(head.count).utf8), head.hash], for: Self.headPurpose, version: version)
  }
}

/// The end of the chain: how many rows there are, and the hash of the last.
struct AuditHead: Equatable {
  let count: Int
  /// Empty before the first row.
  let hash: [UInt8]
}
