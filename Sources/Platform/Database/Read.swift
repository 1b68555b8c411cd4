/// A transaction that reads: every query in it sees the same state of the database.
///
/// It must not outlive the closure that received it.
public class Read {
  let connection: any Connection

  /// Wraps a connection inside its transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// The engine, for the few places that must know.
  public var engine: Engine { connection.engine }

  /// Every row, each read by the closure.
  ///
  /// A list that can grow must carry a LIMIT.
  public func all<Result>(_ sql: SQL, _ read: (inout Row) throws -> Result) throws -> [Result] {
    var results: [Result] = []
    try connection.query(sql) { row in results.append(try read(&row)) }
    return results
  }

  /// The first row, or `nil` where there is none.
  public func first<Result>(_ sql: SQL, _ read: (inout Row) throws -> Result) throws -> Result? {
    var result: Result?
    try connection.query(sql) { row in if result == nil { result = try read(&row) } }
    return result
  }

  /// Hands over each row in turn without keeping them.
  public func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
    try connection.query(sql, body)
  }

  /// The first column of the first row as an integer; nought where there is none or it is null.
  public func count(_ sql: SQL) throws -> Int {
    try first(sql) { row in try row.optionalInt() ?? 0 } ?? 0
  }
}

/// A transaction that writes: all of it is kept, durably, or none of it.
public final class Write: Read {
  /// Runs a statement; the number of rows it changed.
  @discardableResult
  public func run(_ sql: SQL) throws -> Int { try connection.execute(sql) }

  /// Runs an `UPDATE … WHERE … AND version = …`; a count of nought throws ``DatabaseError/stale``.
  public func update(_ sql: SQL) throws {
    guard try connection.execute(sql) > 0 else { throw DatabaseError.stale }
  }

  /// Adds many rows quickly; see ``Connection/insert(into:columns:_:)``.
  @discardableResult
  public func insert(
    into table: String, columns: [String], _ next: () throws -> [Value]?
  ) throws -> Int { try connection.insert(into: table, columns: columns, next) }

  /// Runs several statements of the program's own text, without values.
  public func script(_ text: String) throws { try connection.script(text) }
}
