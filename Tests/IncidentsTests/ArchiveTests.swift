import FeatureKit
import Commands
import Database
import TestKit
import Testing

@testable import Incidents

@Suite("Archives of street files", .database)
struct ArchiveTests {
  static func zip(_ entries: [(name: String, text: String)]) -> [UInt8] {
    StoredZip.bytes(entries.map { ($0.name, Array($0.text.utf8)) })
  }

  @Test(
    "reads the street files of the site's zip of month folders and lists the rest",
    arguments: Engine.tested)
  func monthFolders(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let january = StreetCSV.text(StreetCSV.rows(3))
    let path = try folder.write(
      "site.zip",
      Self.zip([
        ("2023-01/2023-01-test-street.csv", january),
        ("2023-01/2023-01-test-outcomes.csv", "Crime ID,Month\n"),
        (
          "2023-02/2023-02-test-street.csv",
          StreetCSV.text(StreetCSV.rows(4, from: 10, month: "2023-02"))
        ),
        ("2023-02/2023-02-test-stop-and-search.csv", "Type,Date\n"),
      ]))
    let counts = try fixture.importFiles(path)
    #expect(counts == ImportCounts(files: 2, read: 7, stored: 7, ignored: 2))
    #expect(try fixture.count(CountQuery(by: [.month])) == ["2023-01 3", "2023-02 4"])
    #expect(try fixture.importFiles(path).stored == 0)
    let plain = try folder.write("2023-01-test-street.csv", Array(january.utf8))
    #expect(try fixture.importFiles(plain).alreadyKnown == 3)
  }

  @Test(
    "refuses a damaged archive and names it", arguments: ["site.zip", "2023-01-test-street.csv.gz"])
  func damaged(name: String) throws {
    let fixture = try ImportFixture(.sqlite)
    let folder = try StreetFolder()
    let magic: [UInt8] = name.hasSuffix("zip") ? [0x50, 0x4B, 3, 4] : [0x1F, 0x8B, 8, 0]
    let path = try folder.write(name, magic + [UInt8](repeating: 0x55, count: 300))
    let refusal = #expect(throws: InputRefused.self) { try fixture.importFiles(path) }
    #expect(refusal?.file == path)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_snapshot") == 0)
  }

  @Test("names the entry whose header is wrong")
  func wrongEntry() throws {
    let fixture = try ImportFixture(.sqlite)
    let folder = try StreetFolder()
    let path = try folder.write(
      "site.zip", Self.zip([("2012-01/2012-01-test-street.csv", "Month,Reported by\n")]))
    let refusal = #expect(throws: InputRefused.self) { try fixture.importFiles(path) }
    #expect(refusal?.file == path + ":2012-01/2012-01-test-street.csv")
    #expect(refusal?.column == 1)
  }
}
