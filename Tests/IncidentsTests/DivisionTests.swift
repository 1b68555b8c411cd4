import Commands
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Incidents by ward", .database)
struct DivisionTests {
  @Test(
    "are given to the ward their point lies in; outside and without a point are counted apart",
    arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let wards = Wards()
    let house = try HouseFixture(engine, areas: wards.directory)
    wards.set([try Wards.around("W1", -0.41, 52.24), try Wards.around("W2", -0.31, 52.24)])
    let rows =
      StreetCSV.rows(4)
      + [
        StreetCSV.row(id: StreetCSV.id(50), longitude: "-0.310000", street: "On or near Two"),
        StreetCSV.row(id: StreetCSV.id(51), longitude: "-0.200000", street: "On or near None"),
        StreetCSV.row(
          id: StreetCSV.id(52), longitude: "", latitude: "", street: "No Location", lsoa: "",
          name: ""),
      ]
    try house.importFiles(house.write("2023-01-test-street.csv", rows: rows))
    #expect(try house.byWard() == ["W1 4", "W2 1", "outside 1", "unlocated 1"])
    try house.importFiles(
      house.write("2023-02-test-street.csv", rows: StreetCSV.rows(2, from: 70, month: "2023-02")))
    #expect(try house.byWard() == ["W1 6", "W2 1", "outside 1", "unlocated 1"])
    #expect(
      try house.byWard([.month, .ward]) == [
        "2023-01|W1 4", "2023-01|W2 1", "2023-02|W1 2", "outside 1", "unlocated 1",
      ])
  }

  @Test(
    "are counted anew when the wards change, and not at all when they are gone",
    arguments: Engine.tested)
  func changed(engine: Engine) throws {
    let wards = Wards()
    let house = try HouseFixture(engine, areas: wards.directory)
    try house.importFiles(house.write("2023-01-test-street.csv", rows: StreetCSV.rows(4)))
    wards.set([try Wards.around("W1", -0.31, 52.24)])
    try DivisionCounting(house.services).run()
    #expect(try house.byWard() == ["outside 4", "unlocated 0"])
    wards.set([try Wards.around("W0", -0.41, 52.24), try Wards.around("W1", -0.31, 52.24)])
    try DivisionCounting(house.services).run()
    #expect(try house.byWard() == ["W0 4", "outside 0", "unlocated 0"])
    wards.set([])
    try DivisionCounting(house.services).run()
    let left = try house.services.database.read { read in
      try read.count("SELECT COUNT(*) FROM incident_area_count")
        + read.count("SELECT COUNT(*) FROM incident_area_outcome")
        + read.count("SELECT COUNT(*) FROM incident_outcome_area")
    }
    #expect(left == 0)
  }

  @Test("of a replaced month give way to those of the newer file", arguments: Engine.tested)
  func replaced(engine: Engine) throws {
    let wards = Wards()
    let house = try HouseFixture(engine, areas: wards.directory)
    wards.set([try Wards.around("W1", -0.41, 52.24)])
    try house.importFiles(house.write("2023-01-test-street.csv", rows: StreetCSV.rows(4)))
    try house.importFiles(house.write("2023-01-b-test-street.csv", rows: StreetCSV.rows(3)))
    #expect(try house.byWard() == ["W1 3", "outside 0", "unlocated 0"])
  }
}

extension HouseFixture {
  /// The answer by ward, a line a row, and then what it leaves out.
  func byWard(_ by: [CountDimension] = [.ward]) throws -> [String] {
    try services.database.read { read in
      var query = CountQuery(by: by)
      query.edition = try services.areas.latest(.ward, read)
      let answer = try CountAnswer(query, services.areas, read)
      var lines: [String] = []
      try answer.each(read) { lines.append($0.values.joined(separator: "|") + " \($0.count)") }
      return lines + ["outside \(answer.outside ?? -1)", "unlocated \(answer.unlocated)"]
    }
  }
}
