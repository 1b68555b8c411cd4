import Database
import Kernel
import PostgreSQL
import TestKit
import Testing

@Suite("PostgreSQL", .enabled(if: Engine.tested.contains(.postgres))) struct PostgresDriverTests {
  private let schema = [
    Migration(feature: "note", number: 1, text: "CREATE TABLE note (id {id}, n {i64}) {strict};")
  ]

  @Test("an address that cannot be read is refused without repeating it")
  func unreadable() {
    #expect(
      throws: DatabaseError.unreachable("the address of the PostgreSQL database cannot be read")
    ) {
      try PostgresDriver(url: "postgres://user:secret@[/x")
    }
  }

  @Test("a server that is not there is named, and the password is not")
  func absent() {
    #expect {
      try PostgresDriver(url: "postgres://user:secret@127.0.0.1:1/x")
    } throws: { error in
      let text = "\(error)"
      return text.contains("127.0.0.1") && !text.contains("secret")
    }
  }

  /// Ends every other connection of the schema's driver, as a restart of the server would.
  private func endConnections(_ database: Database, keeping number: Int) throws {
    try database.write { write in
      _ = try write.all(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND pid = \(number)
        """
      ) { _ in true }
    }
  }

  private func ownNumber(_ read: Read) throws -> Int { try read.count("SELECT pg_backend_pid()") }

  @Test("a connection that died while idle is replaced unnoticed", .database)
  func reconnects() throws {
    let database = try TestDatabase(.postgres, migrations: schema).database
    let other = try TestDatabase(.postgres).database
    let number = try database.read(ownNumber)
    try endConnections(other, keeping: number)
    try database.write { try $0.run("INSERT INTO note (n) VALUES (1)") }
    #expect(try database.read(ownNumber) != number)
  }

  @Test("work in hand when the connection dies fails and is not run again", .database)
  func notRunAgain() throws {
    let database = try TestDatabase(.postgres, migrations: schema).database
    let other = try TestDatabase(.postgres).database
    var runs = 0
    #expect(throws: DatabaseError.unreachable("the connection to PostgreSQL was lost")) {
      try database.write { write in
        runs += 1
        try write.run("INSERT INTO note (n) VALUES (1)")
        try endConnections(other, keeping: ownNumber(write))
        try write.run("INSERT INTO note (n) VALUES (2)")
      }
    }
    #expect(runs == 1)
    #expect(try database.read { try $0.count("SELECT count(*) FROM note") } == 0)
  }

  @Test("many threads share a small pool", .database) func pool() throws {
    let database = try TestDatabase(.postgres, migrations: schema).database
    JoinableThread.concurrently(24) { thread in
      for turn in 0..<10 {
        _ = try? database.write {
          try $0.run("INSERT INTO note (n) VALUES (\(thread * 10 + turn))")
        }
        _ = try? database.read { try $0.count("SELECT count(*) FROM note") }
      }
    }
    #expect(try database.read { try $0.count("SELECT count(DISTINCT n) FROM note") } == 240)
  }

  @Test("more statements than are kept prepared still run", .database) func eviction() throws {
    let database = try TestDatabase(.postgres, migrations: schema).database
    try database.read { read in
      for round in 0..<2 {
        for number in 0..<300 {
          let sum = try read.count(SQL(trusted: "SELECT \(number) + ") + "\(round)")
          #expect(sum == number + round)
        }
      }
    }
  }
}
