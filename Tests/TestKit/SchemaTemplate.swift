import Database
import FoundationEssentials
import Glibc
import Kernel
import SQLite

/// SQLite files with a schema and nothing else, made once and copied for every test case: to run each
/// step of a large schema anew took most of the time of a test.
enum SchemaTemplate {
  private static let files = Guarded<[[Migration]: Data]>([:])

  /// Writes a file with the schema; nothing where there is none.
  static func copy(_ migrations: [Migration], to path: String) throws {
    guard !migrations.isEmpty else { return }
    try file(migrations).write(to: URL(filePath: path))
    chmod(path, 0o600)
  }

  /// A file that ``Migrator`` made.
  private static func file(_ migrations: [Migration]) throws -> Data {
    try files.withLock { kept in
      if let file = kept[migrations] { return file }
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let path = folder.path + "/schema.sqlite"
      let database = Database(try SQLiteDriver(path: path))
      try Migrator(migrations).migrate(database)
      database.close()
      guard !FileManager.default.fileExists(atPath: path + "-wal") else {
        throw TestKitProblem.noFolder
      }
      let file = try Data(contentsOf: URL(filePath: path))
      kept[migrations] = file
      return file
    }
  }
}
