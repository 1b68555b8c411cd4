/// What an engine offers: connections, and how writers take turns.
///
/// One of these per engine; everything else is written once against ``Read`` and ``Write``.
public protocol Driver: Sendable {
  /// The engine.
  var engine: Engine { get }
  /// Runs `body` in a read-only transaction that sees one state of the database throughout.
  func read(_ body: (any Connection) throws -> Void) throws
  /// Runs `body` in a writing transaction; returns when it is durable, or throws with nothing kept.
  ///
  /// Where `shared` is true the engine may commit it together with others that wait.
  func write(shared: Bool, _ body: (any Connection) throws -> Void) throws
  /// A word that changes whenever a transaction that changed something commits, in any process.
  func changeMark() throws -> String
  /// Closes every connection; later calls throw ``DatabaseError/unreachable(_:)``.
  func close()
}

/// The engines.
public enum Engine: String, Sendable, CaseIterable {
  /// One file, one machine.
  case sqlite
  /// A PostgreSQL server.
  case postgres
}

/// One connection inside a transaction.
public protocol Connection: AnyObject {
  /// The engine.
  var engine: Engine { get }
  /// Runs a statement and hands over its rows, one at a time, in order.
  func query(_ sql: SQL, _ row: (inout Row) throws -> Void) throws
  /// Runs a SELECT as ``query(_:_:)`` does, without holding all its rows at once.
  func stream(_ sql: SQL, _ row: (inout Row) throws -> Void) throws
  /// Runs a statement that gives no rows; the number of rows it changed.
  func execute(_ sql: SQL) throws -> Int
  /// Runs several statements of the program's own text, separated by `;`, without values.
  func script(_ text: String) throws
  /// Adds many rows to a table as fast as the engine can; the number added.
  ///
  /// `next` gives the values of one row in the order of `columns`, or `nil` at the end; it must not
  /// use the connection.
  func insert(into table: String, columns: [String], _ next: () throws -> [Value]?) throws -> Int
}
