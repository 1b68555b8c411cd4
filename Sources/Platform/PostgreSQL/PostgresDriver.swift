import CPostgres
public import Database
import Kernel

/// A PostgreSQL server, through a pool of connections.
///
/// Reads are REPEATABLE READ READ ONLY, writes READ COMMITTED. A connection found dead before its
/// transaction began is replaced; work that had begun is never run again.
public final class PostgresDriver: Driver {
  private struct Pool {
    var idle: [PostgresConnection] = []
    var open = 0
    var isClosed = false
  }

  private let address: String
  private let maximumConnections: Int
  private let pool = Guarded(Pool())

  /// Connects once, to see that the server is there.
  ///
  /// - Parameters:
  ///   - url: `postgres://user:password@host:port/database?…`, as libpq reads it.
  ///   - maximumConnections: how many transactions at once, ≥ 1; further ones wait.
  /// - Throws: ``DatabaseError/unreachable(_:)`` with the server's reason, never the password.
  public init(url: String, maximumConnections: Int = 16) throws {
    precondition(maximumConnections > 0, "somebody must be able to work")
    guard unsafe hamlet_pg_readable(url) == 1 else {
      throw DatabaseError.unreachable("the address of the PostgreSQL database cannot be read")
    }
    address = url
    self.maximumConnections = maximumConnections
    giveBack(try borrow())
  }

  /// PostgreSQL.
  public var engine: Engine { .postgres }

  /// Runs `body` in a read transaction.
  public func read(_ body: (any Connection) throws -> Void) throws {
    try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) { connection in
      try connection.commit()
    }
  }

  /// Runs `body` in a writing transaction; the server groups commits by itself.
  public func write(shared: Bool, _ body: (any Connection) throws -> Void) throws {
    try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body) { connection in
      FaultPoint.reach("database.before-commit")
      try connection.commit()
      FaultPoint.reach("database.after-commit")
    }
  }

  /// The server's snapshot: whose changes are seen and whose are not yet.
  public func changeMark() throws -> String {
    while true {
      let connection = try borrow()
      defer { giveBack(connection) }
      do {
        var mark = ""
        try connection.control("SELECT CAST(pg_current_snapshot() AS TEXT)").each { row in
          mark = try row.text()
        }
        return mark
      } catch  where !connection.isNew && !connection.isAlive { continue }
    }
  }

  /// Closes every connection once the transaction it serves has ended.
  public func close() {
    pool.withLock { pool in
      pool.isClosed = true
      pool.open -= pool.idle.count
      pool.idle = []
    }
    pool.broadcast()
  }

  private func transaction(
    _ begin: StaticString, _ body: (any Connection) throws -> Void,
    commit: (PostgresConnection) throws -> Void
  ) throws {
    let connection = try beginning(begin)
    defer { giveBack(connection) }
    do { try body(connection) } catch {
      try? connection.rollBack()
      throw error
    }
    do { try commit(connection) } catch DatabaseError.unreachable {
      throw DatabaseError.unreachable(
        "the connection to PostgreSQL was lost while committing; the change may have been kept")
    }
  }

  /// A connection whose transaction has begun; dead ones of the pool are replaced on the way.
  private func beginning(_ begin: StaticString) throws -> PostgresConnection {
    while true {
      let connection = try borrow()
      do {
        try connection.control(begin.description)
        return connection
      } catch {
        let isNew = connection.isNew
        giveBack(connection)
        if isNew || connection.isAlive { throw error }
      }
    }
  }

  private func borrow() throws -> PostgresConnection {
    enum Place { case ready(PostgresConnection), free, closed }
    let place: Place = pool.wait { pool in
      if pool.isClosed { return .closed }
      if let connection = pool.idle.popLast() { return .ready(connection) }
      guard pool.open < maximumConnections else { return nil }
      pool.open += 1
      return .free
    }
    switch place {
    case .closed: throw DatabaseError.unreachable("the database is closed")
    case .ready(let connection): return connection
    case .free:
      do { return try PostgresConnection(address: address) } catch {
        pool.withLock { $0.open -= 1 }
        pool.signal()
        throw error
      }
    }
  }

  private func giveBack(_ connection: PostgresConnection) {
    connection.isNew = false
    let isIdle = connection.isIdle
    pool.withLock { pool in
      if isIdle && !pool.isClosed { pool.idle.append(connection) } else { pool.open -= 1 }
    }
    pool.signal()
  }
}
