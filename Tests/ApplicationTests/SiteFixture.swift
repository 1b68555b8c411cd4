import Access
import Accounts
import Database
import HTTP
import Jobs
import Kernel
import Languages
import Partnership
import PostgreSQL
import SQLite
import Secrets
import Server
import TestKit

@testable import Application

/// The site on a database with the demonstration's accounts, its transactions counted.
struct SiteFixture {
  /// The database as another process has it.
  let other: TestDatabase
  let driver: CountingDriver
  let clock = TestClock()
  let services: Services
  let site: Site

  init(_ engine: Engine) throws {
    other = try TestDatabase(engine, migrations: House.migrations)
    driver = CountingDriver(
      try other.path.map { try SQLiteDriver(path: $0) as any Driver }
        ?? PostgresDriver(url: other.address))
    let database = Database(driver)
    let keyring = Keyring.forTests()
    let audit = Audit(keyring)
    services = Services(
      database: database, clock: clock.clock, keyring: keyring, audit: audit,
      jobs: JobQueue(database: database, clock: clock.clock), settings: Settings(),
      measures: features.flatMap(\.measures), people: Accounts.people(keyring, audit),
      actions: House.actions, publicTexts: House.publicTexts,
      languages: Languages.directory(House.publicTexts, hasPseudoLanguages: false))
    try Accounts.feature.demonstrate(World(today: Day(number: 20_777)), services)
    site = Site(
      services: services, kept: Kept(), latest: Guarded(try database.read(SiteFacts.init)),
      notes: SessionNotes(), machines: Machines(services: services) { "" })
    _ = driver.taken()
  }

  /// A session of the account of a role, as its cookie.
  func session(_ role: Role) throws -> String {
    let token = SecretToken.random()
    let now = clock.clock.now()
    try other.write { write in
      try write.run(
        """
        INSERT INTO session (account, hash, stage, created, seen)
        SELECT id, \(SecretToken.hash(token)), 'full', \(now), \(now) FROM account
        WHERE role = \(role.rawValue)
        """)
    }
    return "hamlet=\(token)"
  }

  /// The answer to whoever asks for a page, with a cookie or none.
  func get(_ path: String, _ cookie: String? = nil) -> Response {
    let parts = path.split(separator: "/").map(String.init)
    return site.respond(Request(path: parts, headers: cookie.map { ["cookie": $0] } ?? [:]))
  }

  func close() { services.database.close() }
}

extension Response {
  var words: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
