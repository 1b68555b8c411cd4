import FeatureKit
import Database
import Geography
import Kernel
import Partnership
import TestKit

@testable import Incidents

extension HouseFixture {
  /// Two months of 24 burglaries in one ward and of robberies in another; one incident on no ward
  /// and one without a place.
  static func counted(_ engine: Engine, people: [String: AreaPeople] = usual) throws -> Self {
    let wards = Wards(people: people)
    let house = try HouseFixture(engine, areas: wards.directory)
    wards.set([
      try Wards.around("W1", -0.41, 52.24, name: "Mill & Bridge"),
      try Wards.around("W2", -0.31, 52.24, name: "=Castle"),
      try Wards.around("W3", -0.51, 52.24, name: "Quiet End"),
    ])
    for (month, first) in [("2026-08", 0), ("2026-09", 100)] {
      let rows =
        StreetCSV.rows(12, from: first, month: month)
        + [
          StreetCSV.row(
            id: StreetCSV.id(first + 50), month: month, longitude: "-0.310000",
            street: "On or near Two", lsoa: "E01000002", name: "Testford 001B", type: "Robbery")
        ]
      try house.write("\(month)-test-street.csv", rows: rows + (first > 0 ? gaps : []))
      try house.importFiles("\(house.path)/\(month)-test-street.csv")
    }
    return house
  }

  /// People of the first ward alone.
  static let usual = ["W1": AreaPeople(year: 2024, people: 2000, households: nil)]

  private static let gaps = [
    StreetCSV.row(
      id: StreetCSV.id(151), month: "2026-09", longitude: "-0.200000", street: "On or near None"),
    StreetCSV.row(
      id: StreetCSV.id(152), month: "2026-09", longitude: "", latitude: "", street: "No Location",
      lsoa: "", name: ""),
  ]
}
