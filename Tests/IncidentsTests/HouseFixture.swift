import FeatureKit
import Access
import Database
import Design
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Incidents

/// A partnership with the feature in it, and somebody who visits its pages.
struct HouseFixture {
  let services: Services
  private let folder: StreetFolder
  static let now = Instant(milliseconds: 1_795_171_200_000)  // 2026-11-20T12:00:00Z

  init(_ engine: Engine, areas: AreaDirectory = .empty, reader: String? = nil) throws {
    folder = try StreetFolder()
    let clock = Clock.fixed(Self.now)
    let migrations =
      Audit.migrations + JobQueue.migrations + KeptPages.migrations + IncidentsSchema.migrations
    let database = try TestDatabase(engine, migrations: migrations).database
    let keyring = try Keyring.create(folder.path + "/key", at: Self.now)
    var settings = Settings()
    if let reader { settings.reader = reader }
    settings.uploads = folder.path + "/uploads"
    services = Services(
      database: database, clock: clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database, clock: clock), settings: settings,
      measures: IncidentMeasures.all, areas: areas)
  }

  var path: String { folder.path }

  @discardableResult
  func write(_ name: String, rows: [String]) throws -> String {
    try folder.write(name, rows: rows)
  }

  /// Imports files as the command does.
  @discardableResult
  func importFiles(_ paths: String..., asOf: Day? = nil) throws -> ImportCounts {
    let importer = IncidentImporter(services)
    return try importer.run(
      importer.find(paths), ImportOptions(asOf: asOf ?? services.clock.today), ImportObserver())
  }

  /// The answer to somebody of a role.
  func visit(
    _ path: String..., as role: Role = .analyst, method: Method = .get,
    query: [(String, String)] = [], files: [UploadedFile] = []
  ) throws -> Response? {
    try answer(Request(method, path: path, query: Fields(query), files: files), as: role)
  }

  /// The answer to a request of somebody of a role.
  func answer(_ request: Request, as role: Role = .analyst) throws -> Response? {
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    return try IncidentHandlers.answer(
      StaffVisit(
        request: request, actor: actor, now: Self.now, frame: .sample, services: services))
  }

  /// The answer to somebody who has not signed in.
  func visitPublic(_ path: String...) throws -> Response? { try visitPublic(path) }

  /// The same at a path in parts.
  func visitPublic(_ path: [String]) throws -> Response? {
    try RecordedHandlers.answer(
      PublicVisit(
        request: Request(.get, path: path), now: Self.now, frame: .sample, services: services))
  }

  /// Does the jobs that wait.
  func runJobs() throws {
    let runner = JobRunner(
      queue: services.jobs, kinds: [ImportJob.kind, ExtractJob.kind, CountingJob.kind],
      context: services, threads: 1
    )
    while try runner.runNext() {}
  }
}
