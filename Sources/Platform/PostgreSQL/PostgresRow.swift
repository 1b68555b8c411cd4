import CPostgres
import Database
import Glibc

/// The row of a result that is being read; it keeps the result it belongs to.
@safe final class PostgresRow: RowSource {
  /// Which of the rows, from 0.
  var index: Int32 = 0

  private let result: PostgresResult
  private let handle: OpaquePointer?
  /// The number PostgreSQL has for the type of each column.
  private let types: [UInt32]

  init(_ result: PostgresResult, _ handle: OpaquePointer?) {
    self.result = result
    unsafe self.handle = handle
    types = (0..<(unsafe PQnfields(handle))).map { column in unsafe PQftype(handle, column) }
  }

  var width: Int { types.count }

  func kind(of column: Int) -> Row.Kind {
    guard unsafe PQgetisnull(handle, index, Int32(column)) == 0 else { return .null }
    return switch types[column] {
    case 16, 20, 21, 23, 26: .integer
    case 700, 701, 1700: .double
    case 17: .blob
    default: .string
    }
  }

  func integer(_ column: Int) -> Int64 {
    let text = unsafe bytes(column)
    guard types[column] != 16 else { return unsafe text.first == UInt8(ascii: "t") ? 1 : 0 }
    let start = unsafe PQgetvalue(handle, index, Int32(column))
    return unsafe start.map { unsafe Int64(strtoll($0, nil, 10)) } ?? 0
  }

  func double(_ column: Int) -> Double {
    let start = unsafe PQgetvalue(handle, index, Int32(column))
    return unsafe start.map { unsafe strtod($0, nil) } ?? 0
  }

  func string(_ column: Int) -> String { unsafe String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of `\x0a1b…`.
  func blob(_ column: Int) -> [UInt8] {
    let text = unsafe bytes(column)
    return stride(from: 2, to: text.count - 1, by: 2).map { index in
      unsafe nibble(text[index]) << 4 | nibble(text[index + 1])
    }
  }

  /// The column as the server sent it; good until the result is freed.
  private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: PQgetvalue(handle, index, Int32(column)),
      count: Int(PQgetlength(handle, index, Int32(column))))
  }

  private func nibble(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
}
