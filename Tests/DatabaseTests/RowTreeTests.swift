import Database
import TestKit
import Testing

@Suite("A tree of rows", .database)
struct RowTreeTests {
  private static let schema = Migration(
    feature: "tree", number: 1,
    text: """
      CREATE TABLE oak (id {id}, beside {i64} REFERENCES oak (id)) {strict};
      CREATE TABLE bough (id {id}, oak {i64} NOT NULL REFERENCES oak (id)) {strict};
      CREATE TABLE leaf (
        bough {i64} NOT NULL REFERENCES bough (id), number {i64} NOT NULL, oak {i64} REFERENCES oak (id),
        PRIMARY KEY (bough, number)
      ) {clustered};
      CREATE TABLE kind (name {text} NOT NULL, version {i64} NOT NULL, PRIMARY KEY (name, version))
        {clustered};
      CREATE TABLE label (
        id {id}, name {text}, version {i64},
        FOREIGN KEY (name, version) REFERENCES kind (name, version)
      ) {strict};
      """)

  private func planted(_ engine: Engine) throws -> TestDatabase {
    let database = try TestDatabase(engine, migrations: [Self.schema])
    try database.write { write in
      for oak in 1...2 { try write.run("INSERT INTO oak (id) VALUES (\(oak))") }
      for bough in 1...4 {
        try write.run("INSERT INTO bough (id, oak) VALUES (\(bough), \(bough % 2 + 1))")
        for leaf in 1...3 {
          try write.run("INSERT INTO leaf (bough, number) VALUES (\(bough), \(leaf))")
        }
      }
    }
    return database
  }

  @Test("is read from the schema, keys of several columns left out", arguments: Engine.tested)
  func edges(engine: Engine) throws {
    let database = try planted(engine)
    let edges = try database.read { try RowTree($0).edges }
    let found = edges.map { "\($0.table).\($0.column) \($0.parent).\($0.key)" }
    #expect(
      found == ["bough.oak oak.id", "leaf.bough bough.id", "leaf.oak oak.id", "oak.beside oak.id"])
  }

  @Test("goes with all that points to it, and nothing else", arguments: Engine.tested)
  func deletes(engine: Engine) throws {
    let database = try planted(engine)
    let counts = try database.write { write in
      try write.run("UPDATE leaf SET oak = 1 WHERE bough = 1 AND number = 1")
      return try RowTree(write).delete(from: "oak", ids: [1], in: write)
    }
    // The leaf of another's bough that points here goes too.
    #expect(counts == ["oak": 1, "bough": 2, "leaf": 7])
    let (leaves, boughs) = try database.read { read in
      (
        try read.count("SELECT COUNT(*) FROM leaf"), try read.count("SELECT COUNT(*) FROM bough")
      )
    }
    #expect(leaves == 5 && boughs == 2)
    let none = try database.write { try RowTree($0).delete(from: "oak", ids: [], in: $0) }
    #expect(none.isEmpty)
  }

  @Test("stays where a row of its own table points to it", arguments: Engine.tested)
  func beside(engine: Engine) throws {
    let database = try planted(engine)
    try database.write { write in try write.run("UPDATE oak SET beside = 1 WHERE id = 2") }
    #expect(throws: DatabaseError.self) {
      try database.write { write in
        try RowTree(write).delete(from: "oak", ids: [1], in: write)
      }
    }
    let leaves = try database.read { try $0.count("SELECT COUNT(*) FROM leaf") }
    #expect(leaves == 12)
  }
}
