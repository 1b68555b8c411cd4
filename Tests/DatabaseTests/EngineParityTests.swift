import Database
import Kernel
import TestKit
import Testing

@Suite("Both engines give the same") struct EngineParityTests {
  static let schema = [
    Migration(
      feature: "parity", number: 1,
      text: """
        CREATE TABLE owner (id {id}, name {text} NOT NULL UNIQUE) {strict};
        CREATE TABLE item (
          id {id},
          owner {i64} REFERENCES owner (id) ON DELETE RESTRICT,
          word {text} NOT NULL CHECK (word <> 'forbidden'),
          number {i64},
          ratio {f64},
          bytes {blob},
          version {i64} NOT NULL DEFAULT 1
        ) {strict};
        CREATE INDEX item_word ON item (word);
        """)
  ]

  private func database(_ engine: Engine) throws -> TestDatabase {
    try TestDatabase(engine, migrations: Self.schema)
  }

  private static let values: [(column: String, value: Value)] = [
    ("number", .null), ("number", .int(0)), ("number", .int(.max)), ("number", .int(.min)),
    ("ratio", .null), ("ratio", .real(0)), ("ratio", .real(0.1)), ("ratio", .real(-1e300)),
    ("ratio", .real(.leastNonzeroMagnitude)), ("ratio", .real(1.0 / 3)),
    ("word", .text("")), ("word", .text("Zoë’s 家 🏠")), ("word", .text("it's \"quoted\" \\ $1")),
    ("word", .text("tab\tnew\nline\rend")), ("word", .text("\\N")),
    ("bytes", .null), ("bytes", .blob([])), ("bytes", .blob(Array(0...255))),
  ]

  @Test("value back that was bound", .database, arguments: Engine.tested)
  func bound(engine: Engine) throws {
    let database = try database(engine)
    for (column, value) in Self.values {
      let found = try database.write { write in
        let name = SQL(trusted: column)
        let word: SQL = column == "word" ? "" : ", word"
        let filler: SQL = column == "word" ? "" : ", 'x'"
        try write.run("INSERT INTO item (\(name)\(word)) VALUES (\(value)\(filler))")
        return try write.first("SELECT \(name) FROM item ORDER BY id DESC LIMIT 1") { row in
          try row.value()
        }
      }
      #expect(found == value)
    }
  }

  @Test("value back that was added in bulk", .database, arguments: Engine.tested)
  func inserted(engine: Engine) throws {
    let database = try database(engine)
    var rows = Self.values.map { column, value -> [Value] in
      ["word", "number", "ratio", "bytes"].map { name in
        if name == column { return value }
        return name == "word" ? .text("x") : .null
      }
    }
    let expected = rows
    rows.reverse()
    let count = try database.write { write in
      try write.insert(into: "item", columns: ["word", "number", "ratio", "bytes"]) {
        rows.popLast()
      }
    }
    #expect(count == expected.count)
    let found = try database.read { read in
      try read.all("SELECT word, number, ratio, bytes FROM item ORDER BY id") { row in
        try (0..<4).map { _ in try row.value() }
      }
    }
    #expect(found == expected)
  }

  private static let queries: [(sql: SQL, expected: Value)] = [
    ("SELECT \(5)", .int(5)),
    ("SELECT \(0.5)", .real(0.5)),
    ("SELECT \("text")", .text("text")),
    ("SELECT \([1, 2] as [UInt8])", .blob([1, 2])),
    ("SELECT \(3_000_000_000) + 1", .int(3_000_000_001)),
    ("SELECT 7 / 2", .int(3)),
    ("SELECT -7 / 2", .int(-3)),
    ("SELECT 7 % 4", .int(3)),
    ("SELECT 1 = 1", .int(1)),
    ("SELECT 'a' = 'b'", .int(0)),
    ("SELECT 'ABC' LIKE 'a%'", .int(0)),
    ("SELECT 'ABC' LIKE 'A%'", .int(1)),
    ("SELECT length('Zoë')", .int(3)),
    ("SELECT substr('2026-11-20', 1, 7)", .text("2026-11")),
    ("SELECT coalesce(NULL, \(4))", .int(4)),
    ("SELECT CAST(sum(n) AS BIGINT) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS t", .int(3)),
    ("SELECT avg(n) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS t", .real(1.5)),
    ("SELECT count(*) FROM item WHERE word = \("none")", .int(0)),
    ("SELECT max(word) FROM item", .null),
    ("SELECT CASE WHEN \(2) > 1 THEN 'more' ELSE 'less' END", .text("more")),
    ("SELECT CAST(\(Int?.none) AS BIGINT)", .null),
    ("SELECT 'a' || \("b")", .text("ab")),
    ("SELECT 1 WHERE 3 IN (\(list: [1, 2, 3]))", .int(1)),
    ("SELECT '$1' || \("x")", .text("$1x")),
    (
      "SELECT row_number() OVER (ORDER BY n DESC) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS t",
      .int(1)
    ),
    ("WITH t AS (SELECT \(4) AS n) SELECT n + 1 FROM t", .int(5)),
    ("SELECT min(n) FILTER (WHERE n > \(1)) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS t", .int(2)),
  ]

