import FeatureKit
import Access
import Commands
import Database
import Design
import Geography
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Orders

/// A partnership of two organisations, with a gazetteer of one street and people of every role.
struct OrdersFixture {
  static let now = Instant("2026-11-20T12:00:00Z") ?? Instant(milliseconds: 0)
  static let today = London.day(now)

  let services: Services
  let readings = Readings()

  init(
    _ engine: Engine = .sqlite, keyring: Keyring = .forTests(), now: Instant = OrdersFixture.now,
    areas: AreaDirectory = .empty, cases: CaseDirectory = .none, law: [NavigationEntry] = []
  ) throws {
    let database = try TestDatabase(
      engine, migrations: Audit.migrations + JobQueue.migrations + Orders.feature.migrations
    ).database
    let clock = Clock.fixed(now)
    services = Services(
      database: database, clock: clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database, clock: clock), settings: Settings(), measures: [],
      people: Self.people, actions: Orders.feature.actions, areas: areas, places: Self.places,
      cases: cases, law: law)
  }

  static let agencies = [
    Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council),
    Agency(id: ID(2), key: "police", name: "Thornmere Constabulary", kind: .police),
  ]

  static func actor(_ role: Role) -> Actor { .one(of: role) }

  private static let people = PeopleDirectory.oneOfEachRole(agencies)

  private static let ropewalk = KnownPlace(
    key: "street/1", name: "Ropewalk", detail: "Millwharf",
    point: GridPoint(easting: 500_000, northing: 200_000))

  private static let places = PlaceDirectory(
    find: { typed, _, _ in typed.lowercased().hasPrefix("rope") ? [ropewalk] : [] },
    place: { key, _ in key == ropewalk.key ? ropewalk : nil })

  /// The answer to a request; what it shows is recorded as Application does it.
  @discardableResult
  func visit(
    _ path: String, as role: Role = .officer, form: [(String, String)]? = nil
  ) throws -> Response? {
    let request = try Request(path, form: form)
    let visit = StaffVisit(
      request: request, actor: Self.actor(role), now: services.clock.now(), frame: .sample,
      services: services, readings: readings)
    let response = try OrdersHandlers(visit: visit).respond()
    try readings.record(in: services.audit, services.database)
    return response
  }

  /// The status of an answer; 404 where the page is not there for them.
  func status(
    _ path: String, as role: Role, form: [(String, String)]? = nil
  ) throws -> Int {
    try FeatureKit.status { try visit(path, as: role, form: form) }
  }

  /// The audit trail, the latest last: action, subject and details.
  func trail() throws -> [String] {
    try services.database.read { read in
      try services.audit.page(AuditFilter(), before: nil, limit: 100, read).entries.reversed().map {
        entry in
        "\(entry.action) \(entry.subject) "
          + entry.detail.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      }
    }
  }

  func actions() throws -> [String] { try services.actionsTaken() }

  func law(_ day: Day = OrdersFixture.today) throws -> LawOfDay {
    try services.database.read { try LawStore.book($0).law(on: day) }
  }
}
