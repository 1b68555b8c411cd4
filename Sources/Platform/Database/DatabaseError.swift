/// What went wrong in the database, the same for both engines; it never holds a bound value.
public enum DatabaseError: Error, Hashable, Sendable {
  /// A unique index already holds the values.
  case unique
  /// A reference to a record that is not there, or one still referred to.
  case reference
  /// A CHECK, NOT NULL or type rule of the schema refused the values.
  case constraint
  /// The record was changed since it was read: the `version` no longer matches.
  case stale
  /// Another writer kept the lock for longer than the wait allowed.
  case busy
  /// The disk or the quota is full; nothing of the transaction was kept.
  case full
  /// The database cannot be reached or opened; the text says which and why, without a password.
  case unreachable(String)
  /// The schema is newer than this program: the text names the migration it does not know.
  case newer(String)
  /// A row does not have the shape the program reads; the text names the column.
  case shape(String)
  /// Any other failure, with the engine's code and message.
  case failed(code: String, message: String)
}

extension DatabaseError {
  /// A statement with `::`, which SQLite would misread; write `CAST(… AS …)`.
  public static let cast = DatabaseError.failed(
    code: "portable", message: "'::' is of one engine only; write CAST(… AS …)")
}
