import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Counts of mapped sources by areas", .database)
struct PartCountingTests {
  typealias Fixture = ExtractFixture

  @Test(
    "are those of the points that lie in them, once their rows change too", arguments: Engine.tested
  )
  func points(engine: Engine) throws {
    let wards = Wards()
    let fixture = try Fixture(engine, areas: wards.directory)
    // The first lies in a square around 51.5 N, 0.12 W; the second does not.
    wards.set([try Wards.around("W1", -0.12, 51.5)])
    let grid = try NationalGrid()
    let inside = try #require(grid.gridPoint(GeoPoint(latitude: 51.5, longitude: -0.12)))
    let place = (x: "\(Int(inside.easting))", y: "\(Int(inside.northing))")
    try fixture.importRows([
      Fixture.row("A1", x: place.x, y: place.y), Fixture.row("A2", x: "500000", y: "200000"),
      Fixture.row("A3", x: "", y: ""),
    ])
    func counted() throws -> [String] {
      let division = try #require(
        try fixture.database.read { try DivisionStore.all($0) }.first)
      return try fixture.tally(.month, division: division.id.rawValue)
    }
    #expect(
      try counted() == ["2026-11 0 Noise -1 1.0", "2026-11 0 Noise 0 1.0", "2026-11 0 Noise 1 1.0"])
    try fixture.importRows([Fixture.row("A2", x: place.x, y: place.y)], "later.csv")
    #expect(try counted() == ["2026-11 0 Noise -1 1.0", "2026-11 0 Noise 1 2.0"])
    wards.set([])
    try DivisionCounting(fixture.house.services).run()
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_tally WHERE division <> 0") == 0)
  }

  @Test("of a table of months go by the codes it names", arguments: Engine.tested)
  func months(engine: Engine) throws {
    var mapping = Mapping()
    (mapping.key, mapping.title) = ("wards", "Wards by month")
    (mapping.rows, mapping.place, mapping.time) = (.months, .area, .month)
    (mapping.columns.category, mapping.columns.area) = (["Kind"], "Code")
    mapping.dates = "yyyyMM"
    let wards = Wards()
    wards.set([try Wards.around("W1", -0.12, 51.5)])
    let fixture = try Fixture(engine, mapping, areas: wards.directory)
    let path = try fixture.write(
      "a.csv", ["Kind,Code,202601,202602", "Theft,W1,3,0", "Theft,W9,2,5", "Theft,,1,"])
    let counts = try fixture.importFiles(path)
    #expect(counts == ImportCounts(files: 1, read: 3, stored: 3, unlocated: 1))
    let division = try #require(try fixture.database.read { try DivisionStore.all($0) }.first)
    #expect(
      try fixture.tally(.month, division: division.id.rawValue) == [
        "2026-01 0 Theft -1 1.0", "2026-01 0 Theft 0 2.0", "2026-01 0 Theft 1 3.0",
        "2026-02 0 Theft 0 5.0",
      ])
    let later = try fixture.write("b.csv", ["Kind,Code,202602", "Theft,W1,7"])
    #expect(try fixture.importFiles(later).replaced == 1)
    let february = try fixture.tally(.month).filter { $0.hasPrefix("2026-02") }
    #expect(february == ["2026-02 Theft 7.0"])
  }
}
