import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Access

@Suite("The audit trail", .database)
struct AuditTests {
  let audit = Audit(.forTests())
  let now = Instant(milliseconds: 1_800_000_000_000)

  func event(_ number: Int) -> AuditEvent {
    AuditEvent(
      actor: ID(Int64(number % 3 + 1)), action: "test.done", subject: "thing/\(number)",
      detail: ["number": "\(number)"], at: now.adding(seconds: Double(number)))
  }

  func filled(_ engine: Engine, rows: Int = 10) throws -> TestDatabase {
    let database = try TestDatabase(engine, migrations: Audit.migrations)
    for number in 1...rows {
      try database.write { write in try audit.record(event(number), in: write) }
    }
    return database
  }

  @Test("verifies as it was recorded", arguments: Engine.tested)
  func intact(engine: Engine) throws {
    let database = try filled(engine)
    #expect(try database.read(audit.verify) == .intact(rows: 10))
  }

  @Test("verifies before anything was recorded", arguments: Engine.tested)
  func empty(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Audit.migrations)
    #expect(try database.read(audit.verify) == .intact(rows: 0))
  }

  @Test("records several things of one transaction in order", arguments: Engine.tested)
  func several(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Audit.migrations)
    try database.write { write in
      try audit.record([event(1), event(2)], in: write)
      try audit.record(event(3), in: write)
      try audit.record([], in: write)
    }
    let page = try database.read { try audit.page(AuditFilter(), before: nil, limit: 10, $0) }
    #expect(page.entries.map(\.number) == [3, 2, 1])
    #expect(page.entries.map(\.subject) == ["thing/3", "thing/2", "thing/1"])
    #expect(try database.read(audit.verify) == .intact(rows: 3))
  }

  @Test("keeps nothing of a transaction that failed", arguments: Engine.tested)
  func rolledBack(engine: Engine) throws {
    let database = try filled(engine, rows: 2)
    #expect(throws: DatabaseError.stale) {
      try database.write { write in
        try audit.record(event(3), in: write)
        throw DatabaseError.stale
      }
    }
    #expect(try database.read(audit.verify) == .intact(rows: 2))
  }

  @Test("is one chain when several write at once", arguments: Engine.tested)
  func concurrent(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Audit.migrations)
    let failures = Guarded(0)
    JoinableThread.concurrently(6) { thread in
      for number in 1...20 {
        do {
          try database.write { try audit.record(event(thread * 100 + number), in: $0) }
        } catch { failures.withLock { $0 += 1 } }
      }
    }
    #expect(failures.withLock { $0 } == 0)
    #expect(try database.read(audit.verify) == .intact(rows: 120))
  }

  @Test("goes on after the key was rotated", arguments: Engine.tested)
  func rotated(engine: Engine) throws {
    let database = try filled(engine, rows: 3)
    let keyring = Keyring.forTests()
    try keyring.rotate(at: now)
    let later = Audit(keyring)
    try database.write { try later.record(event(4), in: $0) }
    #expect(try database.read(later.verify) == .intact(rows: 4))
    #expect(try database.read(audit.verify) == .broken(row: 4, .changed))
  }

  @Test("is found broken under another key", arguments: Engine.tested)
  func otherKey(engine: Engine) throws {
    let database = try filled(engine, rows: 3)
    #expect(try database.read(Audit(.forTests(2)).verify) == .broken(row: 1, .changed))
  }

  @Test("reads thousands of rows in batches", arguments: Engine.tested)
  func long(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Audit.migrations)
    try database.write { try audit.record((1...2500).map(event), in: $0) }
    #expect(try database.read(audit.verify) == .intact(rows: 2500))
    try database.write { write in
      try write.run("UPDATE audit_entry SET action = 'x' WHERE number = 2001")
    }
    #expect(try database.read(audit.verify) == .broken(row: 2001, .changed))
  }
}
