import FeatureKit
import Access
import Database
import Design
import Geography
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import Secrets
import TestKit

@testable import Casework

/// A partnership with a ward, three places and a clock that tests move.
struct CaseworkFixture {
  let services: Services
  let clock: TestClock
  let readings = Readings()
  let database: TestDatabase

  init(
    _ engine: Engine = .sqlite, now: String = "2026-11-20T12:00:00Z",
    keyring: Keyring = .forTests(), carriers: [Carrier] = [],
    settings change: (inout Settings) -> Void = { _ in },
    holds: @escaping RecordHold.Source = { _, _, _ in [] }, personalData: [PersonalData] = [],
    shares: ShareRegister = .remembering(), partner: AgencyKind = .voluntary,
    apart: ApartDirectory = .none,
    related: @escaping RelatedRecord.Source = { _, _, _, _, _ in [] }
  ) throws {
    database = try TestDatabase(
      engine,
      migrations: Audit.migrations + JobQueue.migrations + KeptPages.migrations
        + WorkingDays.migrations
        + Outbox.migrations + Casework.feature.migrations)
    clock = TestClock(now)
    let folder = try TemporaryFolder.ofCase().path
    var settings = Settings()
    (settings.files, settings.uploads) = (folder + "/files", folder + "/uploads")
    change(&settings)
    services = Services(
      database: database.database, clock: clock.clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database.database, clock: clock.clock), settings: settings,
      measures: [], people: Self.people(partner), actions: Casework.feature.actions,
      areas: Self.areas,
      places: Self.places, shares: shares, holds: holds, personalData: personalData,
      apart: apart, related: related, cases: Casework.directory, carriers: carriers)
  }

  var store: ReportStore { ReportStore(services) }
  var now: Instant { clock.clock.now() }

  /// A report of noise at Ropewalk, changed by `change`.
  static func report(_ change: (inout NewReport) -> Void = { _ in }) -> NewReport {
    var new = NewReport(
      kind: ReportKind.of("rowdy"), identity: .named,
      place: ReportPlace(
        key: "street/1", name: "Ropewalk, Millwharf", ward: "W0", easting: 500_100,
        northing: 200_100),
      occasions: [Occasion(day: Day(number: 20_776), hour: 23, minutes: 60)],
      story: Sensitive(ReportStory(narrative: "Shouting on the stairs by Quentin Planted")),
      reporter: Sensitive(
        Reporter(name: "Zebedee Planted", phone: "07700 900 123", email: "Zeb@Planted.example")))
    change(&new)
    return new
  }

  // Places

  static let known = [
    KnownPlace(
      key: "street/1", name: "Ropewalk", detail: "Millwharf",
      point: GridPoint(easting: 500_100, northing: 200_100)),
    KnownPlace(
      key: "street/2", name: "Ropewalk Court", detail: "Tannery",
      point: GridPoint(easting: 500_900, northing: 200_900)),
    KnownPlace(
      key: "postcode/TM1 0AA", name: "TM1 0AA", detail: "Stepbridge",
      point: GridPoint(easting: 500_500, northing: 200_500)),
  ]

  private static let places = PlaceDirectory(
    find: { typed, limit, _ in
      let plain = typed.lowercased()
      let words = plain.split(separator: " ").joined()
      let found = known.filter { place in
        let name = place.name.lowercased()
        return plain.contains("ropewalk") && name.contains("ropewalk")
          || words == name.split(separator: " ").joined()
      }
      return Array(found.prefix(limit))
    },
    place: { key, _ in known.first { $0.key == key } })

  private static let ward = ShapedArea(
    Area(id: ID(1), kind: .ward, edition: 2022, code: "W0", name: "Millwharf"),
    MultiPolygon(
      BoundingBox(
        from: GridPoint(easting: 500_000, northing: 200_000),
        to: GridPoint(easting: 501_000, northing: 201_000))))

  private static let areas = AreaDirectory(
    editions: { _ in [AreaEdition(kind: .ward, year: 2022, count: 1, stamp: 1)] },
    areas: { _, _, _ in [ward.area] },
    shapes: { kind, _, _ in kind == .ward ? [ward] : [] },
    people: { _, _, _, _ in [:] }, changed: { _ in })

  static func actor(_ role: Role) -> Actor { .one(of: role) }

  private static func people(_ partner: AgencyKind) -> PeopleDirectory {
    .oneOfEachRole([
      Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council),
      Agency(id: ID(2), key: "centre", name: "Thornmere Hate Centre", kind: partner),
      Agency(id: ID(3), key: "police", name: "Thornmere Constabulary", kind: .police),
    ])
  }

  // Visits

  /// The answer to a request of somebody who has signed in; what it shows is recorded.
  @discardableResult
  func visit(
    _ path: String, as role: Role, form: [(String, String)]? = nil
  ) throws -> Response? {
    let request = try Request(path, form: form)
    var frame = Frame.sample
    frame.csrf = "token"
    let readings = Readings()
    let visit = StaffVisit(
      request: request, actor: Self.actor(role), now: now, frame: frame, services: services,
      readings: readings)
    let response = try ReportsHandlers(visit: visit, desk: ReportDesk()).respond()
    try readings.record(in: services.audit, services.database)
    return response
  }

  /// The status of an answer; 404 where the page is not there for them.
  func status(_ path: String, as role: Role, form: [(String, String)]? = nil) throws -> Int {
    try FeatureKit.status { try visit(path, as: role, form: form) }
  }

  func trail() throws -> [String] { try services.trail() }
}
