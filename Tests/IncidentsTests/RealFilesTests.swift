import Commands
import Database
import Documents
import FoundationEssentials
import Geography
import Glibc
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

/// Where the real files of data.police.uk lie, if anywhere.
enum RealFiles {
  /// The folder of `HAMLET_TEST_DATA`, or `../shared/data` beside the project.
  static let folder: String? = {
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path =
      getenv("HAMLET_TEST_DATA").map { String(cString: $0) } ?? "/\(project)/../shared/data"
    return FileManager.default.fileExists(atPath: path + "/police-uk") ? path + "/police-uk" : nil
  }()
}

@Suite(
  "Real street files", .database,
  .enabled(
    if: RealFiles.folder != nil,
    "the real files are absent: set HAMLET_TEST_DATA to the folder that holds police-uk"))
struct RealFilesTests {
  struct Force: Sendable, CustomTestStringConvertible {
    let folder: String
    let counts: ImportCounts
    var testDescription: String { folder }
  }

  /// The counts of the data's own README and MANIFEST; disagreements counted apart with Python.
  static let forces = [
    Force(
      folder: "bedfordshire",
      counts: ImportCounts(files: 17, read: 88_311, stored: 88_311, unlocated: 3_416)),
    Force(
      folder: "city-of-london",
      counts: ImportCounts(
        files: 40, read: 31_954, stored: 31_513, repeated: 441, disagreements: 427,
        unlocated: 2_606, ignored: 21)),
    Force(
      folder: "avon-and-somerset",
      counts: ImportCounts(
        files: 12, read: 168_858, stored: 168_307, repeated: 551, disagreements: 519,
        unlocated: 10_361)),
    Force(
      folder: "metropolitan-burglary",
      counts: ImportCounts(
        files: 91, read: 528_338, stored: 522_728, repeated: 5_610, disagreements: 2_465,
        unlocated: 4_462, ignored: 87)),
  ]

  @Test(
    "give the counts that are known of them, and nothing new the second time", arguments: forces)
  func counts(force: Force) throws {
    let fixture = try ImportFixture(.sqlite)
    let path = try #require(RealFiles.folder) + "/" + force.folder
    #expect(try fixture.importFiles(path) == force.counts)
    let again = try fixture.importFiles(path)
    #expect(again.stored == 0)
    #expect(again.alreadyKnown == force.counts.stored)
    let stored = try fixture.number("SELECT COUNT(*) FROM incident")
    #expect(stored == force.counts.stored)
    #expect(try fixture.number("SELECT CAST(SUM(count) AS BIGINT) FROM incident_cell") == stored)
  }

  /// Sums over a force's months, counted apart with Python.
  ///
  /// Identical rows without id, rows “On or near” nothing, rows outside the force; those of repeated
  /// ids are not among them.
  static let qualities = [
    ("bedfordshire", "Bedfordshire Police", [3_872, 0, 680]),
    ("avon-and-somerset", "Avon and Somerset Constabulary", [6_679, 9_298, 371]),
  ]

  /// Boundaries of the borough's LSOAs by their census, with the share of its rows to 2021 that name
  /// a code they do not have: about 27 in 100 for those of 2021, for those of 2011 only points of
  /// other boroughs that lie just inside.
  static let codes: [(file: String, column: String, percent: ClosedRange<Double>)] = [
    ("london/lsoa2021-shp/Tower Hamlets.shp", "lsoa21cd", 25.5...28.5),
    ("uk-geojson/E09000030-lsoa2011.json", "LSOA11CD", 0...2),
  ]

  @Test("name codes of another edition where boundaries are those of 2021", arguments: codes)
  func fit(file: String, column: String, percent: ClosedRange<Double>) throws {
    let folder = try #require(RealFiles.folder)
    var areas: [ShapedArea] = []
    try ReaderProcess().boundaries(of: "\(folder)/../boundaries/\(file)") { feature in
      let code = feature[column] ?? ""
      areas.append(
        ShapedArea(
          Area(
            id: ID(Int64(areas.count + 1)), kind: .lsoa, edition: 2022, code: code, name: code),
          feature.shape))
    }
    let lsoas = Wards(kind: .lsoa)
    lsoas.set(areas.sorted { $0.area.code < $1.area.code })
    let house = try HouseFixture(.sqlite, areas: lsoas.directory)
    let met = "\(folder)/metropolitan-burglary"
    let names = try FileManager.default.contentsOfDirectory(atPath: met).sorted()
    for name in names where name.contains("-street") && name >= "2016" && name < "2022" {
      try house.importFiles("\(met)/\(name)")
    }
    let months = try #require(Month("2016-01"))...(try #require(Month("2021-12")))
    let fits = try house.services.database.read { read in
      try CodeFitStore.fits(months, of: nil, in: read)
    }
    #expect(fits.count == 1)
    #expect(fits[0].inside > 15_000)
    #expect(percent.contains(try #require(fits[0].strangePercent)), "\(fits)")
  }

  @Test("in the workbook format of before 2007 are refused with what to do")
  func oldWorkbook() throws {
    let fixture = try ExtractFixture(.sqlite)
    let path = try #require(RealFiles.folder) + "/../population/ethnic-groups-by-borough.xls"
    let refused = #expect(throws: InputRefused.self) { try fixture.importFiles(path) }
    #expect(refused?.message.contains("Save it as .xlsx") == true)
  }

  @Test("have the dirt that is known of them", arguments: qualities)
  func dirt(folder: String, force: String, expected: [Int]) throws {
    let fixture = try ImportFixture(.sqlite)
    try fixture.importFiles(try #require(RealFiles.folder) + "/" + folder)
    let quality = try fixture.database.read { try QualityStore.quality(of: force, in: $0) }
    let facts = quality.months.compactMap(\.facts)
    let outside = quality.months.flatMap(\.findings).reduce(0) { sum, finding in
      if case .outside(let count, _, _) = finding { sum + count } else { sum }
    }
    #expect(facts.count == quality.months.count)
    #expect(
      [facts.reduce(0) { $0 + $1.identical }, facts.reduce(0) { $0 + $1.unnamed }, outside]
        == expected)
  }
}
