import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Measures of incidents", .database)
struct IncidentMeasureTests {
  private func value(_ key: String, _ period: Period, _ house: HouseFixture) throws -> Measure
    .Value?
  {
    let measure = try #require(IncidentMeasures.all.first { $0.key == key })
    #expect(measure.provisional)
    return try house.services.database.read { read in try measure.value(read, period) }
  }

  private func month(_ text: String) throws -> Period { try #require(Period(text)) }

  private func file(
    _ house: HouseFixture, _ month: String, force: String, burglary: Int, asb: Int
  ) throws {
    let rows = { (count: Int, type: String) in
      (0..<count).map { number in
        StreetCSV.row(
          month: month, force: force, longitude: number == 0 ? "" : "-0.1",
          latitude: number == 0 ? "" : "51.5", lsoa: number == 0 ? "" : "E0100000\(number % 2)",
          name: number == 0 ? "" : number % 2 == 0 ? "Inford 001A" : "Outford 001A", type: type)
      }
    }
    try house.importFiles(
      house.write(
        "\(month)-\(force)-street.csv",
        rows: rows(burglary, "Burglary") + rows(asb, "Anti-social behaviour")))
  }

  @Test("count the area's force and no other, from the current files", arguments: Engine.tested)
  func force(engine: Engine) throws {
    let house = try HouseFixture(engine)
    #expect(try value("incidents.burglary", month("2026-04"), house) == nil)
    try file(house, "2026-04", force: "Ours", burglary: 5, asb: 7)
    try file(house, "2026-04", force: "Theirs", burglary: 50, asb: 70)
    #expect(try value("incidents.burglary", month("2026-04"), house) == nil)
    try house.services.database.write { write in
      try AreaStore.set(IncidentArea(forces: ["Ours"], lsoas: []), in: write)
    }
    let burglary = try #require(try value("incidents.burglary", month("2026-04"), house))
    #expect(burglary.numerator == 5)
    #expect(burglary.denominator == nil)
    #expect(burglary.missing == 0)
    #expect(burglary.latest.description == "2026-04")
    #expect(
      burglary.source == "data.police.uk, 2026-04-Ours-street.csv, as of 20 November 2026")
    #expect(try value("incidents.asb", month("2026-04"), house)?.numerator == 7)
    try file(house, "2026-04", force: "Ours", burglary: 6, asb: 7)
    #expect(try value("incidents.burglary", month("2026-04"), house)?.numerator == 6)
  }

  @Test("say nothing of a period of which a month is missing", arguments: Engine.tested)
  func coverage(engine: Engine) throws {
    let house = try HouseFixture(engine)
    try house.services.database.write { write in
      try AreaStore.set(IncidentArea(forces: ["Ours"], lsoas: []), in: write)
    }
    try file(house, "2026-04", force: "Ours", burglary: 1, asb: 0)
    try file(house, "2026-06", force: "Ours", burglary: 1, asb: 0)
    #expect(try value("incidents.burglary", month("2026/27 Q1"), house) == nil)
    try file(house, "2026-05", force: "Ours", burglary: 3, asb: 0)
    #expect(try value("incidents.burglary", month("2026/27 Q1"), house)?.numerator == 5)
    #expect(try value("incidents.asb", month("2026/27 Q1"), house)?.numerator == 0)
  }

  @Test(
    "count the area's LSOAs by code or name, and what names none as missing",
    arguments: Engine.tested)
  func lsoas(engine: Engine) throws {
    let house = try HouseFixture(engine)
    try file(house, "2026-04", force: "Ours", burglary: 6, asb: 0)
    for entry in ["Inford", "E01000000"] {
      let area = IncidentArea(forces: ["Ours"], lsoas: [entry])
      try house.services.database.write { write in try AreaStore.set(area, in: write) }
      let burglary = try #require(try value("incidents.burglary", month("2026-04"), house))
      #expect(burglary.numerator == 2)
      #expect(burglary.missing == 1)
      var query = CountQuery(by: [.category])
      query.area = area
      #expect(
        try house.services.database.read { read in try CubeStore.rows(query, in: read) }
          == [CountRow(values: ["Burglary"], count: 2)])
    }
  }
}
