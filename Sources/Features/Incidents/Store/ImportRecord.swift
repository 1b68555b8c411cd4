internal import Access
internal import Database
internal import Kernel

/// One import, as it is kept.
struct ImportRecord: Sendable {
  /// Where an import is in its life.
  enum State: String, Sendable {
    case running, done, refused, failed
  }

  let id: ID<ImportRunTag>
  /// The key of its source.
  let source: String
  let startedAt: Instant
  let asOf: Day
  let state: State
  /// Why it came to nothing.
  let message: String
  let account: ID<Account>?
  let counts: ImportCounts

  /// Whether it read street files.
  var isOfStreets: Bool { source == SourceVersion.policeUK.key }

  init(row: inout Row) throws {
    id = try row.id()
    source = try row.text()
    startedAt = try row.parsed()
    asOf = try row.parsed()
    state = try row.choice()
    message = try row.text()
    account = try row.optionalID()
    counts = ImportCounts(
      files: try row.int(), read: try row.int(), stored: try row.int(),
      alreadyKnown: try row.int(), repeated: try row.int(), disagreements: try row.int(),
      unlocated: try row.int(), refused: try row.int(), ignored: try row.int(),
      replaced: try row.int())
  }
}

/// One force and month as a file told it.
struct SnapshotRecord: Sendable {
  let month: Month
  let force: String
  let isCurrent: Bool
  let file: String
  let asOf: Day
  let stored: Int
  let repeated: Int
  let unlocated: Int
  let run: ID<ImportRunTag>

  init(row: inout Row) throws {
    month = try row.parsed()
    force = try row.text()
    isCurrent = try row.text() == "current"
    file = try row.text()
    asOf = try row.parsed()
    stored = try row.int()
    repeated = try row.int()
    unlocated = try row.int()
    run = try row.id()
  }
}
