import CSQLite
import Database
import Glibc

extension DatabaseError {
  /// What a result code means; the engine's message names columns, never values.
  init(_ connection: OpaquePointer, _ code: Int32) {
    let message = unsafe String(cString: sqlite3_errmsg(connection))
    switch code {
    case 1555, 2067, 2579: self = .unique  // primary key, unique index, rowid
    case 787: self = .reference
    case 1811 where message.hasPrefix("FOREIGN KEY"): self = .reference  // ON DELETE RESTRICT
    default:
      switch code & 0xFF {
      case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG: self = .constraint
      case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
      case SQLITE_FULL: self = .full
      case SQLITE_IOERR where [ENOSPC, EDQUOT].contains(unsafe sqlite3_system_errno(connection)):
        self = .full
      case SQLITE_CANTOPEN, SQLITE_NOTADB: self = .unreachable(message)
      default: self = .failed(code: String(code), message: message)
      }
    }
  }

  /// The error of a file that could not be opened, with its path.
  func opening(_ path: String) -> DatabaseError {
    switch self {
    case .unreachable(let reason), .failed(_, let reason):
      .unreachable("cannot open \(path): \(reason)")
    default: self
    }
  }
}
