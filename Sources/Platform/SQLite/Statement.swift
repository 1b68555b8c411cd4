import CSQLite
import Database

/// One prepared statement, used by one thread at a time with the connection it belongs to; once it
/// has gone to a row, that row.
@safe final class Statement: RowSource {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  /// How many columns its rows have.
  let width: Int

  init(_ connection: OpaquePointer, _ text: String) throws {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let handle = unsafe prepared else {
      throw unsafe DatabaseError(connection, code)
    }
    unsafe self.connection = connection
    unsafe self.handle = handle
    width = Int(unsafe sqlite3_column_count(handle))
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds the values in order, the first to `?1`.
  func bind(_ values: [Value]) throws {
    guard values.count == Int(unsafe sqlite3_bind_parameter_count(handle)) else {
      throw DatabaseError.failed(
        code: "values", message: "wrong number of values for the statement")
    }
    for (index, value) in values.enumerated() {
      let code = try bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw unsafe DatabaseError(connection, code) }
    }
  }

  /// Goes to the next row; false when there is none.
  func step() throws -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe DatabaseError(connection, code)
    }
  }

  /// Ready for the next values.
  func reset() { unsafe sqlite3_reset(handle) }

  /// Ready for another caller: no row, no values.
  func clear() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  private func bind(_ value: Value, at index: Int32) throws -> Int32 {
    switch value {
    case .null: return unsafe sqlite3_bind_null(handle, index)
    case .int(let number): return unsafe sqlite3_bind_int64(handle, index, number)
    case .real(let number):
      guard number.isFinite else { throw DatabaseError.constraint }
      return unsafe sqlite3_bind_double(handle, index, number)
    case .text(var text):
      return try text.withUTF8 { bytes in
        guard unsafe !bytes.contains(0) else { throw DatabaseError.constraint }
        return unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe hamlet_sqlite_bind_text(
            handle, index, characters.baseAddress, UInt64(characters.count))
        }
      }
    case .blob(let bytes):
      return unsafe bytes.withUnsafeBytes { bytes in
        unsafe hamlet_sqlite_bind_blob(handle, index, bytes.baseAddress, UInt64(bytes.count))
      }
    }
  }
}

/// The present row; where there is none every column is null.
extension Statement {
  func kind(of column: Int) -> Row.Kind {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .double
    case SQLITE_TEXT: .string
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  func double(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  func string(_ column: Int) -> String {
    // As a blob: the text lies in the page already, and `sqlite3_column_text` copies it to end it
    // with a nought.
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] {
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
