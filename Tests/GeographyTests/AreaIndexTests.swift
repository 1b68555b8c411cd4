import Kernel
import Testing

@testable import Geography

@Suite("Finding the area of a point")
struct AreaIndexTests {
  private static let unit = AreaIndex([square(0, 0, 100)])

  @Test(
    "gives an area its western and southern edges",
    arguments: [
      (0.0, 0.0, true), (50, 50, true), (0, 50, true), (50, 0, true), (99.999, 99.999, true),
      (100, 50, false), (50, 100, false), (100, 100, false), (0, 100, false), (100, 0, false),
      (-0.001, 50, false), (50, -0.001, false), (1000, 50, false),
    ])
  func edges(_ east: Double, _ north: Double, _ isInside: Bool) {
    let point = GridPoint(easting: east, northing: north)
    #expect((Self.unit.area(of: point) == 0) == isInside)
    #expect(square(0, 0, 100).contains(point) == isInside)
  }

  @Test(
    "has no area for a point beyond the range or that is no number",
    arguments: [
      (Double.nan, 50.0), (50, .infinity), (-.infinity, 50), (-262_145, 50), (50, 1_835_008),
      (1e300, -1e300),
    ])
  func beyond(_ east: Double, _ north: Double) {
    let point = GridPoint(easting: east, northing: north)
    #expect(Self.unit.area(of: point) == nil)
    #expect(!square(0, 0, 100).contains(point))
  }

  @Test("counts the points in no area")
  func uncounted() {
    let points = [(50.0, 50.0), (150, 50), (-1, -1)].map {
      GridPoint(easting: $0.0, northing: $0.1)
    }
    #expect(Self.unit.areas(of: points) == [0, AreaIndex.none, AreaIndex.none])
    #expect(Self.unit.counts(of: points) == AreaCounts(byArea: [1], inNone: 2))
  }

  @Test("leaves out holes, and takes every piece of an area")
  func pieces() {
    let ring = square(0, 0, 90).polygons[0].outside
    let hole = square(30, 30, 30).polygons[0].outside
    let island = square(40, 40, 10).polygons[0].outside
    let lake = MultiPolygon([Polygon(ring, holes: [hole]), Polygon(island)])
    let index = AreaIndex([lake, MultiPolygon([])])
    let places = [(10.0, 10.0, true), (35, 35, false), (45, 45, true), (30, 45, false)]
    for (east, north, isInside) in places {
      #expect((index.area(of: GridPoint(easting: east, northing: north)) == 0) == isInside)
    }
    #expect(index.area(of: GridPoint(easting: 60, northing: 45)) == 0)
    #expect(index.count == 2)
  }

  @Test("gives a point of two areas to the first")
  func overlap() {
    let index = AreaIndex([square(0, 0, 60), square(30, 0, 60), square(-500, -500, 2000)])
    #expect(index.area(of: GridPoint(easting: 45, northing: 5)) == 0)
    #expect(index.area(of: GridPoint(easting: 60, northing: 5)) == 1)
    #expect(index.area(of: GridPoint(easting: 90, northing: 5)) == 2)
    let other = AreaIndex([square(-500, -500, 2000), square(0, 0, 60)])
    #expect(other.area(of: GridPoint(easting: 45, northing: 5)) == 0)
  }

  @Test("holds nothing where there is no area", arguments: [0, 1, 3])
  func none(_ count: Int) {
    let index = AreaIndex(Array(repeating: MultiPolygon([]), count: count))
    #expect(index.area(of: GridPoint(easting: 0, northing: 0)) == nil)
  }

  @Test("does without a ring of fewer than three corners or no extent")
  func degenerate() {
    let line = Ring([GridPoint(easting: 0, northing: 5), GridPoint(easting: 10, northing: 5)])
    let flat = Ring((0..<4).map { GridPoint(easting: Double($0), northing: 5) })
    let point = Ring(Array(repeating: GridPoint(easting: 5, northing: 5), count: 4))
    let index = AreaIndex([line, flat, point].map { MultiPolygon([Polygon($0)]) })
    #expect(index.area(of: GridPoint(easting: 2, northing: 5)) == nil)
    #expect(index.area(of: GridPoint(easting: 5, northing: 5)) == nil)
  }
}

@Suite("A partition of the plane")
struct PartitionTests {
  @Test(
    "gives each point to exactly one area, on edges and corners too",
    arguments: [(1, 1 << 18, 100_000), (2, 4000, 20_000), (3, 60, 20_000), (4, 1, 5000)]
      as [(UInt64, Int, Int)])
  func exactlyOne(_ seed: UInt64, _ cells: Int, _ count: Int) {
    var generator = SeededGenerator(seed: seed)
    let partition = JitteredGrid(side: 6, metres: 800, &generator)
    let points = partition.points(count, &generator)
    let found = AreaIndex(partition.areas, cells: cells).areas(of: points)
    var claims = 0
    for (area, shape) in partition.areas.enumerated() {
      // Each area alone, asked about every point that could be in it.
      guard let box = shape.boundingBox?.expanded(by: 1) else { continue }
      let near = points.indices.filter { box.contains(points[$0]) }
      let alone = AreaIndex([shape], cells: cells).areas(of: near.map { points[$0] })
      for (index, owner) in zip(near, alone) {
        if owner == 0 { claims += 1 }
        guard (owner == 0) != (found[index] == Int32(area)) else { continue }
        Issue.record("\(points[index]) is in area \(found[index]), but \(area) says \(owner)")
        return
      }
    }
    #expect(claims == found.count { $0 >= 0 })
    #expect(zip(points, found).allSatisfy { ($0.1 >= 0) == partition.isInside($0.0) })
  }

  @Test("agrees with ray casting over every side", arguments: [5, 6, 7] as [UInt64])
  func bruteForce(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let areas = (0..<12).map { _ in star(&generator) }
    let box = areas.compactMap(\.boundingBox).reduce(
      BoundingBox(from: GridPoint(easting: 0, northing: 0), to: GridPoint(easting: 1, northing: 1))
    ) { $0.union($1) }
    let points = (0..<1000).map { _ in
      GridPoint(
        easting: .random(in: box.minimumEasting - 50...box.maximumEasting + 50, using: &generator),
        northing: .random(
          in: box.minimumNorthing - 50...box.maximumNorthing + 50, using: &generator))
    }
    let expected = points.map { point in areas.firstIndex { $0.contains(point) } }
    for cells in [1, 50, 5000, 1 << 18] {
      let index = AreaIndex(areas, cells: cells)
      #expect(points.map { index.area(of: $0) } == expected)
    }
  }

  /// A shape with a jagged outline that may cross itself, on whole units of the index.
  private func star(_ generator: inout SeededGenerator) -> MultiPolygon {
    let centre = GridPoint(
      easting: .random(in: 0...3000, using: &generator),
      northing: .random(in: 0...3000, using: &generator))
    let corners = (0..<Int.random(in: 3...60, using: &generator)).map { _ in
      GridPoint(
        easting: centre.easting + .random(in: -600...600, using: &generator),
        northing: centre.northing + .random(in: -600...600, using: &generator))
    }
    return MultiPolygon([Polygon(Ring(corners))])
  }
}
