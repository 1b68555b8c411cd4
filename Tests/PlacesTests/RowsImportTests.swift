import FeatureKit
import Commands
import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("The import of people, postcodes and streets", .database)
struct RowsImportTests {
  @Test("keeps people by area and year, and replaces them by newer rows", arguments: Engine.tested)
  func people(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    try fixture.importAreas(Squares.row(2), BoundaryOptions(kind: .ward))
    let first = try fixture.importRows(
      "Code,Ward,Year,Population,Households\nE05000001,One,2020,\"1,200\",500\n"
        + "E05000001,One,2022,1300,\nE05000002,Two,2020,900,300\n", .people)
    #expect(first == RowsResult(read: 3, stored: 3))
    let people = { (year: Int) in
      try fixture.read { read in
        try fixture.services.areas.people(.ward, 2022, year, read)
      }
    }
    #expect(try people(2021)["E05000001"] == AreaPeople(year: 2020, people: 1200, households: 500))
    #expect(try people(2026)["E05000001"] == AreaPeople(year: 2022, people: 1300, households: nil))
    #expect(try people(2019).isEmpty)
    let second = try fixture.importRows("code,population\nE05000002,950\n", .people, year: 2020)
    #expect(second == RowsResult(read: 1, stored: 0, replaced: 1))
    #expect(try people(2020)["E05000002"]?.people == 950)
    let again = try fixture.importRows("code,population\nE05000002,950\n", .people, year: 2020)
    #expect(again.isKnown && again.alreadyKnown == 1)
    #expect(try fixture.number("SELECT COUNT(*) FROM place_population") == 3)
  }

  static let codePoint = """
    "E1  0AA",10,535267,181084,"E92000001","","","","E09000030","E05009332"
    "EC1A1AA",90,0,0,"E92000001","","","","E09000030","E05009332"
    "E1W 1AA",10,534000,180500,"E92000001","","","","E09000030","E05009333"

    """

  @Test("reads Code-Point Open and the ONS directory, normalised", arguments: Engine.tested)
  func postcodes(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let first = try fixture.importRows(Self.codePoint, .postcodes)
    #expect(first == RowsResult(read: 3, stored: 2, unplaced: 1))
    let second = try fixture.importRows(
      "pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,osgrdind,oslaua,osward\n"
        + "E1 0AA,E1   0AA,E1 0AA,198001,202301,535268,181085,1,E09000030,E05009332\n"
        + "E1 0AB,E1   0AB,E1 0AB,198001,,535300,181100,1,E09000030,E05009332\n", .postcodes)
    #expect(second == RowsResult(read: 2, stored: 1, replaced: 1))
    let found = { (text: String) in
      try fixture.read { read in try PlaceSearch.find(text, read).map(\.name) }
    }
    #expect(try found("e10") == ["E1 0AA", "E1 0AB"])
    #expect(try found("e1 0ab") == ["E1 0AB"])
    #expect(try found("E1W") == ["E1W 1AA"])
    #expect(try found("ec1a1aa") == [])
    #expect(try found("12") == [])
    let near = try fixture.read { read in
      try PlaceSearch.near(GridPoint(easting: 535_290, northing: 181_090), read)
    }
    #expect(near.map(\.name) == ["E1 0AB"])
    #expect(near.first?.distance == 14)
  }

  @Test("finds streets by how they begin and by what is near", arguments: Engine.tested)
  func streets(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let text =
      "name,locality,easting,northing\nSt John's Rd,Bow,400000,300000\n"
      + "St. John's Road,Bow,400000,300000\nStation Place,Northgate,400300,300000\n"
      + "Mill Lane,Bow,420000,300000\n"
    let result = try fixture.importRows(text, .streets)
    #expect(result == RowsResult(read: 4, stored: 3))
    let found = { (text: String) in
      try fixture.read { read in try PlaceSearch.find(text, read).map(\.name) }
    }
    #expect(try found("st johns") == ["St John's Rd"])
    #expect(try found("STATION") == ["Station Place"])
    let near = try fixture.read { read in
      try PlaceSearch.near(GridPoint(easting: 400_010, northing: 300_000), within: 1000, read)
    }
    #expect(near.map(\.name) == ["St John's Rd", "Station Place"])
    #expect(near.map(\.distance) == [10, 290])
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let kind: RowsKind
    let text: String
    let line: Int?
    let reason: String
    var testDescription: String { reason }
  }

