import Access
import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Application

@Suite("The keys of a database", .database)
struct KeyMarkTests {
  private static func event(_ action: String) -> AuditEvent {
    AuditEvent(actor: nil, action: action, subject: "test/1", at: Instant(milliseconds: 0))
  }

  @Test("mark it at first use, and are known again", arguments: Engine.tested)
  func first(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: House.migrations).database
    let mark = KeyMark(keyring: .forTests(1))
    #expect(try database.read(mark.verdict) == .unmarked)
    try mark.settle(database, path: "/keys/a")
    #expect(try database.read(mark.verdict) == .same)
    try mark.settle(database, path: "/keys/a")
  }

  @Test("are refused where they are others, and change nothing", arguments: Engine.tested)
  func others(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: House.migrations).database
    try KeyMark(keyring: .forTests(1)).settle(database, path: "/keys/a")
    #expect(throws: HouseProblem.otherKey("/keys/b")) {
      try KeyMark(keyring: .forTests(2)).settle(database, path: "/keys/b")
    }
    #expect(try database.read(KeyMark(keyring: .forTests(1)).verdict) == .same)
  }

  @Test("of an earlier release prove the end of its trail", arguments: Engine.tested)
  func earlier(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: House.migrations).database
    try database.write { write in
      try Audit(.forTests(1)).record(Self.event("test.done"), in: write)
    }
    #expect(throws: HouseProblem.otherKey("/keys/b")) {
      try KeyMark(keyring: .forTests(2)).settle(database, path: "/keys/b")
    }
    try KeyMark(keyring: .forTests(1)).settle(database, path: "/keys/a")
    #expect(try database.read(KeyMark(keyring: .forTests(1)).verdict) == .same)
  }

  @Test("are known again after they were rotated")
  func rotated() throws {
    let folder = try TemporaryFolder()
    let database = try TestDatabase(.sqlite, migrations: House.migrations).database
    let keyring = try Keyring.create(folder.path + "/key", at: Instant(milliseconds: 0))
    try KeyMark(keyring: keyring).settle(database, path: "/keys/a")
    try keyring.rotate(at: Instant(milliseconds: 1))
    #expect(try database.read(KeyMark(keyring: keyring).verdict) == .same)
  }
}
