import Database
import Documents
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Counts of incidents as files", .database)
struct CountsFileTests {
  @Test("CSV has the parameters and the source on every row", arguments: Engine.tested)
  func csv(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let answer = try #require(
      try house.visit(
        "incidents", "counts", "counts.csv", query: [("by", "ward"), ("from", "2026-08")]))
    #expect(
      answer.header("Content-Disposition")
        == "attachment; filename=\"incidents-by-ward-2026-09.csv\"")
    let lines = answer.source.split(separator: "\r\n").map(String.init)
    let parameters =
      "2026-08,2026-09,Crime and anti-social behaviour,Every outcome,Every force,Every area,"
      + "26,1,1,2022,EPSG:27700,data.police.uk street files,"
      + "places moved to points nearby; months,2026-09,,2026-09-test-street.csv,2,2026-11-20,2026-11-20"
    #expect(
      lines == [
        "Ward,Ward name,Count,People,Year of people,\"Per 1,000 people\",95% interval from,"
          + "95% interval to,Why no rate,From month,\"To month, included\",Kinds counted,"
          + "Outcomes counted,Forces counted,Area counted,All counted,Without a place,"
          + "Outside every area,Edition of areas,Reference system of the areas,Source,"
          + "Precision of the source,Latest month of the source,Latest day of the source,File of that month,"
          + "Months behind,As of,Made on",
        "W1,Mill & Bridge,24,2000,2024,12.00,7.69,17.86,," + parameters,
        "W2,'=Castle,2,,,,,,no estimate," + parameters,
      ])
  }

  @Test("XLSX holds the same, with a sheet that says what it is")
  func workbook() throws {
    let house = try HouseFixture.counted(.sqlite)
    let query = [("by", "month"), ("then", "category")]
    let answer = try #require(
      try house.visit("incidents", "counts", "counts.xlsx", query: query))
    #expect(answer.source.hasPrefix("PK"))
    let table = try house.table(query, most: 10)
    #expect(
      table.workbook(on: London.day(HouseFixture.now)).sheets.map { "\($0.name) \($0.rows.count)" }
        == ["Counts 5", "About 17"])
  }

  @Test("GeoJSON holds every ward of the edition with the parameters beside them")
  func geoJSON() throws {
    let house = try HouseFixture.counted(.sqlite)
    let answer = try #require(
      try house.visit("incidents", "counts", "counts.geojson", query: [("by", "ward")]))
    #expect(answer.header("Content-Type") == "application/geo+json")
    let text = answer.source
    #expect(text.contains("\"crs\":{"))
    #expect(text.contains("\"From month\":\"2025-10\""))
    #expect(text.contains("\"Ward\":\"W1\",\"Ward name\":\"Mill & Bridge\",\"Count\":24"))
    #expect(text.contains("\"Ward\":\"W3\",\"Ward name\":\"Quiet End\",\"Count\":0"))
    #expect(throws: CountsProblem.onlyAreas) {
      try house.visit("incidents", "counts", "counts.geojson")
    }
  }

  @Test("are refused where they would be too long")
  func tooLong() throws {
    let house = try HouseFixture.counted(.sqlite)
    #expect(throws: CountsProblem.tooLong(rows: 2, most: 1)) {
      try house.table([("by", "month")], most: 1)
    }
    #expect(try house.table([("by", "month")], most: 2).rows.count == 2)
  }
}

extension HouseFixture {
  /// The whole answer to a question.
  fileprivate func table(_ query: [(String, String)], most: Int) throws -> CountsTable {
    try services.database.read { read in
      let reader = CountsReader(services: services, today: London.day(Self.now), read: read)
      let question = try #require(try reader.question(CountsFilter(Fields(query))))
      return try CountsTable(question, reader, most: most)
    }
  }
}

extension Response {
  /// The body as it is sent.
  var source: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