  static let bad = [
    Bad(kind: .people, text: "a,b\n1,2\n", line: 1, reason: "there is no column of area codes."),
    Bad(
      kind: .people, text: "code,people\nE05000001,5\n", line: 1,
      reason: "there is no column of years"),
    Bad(
      kind: .people, text: "code,year,people\nE05000001,2020,many\n", line: 2,
      reason: "“many” is not a number of people"),
    Bad(
      kind: .people, text: "code,year,people\nE05000001,20,5\n", line: 2,
      reason: "“20” is not a year"),
    Bad(
      kind: .people, text: "code,year,people\nE05000001,2020,5\nE05000001,2020,6\n", line: 3,
      reason: "E05000001 of 2020 stands in line 2 already"),
    Bad(kind: .people, text: "code,year,people\n", line: nil, reason: "it holds no row."),
    Bad(
      kind: .postcodes, text: "postcode,easting,northing\nNOWHERE,1,2\n", line: 2,
      reason: "“NOWHERE” is not a postcode"),
    Bad(
      kind: .postcodes, text: "postcode,easting,northing\nE1 0AA,-0.06,51.5\n", line: 2,
      reason: "-0.06, 51.5 lie outside the grid; they look like degrees"),
    Bad(
      kind: .postcodes, text: "postcode,latitude,longitude\nE1 0AA,51.5,-0.06\n", line: 1,
      reason: "there is no column of eastings and northings."),
    Bad(
      kind: .postcodes, text: "postcode,easting,northing\nE1 0AA,181084,535267\n", line: nil,
      reason: "most of its points lie in"),
    Bad(
      kind: .streets, text: "name,easting,northing\n,400000,300000\n", line: 2,
      reason: "the street's name is missing"),
    Bad(
      kind: .streets, text: "name,easting,northing\n\"Mill,400000,300000\n", line: 2,
      reason: "the quotation mark opened here is never closed."),
  ]

  @Test("refuses a file by its line, with a plain reason, and keeps nothing", arguments: bad)
  func refuses(bad: Bad) throws {
    let fixture = try PlacesFixture(.sqlite)
    let refused = #expect(throws: InputRefused.self) {
      try fixture.importRows(bad.text, bad.kind)
    }
    #expect(refused?.line == bad.line)
    #expect(refused?.reason.hasPrefix(bad.reason) == true, "\(refused?.reason ?? "")")
    for table in ["place_population", "place_postcode", "place_street", "audit_entry"] {
      #expect(try fixture.number(SQL(trusted: "SELECT COUNT(*) FROM \(table)")) == 0)
    }
  }
}

@Suite("Names of streets")
struct StreetWordsTests {
  @Test(
    "are compared without case, apostrophes and abbreviations",
    arguments: [
      ("St. John's Rd", "st johns road"), ("Mill St", "mill street"),
      ("ST  ANN'S GDNS", "st anns gardens"),
      ("Close Way", "close way"), ("A12", "a12"), ("–", ""),
    ])
  func words(name: String, words: String) {
    #expect(StreetWords.of(name) == words)
  }
}

@Suite("Squares of the gazetteer")
struct GridCellTests {
  @Test("cover all that is near", arguments: [1.0, 250, 999])
  func near(metres: Double) {
    var generator = SeededGenerator(seed: 3)
    let middle = GridPoint(easting: 535_267, northing: 181_084)
    let cells = GridCell.near(middle, within: metres)
    for _ in 0..<500 {
      let point = GridPoint(
        easting: middle.easting + .random(in: -metres...metres, using: &generator),
        northing: middle.northing + .random(in: -metres...metres, using: &generator))
      #expect(cells.contains { $0.contains(GridCell.number(point)) })
    }
  }
}
