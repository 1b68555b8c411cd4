import CSQLite
import Database

/// One prepared statement, used by one thread at a time with the connection it belongs to.
@safe final class Statement {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  private let columns: Int32

  init(_ connection: OpaquePointer, _ text: String) throws {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let handle = unsafe prepared else {
      throw unsafe DatabaseError(connection, code)
    }
    unsafe self.connection = connection
    unsafe self.handle = handle
    columns = unsafe sqlite3_column_count(handle)
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

  /// The values of the present row.
  func row() -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(Int(columns))
    for index in 0..<columns { values.append(column(index)) }
    return values
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

  private func column(_ index: Int32) -> Value {
    switch unsafe sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: .int(unsafe sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, index))
    case SQLITE_TEXT:
      .text(
        unsafe String(
          decoding: UnsafeBufferPointer(
            start: sqlite3_column_text(handle, index),
            count: Int(sqlite3_column_bytes(handle, index))), as: UTF8.self))
    case SQLITE_BLOB:
      .blob(
        unsafe Array(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, index),
            count: Int(sqlite3_column_bytes(handle, index)))))
    default: .null
    }
  }
}
