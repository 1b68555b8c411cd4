public import Database
import Glibc
import Kernel

/// One SQLite file: a small pool of readers and one writer whose waiting commits share one fsync.
///
/// Write-ahead log, foreign keys, `synchronous=FULL`; see ``SQLiteConnection`` for the settings.
public final class SQLiteDriver: Driver {
  private struct Pool {
    var idle: [SQLiteConnection] = []
    var open = 0
    var isClosed = false
  }

  private let path: String
  private let maximumReaders: Int
  private let readers = Guarded(Pool())
  private let writer: Guarded<SQLiteConnection?>
  private let watcher = Guarded<SQLiteConnection?>(nil)
  private let line = WriteLine()
  private let lockWait: Double

  /// Opens the file, making it (readable by its owner alone) where it is not there.
  ///
  /// - Parameters:
  ///   - path: the file; its folder must exist.
  ///   - maximumReaders: how many read at once, ≥ 1; further ones wait. Each holds two megabytes.
  ///   - lockWait: seconds to wait for a lock another process holds.
  /// - Throws: ``DatabaseError/unreachable(_:)`` with the reason.
  public init(path: String, maximumReaders: Int = 4, lockWait: Double = 5) throws {
    precondition(maximumReaders > 0, "somebody must be able to read")
    let descriptor = unsafe Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 { Glibc.close(descriptor) }
    self.path = path
    self.maximumReaders = maximumReaders
    self.lockWait = lockWait
    writer = Guarded(try SQLiteConnection(path: path, role: .writer, wait: lockWait))
  }

  /// SQLite.
  public var engine: Engine { .sqlite }

  /// Runs `body` in a read transaction on a connection of the pool.
  public func read(_ body: (any Connection) throws -> Void) throws {
    let connection = try borrow()
    defer { giveBack(connection) }
    try connection.control("BEGIN")
    do { try body(connection) } catch {
      try? connection.control("ROLLBACK")
      throw error
    }
    try connection.control("COMMIT")
  }

  /// Runs `body` when its turn has come and returns when the commit it belongs to is durable.
  public func write(shared: Bool, _ body: (any Connection) throws -> Void) throws {
    try line.takeTurn(shared: shared) { turn in
      guard let connection = writer.withLock({ $0 }) else { throw closed }
      try turn.run(on: connection, body)
    }
  }

  /// SQLite's `data_version`, seen by a connection that never writes.
  public func changeMark() throws -> String {
    guard !readers.withLock({ $0.isClosed }) else { throw closed }
    return try watcher.withLock { watcher in
      let connection =
        try watcher ?? SQLiteConnection(path: path, role: .reader, wait: lockWait)
      watcher = connection
      var mark = ""
      try connection.query("PRAGMA data_version") { row in mark = String(try row.int()) }
      return mark
    }
  }

  /// Closes every connection once the transaction it serves has ended.
  public func close() {
    let idle = readers.withLock { pool in
      pool.isClosed = true
      defer { pool.idle = [] }
      return pool.idle
    }
    readers.broadcast()
    _ = idle
    watcher.withLock { $0 = nil }
    line.drain { writer.withLock { $0 = nil } }
  }

  private var closed: DatabaseError { .unreachable("the database is closed") }

  private func borrow() throws -> SQLiteConnection {
    enum Place { case ready(SQLiteConnection), free, closed }
    let place: Place = readers.wait { pool in
      if pool.isClosed { return .closed }
      if let connection = pool.idle.popLast() { return .ready(connection) }
      guard pool.open < maximumReaders else { return nil }
      pool.open += 1
      return .free
    }
    switch place {
    case .closed: throw closed
    case .ready(let connection): return connection
    case .free:
      do { return try SQLiteConnection(path: path, role: .reader, wait: lockWait) } catch {
        readers.withLock { $0.open -= 1 }
        readers.signal()
        throw error
      }
    }
  }

  private func giveBack(_ connection: SQLiteConnection) {
    readers.withLock { pool in if !pool.isClosed { pool.idle.append(connection) } }
    readers.signal()
  }
}
