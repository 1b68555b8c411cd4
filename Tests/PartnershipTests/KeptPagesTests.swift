import Database
import Partnership
import TestKit
import Testing

@Suite("The version of kept pages")
struct KeptPagesTests {
  @Test(
    "rises with a change, and not with one that was taken back", .database,
    arguments: Engine.tested)
  func version(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: KeptPages.migrations).database
    let first = try database.read(KeptPages.version)
    try database.write(KeptPages.changed)
    let second = try database.read(KeptPages.version)
    #expect(second == first + 1)
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try database.write { write in
        try KeptPages.changed(in: write)
        throw Refused()
      }
    }
    #expect(try database.read(KeptPages.version) == second)
  }
}
