import Database
import FoundationEssentials
import Glibc
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
