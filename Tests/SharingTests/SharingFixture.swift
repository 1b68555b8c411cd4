import Access
import Database
import Design
import FeatureKit
import Geography
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Sharing

/// A partnership of four organisations with two wards, a source of events, and people of every role.
struct SharingFixture {
  static let start = "2026-11-20T12:00:00Z"

  let services: Services
  let clock: TestClock
  let database: TestDatabase

  init(_ engine: Engine = .sqlite, keyring: Keyring = .forTests()) throws {
    database = try TestDatabase(
      engine,
      migrations: Audit.migrations + JobQueue.migrations + WorkingDays.migrations
        + Sharing.feature.migrations)
    clock = TestClock(Self.start)
    let audit = Audit(keyring)
    services = Services(
      database: database.database, clock: clock.clock, keyring: keyring, audit: audit,
      jobs: JobQueue(database: database.database, clock: clock.clock), settings: Settings(),
      measures: [], events: { _ in [Self.source] }, people: Self.people,
      actions: Sharing.feature.actions, areas: Self.areas,
      shares: Sharing.register(keyring, audit, letters: "TM"))
  }

  var now: Instant { clock.clock.now() }
  var today: Day { London.day(now) }
  var store: ShareStore { ShareStore(services) }

  static let agencies = [
    Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council),
    Agency(id: ID(2), key: "police", name: "Thornmere Constabulary", kind: .police),
    Agency(id: ID(3), key: "housing", name: "Millwharf Housing", kind: .housing),
    Agency(id: ID(4), key: "health", name: "Thornmere Health", kind: .health),
  ]

  static func actor(_ role: Role) -> Actor { .one(of: role) }

  private static let people = PeopleDirectory.oneOfEachRole(agencies)

  private static func ward(_ number: Int64, _ east: Double) -> ShapedArea {
    ShapedArea(
      Area(id: ID(number), kind: .ward, edition: 2022, code: "W\(number)", name: "Ward \(number)"),
      MultiPolygon(
        BoundingBox(
          from: GridPoint(easting: east, northing: 200_000),
          to: GridPoint(easting: east + 1000, northing: 201_000))))
  }

  private static let wards = [ward(1, 500_000), ward(2, 501_000)]

  private static let areas = AreaDirectory(
    editions: { _ in [AreaEdition(kind: .ward, year: 2022, count: 2, stamp: 1)] },
    areas: { _, _, _ in wards.map(\.area) }, shapes: { kind, _, _ in kind == .ward ? wards : [] },
    people: { _, _, _, _ in [:] }, changed: { _ in })

  /// Noise: 7 in the first ward, 3 in the second, 6 outside, 2 without a place; fires: 9 in the first.
  private static let source = EventSource(
    key: "reports", title: "Residents’ reports",
    precision: SourcePrecision(place: .snapped, time: .minute),
    months: { _ in Month(index: 24_300)...Month(index: 24_321) },
    categories: { _ in ["Noise", "Fires"] },
    each: { query, _, body in
      for (category, east, count) in [
        ("Noise", 500_500.0, 7), ("Noise", 501_500, 3), ("Noise", 900_000, 6),
        ("Fires", 500_500, 9),
      ] where query.category.map({ $0 == category }) ?? true {
        try body(
          EventSpot(
            point: GridPoint(easting: east, northing: 200_500), category: category,
            month: query.months.lowerBound, count: count))
      }
    },
    gaps: { query, _ in EventGaps(unlocated: query.category == "Noise" ? 2 : 0, missing: []) })

  /// The answer to a request; what it shows is recorded as Application does it.
  @discardableResult
  func visit(
    _ path: String, as role: Role = .officer, form: [(String, String)]? = nil
  ) throws -> Response? {
    try services.answer(try Request(path, form: form), Self.actor(role)) {
      try SharingHandlers(visit: $0).respond()
    }
  }

  func words(_ path: String, as role: Role = .officer) throws -> String {
    try visit(path, as: role)?.words ?? ""
  }

  func status(
    _ path: String, as role: Role, form: [(String, String)]? = nil
  ) throws -> Int {
    try FeatureKit.status { try visit(path, as: role, form: form) }
  }

  static func date(_ name: String, _ day: String) -> [(String, String)] {
    zip(["day", "month", "year"], day.split(separator: "-").reversed()).map {
      ("\(name)-\($0)", String($1))
    }
  }

  static let share: [(String, String)] =
    [
      ("recipient", "2"), ("about", "TM-7K42-0931"), ("purpose", "Patrols near Quentin Planted"),
      ("necessity", "No less would do for Quentin Planted"), ("gateway", "cda-115"),
      ("basis", "public-task"), ("criminal", "unlawful-acts"), ("shared", "identity"),
      ("shared", "allegations"),
    ] + date("until", "2026-12-31")

  /// Records a share; its reference.
  func record(_ changes: [(String, String)] = []) throws -> Reference {
    let kept = Self.share.filter { field in !changes.contains { $0.0 == field.0 } }
    let response = try visit("/sharing/new", form: kept + changes)
    guard
      let location = response?.headers.first(where: { $0.name.lowercased() == "location" })?.value,
      let reference = location.split(separator: "/").last.flatMap({ Reference(String($0)) })
    else { throw NotRecorded(words: response?.words ?? "") }
    return reference
  }

  struct NotRecorded: Error { let words: String }
}
