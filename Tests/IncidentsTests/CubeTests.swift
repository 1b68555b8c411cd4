import FeatureKit
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("The cube of incidents", .database)
struct CubeTests {
  /// Two burglaries of one ward with an outcome each, a robbery of another without one, and one of
  /// each that lies nowhere.
  private func house(_ engine: Engine) throws -> HouseFixture {
    let wards = Wards()
    let house = try HouseFixture(engine, areas: wards.directory)
    wards.set([
      try Wards.around("W1", -0.41, 52.24, name: "Mill & Bridge"),
      try Wards.around("W2", -0.31, 52.24, name: "Castle"),
    ])
    let rows = [
      StreetCSV.row(id: StreetCSV.id(1), outcome: "Local resolution"),
      StreetCSV.row(id: StreetCSV.id(2), outcome: "Under investigation"),
      StreetCSV.row(
        id: StreetCSV.id(3), longitude: "-0.310000", street: "On or near Two", lsoa: "E01000002",
        name: "Testford 001B", type: "Robbery", outcome: ""),
      StreetCSV.row(
        id: StreetCSV.id(4), longitude: "", latitude: "", street: "No Location", lsoa: "", name: "",
        outcome: "Local resolution"),
    ]
    try house.importFiles(house.write("2023-01-test-street.csv", rows: rows))
    return house
  }

  private func lines(
    _ house: HouseFixture, _ by: [CountDimension], _ change: (inout CountQuery) -> Void = { _ in }
  ) throws -> [String] {
    try house.services.database.read { read in
      var query = CountQuery(by: by)
      if by.contains(.ward) { query.edition = try house.services.areas.latest(.ward, read) }
      change(&query)
      let answer = try CountAnswer(query, house.services.areas, read)
      let rows = try answer.rows({ _ in }, read)
      return rows.map { $0.values.joined(separator: "|") + " \($0.count)" }
        + ["unlocated \(answer.unlocated)"]
    }
  }

  @Test("is counted by outcome, none recorded among them", arguments: Engine.tested)
  func outcomes(engine: Engine) throws {
    let house = try house(engine)
    #expect(
      try lines(house, [.outcome]) == [
        " 1", "Local resolution 2", "Under investigation 1", "unlocated 1",
      ])
    #expect(try lines(house, [.category]) { $0.outcome = "" } == ["Robbery 1", "unlocated 0"])
    #expect(
      try lines(house, [.month]) { $0.outcome = "Local resolution" } == [
        "2023-01 2", "unlocated 1",
      ])
    #expect(try lines(house, [.month]) { $0.outcome = "Forgiven" } == ["unlocated 0"])
  }

  @Test("is counted by area and outcome, of one area too", arguments: Engine.tested)
  func areas(engine: Engine) throws {
    let house = try house(engine)
    #expect(
      try lines(house, [.ward, .outcome]) == [
        "W1|Local resolution 1", "W1|Under investigation 1", "W2| 1", "unlocated 1",
      ])
    #expect(
      try lines(house, [.ward]) { $0.outcome = "Local resolution" } == ["W1 1", "unlocated 1"])
    let words = try #require(
      try house.visit("incidents", "counts", query: [("area", "castle"), ("from", "2023-01")])
    ).words
    #expect(words.contains("Counted 1 January 2023"))
    #expect(words.contains("in Castle (W2)"))
  }

  @Test(
    "by the source's codes and outcome is counted once it is asked for", arguments: Engine.tested)
  func codes(engine: Engine) throws {
    let house = try house(engine)
    #expect(throws: NotCounted.self) { try lines(house, [.lsoa, .outcome]) }
    try DivisionCounting(house.services).run(.codes)
    let expected = [
      "E01000001|Local resolution 1", "E01000001|Under investigation 1", "E01000002| 1",
      "unlocated 1",
    ]
    #expect(try lines(house, [.lsoa, .outcome]) == expected)
    // From then on it is kept up to date.
    try house.importFiles(
      house.write("2023-02-test-street.csv", rows: StreetCSV.rows(1, from: 9, month: "2023-02")))
    #expect(
      try lines(house, [.lsoa, .outcome]) == [
        expected[0], "E01000001|Under investigation 2", expected[2], expected[3],
      ])
  }

  @Test("gives the same sum however it is broken down", arguments: Engine.tested)
  func sums(engine: Engine) throws {
    let house = try house(engine)
    for by in [[CountDimension.month], [.outcome], [.category, .outcome], [.force, .month]] {
      let sum = try house.services.database.read { read in
        try CountAnswer(CountQuery(by: by), house.services.areas, read).size(read).incidents
      }
      #expect(sum == 4, "\(by)")
    }
  }

  @Test("refuses areas there are none of, and editions without a kind")
  func refusals() throws {
    let house = try house(.sqlite)
    for (query, message) in [
      ([("area", "Nowhere")], "No area has this code or name."),
      ([("edition", "2022")], "Only areas have an edition"),
      ([("by", "ward"), ("edition", "1999")], "There are no wards of 1999"),
      ([("by", "msoa")], "There are no MSOAs to count by."),
    ] {
      let page = try #require(try house.visit("incidents", "counts", query: query))
      #expect(page.status == 422)
      #expect(page.words.contains(message), "\(query)")
    }
  }

  @Test(
    "tells how many LSOA codes are of another edition than the boundaries", arguments: Engine.tested
  )
  func codesOfAnotherEdition(engine: Engine) throws {
    let lsoas = Wards(kind: .lsoa)
    let house = try HouseFixture(engine, areas: lsoas.directory)
    lsoas.set([try Wards.around("E01000001", -0.41, 52.24, kind: .lsoa)])
    // Three rows inside name the code the edition has, one a code it does not; one lies elsewhere.
    let rows =
      StreetCSV.rows(3, month: "2026-09")
      + [
        StreetCSV.row(
          id: StreetCSV.id(50), month: "2026-09", street: "On or near Two", lsoa: "E01099999",
          name: "Testford 001Z"),
        StreetCSV.row(
          id: StreetCSV.id(51), month: "2026-09", longitude: "-0.200000", street: "On or near Far",
          lsoa: "E01099998", name: "Testford 001Y"),
      ]
    try house.importFiles(house.write("2026-09-test-street.csv", rows: rows))
    let fits = try house.services.database.read { read in
      try CodeFitStore.fits(
        (try #require(Month("2026-09")))...(try #require(Month("2026-09"))), of: nil, in: read)
    }
    #expect(fits == [CodeFit(edition: 2022, inside: 4, strange: 1)])
    let words = try #require(try house.visit("incidents", "counts", query: [("by", "lsoa")])).words
    #expect(
      words.contains(
        "25.0% of the incidents inside the LSOAs of 2022 name a code that these do not have"))
  }

  @Test("can be saved as a chart that carries its styles and says where it comes from")
  func charts() throws {
    let house = try house(.sqlite)
    let query = [("by", "outcome"), ("from", "2023-01")]
    let svg = try #require(
      try house.visit("incidents", "counts", "counts.svg", query: query))
    #expect(svg.header("Content-Type") == "image/svg+xml")
    #expect(svg.source.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(svg.source.contains("<style>text{"))
    #expect(svg.source.contains("None recorded"))
    #expect(svg.source.contains("data.police.uk street files; latest month January 2023"))
  }
}
