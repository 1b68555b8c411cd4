import Database
import Glibc
import Kernel
import SQLite
import TestKit
import Testing

@Suite("Group commit") struct GroupCommitTests {
  private let schema = [
    Migration(feature: "note", number: 1, text: "CREATE TABLE note (n {i64} PRIMARY KEY) {strict};")
  ]

  @Test("keeps every acknowledged write of many threads, and one that fails fails alone", .database)
  func manyThreads() throws {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    let failures = Guarded<[Int]>([])
    JoinableThread.concurrently(16) { thread in
      for turn in 0..<50 {
        let number = thread * 50 + turn
        do {
          try database.write { write in
            try write.run("INSERT INTO note (n) VALUES (\(number))")
            if number % 7 == 0 { throw DatabaseError.stale }
          }
        } catch { failures.withLock { $0.append(number) } }
      }
    }
    let kept = try database.read { read in
      try read.all("SELECT n FROM note ORDER BY n") { row in try row.int() }
    }
    #expect(failures.withLock { $0.sorted() } == (0..<800).filter { $0 % 7 == 0 })
    #expect(kept == (0..<800).filter { $0 % 7 != 0 })
  }

  @Test("writes what waited with few commits, not one each", .database) func few() throws {
    let test = try TestDatabase(.sqlite, migrations: schema)
    let (database, path) = (test.database, try #require(test.path))
    func pagesInLog() -> Int {
      var found = stat()
      stat(path + "-wal", &found)
      return Int(found.st_size) / 4096
    }
    let before = pagesInLog()
    JoinableThread.concurrently(41) { thread in
      try? database.write { write in
        try write.run("INSERT INTO note (n) VALUES (\(thread))")
        if thread == 0 { usleep(300_000) }
      }
    }
    #expect((1..<20).contains(pagesInLog() - before))
    #expect(try database.read { try $0.count("SELECT count(*) FROM note") } == 41)
  }

  @Test("a bulk write among small ones is kept too", .database) func bulk() throws {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    JoinableThread.concurrently(8) { thread in
      for turn in 0..<20 {
        let number = thread * 20 + turn
        let body: (Write) throws -> Void = { write in
          try write.run("INSERT INTO note (n) VALUES (\(number))")
        }
        if turn % 5 == 0 { try? database.bulkWrite(body) } else { try? database.write(body) }
      }
    }
    #expect(try database.read { try $0.count("SELECT count(*) FROM note") } == 160)
  }

  @Test("each writer sees what those before it wrote", .database) func sequence() throws {
    let database = try TestDatabase(.sqlite, migrations: schema).database
    JoinableThread.concurrently(8) { _ in
      for _ in 0..<25 {
        try? database.write { write in
          let next = try write.count("SELECT coalesce(max(n), 0) + 1 FROM note")
          try write.run("INSERT INTO note (n) VALUES (\(next))")
        }
      }
    }
    #expect(try database.read { try $0.count("SELECT max(n) FROM note") } == 200)
  }
}
