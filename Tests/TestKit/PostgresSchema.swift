import Database
import Glibc
import Kernel
import PostgreSQL

/// A schema of its own in the database that `HAMLET_TEST_POSTGRES` names.
enum PostgresSchema {
  /// The address of a new schema, which is dropped at the end of the test case.
  static func fresh(in scope: TestScope) throws -> String {
    let name = "test_" + String(UInt64.random(in: .min ... .max), radix: 36)
    try keeping { try $0.write { write in try write.script("CREATE SCHEMA \(name)") } }
    scope.atEnd {
      try? keeping { try $0.write { write in try write.script("DROP SCHEMA \(name) CASCADE") } }
    }
    return try address(of: name)
  }

  /// What makes and drops schemas, for as long as it is needed.
  static func keeping<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let keeper = Database(try PostgresDriver(url: address(), maximumConnections: 1))
    defer { keeper.close() }
    return try body(keeper)
  }

  /// The address of a schema.
  static func address(of name: String) throws -> String {
    let url = try address()
    let joint = url.contains("?") ? "&" : "?"
    return "\(url)\(joint)options=-c%20search_path%3D\(name)"
  }

  /// The address in the environment; only of this machine, since tests make and drop schemas.
  static func address() throws -> String {
    guard let url = getenv("HAMLET_TEST_POSTGRES").map({ String(cString: $0) }) else {
      throw TestKitProblem.noPostgres("HAMLET_TEST_POSTGRES is not set")
    }
    let host = url.split(separator: "@").last?.prefix { $0 != ":" && $0 != "/" && $0 != "?" }
    guard url.hasPrefix("postgres://"), !url.contains("host"),
      host == "127.0.0.1" || host == "localhost"
    else { throw TestKitProblem.noPostgres("HAMLET_TEST_POSTGRES must name this machine") }
    return url
  }
}
