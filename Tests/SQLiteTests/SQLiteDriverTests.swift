import Database
import Glibc
import Kernel
import SQLite
import TestKit
import Testing

@Suite("SQLite") struct SQLiteDriverTests {
  private let schema = [
    Migration(feature: "note", number: 1, text: "CREATE TABLE note (n {i64}, b {blob}) {strict};")
  ]

  @Test(
    "has its defences up",
    .database,
    arguments: [
      ("PRAGMA foreign_keys", 1), ("PRAGMA synchronous", 2), ("PRAGMA trusted_schema", 0),
      ("PRAGMA cell_size_check", 1), ("PRAGMA busy_timeout", 5000), ("PRAGMA query_only", 0),
    ])
  func settings(pragma: String, expected: Int) throws {
    let database = try TestDatabase(.sqlite).database
    #expect(try database.write { try $0.count(SQL(trusted: pragma)) } == expected)
  }

  @Test("takes a double-quoted word for a name, never for text", .database) func quotes() throws {
    let database = try TestDatabase(.sqlite).database
    #expect(throws: DatabaseError.self) { try database.read { try $0.count("SELECT \"word\"") } }
  }

  @Test("keeps the file from other users", .database) func mode() throws {
    let path = try #require(try TestDatabase(.sqlite).path)
    var found = stat()
    #expect(stat(path, &found) == 0)
    #expect(found.st_mode & 0o777 == 0o600)
  }

  @Test("says why a file cannot be opened", arguments: ["/nowhere/x.sqlite", "/proc/version"])
  func unreachable(path: String) {
    #expect {
      try SQLiteDriver(path: path)
    } throws: { error in
      guard case DatabaseError.unreachable(let reason) = error else { return false }
      return reason.contains(path)
    }
  }

  @Test("says a full disk is full, keeps what was there, and goes on", .database) func full() throws
  {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    try database.write { write in
      try write.run("INSERT INTO note (n) VALUES (1)")
      _ = try write.count("PRAGMA max_page_count = 20")
    }
    #expect(throws: DatabaseError.full) {
      try database.write { write in
        for number in 0..<100 {
          try write.run("INSERT INTO note (n, b) VALUES (\(number), zeroblob(4000))")
        }
      }
    }
    #expect(try database.read { try $0.count("SELECT count(*) FROM note") } == 1)
    try database.write { try $0.run("INSERT INTO note (n) VALUES (2)") }
    #expect(try database.read { try $0.count("SELECT count(*) FROM note") } == 2)
  }

  @Test("a full disk tells every writer of the group the truth", .database) func fullGroup() throws
  {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    _ = try database.write { try $0.count("PRAGMA max_page_count = 60") }
    let acknowledged = Guarded<[Int]>([])
    JoinableThread.concurrently(12) { thread in
      for turn in 0..<20 {
        let number = thread * 20 + turn
        let size = turn % 3 == 0 ? 8000 : 10
        let insert: SQL = "INSERT INTO note (n, b) VALUES (\(number), zeroblob(\(size)))"
        guard (try? database.write({ try $0.run(insert) })) != nil else { continue }
        acknowledged.withLock { $0.append(number) }
      }
    }
    let kept = try database.read { read in
      try read.all("SELECT n FROM note ORDER BY n") { row in try row.int() }
    }
    #expect(kept == acknowledged.withLock { $0.sorted() })
  }

  @Test("waits for another program's lock", .database) func locked() throws {
    let first = try TestDatabase(.sqlite, migrations: schema)
    let path = try #require(first.path)
    let second = Database(try SQLiteDriver(path: path))
    let isHeld = Guarded(false)
    let holder = JoinableThread {
      try? first.database.write { write in
        try write.run("INSERT INTO note (n) VALUES (1)")
        isHeld.withLock { $0 = true }
        isHeld.broadcast()
        usleep(200_000)
      }
    }
    _ = isHeld.wait { $0 ? true : nil }
    try second.write { try $0.run("INSERT INTO note (n) VALUES (2)") }
    holder.join()
    #expect(try second.read { try $0.count("SELECT count(*) FROM note") } == 2)
    second.close()
  }

  @Test("says the database is busy when the lock is kept too long", .database) func busy() throws {
    let first = try TestDatabase(.sqlite, migrations: schema)
    let second = Database(try SQLiteDriver(path: try #require(first.path), lockWait: 0.05))
    try first.database.write { write in
      try write.run("INSERT INTO note (n) VALUES (1)")
      #expect(throws: DatabaseError.busy) {
        try second.write { try $0.run("INSERT INTO note (n) VALUES (2)") }
      }
    }
    try second.write { try $0.run("INSERT INTO note (n) VALUES (3)") }
    #expect(try first.read { try $0.count("SELECT count(*) FROM note") } == 2)
    second.close()
  }

  @Test("runs a statement inside itself and more statements than it keeps", .database)
  func statements() throws {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    try database.write { write in
      for number in 0..<3 { try write.run("INSERT INTO note (n) VALUES (\(number))") }
    }
    try database.read { read in
      let select: SQL = "SELECT n FROM note ORDER BY n"
      let pairs = try read.all(select) { _ in try read.all(select) { row in try row.int() } }
      #expect(pairs == [[0, 1, 2], [0, 1, 2], [0, 1, 2]])
      for number in 0..<300 {
        let found = try read.count(SQL(trusted: "SELECT \(number)"))
        #expect(found == number)
      }
    }
  }

  @Test("more threads than readers all get their turn", .database) func readers() throws {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    let total = Guarded(0)
    JoinableThread.concurrently(24) { _ in
      for _ in 0..<50 {
        let one = (try? database.read { try $0.count("SELECT 1") }) ?? 0
        total.withLock { $0 += one }
      }
    }
    #expect(total.withLock { $0 } == 1200)
  }
}
