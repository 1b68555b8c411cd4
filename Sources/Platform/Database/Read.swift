public import Kernel

/// A transaction that reads: every query in it sees the same state of the database.
///
/// It must not outlive the closure that received it. After the database has refused a statement
/// the transaction can only end: PostgreSQL has it so, and so it is on both engines
/// (``Write/savepoint(_:)`` lets a write go on).
public class Read {
  fileprivate let connection: any Connection
  fileprivate var refusal: DatabaseError?
  fileprivate var isInserting = false

  /// Wraps a connection inside its transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// The engine, for the few places that must know.
  public var engine: Engine { connection.engine }

  /// Every row, each read by the closure.
  ///
  /// A list that can grow must carry a LIMIT.
  @inlinable
  public final func all<Result>(_ sql: SQL, _ read: (inout Row) throws -> Result) throws -> [Result]
  {
    var results: [Result] = []
    try rows(of: sql, streamed: false) { row in results.append(try read(&row)) }
    return results
  }

  /// The first row, or `nil` where there is none.
  @inlinable
  public final func first<Result>(_ sql: SQL, _ read: (inout Row) throws -> Result) throws
    -> Result?
  {
    var result: Result?
    do {
      try rows(of: sql, streamed: false) { row in
        guard result == nil else { throw Enough() }
        result = try read(&row)
      }
    } catch is Enough {}
    return result
  }

  /// Hands over each row of a SELECT in turn, however many there are, without keeping them.
  public final func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
    try rows(of: sql, streamed: true, body)
  }

  /// Every row after its first column, an id, in lists by that id; their order is kept.
  ///
  /// Cheapest where the rows of one id follow each other.
  @inlinable
  public final func lists<Entity, Result>(
    _ sql: SQL, _ read: (inout Row) throws -> Result
  ) throws -> [ID<Entity>: [Result]] {
    var lists: [ID<Entity>: [Result]] = [:]
    var (present, list): (ID<Entity>?, [Result]) = (nil, [])
    try rows(of: sql, streamed: false) { row in
      let id: ID<Entity> = try row.id()
      if id != present {
        if let present { lists[present, default: []] += list }
        (present, list) = (id, [])
      }
      list.append(try read(&row))
    }
    if let present { lists[present, default: []] += list }
    return lists
  }

  /// The first column of the first row as an integer; nought where there is none or it is null.
  public final func count(_ sql: SQL) throws -> Int {
    try first(sql) { row in try row.optionalInt() ?? 0 } ?? 0
  }

  /// The time by the clock of the machine the database runs on.
  public func serverTime() throws -> Instant {
    let sql: SQL =
      switch engine {
      case .sqlite: "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
      case .postgres:
        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
      }
    guard let time = try first(sql, { row in try row.parsed(Instant.self) }) else {
      throw DatabaseError.shape("the database gave no time")
    }
    return time
  }

  /// Tells errors of the database, which end the transaction, from errors of the reading closure.
  @usableFromInline
  final func rows(
    of sql: SQL, streamed: Bool, _ body: (inout Row) throws -> Void
  ) throws {
    var failure: (any Error)?
    func reading(row: inout Row) throws {
      do { try body(&row) } catch {
        failure = error
        throw error
      }
    }
    try attempt {
      do {
        if streamed {
          try connection.stream(sql, reading)
        } else {
          try connection.query(sql, reading)
        }
      } catch { if failure == nil { throw error } }
    }
    if let failure { throw failure }
  }

  /// Runs a statement; a refusal of the database is remembered.
  fileprivate func attempt<Result>(_ run: () throws -> Result) throws -> Result {
    if isInserting { throw DatabaseError.failed(code: "nested", message: "rows are being added") }
    try checkUsable()
    do { return try run() } catch let error as DatabaseError {
      refusal = error
      throw error
    }
  }

  /// Throws where a statement was refused before.
  func checkUsable() throws {
    guard let refusal else { return }
    throw DatabaseError.failed(
      code: "aborted", message: "a statement of the transaction had been refused: \(refusal)")
  }
}

/// Ends a reading that has all it wants.
@usableFromInline
struct Enough: Error {
  @usableFromInline init() {}
}

/// A transaction that writes: all of it is kept, durably, or none of it.
public final class Write: Read {
  /// Runs a statement; the number of rows it changed.
  @discardableResult
  public func run(_ sql: SQL) throws -> Int { try attempt { try connection.execute(sql) } }

  /// Runs an `UPDATE … WHERE … AND version = …`; a count of nought throws ``DatabaseError/stale``.
  public func update(_ sql: SQL) throws {
    guard try run(sql) > 0 else { throw DatabaseError.stale }
  }

  /// Adds many rows as fast as the engine can; the number added.
  ///
  /// - Parameters:
  ///   - table: the table, as the program writes it.
  ///   - columns: its columns, as the program writes them.
  ///   - next: gives the values of one row in the order of `columns`, or `nil` at the end; it must
  ///     not use the transaction.
  /// - Returns: how many rows were added.
  /// - Throws: what `next` throws, after which the transaction can only end, or ``DatabaseError``.
  @discardableResult
  public func insert(
    into table: String, columns: [String], _ next: () throws -> [Value]?
  ) throws -> Int {
    try attempt {
      isInserting = true
      defer { isInserting = false }
      do { return try connection.insert(into: table, columns: columns, next) } catch {
        refusal = (error as? DatabaseError) ?? .failed(code: "insert", message: "it was stopped")
        throw error
      }
    }
  }

  /// Runs several statements of the program's own text, without values.
  public func script(_ text: String) throws { try attempt { try connection.script(text) } }

  /// Runs `body` so that, where it throws, only what it did is taken back and the transaction can
  /// go on: to try another reference where the first was taken, for example.
  @discardableResult
  public func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try script("SAVEPOINT step")
    do {
      let result = try body()
      try script("RELEASE SAVEPOINT step")
      return result
    } catch {
      refusal = nil
      try script("ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step")
      throw error
    }
  }
}
