import Glibc

/// Whole databases of PostgreSQL, made and copied by its own client: what cannot be done in a transaction.
public enum OwnDatabase {
  /// The address of a new database with nothing in it; whoever makes it drops it.
  public static func named(_ word: String) throws -> String {
    let name = newName(word)
    try run("CREATE DATABASE \(name)")
    return try address(of: name)
  }

  /// The address of a copy of a database that nobody uses; it is dropped at the end of the test case.
  public static func copy(of address: String) throws -> String {
    guard let scope = TestScope.current else { throw TestKitProblem.noTrait }
    let name = newName("copy")
    try run("CREATE DATABASE \(name) TEMPLATE \(Self.name(of: address)) STRATEGY FILE_COPY")
    let copy = try Self.address(of: name)
    scope.atEnd { drop(copy) }
    return copy
  }

  /// Drops a database, whoever uses it.
  public static func drop(_ address: String) {
    try? run("DROP DATABASE IF EXISTS \(name(of: address)) WITH (FORCE)")
  }

  private static func newName(_ word: String) -> String {
    "test_\(word)_" + String(UInt64.random(in: .min ... .max), radix: 36)
  }

  private static func name(of address: String) -> Substring {
    address.split(separator: "/").last?.prefix { $0 != "?" } ?? ""
  }

  /// The address of a database beside the one the environment names.
  private static func address(of name: String) throws -> String {
    let url = try PostgresSchema.address()
    guard let end = url.lastIndex(of: "/") else { throw TestKitProblem.noPostgres(url) }
    let rest = url[end...].drop { $0 != "?" }
    return "\(url[..<end])/\(name)\(rest)"
  }

  private static func run(_ statement: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let child = try Child(
      [
        "/usr/bin/env", "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", statement,
        try PostgresSchema.address(),
      ], environment: ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"],
      folder: folder.path)
    let ended = child.ended()
    guard ended.status == 0 else { throw TestKitProblem.noPostgres(ended.messages) }
  }
}
