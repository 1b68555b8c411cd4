import Database
import Kernel
import TestKit
import Testing

private struct Stop: Error {}

@Suite("A transaction") struct TransactionTests {
  private static let schema = [
    Migration(
      feature: "note", number: 1,
      text: """
        CREATE TABLE note (id {id}, word {text} NOT NULL UNIQUE, version {i64} NOT NULL DEFAULT 1)
        {strict};
        """)
  ]

  private func database(_ engine: Engine) throws -> TestDatabase {
    try TestDatabase(engine, migrations: Self.schema)
  }

  private func words(_ database: TestDatabase) throws -> [String] {
    try database.read { try $0.all("SELECT word FROM note ORDER BY id") { row in try row.text() } }
  }

  @Test("keeps nothing when its closure throws", .database, arguments: Engine.tested)
  func thrown(engine: Engine) throws {
    let database = try database(engine)
    #expect(throws: Stop.self) {
      try database.write { write in
        try write.run("INSERT INTO note (word) VALUES ('lost')")
        throw Stop()
      }
    }
    #expect(try words(database).isEmpty)
  }

  @Test("can only end after a refusal, even if it was caught", .database, arguments: Engine.tested)
  func swallowed(engine: Engine) throws {
    let database = try database(engine)
    #expect(throws: DatabaseError.self) {
      try database.write { write in
        try write.run("INSERT INTO note (word) VALUES ('a')")
        _ = try? write.run("INSERT INTO note (word) VALUES ('a')")
      }
    }
    #expect(try words(database).isEmpty)
    try database.write { write in try write.run("INSERT INTO note (word) VALUES ('b')") }
    #expect(try words(database) == ["b"])
  }

  @Test("goes on after a refusal within a savepoint", .database, arguments: Engine.tested)
  func savepoint(engine: Engine) throws {
    let database = try database(engine)
    try database.write { write in
      try write.run("INSERT INTO note (word) VALUES ('a')")
      #expect(throws: DatabaseError.unique) {
        try write.savepoint {
          try write.run("INSERT INTO note (word) VALUES ('lost')")
          try write.run("INSERT INTO note (word) VALUES ('a')")
        }
      }
      try write.savepoint { try write.run("INSERT INTO note (word) VALUES ('b')") }
    }
    #expect(try words(database) == ["a", "b"])
  }

  @Test("that writes is refused in one that reads", .database, arguments: Engine.tested)
  func readOnly(engine: Engine) throws {
    let database = try database(engine)
    #expect(throws: DatabaseError.self) {
      try database.read { try $0.count("INSERT INTO note (word) VALUES ('a') RETURNING id") }
    }
    #expect(try words(database).isEmpty)
  }

  @Test("is refused inside another on the same thread", .database, arguments: Engine.tested)
  func nested(engine: Engine) throws {
    let database = try database(engine)
    for inner in [{ _ = try words(database) }, { try database.write { _ in } }] {
      #expect(throws: DatabaseError.self) { try database.write { _ in try inner() } }
      #expect(throws: DatabaseError.self) { try database.read { _ in try inner() } }
    }
    #expect(try words(database).isEmpty)
  }

  @Test("sees one state throughout while others write", .database, arguments: Engine.tested)
  func snapshot(engine: Engine) throws {
    let database = try database(engine)
    try database.read { read in
      let before = try read.count("SELECT count(*) FROM note")
      JoinableThread.concurrently(1) { _ in
        _ = try? database.write { try $0.run("INSERT INTO note (word) VALUES ('a')") }
      }
      #expect(try read.count("SELECT count(*) FROM note") == before)
    }
    #expect(try words(database) == ["a"])
  }

  @Test("with a stale version is refused", .database, arguments: Engine.tested)
  func stale(engine: Engine) throws {
    let database = try database(engine)
    try database.write { try $0.run("INSERT INTO note (word) VALUES ('a')") }
    func rename(to word: String, version: Int) throws {
      try database.write { write in
        try write.update(
          """
          UPDATE note SET word = \(word), version = version + 1
          WHERE id = 1 AND version = \(version)
          """)
      }
    }
    try rename(to: "b", version: 1)
    #expect(throws: DatabaseError.stale) { try rename(to: "c", version: 1) }
    #expect(try words(database) == ["b"])
  }

  @Test("hands over many rows one at a time, and may stop", .database, arguments: Engine.tested)
  func stream(engine: Engine) throws {
    let database = try database(engine)
    var next = 0
    try database.write { write in
      try write.insert(into: "note", columns: ["word"]) {
        next += 1
        return next <= 5000 ? [.text("word \(next)")] : nil
      }
    }
    try database.read { read in
      var seen = 0
      try read.each("SELECT word FROM note WHERE id > \(0) ORDER BY id") { row in
        seen += 1
        let word = try row.text()
        #expect(word == "word \(seen)")
        guard seen == 3000 else { return }
        let count = try read.count("SELECT count(*) FROM note")
        #expect(count == 5000)
      }
      #expect(seen == 5000)
      #expect(throws: Stop.self) { try read.each("SELECT id FROM note") { _ in throw Stop() } }
      #expect(try read.count("SELECT count(*) FROM note") == 5000)
    }
  }

  @Test("whose rows end in an error keeps none of them", .database, arguments: Engine.tested)
  func stoppedInsert(engine: Engine) throws {
    let database = try database(engine)
    #expect(throws: Stop.self) {
      try database.write { write in
        var next = 0
        try write.insert(into: "note", columns: ["word"]) {
          next += 1
          if next == 100 { throw Stop() }
          return [.text("word \(next)")]
        }
      }
    }
    #expect(throws: DatabaseError.unique) {
      try database.write { write in
        var rows: [[Value]] = [[.text("a")], [.text("b")], [.text("a")]]
        try write.insert(into: "note", columns: ["word"]) { rows.popLast() }
      }
    }
    #expect(try words(database).isEmpty)
  }

  @Test(
    "that changed something moves the mark, whoever wrote it", .database, arguments: Engine.tested)
  func mark(engine: Engine) throws {
    let database = try database(engine)
    let other = try TestDatabase.open(database.address)
    for writer in [database.database, other, database.database] {
      let before = try database.database.changeMark()
      try writer.write { try $0.run("INSERT INTO note (word) VALUES (\(before))") }
      #expect(try database.database.changeMark() != before)
    }
    other.close()
  }

  @Test("knows the time of the database's machine", .database, arguments: Engine.tested)
  func time(engine: Engine) throws {
    let found = try database(engine).read { try $0.serverTime() }
    #expect(abs(found.since(Clock.system.now())) < 5)
  }

  @Test("is refused after the database was closed", .database, arguments: Engine.tested)
  func closed(engine: Engine) throws {
    let database = try database(engine)
    database.database.close()
    #expect(throws: DatabaseError.unreachable("the database is closed")) {
      try words(database)
    }
    #expect(throws: DatabaseError.unreachable("the database is closed")) {
      try database.write { _ in }
    }
  }
}
