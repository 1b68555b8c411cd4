import CPostgres
import Database

/// One result of libpq, freed with it.
@safe final class PostgresResult {
  private let handle: OpaquePointer?

  init(_ handle: OpaquePointer?) { unsafe self.handle = handle }

  deinit { unsafe PQclear(handle) }

  /// How many rows it holds.
  var count: Int { Int(unsafe PQntuples(handle)) }

  /// How many rows the statement changed.
  var changes: Int {
    guard let handle = unsafe handle, let text = unsafe PQcmdTuples(handle) else { return 0 }
    return unsafe Int(String(cString: text)) ?? 0
  }

  /// The command as the server names it, such as `COMMIT`.
  var command: String {
    guard let handle = unsafe handle, let text = unsafe PQcmdStatus(handle) else { return "" }
    return unsafe String(cString: text)
  }

  /// Throws where the server refused.
  func check(isAlive: Bool) throws(DatabaseError) {
    switch unsafe PQresultStatus(handle) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return
    default: throw refusal(isAlive: isAlive)
    }
  }

  /// Hands over each row.
  func each(_ body: (inout Row) throws -> Void) throws {
    let present = unsafe PostgresRow(self, handle)
    for index in 0..<Int32(count) {
      present.index = index
      var row = Row(present)
      try body(&row)
    }
  }

  private func refusal(isAlive: Bool) -> DatabaseError {
    let state = unsafe hamlet_pg_state(handle).map { unsafe String(cString: $0) } ?? ""
    let message = unsafe hamlet_pg_message(handle).map { unsafe String(cString: $0) } ?? ""
    return DatabaseError(state: state, message: message, isAlive: isAlive)
  }
}
