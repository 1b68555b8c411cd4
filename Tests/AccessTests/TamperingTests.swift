import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Access

/// One way to change the trail behind the program's back, and what is then found.
struct Tampering: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let statements: [SQL]
  let found: AuditVerdict

  init(_ name: String, _ statements: [SQL], _ found: AuditVerdict) {
    testDescription = name
    self.statements = statements
    self.found = found
  }

  static let ways = [
    Tampering(
      "a row removed", ["DELETE FROM audit_entry WHERE number = 4"], .broken(row: 4, .missing)),
    Tampering(
      "the first row removed", ["DELETE FROM audit_entry WHERE number = 1"],
      .broken(row: 1, .missing)),
    Tampering(
      "the last row removed", ["DELETE FROM audit_entry WHERE number = 10"],
      .broken(row: 10, .missing)),
    Tampering(
      "the end cut off", ["DELETE FROM audit_entry WHERE number > 6"],
      .broken(row: 7, .missing)),
    Tampering("everything removed", ["DELETE FROM audit_entry"], .broken(row: 1, .missing)),
    Tampering(
      "the end cut off with its head",
      [
        "DELETE FROM audit_entry WHERE number > 6",
        """
        UPDATE audit_head SET count = 6,
          hash = (SELECT hash FROM audit_entry WHERE number = 6)
        """,
      ], .broken(row: 6, .head)),
    Tampering(
      "everything removed with the head set back",
      ["DELETE FROM audit_entry", "UPDATE audit_head SET count = 0, hash = NULL"],
      .broken(row: 0, .head)),
    Tampering("the head removed", ["DELETE FROM audit_head"], .broken(row: 0, .head)),
    Tampering("the head changed", ["UPDATE audit_head SET hash = proof"], .broken(row: 10, .head)),
    Tampering(
      "two rows in each other's place",
      [
        "UPDATE audit_entry SET number = 1000 WHERE number = 3",
        "UPDATE audit_entry SET number = 3 WHERE number = 7",
        "UPDATE audit_entry SET number = 7 WHERE number = 1000",
      ], .broken(row: 3, .changed)),
    Tampering(
      "a row copied to the end",
      [
        """
        INSERT INTO audit_entry (number, at, actor, action, subject, detail, key_version, hash)
        SELECT 11, at, actor, action, subject, detail, key_version, hash
        FROM audit_entry WHERE number = 10
        """
      ], .broken(row: 11, .added)),
    Tampering(
      "a row taken out and the rest moved up",
      [
        "DELETE FROM audit_entry WHERE number = 9",
        "UPDATE audit_entry SET number = 9 WHERE number = 10",
        "UPDATE audit_head SET count = 9",
      ], .broken(row: 9, .changed)),
  ]

  static let columns: [SQL] = [
    "at = '2026-01-01T00:00:00.000Z'", "at = 'yesterday'", "actor = 9", "actor = NULL",
    "action = 'test.undone'",
    "subject = 'thing/9'", "detail = '{}'", "key_version = 2",
    "hash = (SELECT proof FROM audit_head)",
  ]
}

@Suite("A trail changed outside the program", .database)
struct TamperingTests {
  @Test("names the first broken row", arguments: Engine.tested, Tampering.ways)
  func found(engine: Engine, way: Tampering) throws {
    let tests = AuditTests()
    let database = try tests.filled(engine)
    try database.write { write in for sql in way.statements { try write.run(sql) } }
    #expect(try database.read(tests.audit.verify) == way.found)
  }

  @Test("names the row of any changed column", arguments: Engine.tested, Tampering.columns)
  func column(engine: Engine, change: SQL) throws {
    let tests = AuditTests()
    let database = try tests.filled(engine)
    try database.write { write in
      try write.run("UPDATE audit_entry SET \(change) WHERE number = 5")
    }
    #expect(try database.read(tests.audit.verify) == .broken(row: 5, .changed))
  }
}
