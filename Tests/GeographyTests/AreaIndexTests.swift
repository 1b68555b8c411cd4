import Kernel
import Testing

@testable import Geography

@Suite("Finding the area of a point")
struct AreaIndexTests {
  @Test("gives an area its western and southern edges")
  func square() {
    let box = BoundingBox(
      from: GridPoint(easting: 0, northing: 0), to: GridPoint(easting: 100, northing: 100))
    let index = AreaIndex([MultiPolygon(box)])
    #expect(index.area(of: GridPoint(easting: 0, northing: 0)) == 0)
    #expect(index.area(of: GridPoint(easting: 100, northing: 0)) == nil)
    #expect(index.area(of: GridPoint(easting: 0, northing: 100)) == nil)
    #expect(index.area(of: GridPoint(easting: 50, northing: 50)) == 0)
  }
}
