import FeatureKit
import Commands
import Database
import TestKit
import Testing

@testable import Incidents

@Suite("Files that are not street files", .database)
struct MalformedFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let line: Int
    let column: Int
    let reason: String

    init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ reason: String) {
      self.init(name, bytes: Array(text.utf8), line, column, reason)
    }

    init(_ name: String, bytes: [UInt8], _ line: Int, _ column: Int, _ reason: String) {
      testDescription = name
      self.bytes = bytes
      self.line = line
      self.column = column
      self.reason = reason
    }
  }

  static let cases = [
    Case(
      "the format of 2012",
      "Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context\n", 1, 1,
      "expected “Crime ID”, found “Month”; this is the format of 2012, which is not read."),
    Case(
      "a missing column", StreetCSV.header.replacing("LSOA code,", with: "") + "\n", 1, 8,
      "expected “LSOA code”, found “LSOA name”."),
    Case(
      "semicolons", StreetCSV.header.replacing(",", with: ";") + "\n", 1, 1,
      "the fields are parted by semicolons."),
    Case("nothing", "", 1, 1, "expected “Crime ID”, found an empty file."),
    Case(
      "binary", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x01], 1, 1,
      "expected “Crime ID”, found bytes that are not text."),
    Case(
      "zero bytes", bytes: [UInt8](repeating: 0, count: 5000), 1, 1,
      "The first line must be “Crime ID,Month,Reported by,"),
    Case(
      "10,000 columns", [String](repeating: "c", count: 10_000).joined(separator: ","), 1, 1_025,
      "the record has more than 512 values."),
    Case(
      "another table of the site",
      "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
        + "Outcome type\n", 1, 10, "expected “Crime type”, found “Outcome type”."),
    Case(
      "a quote left open",
      StreetCSV.text([StreetCSV.row(), StreetCSV.row(street: "\"On or near")]), 3, 54,
      "the quotation mark opened here is never closed."),
  ]

  @Test("are refused with file, line, column and what was expected", arguments: cases)
  func refused(one: Case) throws {
    let fixture = try ImportFixture(.sqlite)
    let folder = try StreetFolder()
    let path = try folder.write("2023-01-test-street.csv", one.bytes)
    let refusal = try #require(
      #expect(throws: InputRefused.self) { try fixture.importFiles(path) })
    #expect(refusal.file == path)
    #expect(refusal.line == one.line)
    #expect(refusal.column == one.column)
    #expect(refusal.reason.contains(one.reason), "\(refusal.reason)")
    #expect(refusal.reason.hasSuffix("Nothing was stored."))
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_snapshot") == 0)
  }
}
