public import Database

/// How an engine would run a query, so that a test can pin the index it uses.
///
///     #expect(try QueryPlan.of(Plans.list, database).uses(index: "plan_slug"))
///
/// PostgreSQL is asked not to read whole tables where it can help it, since a test's few rows
/// would always tempt it to, and it is asked in a schema where no other test left its traces.
public struct QueryPlan: Sendable, CustomStringConvertible {
  /// The engine's own words, a line a step.
  public let lines: [String]
  /// Every two words of the query that follow each other: SQLite tells of a table by its alias.
  private let pairs: Set<[String]>

  /// The plan of a query.
  public static func of(_ sql: SQL, _ database: TestDatabase) throws -> QueryPlan {
    try of(sql, database.database)
  }

  /// The plan of a query.
  public static func of(_ sql: SQL, _ database: Database) throws -> QueryPlan {
    let words = sql.text.words
    let pairs = Set(zip(words, words.dropFirst()).map { [$0, $1] })
    return try database.read { read in
      switch read.engine {
      case .sqlite:
        let lines = try read.all("EXPLAIN QUERY PLAN \(sql)") { row in
          for _ in 0..<3 { _ = try row.value() }
          return try row.text()
        }
        return QueryPlan(lines: lines, pairs: pairs)
      case .postgres:
        _ = try read.all("SET LOCAL enable_seqscan = off") { _ in true }
        try standInUnwritten(read)
        return QueryPlan(
          lines: try read.all("EXPLAIN \(sql)") { row in try row.text() }, pairs: pairs)
      }
    }
  }

  private static func standInUnwritten(_ read: Read) throws {
    let own = try read.first("SELECT CAST(current_schema() AS TEXT)") { row in try row.text() }
    guard let own, let unwritten = try PostgresPool.unwritten(like: own) else { return }
    _ = try read.all("SELECT set_config('search_path', \(unwritten), true)") { _ in true }
  }

  /// Whether a step uses the index.
  public func uses(index: String) -> Bool { lines.contains { $0.words.contains(index) } }

  /// Whether a step reads the whole table.
  public func readsAll(of table: String) -> Bool {
    lines.contains { line in
      let words = line.words
      if line.contains("Seq Scan on") { return words.contains(table) }
      guard words.first == "SCAN", !words.contains("INDEX"), words.count > 1 else { return false }
      return words[1] == table || pairs.contains([table, words[1]])
    }
  }

  /// The engine's own words.
  public var description: String { lines.joined(separator: "\n") }
}

extension String {
  fileprivate var words: [String] {
    split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }
}
