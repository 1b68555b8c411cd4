/// Brings a schema up, one migration after another, each in a transaction of its own.
///
/// Several processes may try at once: each step takes a lock first. What ran is kept in the table
/// `migration` with a checksum of its text, so that a text changed afterwards is refused, as is a
/// database that holds steps this program does not know.
public struct Migrator: Sendable {
  private let migrations: [Migration]

  /// The steps of every feature, in the order in which they run.
  public init(_ migrations: [Migration]) { self.migrations = migrations }

  /// Runs what has not run yet; the names of what ran now.
  ///
  /// - Throws: ``DatabaseError/newer(_:)`` where the database holds a step this program does not
  ///   know; ``DatabaseError/failed(code:message:)`` with code `migration` where a text changed, a
  ///   name is given twice or a word in braces is unknown; nothing of a failed step is kept.
  @discardableResult
  public func migrate(_ database: Database) throws -> [String] {
    try checkNames()
    try database.write { write in
      try lock(write)
      try write.script(SchemaWords.expand(Self.table, for: write.engine))
    }
    _ = try pending(database)
    return try migrations.filter { migration in
      try database.write { write in try run(migration, in: write) }
    }.map(\.name)
  }

  /// The names of what has not run yet, with the same refusals as ``migrate(_:)``.
  public func pending(_ database: Database) throws -> [String] {
    let done = try database.read { read in
      guard try exists(read) else { return [String: String]() }
      let rows = try read.all("SELECT name, checksum FROM migration ORDER BY name") { row in
        (try row.text(), try row.text())
      }
      return Dictionary(uniqueKeysWithValues: rows)
    }
    let known = Set(migrations.map(\.name))
    if let unknown = done.keys.sorted().first(where: { !known.contains($0) }) {
      throw DatabaseError.newer(unknown)
    }
    for migration in migrations { try migration.check(against: done[migration.name]) }
    return migrations.map(\.name).filter { done[$0] == nil }
  }

  private func run(_ migration: Migration, in write: Write) throws -> Bool {
    try lock(write)
    let known = try write.first(
      "SELECT checksum FROM migration WHERE name = \(migration.name)"
    ) { row in try row.text() }
    try migration.check(against: known)
    guard known == nil else { return false }
    try write.script(SchemaWords.expand(migration.text, for: write.engine))
    try write.run(
      "INSERT INTO migration (name, checksum) VALUES (\(migration.name), \(migration.checksum))")
    return true
  }

  private func lock(_ write: Write) throws {
    guard write.engine == .postgres else { return }  // on SQLite the transaction is the lock
    _ = try write.first("SELECT pg_advisory_xact_lock(\(Self.lockNumber))") { _ in true }
  }

  private func exists(_ read: Read) throws -> Bool {
    switch read.engine {
    case .sqlite:
      try read.count("SELECT count(*) FROM sqlite_schema WHERE name = 'migration'") > 0
    case .postgres:
      try read.count("SELECT CASE WHEN to_regclass('migration') IS NULL THEN 0 ELSE 1 END") > 0
    }
  }

  private func checkNames() throws {
    var seen: Set<String> = []
    for migration in migrations where !seen.insert(migration.name).inserted {
      throw migration.refusal("is given twice")
    }
  }

  private static let lockNumber = 7_230_185_001
  private static let table = """
    CREATE TABLE IF NOT EXISTS migration (
      name {text} PRIMARY KEY,
      checksum {text} NOT NULL
    ) {strict};
    """
}

extension Migration {
  /// A checksum of the text (FNV-1a, 64 bits), to notice a change, not to withstand a forger.
  var checksum: String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return String(hash, radix: 16)
  }

  func check(against known: String?) throws(DatabaseError) {
    guard let known, known != checksum else { return }
    throw refusal("was changed after it had run")
  }

  func refusal(_ reason: String) -> DatabaseError {
    .failed(code: "migration", message: "migration \(name) \(reason)")
  }
}
