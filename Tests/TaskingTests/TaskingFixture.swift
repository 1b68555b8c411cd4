import FeatureKit
import Access
import Database
import Design
import Geography
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Tasking

/// A partnership with two wards, sources made up for tests, and people of every role.
struct TaskingFixture {
  static let now = Instant("2026-11-20T12:00:00Z") ?? Instant(milliseconds: 0)
  static let today = London.day(now)
  /// The week before that of the meeting.
  static let week = Week(today).adding(weeks: -1)
  static let meetingDay = Week(today).firstDay.adding(days: 1)

  let services: Services
  let readings = Readings()

  init(
    _ engine: Engine = .sqlite, sources: [EventSource] = [], hotspots: HotspotDirectory = .empty,
    printer: String = "/nowhere/weasyprint", keyring: Keyring = .forTests(),
    now: Instant = TaskingFixture.now
  ) throws {
    let database = try TestDatabase(
      engine,
      migrations: Audit.migrations + JobQueue.migrations + WorkingDays.migrations
        + Tasking.feature.migrations
    ).database
    let clock = Clock.fixed(now)
    var settings = Settings()
    settings.printer = printer
    services = Services(
      database: database, clock: clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database, clock: clock), settings: settings, measures: [],
      events: { _ in sources }, people: Self.people, actions: Tasking.feature.actions,
      areas: Self.areas, hotspots: hotspots)
  }

  // People: the number of the account is that of the role, from 1.

  static func actor(_ role: Role, _ number: Int64? = nil) -> Actor {
    let place = Int64((Role.all.firstIndex(of: role) ?? 0) + 1)
    return Actor(
      account: ID(number ?? place), organisation: ID(role == .partner ? 2 : 1), role: role)
  }

  static func name(_ id: ID<Account>) -> String { "Person \(id)" }

  static let agencies = [
    Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council),
    Agency(id: ID(2), key: "police", name: "Thornmere Constabulary", kind: .police),
  ]

  private static func person(_ role: Role) -> Person {
    let actor = actor(role)
    return Person(
      id: actor.account, name: Sensitive(name(actor.account)), organisation: actor.organisation,
      role: role, isActive: true)
  }

  private static let people = PeopleDirectory(
    person: { id, _ in
      Person(
        id: id, name: Sensitive(name(id)), organisation: ID(1), role: .officer, isActive: true)
    }, people: { roles, _ in Role.all.filter(roles.contains).map(person) },
    agencies: { _ in agencies }, holders: { _, _, _ in [] }, subjects: { _, _, _ in [] },
    assign: { _, _ in }, release: { _, _ in })

  // Places: a western and an eastern ward, each 5 by 10 kilometres.

  static let origin = GridPoint(easting: 500_000, northing: 200_000)
  static let wards = [("W0", "Westgate", 0.0), ("W1", "Eastcroft", 5_000.0)]

  static func inside(_ ward: Int, _ metres: Double = 100) -> GridPoint {
    GridPoint(
      easting: origin.easting + wards[ward].2 + metres, northing: origin.northing + metres)
  }

  private static let shapes = wards.enumerated().map { index, ward in
    let west = origin.easting + ward.2
    return ShapedArea(
      Area(id: ID(Int64(index + 1)), kind: .ward, edition: 2022, code: ward.0, name: ward.1),
      MultiPolygon(
        BoundingBox(
          from: GridPoint(easting: west, northing: origin.northing),
          to: GridPoint(easting: west + 5_000, northing: origin.northing + 10_000))))
  }

  private static let areas = AreaDirectory(
    editions: { _ in [AreaEdition(kind: .ward, year: 2022, count: 2, stamp: 1)] },
    areas: { _, _, _ in shapes.map(\.area) },
    shapes: { kind, _, _ in kind == .ward ? shapes : [] },
    people: { _, _, _, _ in
      Dictionary(
        uniqueKeysWithValues: wards.map {
          ($0.0, AreaPeople(year: 2025, people: 10_000, households: nil))
        })
    }, changed: { _ in })

  // Visits

  /// The answer to a request; what it shows is recorded as Application does it.
  @discardableResult
  func visit(
    _ path: String, as role: Role = .analyst, number: Int64? = nil,
    form: [(String, String)]? = nil, files: [UploadedFile] = []
  ) throws -> Response? {
    let request = try Request(path, form: form, files: files)
    var frame = Frame.sample
    let actor = Self.actor(role, number)
    frame.person = Self.name(actor.account)
    let visit = StaffVisit(
      request: request, actor: actor, now: services.clock.now(), frame: frame, services: services,
      readings: readings)
    let response = try TaskingHandlers(visit: visit).respond()
    try readings.record(in: services.audit, services.database)
    return response
  }

  /// The status of an answer; 404 where the page is not there for them.
  func status(
    _ path: String, as role: Role, form: [(String, String)]? = nil
  ) throws -> Int {
    try FeatureKit.status { try visit(path, as: role, form: form) }
  }

  func trail() throws -> [String] { try services.trail() }

  func actions() throws -> [String] { try services.actionsTaken() }
}
