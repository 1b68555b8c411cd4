import FeatureKit
import Database
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

/// The searches of the City of London, which lie beside its street files.
private enum SearchFiles {
  static func city(_ data: String) throws -> [String] {
    let folder = "\(data)/police-uk/city-of-london"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix("-stop-and-search.csv") }.map { "\(folder)/\($0)" }
  }
}

@Suite(
  "Real files read by a mapping", .database,
  .enabled(
    if: RealFiles.folder != nil,
    "the real files are absent: set HAMLET_TEST_DATA to the folder that holds police-uk"))
struct RealExtractTests {
  struct Source: Sendable, CustomTestStringConvertible {
    let key: String
    let files: [String]
    let template: String
    var change: @Sendable (inout Mapping) -> Void = { _ in }
    let counts: ImportCounts
    /// What the kept counts add up to, by month and by hour (0 where it gives no hours).
    let events: Int
    var hasHours = true
    var testDescription: String { key }

    func mapping() throws -> Mapping {
      var mapping = try #require(MappingTemplate.all.first { $0.key == template }).mapping
      mapping.key = key
      mapping.title = key
      change(&mapping)
      return mapping
    }
  }

  /// The counts of the data's own README and MANIFEST; sums counted apart with Python.
  static let sources = [
    Source(
      key: "met-searches", files: ["police-uk/metropolitan-stop-and-search"],
      template: "stop-and-search",
      counts: ImportCounts(files: 20, read: 294_093, stored: 294_093, unlocated: 40_901),
      events: 294_093),
    Source(
      key: "city-searches", files: ["city"], template: "stop-and-search",
      counts: ImportCounts(files: 21, read: 3_625, stored: 3_625, unlocated: 1_318), events: 3_625),
    Source(
      key: "lancashire-asb", files: ["incidents/lancashire_asb.tab.gz"], template: "streets",
      counts: ImportCounts(files: 1, read: 56_434, stored: 56_434), events: 56_434,
      hasHours: false),
    Source(
      key: "chicago", files: ["incidents/chicago_aggravated_assaults.csv.gz"],
      template: "elsewhere",
      counts: ImportCounts(files: 1, read: 102_853, stored: 102_853), events: 102_853),
    Source(
      key: "san-francisco", files: ["incidents/san_francisco_robbery.csv"], template: "elsewhere",
      change: { mapping in
        mapping.columns.reference = "uid"
        mapping.columns.category = ["offense_type"]
        mapping.columns.from = ["date_time"]
        mapping.columns.area = ""
        mapping.dates = "yyyy-MM-ddTHH:mm:ssZ"
        mapping.plane = "EPSG:26943"
      }, counts: ImportCounts(files: 1, read: 951, stored: 951), events: 951),
    Source(
      key: "sf311", files: ["incidents/sf311_service_requests.csv.gz"], template: "elsewhere",
      change: { mapping in
        mapping.columns.reference = "unique_key"
        mapping.columns.category = ["category"]
        mapping.columns.from = ["created_date"]
        mapping.columns.area = ""
        mapping.columns.outcome = "status"
        mapping.dates = "yyyy-MM-dd HH:mm:ssZ"
        mapping.plane = "EPSG:26943"
      }, counts: ImportCounts(files: 1, read: 6_474, stored: 6_474, unlocated: 2_705),
      events: 6_474),
    Source(
      key: "mps-wards",
      files: ["mps-london-datastore/MPS Ward Level Crime (most recent 24 months).csv.gz"],
      template: "mps-wards",
      counts: ImportCounts(files: 1, read: 18_695, stored: 18_695), events: 1_788_630,
      hasHours: false),
    Source(
      key: "mps-boroughs", files: ["mps-london-datastore/recorded-crime-borough-historical.csv"],
      template: "mps-boroughs", counts: ImportCounts(files: 1, read: 1_085, stored: 1_085),
      events: 11_213_684, hasHours: false),
  ]

  @Test("give the counts that are known of them, and nothing new again", arguments: sources)
  func counts(source: Source) throws {
    let folder = try #require(RealFiles.folder) + "/.."
    let fixture = try ExtractFixture(.sqlite, source.mapping())
    let paths =
      source.files == ["city"]
      ? try SearchFiles.city(folder) : source.files.map { "\(folder)/\($0)" }
    func read() throws -> ImportCounts {
      let importer = ExtractImporter(fixture.house.services)
      return try importer.run(
        importer.find(paths), by: fixture.saved,
        ImportOptions(asOf: fixture.house.services.clock.today), ImportObserver())
    }
    #expect(try read() == source.counts)
    #expect(try fixture.sum(.month) == source.events)
    #expect(try fixture.sum(.hour) == (source.hasHours ? source.events : 0))
    let again = try read()
    #expect(again.stored == 0 && again.alreadyKnown == source.counts.stored)
    #expect(try fixture.sum(.month) == source.events)
  }

  @Test("turn UTC into London's months before they are counted")
  func zones() throws {
    let folder = try #require(RealFiles.folder) + "/.."
    let source = try #require(Self.sources.first)
    let fixture = try ExtractFixture(.sqlite, source.mapping())
    try fixture.importFiles(
      "\(folder)/police-uk/metropolitan-stop-and-search/2021-07-metropolitan-stop-and-search.csv.gz"
    )
    let months = try fixture.database.read { read in
      try read.all("SELECT month FROM incident_part ORDER BY month") { try $0.text() }
    }
    #expect(months == ["2021-07"])
  }

  @Test("give the borough's February 2024 as each of the two files tells it")
  func february() throws {
    let folder = try #require(RealFiles.folder) + "/.."
    let source = try #require(Self.sources.first { $0.key == "mps-boroughs" })
    let fixture = try ExtractFixture(.sqlite, source.mapping())
    try fixture.importFiles("\(folder)/\(source.files[0])")
    let count = try fixture.number(
      """
      SELECT CAST(SUM(t.count) AS BIGINT) FROM incident_tally t \
      JOIN incident_part p ON p.id = t.part JOIN incident_word w ON w.id = t.area \
      WHERE p.month = '2024-02' AND w.text = 'Tower Hamlets'
      """)
    #expect(count == 2_881)
  }

  @Test("give the borough's burglaries of the ward table by its codes")
  func wards() throws {
    let folder = try #require(RealFiles.folder) + "/.."
    let source = try #require(Self.sources.first { $0.key == "mps-wards" })
    let fixture = try ExtractFixture(.sqlite, source.mapping())
    try fixture.importFiles("\(folder)/\(source.files[0])")
    let tower = (317...336).map { "E05009\($0)" }
    let count = try fixture.number(
      """
      SELECT CAST(SUM(t.count) AS BIGINT) FROM incident_tally t \
      JOIN incident_part p ON p.id = t.part JOIN incident_word w ON w.id = t.area \
      WHERE p.month = '2024-02' AND w.text IN (\(list: tower))
      """)
    #expect(count == 2_874)
  }
}

extension ExtractFixture {
  /// What the kept counts of a scale add up to.
  fileprivate func sum(_ scale: PartTally.Scale) throws -> Int {
    try database.read { read in
      try read.first(
        """
        SELECT SUM(t.count) FROM incident_tally t JOIN incident_part p ON p.id = t.part \
        WHERE p.state = 'current' AND t.division = 0 AND t.scale = \(scale.rawValue)
        """
      ) { row in Int((try row.optionalReal() ?? 0).rounded()) } ?? 0
    }
  }
}
