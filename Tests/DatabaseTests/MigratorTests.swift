import Database
import Kernel
import TestKit
import Testing

@Suite("Migrations") struct MigratorTests {
  private let first = Migration(
    feature: "note", number: 1, text: "CREATE TABLE note (id {id}, word {text}) {strict};")
  private let second = Migration(
    feature: "note", number: 2,
    text: "ALTER TABLE note ADD COLUMN n {i64}; CREATE INDEX note_n ON note (n);")

  @Test("run once, in their order, and only what is new", .database, arguments: Engine.tested)
  func order(engine: Engine) throws {
    let database = try TestDatabase(engine).database
    #expect(try Migrator([first]).pending(database) == ["note-001"])
    #expect(try Migrator([first]).migrate(database) == ["note-001"])
    #expect(try Migrator([first, second]).pending(database) == ["note-002"])
    #expect(try Migrator([first, second]).migrate(database) == ["note-002"])
    #expect(try Migrator([first, second]).migrate(database) == [])
    try database.write { try $0.run("INSERT INTO note (word, n) VALUES ('a', 1)") }
  }

  @Test("of a newer program are refused by name", .database, arguments: Engine.tested)
  func newer(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: [first, second]).database
    #expect(throws: DatabaseError.newer("note-002")) { try Migrator([first]).migrate(database) }
  }

  @Test("whose text was changed are refused by name", .database, arguments: Engine.tested)
  func changed(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: [first]).database
    let other = Migration(feature: "note", number: 1, text: first.text + " ")
    #expect {
      try Migrator([other]).migrate(database)
    } throws: { error in
      "\(error)".contains("note-001")
    }
  }

  @Test("that fail leave nothing of themselves", .database, arguments: Engine.tested)
  func failing(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: [first]).database
    let broken = Migration(
      feature: "note", number: 2, text: "CREATE TABLE other (id {id}) {strict}; SELECT nothing;")
    #expect(throws: DatabaseError.self) { try Migrator([first, broken]).migrate(database) }
    #expect(try Migrator([first]).pending(database) == [])
    #expect(throws: DatabaseError.self) {
      try database.read { try $0.count("SELECT count(*) FROM other") }
    }
  }

  @Test(
    "that say what they may not are refused", .database,
    arguments: [
      "CREATE TABLE t (a {int});",
      "CREATE TABLE t (a {i64} REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED);",
    ])
  func words(text: String) throws {
    let migration = Migration(feature: "x", number: 1, text: text)
    #expect(throws: DatabaseError.self) { try TestDatabase(.sqlite, migrations: [migration]) }
  }

  @Test(
    "run once when several programs start at the same time", .database, arguments: Engine.tested)
  func together(engine: Engine) throws {
    let database = try TestDatabase(engine).database
    let ran = Guarded<[String]>([])
    let failures = Guarded(0)
    JoinableThread.concurrently(6) { [first, second] _ in
      do {
        let names = try Migrator([first, second]).migrate(database)
        ran.withLock { $0 += names }
      } catch { failures.withLock { $0 += 1 } }
    }
    #expect(ran.withLock { $0.sorted() } == ["note-001", "note-002"])
    #expect(failures.withLock { $0 } == 0)
  }
}
