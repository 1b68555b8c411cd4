/// A database, whichever its engine.
///
/// A page reads in one ``read(_:)``; a change is one ``write(_:)``, durable when it returns.
/// Both block the calling thread; both may be called from any thread, never one inside the other.
public final class Database: Sendable {
  private let driver: any Driver

  /// A database behind a driver.
  public init(_ driver: any Driver) { self.driver = driver }

  /// The engine.
  public var engine: Engine { driver.engine }

  /// Runs `body` in one read-only transaction and gives its result.
  public func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    var result: Result?
    try driver.read { connection in result = try body(Read(connection)) }
    guard let result else { throw DatabaseError.unreachable("the transaction did not run") }
    return result
  }

  /// Runs `body` in one writing transaction and gives its result once it is durable.
  public func write<Result>(_ body: (Write) throws -> Result) throws -> Result {
    var result: Result?
    try driver.write { connection in result = try body(Write(connection)) }
    guard let result else { throw DatabaseError.unreachable("the transaction did not run") }
    return result
  }

  /// Closes every connection.
  public func close() { driver.close() }
}
