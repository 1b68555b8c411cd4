import Kernel
import Testing

@testable import Geography

@Suite("The national grid")
struct NationalGridTests {
  @Test(
    "places known points within the metres it promises",
    arguments: [
      // The Tower of London and Caister water tower; the latter as Ordnance Survey gives it.
      (51.508112, -0.075949, 533_628.3, 180_551.3), (52.657979, 1.716052, 651_409.804, 313_177.450),
    ])
  func known(_ latitude: Double, _ longitude: Double, _ easting: Double, _ northing: Double) throws
  {
    let point = try #require(
      try NationalGrid().gridPoint(GeoPoint(latitude: latitude, longitude: longitude)))
    #expect(point.distance(to: GridPoint(easting: easting, northing: northing)) < 4)
  }
}
