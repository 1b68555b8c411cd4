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

@testable import Hotspots

/// Events made up for tests, and somebody who visits the pages of their hotspots.
struct HotspotFixture {
  let services: Services
  let folder: TemporaryFolder
  /// The areas that were drawn.
  let drawn = Guarded<[DrawnArea]>([])
  static let now = Instant(milliseconds: 1_795_171_200_000)  // 2026-11-20T12:00:00Z
  static let last = Month(index: 2026 * 12 + 8)

  init(_ engine: Engine, _ spots: [EventSpot], precision: SourcePrecision = .policeUK) throws {
    folder = try TemporaryFolder.ofCase()
    let database = try TestDatabase(
      engine, migrations: Audit.migrations + JobQueue.migrations + Hotspots.feature.migrations
    ).database
    let clock = Clock.fixed(Self.now)
    let keyring = try Keyring.create(folder.path + "/key", at: Self.now)
    services = Services(
      database: database, clock: clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database, clock: clock), settings: Settings(), measures: [],
      events: { _ in [Self.source(spots, precision)] }, areas: Self.areas(drawn: drawn))
  }

  /// A source that has these events, and one more a month without a place.
  static func source(
    _ spots: [EventSpot], _ precision: SourcePrecision = .policeUK, notCrimes: Set<String> = []
  ) -> EventSource {
    EventSource(key: "test", title: "Made up", precision: precision, notCrimes: notCrimes) { _ in
      guard let first = spots.map(\.month).min(), let last = spots.map(\.month).max() else {
        return nil
      }
      return first...last
    } categories: { _ in
      ["Burglary", "Robbery"]
    } each: { query, _, body in
      for spot in spots where query.months.contains(spot.month) {
        if query.category.map({ $0 == spot.category }) ?? true { try body(spot) }
      }
    } gaps: { query, _ in
      let months = Set(spots.map(\.month))
      return EventGaps(
        unlocated: query.months.count, missing: query.months.filter { !months.contains($0) })
    }
  }

  /// A borough of 10 by 10 kilometres with a western and an eastern ward, and what was drawn.
  static func areas(drawn: Guarded<[DrawnArea]>) -> AreaDirectory {
    @Sendable func all(_ kind: AreaKind) -> [ShapedArea] {
      kind == .hotspot
        ? drawn.withLock { $0 }.enumerated().map { shaped($0.element, number: $0.offset + 1) }
        : shapes(kind)
    }
    return AreaDirectory(
      editions: { _ in
        [
          AreaEdition(kind: .borough, year: 2022, count: 1, stamp: 1),
          AreaEdition(kind: .ward, year: 2022, count: 2, stamp: 1),
          AreaEdition(kind: .hotspot, year: 2026, count: all(.hotspot).count, stamp: 1),
        ]
      }, areas: { kind, year, _ in all(kind).map(\.area).filter { $0.edition == year } },
      shapes: { kind, year, _ in all(kind).filter { $0.area.edition == year } },
      people: { _, _, year, _ in
        ["W1": AreaPeople(year: min(year, 2025), people: 20_000, households: nil)]
      },
      draw: { area, _, _ in
        drawn.withLock { $0.append(area) }
        return shaped(area, number: drawn.withLock { $0.count }).area
      }, changed: { _ in })
  }

  private static func shaped(_ area: DrawnArea, number: Int) -> ShapedArea {
    let slug = area.name.lowercased().split(separator: " ").joined(separator: "-")
    return ShapedArea(
      Area(
        id: ID(Int64(number + 100)), kind: area.kind, edition: area.edition,
        code: "\(slug)-\(number)", name: area.name),
      area.shape)
  }

  private static func shapes(_ kind: AreaKind) -> [ShapedArea] {
    let half = 5_000.0
    let wards = [("Westgate", 0.0), ("Eastcroft", half)].enumerated().map { index, ward in
      ShapedArea(
        Area(
          id: ID(Int64(index + 1)), kind: .ward, edition: 2022, code: "W\(index)", name: ward.0),
        box(ward.1, 0, ward.1 + half, 2 * half))
    }
    let borough = Area(id: ID(9), kind: .borough, edition: 2022, code: "B", name: "Thornmere")
    return kind == .ward ? wards : [ShapedArea(borough, box(0, 0, 2 * half, 2 * half))]
  }

  private static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> MultiPolygon {
    MultiPolygon(
      BoundingBox(
        from: GridPoint(easting: origin.easting + west, northing: origin.northing + south),
        to: GridPoint(easting: origin.easting + east, northing: origin.northing + north)))
  }

  /// The borough's south-west corner.
  static let origin = GridPoint(easting: 500_000, northing: 200_000)

  /// Events at metres from that corner.
  static func spot(
    _ east: Double, _ north: Double, _ month: Month = last, count: Int = 1,
    category: String = "Burglary", span: ClosedRange<Instant>? = nil
  ) -> EventSpot {
    EventSpot(
      point: GridPoint(easting: origin.easting + east, northing: origin.northing + north),
      category: category, month: month, span: span, count: count)
  }

  /// Two years with one event a month at each of 100 places, a kilometre apart.
  static let even: [EventSpot] = (0..<24).flatMap { back in
    (0..<100).map { place in
      spot(
        Double(place % 10) * 1000 + 400, Double(place / 10) * 1000 + 400,
        last.adding(months: -back))
    }
  }

  /// The same, and ten more a month at each of nine places, half a kilometre apart, in the east.
  static let crowded: [EventSpot] =
    even
    + (0..<24).flatMap { back in
      (0..<9).map { place in
        spot(
          6_900 + 500 * Double(place % 3), 5_900 + 500 * Double(place / 3),
          last.adding(months: -back), count: 10)
      }
    }

  /// The answer to somebody of a role.
  func visit(
    _ path: String..., as role: Role = .analyst, query: [(String, String)] = []
  ) throws -> Response? {
    try answer(Request(.get, path: path, query: Fields(query)), as: role)
  }

  /// The answer to a form somebody of a role sends.
  func post(
    _ path: String..., as role: Role = .analyst, form: [(String, String)] = [],
    files: [UploadedFile] = []
  ) throws -> Response? {
    try answer(Request(.post, path: path, form: Fields(form), files: files), as: role)
  }

  private func answer(_ request: Request, as role: Role) throws -> Response? {
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    return try HotspotHandlers.answer(
      StaffVisit(
        request: request, actor: actor, now: Self.now, frame: .sample, services: services))
  }

  /// A map of the usual parameters, changed.
  func map(_ change: (inout HotspotParameters) -> Void = { _ in }) throws -> HotspotMap {
    let reader = HotspotReader(services: services)
    return try services.database.read { read in
      let source = try services.events(read)[0]
      return try reader.map(parameters(change), source, read)
    }
  }

  /// The usual parameters with fewer draws, changed.
  func parameters(_ change: (inout HotspotParameters) -> Void = { _ in }) -> HotspotParameters {
    var parameters = HotspotParameters(Self.source([]), latest: Self.last)
    parameters.permutations = 999
    change(&parameters)
    return parameters
  }

  /// Draws and keeps a map of the usual parameters, changed.
  func keep(_ change: (inout HotspotParameters) -> Void = { _ in }) throws -> RunKeeper.Kept {
    try RunKeeper(services: services, account: ID(1)).keep(parameters(change))
  }

  /// Does the work that waits.
  func work() throws {
    let runner = JobRunner(queue: services.jobs, kinds: Hotspots.feature.jobs, context: services)
    while try runner.runNext() {}
  }

  /// The actions of the audit trail, the first first.
  func audited() throws -> [String] {
    try services.database.read { read in
      try services.audit.page(AuditFilter(), before: nil, limit: 100, read).entries
        .map(\.action).reversed()
    }
  }

  /// What a command wrote and how it ended.
  struct Run {
    let status: ExitStatus
    let out: String
    let messages: String
  }

  /// Runs a command line.
  func run(_ arguments: String...) -> Run { run(arguments) }

  /// Runs a command line.
  func run(_ arguments: [String]) -> Run {
    let (out, messages) = (Guarded<[UInt8]>([]), Guarded<[UInt8]>([]))
    let console = Console(
      out: { bytes in out.withLock { $0 += bytes } },
      err: { bytes in messages.withLock { $0 += bytes } })
    let program = Program(
      name: "hamlet", summary: "", version: "test", commands: Hotspots.feature.commands)
    let status = program.run(arguments, console: console) { _ in services }
    return Run(
      status: status, out: String(decoding: out.withLock { $0 }, as: UTF8.self),
      messages: String(decoding: messages.withLock { $0 }, as: UTF8.self))
  }
}
