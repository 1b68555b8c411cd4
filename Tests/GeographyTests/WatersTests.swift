import Testing

@testable import Geography

@Suite("Points off the coast")
struct WatersTests {
  @Test(
    "are on land where towns are",
    arguments: [
      (533_600, 180_500), (135_000, 25_000), (639_000, 141_000), (655_000, 293_000),
      (394_000, 806_000), (338_000, 972_000), (129_000, 934_000), (447_000, 1_141_000),
      (292_000, 93_000), (171_000, 214_000), (224_000, 382_000), (331_000, 436_000),
      (246_000, 845_000), (400_000, 653_000), (90_000, 10_000), (344_000, 1_011_000),
      (205_000, 561_000), (459_000, 75_000), (530_000, 409_000), (108_000, 805_000),
      (238_000, 480_000),
    ] as [(Double, Double)])
  func land(_ east: Double, _ north: Double) {
    #expect(Waters.name(at: GridPoint(easting: east, northing: north)) == nil)
  }

  @Test(
    "lie in the sea they are in",
    arguments: [
      (650_000, 500_000, "the North Sea"), (500_000, 800_000, "the North Sea"),
      (180_535, 533_000, "the Irish Sea"), (260_000, 430_000, "the Irish Sea"),
      (400_000, 20_000, "the English Channel"), (0, 900_000, "the Atlantic"),
      (100_000, 500_000, "Ireland"), (100_000, 150_000, "the Celtic Sea"),
      (180_000, 1_100_000, "the Atlantic"), (-0.1, 51.5, "the Celtic Sea"),
      (-8000, 6_711_000, "a place off Great Britain"),
    ] as [(Double, Double, String)])
  func seas(_ east: Double, _ north: Double, _ name: String) {
    #expect(Waters.name(at: GridPoint(easting: east, northing: north)) == name)
  }

  @Test("are said to be swapped where turning them brings them ashore")
  func swapped() {
    let london = (0..<10).map { GridPoint(easting: 533_000 + Double($0), northing: 180_500) }
    #expect(Waters.finding(london) == nil)
    let turned = london.map { GridPoint(easting: $0.northing, northing: $0.easting) }
    #expect(Waters.finding(turned) == .init(place: "the Irish Sea", isSwapped: true))
    let sea = [GridPoint(easting: 650_000, northing: 500_000)]
    #expect(Waters.finding(sea) == .init(place: "the North Sea", isSwapped: false))
    #expect(Waters.finding(london + sea) == nil)
    #expect(Waters.finding([]) == nil)
    let nowhere = GridPoint(easting: .nan, northing: .nan)
    #expect(Waters.finding([nowhere])?.place == "a place off Great Britain")
  }
}
