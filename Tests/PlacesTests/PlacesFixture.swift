import FeatureKit
import Access
import Commands
import Database
import Documents
import FoundationEssentials
import Geography
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit

@testable import Places

/// A partnership with the feature in it, somebody who visits its pages, and files of areas.
struct PlacesFixture {
  let services: Services
  let announced = Guarded(0)
  private let folder: Folder
  static let now = Instant(milliseconds: 1_795_171_200_000)  // 2026-11-20T12:00:00Z

  init(_ engine: Engine) throws {
    folder = Folder(try TemporaryFolder())
    let clock = Clock.fixed(Self.now)
    let migrations = Audit.migrations + JobQueue.migrations + PlacesSchema.migrations
    let database = try TestDatabase(engine, migrations: migrations).database
    let keyring = try Keyring.create(folder.path + "/key", at: Self.now)
    var settings = Settings()
    settings.uploads = folder.path + "/uploads"
    let announced = announced
    services = Services(
      database: database, clock: clock, keyring: keyring, audit: Audit(keyring),
      jobs: JobQueue(database: database, clock: clock), settings: settings, measures: [],
      areas: Places.areas { _ in announced.withLock { $0 += 1 } })
  }

  var path: String { folder.path }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let path = "\(folder.path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Imports areas as a file of theirs would be; the file's bytes are its name and its areas.
  @discardableResult
  func importAreas(
    _ features: [BoundaryFeature], name: String = "wards.json", _ options: BoundaryOptions
  ) throws -> BoundaryResult {
    let path = try write(name, "\(features)")
    let source = BoundarySource(
      features: { _, _ in features }, reference: { _ in "EPSG:27700" })
    return try BoundaryImport(services, source: source).run(path, options)
  }

  /// One number.
  func number(_ sql: SQL) throws -> Int {
    try services.database.read { read in try read.count(sql) }
  }

  /// Reads in one transaction.
  func read<Result>(_ body: (Read) throws -> Result) throws -> Result {
    try services.database.read(body)
  }
}

/// A folder that is taken away with the value.
private final class Folder: Sendable {
  private let folder: TemporaryFolder
  var path: String { folder.path }
  init(_ folder: TemporaryFolder) { self.folder = folder }
  deinit { folder.remove() }
}

/// Squares beside each other, as a boundary file of the Office for National Statistics has them.
enum Squares {
  /// A row of squares of a kilometre.
  static func row(
    _ count: Int, code column: String = "WD22CD", name: String = "WD22NM",
    prefix: String = "E0500000", from east: Double = 400_000
  ) -> [BoundaryFeature] {
    (0..<count).map { number in
      feature(
        number + 1, [(column, "\(prefix)\(number + 1)"), (name, "Ward \(number + 1)")],
        east: east + Double(number) * 1000)
    }
  }

  static func feature(
    _ number: Int, _ attributes: [(String, String)], east: Double = 400_000,
    north: Double = 300_000, width: Double = 1000, mended: String? = nil
  ) -> BoundaryFeature {
    let box = BoundingBox(
      from: GridPoint(easting: east, northing: north),
      to: GridPoint(easting: east + width, northing: north + 1000))
    return BoundaryFeature(
      layer: "areas", number: number,
      attributes: attributes.map { BoundaryFeature.Attribute($0.0, $0.1) },
      shape: width > 0 ? MultiPolygon(box) : MultiPolygon([]), mended: mended)
  }
}
