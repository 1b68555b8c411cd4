public import Database
import Glibc
import Kernel
import PostgreSQL
import SQLite

/// A database that lives as long as one test case; the test must carry the trait `.database`.
public struct TestDatabase: Sendable {
  /// The database itself, for what takes one.
  public let database: Database
  /// What `HAMLET_DATABASE` says for it: `sqlite:` and the file, or `postgres://…`.
  public let address: String

  /// A fresh database with a schema.
  ///
  /// - Parameters:
  ///   - engine: one of ``Database/Engine/tested``.
  ///   - migrations: the schema, step by step.
  /// - Throws: ``TestKitProblem``, or what the database throws.
  public init(_ engine: Engine, migrations: [Migration] = []) throws {
    guard let scope = TestScope.current else { throw TestKitProblem.noTrait }
    address =
      try engine == .postgres && !migrations.isEmpty
      ? PostgresPool.address(migrations, in: scope) : Self.freshAddress(engine)
    if engine == .sqlite { try SchemaTemplate.copy(migrations, to: Self.path(of: address)) }
    database = try Self.open(address)
    scope.atEnd { [database] in database.close() }
    try Migrator(migrations).migrate(database)
  }

  /// The address of a database that holds nothing yet, not even a file.
  public static func freshAddress(_ engine: Engine) throws -> String {
    guard let scope = TestScope.current else { throw TestKitProblem.noTrait }
    switch engine {
    case .sqlite: return prefix + (try TemporaryFolder.ofCase().path) + "/test.sqlite"
    case .postgres: return try PostgresSchema.fresh(in: scope)
    }
  }

  /// Opens a database by its address, as another program would.
  public static func open(_ address: String) throws -> Database {
    guard address.hasPrefix(prefix) else { return Database(try PostgresDriver(url: address)) }
    return Database(try SQLiteDriver(path: path(of: address)))
  }

  /// The file, on SQLite.
  public var path: String? {
    address.hasPrefix(Self.prefix) ? Self.path(of: address) : nil
  }

  private static let prefix = "sqlite:"

  private static func path(of address: String) -> String {
    String(address.dropFirst(prefix.count))
  }

  /// The engine.
  public var engine: Engine { database.engine }

  /// Reads in one transaction.
  public func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    try database.read(body)
  }

  /// Writes in one transaction.
  @discardableResult
  public func write<Result>(_ body: (Write) throws -> Result) throws -> Result {
    try database.write(body)
  }
}

extension Engine {
  /// The engines tests run on: SQLite always, PostgreSQL where `HAMLET_TEST_POSTGRES` names one.
  public static let tested: [Engine] = {
    guard getenv("HAMLET_TEST_POSTGRES") == nil else { return [.sqlite, .postgres] }
    let line = "PostgreSQL cases are skipped: HAMLET_TEST_POSTGRES is not set (scripts/postgres)\n"
    _ = line.utf8.withContiguousStorageIfAvailable { write(2, $0.baseAddress, $0.count) }
    return [.sqlite]
  }()
}

/// Why a test could not be given what it asked for.
public enum TestKitProblem: Error, CustomStringConvertible {
  /// The trait is missing.
  case noTrait
  /// No PostgreSQL was named, or one that is not on this machine.
  case noPostgres(String)
  /// The file system refused.
  case noFolder
  /// A program did not start, and why: a number of `errno`.
  case notStarted(String, Int32)

  /// The problem in words.
  public var description: String {
    switch self {
    case .noTrait: "give the test the trait .database"
    case .noPostgres(let reason): reason
    case .noFolder: "no temporary folder could be made"
    case .notStarted(let program, let code): "\(program) cannot be started (\(code))"
    }
  }
}
