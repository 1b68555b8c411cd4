import Database
import FoundationEssentials
public import Kernel

/// One row of the audit trail.
public struct AuditEntry: Sendable, Hashable {
  /// Its place in the chain: 1, 2, … without a gap.
  public let number: Int
  /// When it was done.
  public let at: Instant
  /// Who did it; `nil` for the program itself and for visitors without an account.
  public let actor: ID<Account>?
  /// What was done, such as `account.disabled`.
  public let action: String
  /// What it was done to, such as `account/12`.
  public let subject: String
  /// Further words by name, as a JSON object.
  let detailText: String
  /// The version of the key its hash was made with.
  let keyVersion: Int

  init(_ event: AuditEvent, number: Int, version: Int) throws {
    self.number = number
    at = event.at
    actor = event.actor
    action = event.action
    subject = event.subject
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    detailText = String(decoding: try encoder.encode(event.detail), as: UTF8.self)
    keyVersion = version
  }

  /// Further words by name, in the order of their names.
  public var detail: [(name: String, value: String)] {
    let words = try? JSONDecoder().decode([String: String].self, from: Data(detailText.utf8))
    return (words ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What the hash is made of, in the order of the columns.
  var fields: [[UInt8]] {
    [
      String(number), at.description, actor?.description ?? "", action, subject, detailText,
      String(keyVersion),
    ].map { Array($0.utf8) }
  }
}

extension AuditEntry {
  static let columns: SQL = "number, at, actor, action, subject, detail, key_version"

  /// Reads ``columns``.
  init(row: inout Row) throws {
    number = try row.int()
    at = try row.parsed()
    actor = try row.optionalID()
    action = try row.text()
    subject = try row.text()
    detailText = try row.text()
    keyVersion = try row.int()
  }

  func insert(hash: [UInt8]) -> SQL {
    """
    INSERT INTO audit_entry (\(Self.columns), hash)
    VALUES (\(number), \(at), \(actor), \(action), \(subject), \(detailText), \(keyVersion),
      \(hash))
    """
  }
}
