import FeatureKit
import Database
import FoundationEssentials
import Geography
import Kernel
import Partnership
import TestKit

@testable import Incidents

extension Mapping {
  /// A council's extract with references, minutes and exact places.
  static let council: Mapping = {
    var mapping = Mapping()
    mapping.key = "council-asb"
    mapping.title = "Reported to the council"
    mapping.dates = "dd/MM/yyyy HH:mm"
    mapping.system = "EPSG:27700"
    mapping.columns.reference = "Ref"
    mapping.columns.category = ["Type"]
    mapping.columns.from = ["From"]
    mapping.columns.to = ["To"]
    mapping.columns.x = "Easting"
    mapping.columns.y = "Northing"
    mapping.columns.location = "Street"
    mapping.columns.outcome = "Status"
    return mapping
  }()
}

/// A partnership with a mapping saved in it, and files of its source.
struct ExtractFixture {
  static let header = "Ref,Type,From,To,Easting,Northing,Street,Status"
  let house: HouseFixture
  let saved: SavedMapping

  init(
    _ engine: Engine, _ mapping: Mapping = .council, areas: AreaDirectory = .empty,
    reader: String? = nil
  ) throws {
    house = try HouseFixture(engine, areas: areas, reader: reader)
    saved = try house.services.database.write { write in
      try MappingStore.save(mapping, by: nil, at: HouseFixture.now, in: write)
    }
  }

  var database: Database { house.services.database }

  /// One row; what is left out is plausible.
  static func row(
    _ reference: String, type: String = "Noise", from: String = "02/11/2026 22:30",
    to: String = "", x: String = "530000.5", y: String = "180000", street: String = "Mill Lane",
    status: String = "Open"
  ) -> String {
    "\(reference),\(type),\(from),\(to),\(x),\(y),\(street),\(status)"
  }

  /// Writes a file and gives its path.
  func write(_ name: String, _ lines: [String]) throws -> String {
    try write(name, Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(house.path)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Imports rows below the headings.
  @discardableResult
  func importRows(_ rows: [String], _ name: String = "extract.csv") throws -> ImportCounts {
    try importFiles(write(name, [Self.header] + rows))
  }

  @discardableResult
  func importFiles(
    _ paths: String..., by mapping: SavedMapping? = nil, observer: ImportObserver = ImportObserver()
  ) throws -> ImportCounts {
    let importer = ExtractImporter(house.services)
    return try importer.run(
      importer.find(paths), by: mapping ?? saved,
      ImportOptions(asOf: house.services.clock.today), observer)
  }

  /// Saves another version.
  func save(_ mapping: Mapping) throws -> SavedMapping {
    try database.write { write in
      try MappingStore.save(mapping, by: nil, at: HouseFixture.now, in: write)
    }
  }

  /// One number.
  func number(_ sql: SQL) throws -> Int { try database.read { read in try read.count(sql) } }

  /// Kept counts of a scale, a line a cell: `2026-11 0 Noise 1.0`.
  func tally(_ scale: PartTally.Scale, division: Int64 = 0) throws -> [String] {
    try database.read { read in
      try read.all(
        """
        SELECT p.month, t.period, w.text, t.area, SUM(t.count) \
        FROM incident_tally t JOIN incident_part p ON p.id = t.part \
        JOIN incident_word w ON w.id = t.category \
        WHERE p.state = 'current' AND t.scale = \(scale.rawValue) AND t.division = \(division) \
        GROUP BY p.month, t.period, w.text, t.area ORDER BY p.month, t.period, w.text, t.area
        """
      ) { row in
        let (month, period) = (try row.text(), try row.int())
        let (word, area) = (try row.text(), try row.int())
        let count = try row.real()
        return scale == .month && division == 0
          ? "\(month) \(word) \(count)" : "\(month) \(period) \(word) \(area) \(count)"
      }
    }
  }

  /// The source as events.
  func source() throws -> EventSource? {
    try database.read { try ExtractEvents.sources($0).first }
  }
}
