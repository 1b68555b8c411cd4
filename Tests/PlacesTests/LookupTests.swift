import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("Look-ups between editions", .database)
struct LookupTests {
  /// Two squares of 1 km become one of 1.25 km and one of 0.5 km, so that a quarter is cut off.
  private func fixture(_ engine: Engine) throws -> PlacesFixture {
    let fixture = try PlacesFixture(engine)
    try fixture.importAreas(
      Squares.row(2, code: "WD12CD", name: "WD12NM"), name: "old.json", BoundaryOptions(kind: .ward)
    )
    try fixture.importAreas(
      [
        Squares.feature(1, [("WD22CD", "E05000011"), ("WD22NM", "West")], width: 1250),
        Squares.feature(
          2, [("WD22CD", "E05000012"), ("WD22NM", "East")], east: 401_250, width: 500),
        Squares.feature(
          3, [("WD22CD", "E05000013"), ("WD22NM", "Far")], east: 410_000, width: 500),
      ], name: "new.json", BoundaryOptions(kind: .ward))
    return fixture
  }

  private func lookup(_ fixture: PlacesFixture, _ basis: LookupBasis) throws -> Lookup {
    let query = LookupQuery(kind: .ward, from: 2012, to: 2022, basis: basis)
    let lookup = try fixture.read { read in
      try LookupLoader.load(query, fixture.services.areas, read)
    }
    return try #require(lookup)
  }

  @Test(
    "give each area to its best fit by land, and show what does not carry over",
    arguments: Engine.tested)
  func byArea(engine: Engine) throws {
    let lookup = try lookup(fixture(engine), .area)
    #expect(lookup.fits.map { $0.best?.area.code } == ["E05000011", "E05000012"])
    #expect(lookup.fits.map { ($0.lost * 100).rounded() } == [0, 50])
    #expect(lookup.fits.map { ($0.outside * 100).rounded() } == [0, 25])
    #expect(lookup.fits[1].parts.map(\.area.name) == ["East", "West"])
    #expect(lookup.unfitted.map(\.name) == ["Far"])
    #expect((lookup.lost * 100).rounded() == 25)
  }

  @Test("go by people where they live, not by land", arguments: Engine.tested)
  func byPeople(engine: Engine) throws {
    let fixture = try fixture(engine)
    #expect(throws: NoPostcodes.self) { try lookup(fixture, .people) }
    // Nine postcodes in the western quarter of the second square, one in its east.
    let rows = (0..<9).map { "E1 0A\("ABDEFGHJL".map(String.init)[$0]),401100,300\(100 + $0 * 50)" }
    try fixture.importRows(
      "postcode,easting,northing\n" + (rows + ["E1 1AA,401600,300500"]).joined(separator: "\n"),
      .postcodes)
    let fits = try lookup(fixture, .people).fits
    #expect(fits[1].best?.area.name == "West")
    #expect((fits[1].lost * 100).rounded() == 10)
    #expect(fits[0].whole == 0 && fits[0].best == nil)
    // Where small areas have estimates, their people are spread over their postcodes.
    try fixture.importAreas(
      [
        Squares.feature(1, [("LSOA21CD", "E01000001")], east: 401_000, width: 250),
        Squares.feature(2, [("LSOA21CD", "E01000002")], east: 401_250, width: 750),
      ], name: "lsoa.json", BoundaryOptions(kind: .lsoa))
    try fixture.importRows(
      "code,year,people,households\nE01000001,2022,100,40\nE01000002,2022,900,400\n", .people)
    let weighed = try lookup(fixture, .people).fits[1]
    #expect(weighed.best?.area.name == "East")
    #expect(weighed.whole.rounded() == 1000)
    #expect((weighed.lost * 100).rounded() == 10)
  }

  @Test("are not made between editions that are not there")
  func none() throws {
    let fixture = try fixture(.sqlite)
    let query = LookupQuery(kind: .ward, from: 2012, to: 2030)
    let lookup = try fixture.read { read in
      try LookupLoader.load(query, fixture.services.areas, read)
    }
    #expect(lookup == nil)
  }
}
