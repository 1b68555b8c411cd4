import CSQLite
import Database

/// One connection, used by one thread at a time: whoever borrowed it from the driver.
@safe final class SQLiteConnection: Connection {
  /// What a connection is for.
  enum Role { case reader, writer }

  private let handle: OpaquePointer
  private let statements = StatementCache()
  private var hasRoomForMuch = false

  /// Opens the file and makes the settings every connection of Hamlet has.
  init(path: String, role: Role, wait: Double) throws {
    _ = Self.isPrepared
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
      | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      let reason = unsafe String(cString: sqlite3_errstr(code))
      unsafe sqlite3_close_v2(opened)
      throw DatabaseError.unreachable("cannot open \(path): \(reason)")
    }
    unsafe self.handle = handle
    unsafe sqlite3_busy_timeout(handle, Int32(wait * 1000))
    do { try configure(role) } catch let error as DatabaseError {
      throw error.opening(path)
    }
  }

  deinit {
    statements.removeAll()
    unsafe sqlite3_close_v2(handle)
  }

  var engine: Engine { .sqlite }

  /// Whether a transaction is open; some errors end it on their own.
  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  func query(_ sql: SQL, _ row: (inout Row) throws -> Void) throws {
    try withStatement(sql) { statement in
      while try statement.step() {
        var next = Row(statement)
        try row(&next)
      }
    }
  }

  func stream(_ sql: SQL, _ row: (inout Row) throws -> Void) throws { try query(sql, row) }

  func execute(_ sql: SQL) throws -> Int {
    let before = unsafe sqlite3_total_changes64(handle)
    try withStatement(sql) { statement in while try statement.step() {} }
    let changed = unsafe sqlite3_total_changes64(handle) != before
    return changed ? Int(unsafe sqlite3_changes64(handle)) : 0
  }

  func script(_ text: String) throws {
    let code = unsafe sqlite3_exec(handle, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe DatabaseError(handle, code) }
  }

  func insert(
    into table: String, columns: [String], _ next: () throws -> [Value]?
  ) throws -> Int {
    let places = (1...max(1, columns.count)).map { "$\($0)" }.joined(separator: ", ")
    let text = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    var count = 0
    try withStatement(SQL(trusted: text)) { statement in
      while let values = try next() {
        try statement.bind(values)
        _ = try statement.step()
        statement.reset()
        count += 1
      }
    }
    return count
  }

  /// Runs a statement of the driver's own that controls the transaction.
  func control(_ text: StaticString) throws {
    try withStatement(SQL(text)) { statement in while try statement.step() {} }
  }

  /// Makes room for the pages of a long piece of work, or gives that room back: 64 MB or 4 MB.
  ///
  /// Between transactions alone. An index of a million rows does not fit the small room; what a report
  /// touches does.
  func makeRoom(forMuch isMuch: Bool) throws {
    guard isMuch != hasRoomForMuch else { return }
    try script(
      isMuch
        ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -4096; PRAGMA shrink_memory")
    hasRoomForMuch = isMuch
  }

  private func withStatement(_ sql: SQL, _ body: (Statement) throws -> Void) throws {
    try statements.withStatement(of: sql.text, prepare: { try prepare(sql.text) }) { statement in
      if !sql.values.isEmpty { try statement.bind(sql.values) }
      try body(statement)
    }
  }

  private func prepare(_ text: String) throws -> Statement {
    guard !Placeholders.holdsCast(text) else { throw DatabaseError.cast }
    return try unsafe Statement(handle, Placeholders.rewrite(text) { "?\($0)" })
  }

  /// Once a process: memory is not counted, since the count is a lock all threads would share.
  ///
  /// Refused where another library has begun to use SQLite before, as PROJ does for its own
  /// database; it then counts on, and is a little slower.
  private static let isPrepared = hamlet_sqlite_forget_memory_statistics() == SQLITE_OK

  private func configure(_ role: Role) throws {
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
    ] {
      let code = unsafe hamlet_sqlite_configure(handle, option, Int32(value))
      guard code == SQLITE_OK else { throw unsafe DatabaseError(handle, code) }
    }
    var mode = ""
    try query("PRAGMA journal_mode = WAL") { row in mode = try row.text() }
    guard mode == "wal" else { throw DatabaseError.unreachable("it cannot keep a write-ahead log") }
    // LIKE minds case, as it does on PostgreSQL; the log shrinks again after an import.
    try script(
      """
      PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA case_sensitive_like = ON;
      PRAGMA journal_size_limit = 67108864;
      """)
    switch role {
    case .reader: try script("PRAGMA query_only = ON; PRAGMA cache_size = -1024")
    case .writer: try script("PRAGMA cache_size = -4096")
    }
  }
}
