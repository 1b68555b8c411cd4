import Glibc
import Kernel

/// A database, whichever its engine.
///
/// A page reads in one ``read(_:)``; a change is one ``write(_:)``, durable when it returns.
/// Both block the calling thread; both may be called from any thread. One inside the other on the
/// same thread is a mistake of the program and throws, since it would see another state or wait
/// for itself.
public final class Database: Sendable {
  private let driver: any Driver
  private let threads = Guarded<Set<UInt>>([])

  /// A database behind a driver.
  public init(_ driver: any Driver) { self.driver = driver }

  /// The engine.
  public var engine: Engine { driver.engine }

  /// Runs `body` in one read-only transaction and gives its result.
  public func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    var result: Result?
    try alone {
      try driver.read { connection in
        let read = Read(connection)
        result = try body(read)
        try read.checkUsable()
      }
    }
    guard let result else { throw DatabaseError.unreachable("the transaction did not run") }
    return result
  }

  /// Runs `body` in one writing transaction and gives its result once it is durable.
  ///
  /// On SQLite several waiting writes may share one commit: their callers go on when it is done.
  @discardableResult
  public func write<Result>(_ body: (Write) throws -> Result) throws -> Result {
    try write(shared: true, body)
  }

  /// Runs `body` as ``write(_:)`` does, with a commit of its own, for work of many seconds.
  ///
  /// So that those who saved something small do not wait for an import to be acknowledged.
  @discardableResult
  public func bulkWrite<Result>(_ body: (Write) throws -> Result) throws -> Result {
    try write(shared: false, body)
  }

  private func write<Result>(
    shared: Bool, _ body: (Write) throws -> Result
  ) throws -> Result {
    var result: Result?
    try alone {
      try driver.write(shared: shared) { connection in
        let write = Write(connection)
        result = try body(write)
        try write.checkUsable()
      }
    }
    guard let result else { throw DatabaseError.unreachable("the transaction did not run") }
    return result
  }

  /// A word that changes whenever a transaction that changed something commits, in any process.
  ///
  /// For what is kept rendered: keep it with the mark taken *before* its transaction began, and
  /// render again when the mark is another. It may change without need. A few microseconds on
  /// SQLite, a round trip on PostgreSQL; never inside a transaction.
  public func changeMark() throws -> String { try driver.changeMark() }

  /// Closes every connection.
  public func close() { driver.close() }

  private func alone(_ body: () throws -> Void) throws {
    let thread = UInt(pthread_self())
    guard threads.withLock({ $0.insert(thread).inserted }) else {
      throw DatabaseError.failed(
        code: "nested", message: "a transaction cannot begin inside another on the same thread")
    }
    defer { _ = threads.withLock { $0.remove(thread) } }
    try body()
  }
}