  @Test("answer to a query", .database, arguments: Engine.tested)
  func query(engine: Engine) throws {
    let database = try database(engine)
    for (sql, expected) in Self.queries {
      let found = try database.read { read in try read.first(sql) { row in try row.value() } }
      #expect(found == expected, "\(sql.text)")
    }
  }

  @Test("lists by the id in the first column, whatever order", .database, arguments: Engine.tested)
  func lists(engine: Engine) throws {
    let database = try database(engine)
    let sql: SQL = """
      SELECT 1 AS id, 'a' AS word, 5 AS n UNION ALL SELECT 1, 'b', 6 UNION ALL SELECT 2, 'c', 7 \
      UNION ALL SELECT 1, 'd', 8
      """
    let found: [ID<Self>: [Int]] = try database.read { read in
      try read.lists(sql) { row in
        row.skip(1)
        return try row.int()
      }
    }
    #expect(found == [ID(1): [5, 6, 8], ID(2): [7]])
  }

  @Test("refusal of a column that is not there", .database, arguments: Engine.tested)
  func missing(engine: Engine) throws {
    let database = try database(engine)
    #expect(throws: DatabaseError.shape("the row has 1 columns")) {
      try database.read { read in
        try read.first("SELECT 1") { row in
          row.skip(1)
          return try row.int()
        }
      }
    }
  }

  @Test("row after an insert that meets one already there", .database, arguments: Engine.tested)
  func upsert(engine: Engine) throws {
    let database = try database(engine)
    let versions = try database.write { write in
      try write.run("INSERT INTO owner (name) VALUES ('first')")
      return try (2...3).map { number in
        try write.first(
          """
          INSERT INTO owner (id, name) VALUES (\(number), 'first')
          ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id
          """
        ) { row in try row.int() }
      }
    }
    #expect(versions == [1, 1])
    let unchanged = try database.write { write in
      try write.run("INSERT INTO owner (name) VALUES ('first') ON CONFLICT (name) DO NOTHING")
    }
    #expect(unchanged == 0)
  }

  @Test("order of text: by code point", .database, arguments: Engine.tested)
  func order(engine: Engine) throws {
    let database = try database(engine)
    let words = ["z", "a", "É", "Z", "e", "10", "9", "_", "é"]
    let sorted = try database.write { write in
      for word in words { try write.run("INSERT INTO item (word) VALUES (\(word))") }
      return try write.all("SELECT word FROM item ORDER BY word") { row in try row.text() }
    }
    #expect(sorted == ["10", "9", "Z", "_", "a", "e", "z", "É", "é"])
  }

  private static let refusals: [(sql: SQL, error: DatabaseError)] = [
    ("INSERT INTO owner (id, name) VALUES (1, 'other')", .unique),
    ("INSERT INTO owner (name) VALUES ('first')", .unique),
    ("INSERT INTO item (owner, word) VALUES (99, 'x')", .reference),
    ("DELETE FROM owner WHERE id = 1", .reference),
    ("INSERT INTO item (word) VALUES ('forbidden')", .constraint),
    ("INSERT INTO item (word) VALUES (NULL)", .constraint),
    ("INSERT INTO item (word) VALUES (\("nul\0inside"))", .constraint),
    ("INSERT INTO item (word, ratio) VALUES ('x', \(Double.nan))", .constraint),
    ("INSERT INTO item (word, number) VALUES ('x', \("secret words"))", .constraint),
    ("SELECT 1::text", .cast),
  ]

  @Test("refusal of a statement, without its values", .database, arguments: Engine.tested)
  func refused(engine: Engine) throws {
    let database = try database(engine)
    try database.write { write in
      try write.run("INSERT INTO owner (id, name) VALUES (1, 'first')")
      try write.run("INSERT INTO item (owner, word) VALUES (1, 'x')")
    }
    for (sql, expected) in Self.refusals {
      #expect(throws: expected, "\(sql.text)") { try database.write { try $0.run(sql) } }
    }
    #expect(try database.read { try $0.count("SELECT count(*) FROM item") } == 1)
  }

  @Test("words for a statement that is wrong, not its values", .database, arguments: Engine.tested)
  func wrong(engine: Engine) throws {
    let database = try database(engine)
    do {
      _ = try database.read { try $0.count("SELECT nothing FROM nowhere WHERE x = \("secret")") }
      Issue.record("it was accepted")
    } catch let error as DatabaseError { #expect(!"\(error)".contains("secret")) }
  }

  @Test("index for a query by word", .database, arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let database = try database(engine)
    let byWord = try QueryPlan.of("SELECT id FROM item WHERE word = \("x")", database)
    #expect(byWord.uses(index: "item_word"), "\(byWord)")
    #expect(!byWord.readsAll(of: "item"), "\(byWord)")
    let byRatio = try QueryPlan.of("SELECT id FROM item WHERE ratio > \(1.0)", database)
    #expect(byRatio.readsAll(of: "item"), "\(byRatio)")
  }
}
