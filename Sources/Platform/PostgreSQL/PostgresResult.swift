import CPostgres
import Database
import Glibc

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
    let types = (0..<(unsafe PQnfields(handle))).map { column in unsafe PQftype(handle, column) }
    for index in 0..<Int32(count) {
      var row = Row(
        types.enumerated().map { column, type in value(index, Int32(column), type) })
      try body(&row)
    }
  }

  private func value(_ row: Int32, _ column: Int32, _ type: UInt32) -> Value {
    guard unsafe PQgetisnull(handle, row, column) == 0,
      let text = unsafe PQgetvalue(handle, row, column)
    else { return .null }
    switch type {
    case 20, 21, 23, 26: return .int(unsafe Int64(strtoll(text, nil, 10)))
    case 16: return .int(unsafe text.pointee == CChar(UInt8(ascii: "t")) ? 1 : 0)
    case 700, 701, 1700: return .real(unsafe strtod(text, nil))
    default:
      let bytes = unsafe UnsafeRawBufferPointer(
        start: text, count: Int(PQgetlength(handle, row, column)))
      return unsafe type == 17
        ? .blob(unhexed(bytes)) : .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The bytes of `\x0a1b…`.
  private func unhexed(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    stride(from: 2, to: text.count - 1, by: 2).map { index in
      unsafe nibble(text[index]) << 4 | nibble(text[index + 1])
    }
  }

  private func nibble(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }

  private func refusal(isAlive: Bool) -> DatabaseError {
    let state = unsafe hamlet_pg_state(handle).map { unsafe String(cString: $0) } ?? ""
    let message = unsafe hamlet_pg_message(handle).map { unsafe String(cString: $0) } ?? ""
    return DatabaseError(state: state, message: message, isAlive: isAlive)
  }
}
