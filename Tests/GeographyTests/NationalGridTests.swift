import Kernel
import Testing

@testable import Geography

@Suite("The national grid")
struct NationalGridTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let geo: GeoPoint
    let grid: GridPoint
    var testDescription: String { name }

    init(_ name: String, _ north: Double, _ east: Double, _ easting: Double, _ northing: Double) {
      self.name = name
      geo = GeoPoint(latitude: north, longitude: east)
      grid = GridPoint(easting: easting, northing: northing)
    }
  }

  /// Places as OSTN15 puts them; the first is Ordnance Survey's own example.
  static let places = [
    Place("Caister water tower", 52.658007833, 1.716073972, 651_409.804, 313_177.450),
    Place("the Tower of London", 51.508112, -0.075949, 533_623.065, 180_552.392),
    Place("Land's End", 50.0657, -5.7148, 134_259.343, 25_011.503),
    Place("Cardiff Castle", 51.4816, -3.1808, 318_100.552, 176_510.754),
    Place("Edinburgh Castle", 55.9486, -3.1999, 325_163.920, 673_491.152),
    Place("Stornoway", 58.2093, -6.3849, 142_530.434, 932_889.509),
    Place("Lerwick", 60.1547, -1.1494, 447_323.984, 1_141_437.961),
  ]

  @Test(
    "places known points within the metres it promises, and brings them back", arguments: places)
  func known(place: Place) throws {
    let grid = try NationalGrid()
    let point = try #require(grid.gridPoint(place.geo))
    #expect(point.distance(to: place.grid) < 4.5)
    let back = try #require(grid.geoPoint(point))
    #expect(abs(back.latitude - place.geo.latitude) < 2e-8)
    #expect(abs(back.longitude - place.geo.longitude) < 2e-8)
  }

  @Test("has no point for what is no place", arguments: [(91.0, 0.0), (.nan, 0), (51, .infinity)])
  func nowhere(_ latitude: Double, _ longitude: Double) throws {
    let grid = try NationalGrid()
    #expect(grid.gridPoint(GeoPoint(latitude: latitude, longitude: longitude)) == nil)
    #expect(grid.geoPoint(GridPoint(easting: .nan, northing: 0)) == nil)
  }

  @Test("keeps the order of many points, whatever stands between them")
  func many() throws {
    let grid = try NationalGrid()
    let bad = GeoPoint(latitude: .nan, longitude: .nan)
    let places = Self.places.map(\.geo) + [bad] + Self.places.map(\.geo)
    let points = grid.gridPoints(places)
    #expect(points.count == places.count)
    #expect(!points[7].easting.isFinite)
    #expect(Array(points[..<7]) == Array(points[8...]))
    #expect(points[0] == grid.gridPoint(Self.places[0].geo))
    #expect(grid.gridPoints([]).isEmpty)
  }

  @Test("serves many threads at once")
  func threads() throws {
    let grid = try NationalGrid()
    let expected = grid.gridPoints(Self.places.map(\.geo))
    let wrong = Guarded(0)
    JoinableThread.concurrently(6) { _ in
      for _ in 0..<50 where grid.gridPoints(Self.places.map(\.geo)) != expected {
        wrong.withLock { $0 += 1 }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }
}
