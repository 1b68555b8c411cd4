import FeatureKit
import Database
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Incidents

/// A database with the schema and what imports into it.
struct ImportFixture {
  let database: Database
  let clock = Clock.fixed(Instant(milliseconds: 1_795_000_000_000))

  /// What another process opens the database by.
  let address: String

  init(_ engine: Engine) throws {
    let test = try TestDatabase(engine, migrations: IncidentsSchema.migrations)
    database = test.database
    address = test.address
  }

  /// The database of another process.
  init(address: String) throws {
    database = try TestDatabase.open(address)
    self.address = address
  }

  /// What refused rows are sealed with, the same in every process.
  let keyring = Keyring.forTests()

  var store: ImportStore { ImportStore(database: database, clock: clock, keyring: keyring) }

  /// Imports files, folders and archives.
  @discardableResult
  func importFiles(
    _ paths: String..., observer: ImportObserver = ImportObserver()
  ) throws -> ImportCounts {
    let reader = FileReader.live(Settings())
    let run = ImportRun(
      store: store, reader: reader, options: ImportOptions(asOf: clock.today),
      observer: observer)
    return try run(SourceFiles.find(paths, entries: reader.entries))
  }

  /// What an import of files would do.
  func tryFiles(_ paths: String..., asOf: Day? = nil) throws -> ImportCounts {
    let reader = FileReader.live(Settings())
    return try ImportTrial(store: store, reader: reader, observer: ImportObserver())(
      SourceFiles.find(paths, entries: reader.entries), asOf: asOf ?? clock.today)
  }

  /// The answer to a question, a line a row: `2023-01|Burglary 3`.
  func count(_ query: CountQuery) throws -> [String] {
    try database.read { read in
      try CubeStore.rows(query, in: read).map { row in
        row.values.joined(separator: "|") + " \(row.count)"
      }
    }
  }

  func unlocated(_ query: CountQuery = CountQuery(by: [])) throws -> Int {
    try database.read { read in try CubeStore.unlocated(query, in: read) }
  }

  /// One number.
  func number(_ sql: SQL) throws -> Int { try database.read { read in try read.count(sql) } }
}
