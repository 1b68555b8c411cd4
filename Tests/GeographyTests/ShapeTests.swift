import Kernel
import Testing

@testable import Geography

@Suite("Shapes")
struct ShapeTests {
  private static let holed = MultiPolygon([
    Polygon(
      ring([(0, 0), (100, 0), (100, 100), (0, 100)]),
      holes: [ring([(60, 60), (80, 60), (80, 80), (60, 80)])]),
    Polygon(ring([(200, 0), (200, 50), (250, 50), (250, 0), (200, 0)])),
  ])

  @Test("have area, box and centroid without their holes, whichever way their rings run")
  func measures() {
    #expect(Self.holed.area == 10_000 - 400 + 2500)
    #expect(Self.holed.cornerCount == 12)
    #expect(Self.holed.boundingBox?.width == 250)
    #expect(Self.holed.boundingBox?.height == 100)
    let (east, north) = (1_034_500 / 12_100.0, 534_500 / 12_100.0)
    let centroid = Self.holed.centroid
    #expect(centroid.map { abs($0.easting - east) < 1e-9 } == true)
    #expect(centroid.map { abs($0.northing - north) < 1e-9 } == true)
    #expect(Ring(square(0, 0, 10).rings[0].points.reversed()).signedArea == -100)
    #expect(square(0, 0, 10).rings[0].length == 40)
  }

  @Test("have none of these when empty")
  func empty() {
    let empty = MultiPolygon([])
    #expect(empty.area == 0)
    #expect(empty.isEmpty)
    #expect(empty.boundingBox == nil)
    #expect(empty.centroid == nil)
    #expect(empty.pointOnSurface == nil)
  }

  @Test("lose no digits far from the grid's origin")
  func farAway() {
    let far = square(600_000.25, 1_200_000.5, 0.5)
    #expect(far.area == 0.25)
    #expect(far.centroid == GridPoint(easting: 600_000.5, northing: 1_200_000.75))
  }

  @Test("have a point inside even where the centroid is not")
  func pointOnSurface() throws {
    let crescent = MultiPolygon([
      Polygon(
        ring([(0, 0), (100, 0), (100, 10), (10, 10), (10, 90), (100, 90), (100, 100), (0, 100)]))
    ])
    let centroid = try #require(crescent.centroid)
    #expect(!crescent.contains(centroid))
    let point = try #require(crescent.pointOnSurface)
    #expect(crescent.contains(point))
    #expect(square(0, 0, 10).pointOnSurface == GridPoint(easting: 5, northing: 5))
  }

  @Test("come back from well-known binary as they were")
  func wellKnownBinary() {
    for shape in [Self.holed, square(530_000.125, 180_000.1, 3), MultiPolygon([])] {
      #expect(MultiPolygon(wellKnownBinary: shape.wellKnownBinary) == shape)
    }
    let polygon = Array(square(0, 0, 1).wellKnownBinary.dropFirst(9))
    #expect(MultiPolygon(wellKnownBinary: polygon) == square(0, 0, 1))
  }

  @Test("are read from big-endian bytes")
  func bigEndian() {
    let numbers: [Double] = [0, 0, 2, 0, 2, 2, 0, 0]
    var bytes: [UInt8] = [0, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 4]
    for number in numbers {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (56 - 8 * $0)) }
    }
    #expect(MultiPolygon(wellKnownBinary: bytes)?.area == 2)
  }

  @Test("are not read from bytes that are cut, too long or lie about counts")
  func garbage() {
    let whole = Self.holed.wellKnownBinary
    for length in whole.indices {
      #expect(MultiPolygon(wellKnownBinary: whole.prefix(length)) == nil)
    }
    #expect(MultiPolygon(wellKnownBinary: whole + [0]) == nil)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<60, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      _ = MultiPolygon(wellKnownBinary: bytes)
    }
  }
}
