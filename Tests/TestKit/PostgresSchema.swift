import Database
import Glibc
import PostgreSQL

/// A schema of its own in the database that `HAMLET_TEST_POSTGRES` names.
enum PostgresSchema {
  static func fresh(in scope: TestScope) throws -> any Driver {
    throw TestKitProblem.noPostgres("PostgreSQL is not there yet")
  }
}
