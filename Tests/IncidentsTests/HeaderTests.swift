import Testing

@testable import Incidents

@Suite("First line of a street file")
struct HeaderTests {
  private static let columns = StreetCSV.header.split(separator: ",").map(String.init)

  @Test("is the twelve headings in order")
  func right() { #expect(HeaderFault.check(Self.columns) == nil) }

  @Test(
    "names the first column that is wrong, what was expected and what it may be",
    arguments: [
      (
        ["Month", "Reported by", "Falls within", "Easting", "Northing", "Location", "Crime type"],
        1, "expected “Crime ID”, found “Month”; this is the format of 2012, which is not read"
      ),
      (
        [StreetCSV.header.split(separator: ",").joined(separator: ";")], 1,
        "expected “Crime ID”, found “Crime ID;Month;Reported by;Falls within;Longitude;Latitude;L…”"
          + "; the fields are parted by semicolons"
      ),
      (Array(columns.dropLast()), 12, "expected “Context”, found the end of the line"),
      (
        columns.filter { $0 != "LSOA code" }, 8, "expected “LSOA code”, found “LSOA name”"
      ),
      (columns + ["Ward"], 13, "expected the end of the line, found “Ward”"),
      (["\u{1F}\u{FFFD}\u{1}"], 1, "expected “Crime ID”, found bytes that are not text"),
      ([""], 1, "expected “Crime ID”, found nothing"),
    ] as [([String], Int, String)])
  func wrong(fields: [String], column: Int, message: String) {
    #expect(HeaderFault.check(fields) == HeaderFault(column: column, message: message))
  }
}
