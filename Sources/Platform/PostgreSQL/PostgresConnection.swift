import CPostgres
import Database

/// One connection, used by one thread at a time: whoever borrowed it from the driver.
@safe final class PostgresConnection: Connection {
  /// Whether it was opened for the present borrower.
  var isNew = true

  private let handle: OpaquePointer
  private var names = PreparedNames()
  private var cursors = 0

  init(address: String) throws {
    guard let handle = unsafe hamlet_pg_connect(address) else {
      throw DatabaseError.unreachable("no memory for a connection")
    }
    unsafe self.handle = handle
    guard unsafe PQstatus(handle) == CONNECTION_OK else {
      // The server's words name host, user and database, not the password.
      let reason = unsafe String(cString: PQerrorMessage(handle)).split(separator: "\n").first
      throw DatabaseError.unreachable(String(reason ?? "PostgreSQL does not answer"))
    }
    unsafe hamlet_pg_silence(handle)
    try script(Self.settings)
  }

  deinit { unsafe PQfinish(handle) }

  var engine: Engine { .postgres }

  /// Whether the server is still there, as far as the last command could tell.
  var isAlive: Bool { unsafe PQstatus(handle) == CONNECTION_OK }

  /// Whether it can begin another transaction.
  var isIdle: Bool { unsafe isAlive && PQtransactionStatus(handle) == PQTRANS_IDLE }

  func query(_ sql: SQL, _ row: (inout Row) throws -> Void) throws {
    try run(sql).each(row)
  }

  func stream(_ sql: SQL, _ row: (inout Row) throws -> Void) throws {
    guard sql.text.drop(while: \.isWhitespace).prefix(6).uppercased() == "SELECT" else {
      return try query(sql, row)
    }
    cursors += 1
    let name = "cursor\(cursors)"
    let declaration = SQL(trusted: "DECLARE \(name) NO SCROLL CURSOR FOR ") + sql
    try unsafe result(of: declaration) { values in
      unsafe PQexecParams(
        handle, declaration.text, values.count, values.types, values.pointers, values.lengths,
        values.formats, 0)
    }
    var batch: PostgresResult
    repeat {
      batch = try control("FETCH \(Self.batchRows) FROM \(name)")
      try batch.each(row)
    } while batch.count == Self.batchRows
    _ = try control("CLOSE \(name)")
  }

  func execute(_ sql: SQL) throws -> Int { try run(sql).changes }

  func script(_ text: String) throws { _ = try control(text) }

  func insert(
    into table: String, columns: [String], _ next: () throws -> [Value]?
  ) throws -> Int {
    _ = try control("COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN")
    var lines = CopyLines()
    do {
      while let values = try next() {
        guard values.count == columns.count else {
          throw DatabaseError.failed(code: "values", message: "wrong number of values for the row")
        }
        try lines.add(values)
        if lines.isFull { try send(&lines) }
      }
      try send(&lines)
    } catch {
      unsafe PQputCopyEnd(handle, "stopped")
      drain()
      throw error
    }
    guard unsafe PQputCopyEnd(handle, nil) == 1 else { throw lost }
    let result = unsafe PostgresResult(PQgetResult(handle))
    drain()
    try result.check(isAlive: isAlive)
    return result.changes
  }

  /// Runs text of the driver's own, without values.
  @discardableResult
  func control(_ text: String) throws -> PostgresResult {
    let result = unsafe PostgresResult(PQexec(handle, text))
    try result.check(isAlive: isAlive)
    return result
  }

  /// Commits; a transaction in which a statement had failed is rolled back by the server and throws.
  func commit() throws {
    guard try control("COMMIT").command != "ROLLBACK" else {
      throw DatabaseError.failed(
        code: "25P02", message: "a statement of the transaction had failed")
    }
  }

  func rollBack() throws { try control("ROLLBACK") }

  private func run(_ sql: SQL) throws -> PostgresResult {
    try unsafe result(of: sql) { values in
      let name = try unsafe prepared(sql, values)
      return unsafe PQexecPrepared(
        handle, name, values.count, values.pointers, values.lengths, values.formats, 0)
    }
  }

  @discardableResult
  private func result(
    of sql: SQL, _ call: (BoundValues) throws -> OpaquePointer?
  ) throws -> PostgresResult {
    let result = try unsafe Parameters(sql.values).withPointers { values in
      unsafe PostgresResult(try call(values))
    }
    try result.check(isAlive: isAlive)
    return result
  }

  private func prepared(_ sql: SQL, _ values: BoundValues) throws -> String {
    let key = PreparedNames.Key(text: sql.text, types: sql.values.map(Parameters.type))
    if let name = names.name(of: key) { return name }
    guard !Placeholders.holdsCast(sql.text) else { throw DatabaseError.cast }
    let (name, evicted) = names.add(key)
    if let evicted { _ = try control("DEALLOCATE \(evicted)") }
    let result = unsafe PostgresResult(
      PQprepare(handle, name, sql.text, values.count, values.types))
    do { try result.check(isAlive: isAlive) } catch {
      names.remove(key)
      throw error
    }
    return name
  }

  private func send(_ lines: inout CopyLines) throws {
    let code = unsafe lines.bytes.withUnsafeBytes { bytes in
      unsafe PQputCopyData(
        handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    guard code == 1 else { throw lost }
    lines.clear()
  }

  private func drain() { while let rest = unsafe PQgetResult(handle) { unsafe PQclear(rest) } }

  private var lost: DatabaseError { .unreachable("the connection to PostgreSQL was lost") }

  private static let batchRows = 2000
  // What was told to be saved must be durable, whatever the server's default; waits are bounded.
  private static let settings = """
    SET lock_timeout = '30s'; SET bytea_output = 'hex'; SET extra_float_digits = 1;
    SET TimeZone = 'UTC'; SET client_min_messages = 'warning';
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'
    """
}
