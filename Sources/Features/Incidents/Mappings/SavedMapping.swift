internal import Database
internal import Kernel

/// One version of a mapping, as it is kept.
struct SavedMapping: Equatable, Sendable {
  let id: ID<Mapping>
  /// 1 for the first; an import keeps the version it was read by.
  let version: Int
  let mapping: Mapping
  let savedAt: Instant

  static let columns: SQL = "m.id, v.version, v.definition, v.saved_at"

  init(row: inout Row) throws {
    id = try row.id()
    version = try row.int()
    mapping = try Mapping(json: try row.text())
    savedAt = try row.parsed()
  }
}
