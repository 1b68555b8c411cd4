import FeatureKit
import Kernel
import Testing

@testable import Incidents

@Suite("Fields of a street row")
struct RowRulesTests {
  @Test(
    "reads degrees as millionths",
    arguments: [
      ("-0.407089", -407_089), ("52.241256", 52_241_256), ("0", 0), ("-1.5", -1_500_000),
      ("+2.25", 2_250_000), ("51.5182075", 51_518_208), ("51.51820749", 51_518_207),
      ("7", 7_000_000), (".5", 500_000), ("5.", 5_000_000),
    ])
  func degrees(text: String, millionths: Int) {
    #expect(bytes(text) { Coordinate.millionths($0) } == millionths)
  }

  @Test(
    "refuses what is not a plain decimal number",
    arguments: ["", "-", ".", "abc", "1e3", "1,5", " 1", "1 ", "1.2.3", "--1", "NaN", "٣"])
  func notDegrees(text: String) {
    #expect(bytes(text) { Coordinate.millionths($0) } == nil)
  }

  @Test(
    "refuses coordinates with the reason",
    arguments: [
      ("0.1", "951", RowFault.latitude), ("0.1", "-90.1", .latitude), ("181", "51", .longitude),
      ("", "51.5", .halfPlace), ("0.1", "", .halfPlace), ("x", "51.5", .longitude),
      ("0.1", "51.5N", .latitude), ("0.0", "0.0", .outsideKingdom),
      ("51.5", "-0.1", .outsideKingdom),
    ])
  func badCoordinates(longitude: String, latitude: String, fault: RowFault) {
    #expect(throws: RowRefusal(fault)) {
      _ = try bytes(longitude) { east in
        try bytes(latitude) { try Coordinate.read(longitude: east, latitude: $0) }
      }
    }
  }

  @Test("takes two blank coordinates for no place")
  func noPlace() throws {
    let none = try bytes("") { blank in try Coordinate.read(longitude: blank, latitude: blank) }
    #expect(none == nil)
  }

  @Test(
    "reads months written YYYY-MM and nothing else",
    arguments: [
      ("2023-01", "2023-01"), ("2023-13", nil), ("2023-00", nil), ("2023-1", nil),
      ("1899-12", nil), ("2101-01", nil), ("23-01-01", nil), ("2023/01", nil), ("", nil),
      ("0000-01", nil), ("2O23-01", nil),
    ] as [(String, String?)])
  func months(text: String, month: String?) {
    #expect(bytes(text) { MonthField.read($0) }?.description == month)
  }

  @Test("keeps an id of 64 hexadecimal digits in 32 bytes and gives it back")
  func hexIDs() {
    let id = StreetCSV.id(7)
    let kept = bytes(id) { CrimeID.encode($0) }
    #expect(kept?.count == 32)
    #expect(kept.map(CrimeID.text) == id)
    #expect(bytes(id.uppercased()) { CrimeID.encode($0) } == kept)
  }

  @Test("keeps any other id as its text, never to be taken for 32 bytes", arguments: 1...64)
  func otherIDs(length: Int) {
    let id = String(repeating: "z", count: length)
    let kept = bytes(id) { CrimeID.encode($0) }
    #expect(kept?.count != 32)
    #expect(kept.map(CrimeID.text) == id)
  }

  @Test("refuses an id longer than 64 characters")
  func longID() {
    #expect(bytes(String(repeating: "a", count: 65)) { CrimeID.encode($0) } == nil)
  }

  @Test("tells crime from anti-social behaviour by its type alone")
  func crime() {
    #expect(CrimeCategory.known.filter { !CrimeCategory.isCrime($0) } == ["Anti-social behaviour"])
  }

  private func bytes<Result>(
    _ text: String, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try Array(text.utf8).withUnsafeBytes(body)
  }
}
