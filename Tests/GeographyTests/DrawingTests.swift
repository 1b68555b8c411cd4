import Commands
import Kernel
import Testing

@testable import Geography

@Suite("Drawing areas")
struct DrawingTests {
  @Test("scales land to a view box, north up")
  func frame() {
    let land = BoundingBox(
      from: GridPoint(easting: 1000, northing: 2000), to: GridPoint(easting: 3000, northing: 3000))
    let frame = MapFrame(land, width: 420, margin: 10)
    #expect(frame.viewBox == "0 0 420 220")
    #expect(frame.place(GridPoint(easting: 1000, northing: 3000)) == (10, 10))
    #expect(frame.place(GridPoint(easting: 3000, northing: 2000)) == (410, 210))
    #expect(frame.path(square(1000, 2000, 1000)) == "M10 210l200 0 0 -200 -200 0z")
    #expect(frame.path(square(1000, 2000, 0.1)).isEmpty)
    #expect(frame.path(square(1002.5, 2000, 2.5)) == "M10.5 210l0.5 0 0 -0.5 -0.5 0z")
  }

  @Test("draws land without extent, and far outside, without harm")
  func edges() {
    let point = GridPoint(easting: 5, northing: 5)
    #expect(MapFrame(BoundingBox(from: point, to: point), width: 100).viewBox == "0 0 100 100")
    let frame = MapFrame(BoundingBox(from: point, to: point))
    let far = MultiPolygon([Polygon(ring([(.nan, 0), (1e300, 5), (-.infinity, 7)]))])
    #expect(!frame.path(far).isEmpty)
  }

  @Test("leaves no gaps between neighbours when it simplifies", arguments: [5.0, 30, 100])
  func sharedLines(_ tolerance: Double) {
    var generator = SeededGenerator(seed: 21)
    let partition = JitteredGrid(side: 8, metres: 400, &generator)
    let simple = Simplification(tolerance: tolerance).simplified(partition.areas)
    #expect(simple.count == partition.areas.count)
    // Each line inside stands once in each direction, each line of the outside once.
    var lines: [Set<GridPoint>: Int] = [:]
    for ring in simple.flatMap(\.rings) {
      for (from, to) in ring.sides { lines[[from, to], default: 0] += 1 }
    }
    let outside = lines.filter { $0.value == 1 }.keys.reduce(0) { sum, line in
      let ends = Array(line)
      return sum + ends[0].distance(to: ends[1])
    }
    #expect(abs(outside - 4 * partition.box.width) < 1e-6)
    #expect(lines.values.allSatisfy { $0 <= 2 })
    #expect(abs(simple.reduce(0) { $0 + $1.area } - partition.box.width * partition.box.height) < 1)
    let corners = simple.reduce(0) { $0 + $1.cornerCount }
    #expect(corners < partition.areas.reduce(0) { $0 + $1.cornerCount })
  }

  @Test("keeps every corner that matters, and drops islands too small to see")
  func simplified() {
    let jagged = ring(
      [(0, 0), (50, 1), (100, 0), (101, 50), (100, 100), (50, 130), (0, 100), (-1, 50)])
    let area = MultiPolygon([
      Polygon(jagged, holes: [square(40, 40, 2).rings[0]]), square(500, 500, 3).polygons[0],
    ])
    let simple = Simplification(tolerance: 5).simplified([area])[0]
    #expect(simple.polygons.count == 1)
    #expect(simple.polygons[0].holes.isEmpty)
    #expect(
      Set(simple.rings[0].points)
        == Set(ring([(-1, 50), (0, 0), (100, 0), (100, 100), (50, 130), (0, 100)]).points))
    let small = Simplification(tolerance: 5).simplified([square(0, 0, 2)])
    #expect(small == [square(0, 0, 2)])
    let same = Simplification(tolerance: 0).simplified([area])[0]
    #expect(same.area == area.area)
    #expect(same.cornerCount == area.cornerCount)
  }

  @Test("writes GeoJSON that others read: degrees, seven decimals, rings the right way round")
  func geoJSON() throws {
    let grid = try NationalGrid()
    var writer = GeoJSONWriter(grid: grid, members: [.init("name", "A \"name\"")])
    let hole = ring([(530_020, 180_020), (530_040, 180_020), (530_040, 180_040)])
    let outside = Ring(square(530_000, 180_000, 100).rings[0].points.reversed())
    writer.append(
      MultiPolygon([Polygon(outside, holes: [hole])]),
      [.init("code", "E1"), .init("count", 3), .init("rate", 1.5), .init("none", nil)])
    writer.append(GridPoint(easting: 533_628.3, northing: 180_551.3), [])
    let text = String(decoding: writer.finish(), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.first == #"{"type":"FeatureCollection","name":"A \"name\"","features":["#)
    #expect(lines.last == "]}")
    #expect(lines[1].hasSuffix(#""properties":{"code":"E1","count":3,"rate":1.5,"none":null}},"#))
    let point = #""geometry":{"type":"Point","coordinates":["#
    #expect(lines[2].contains(point))
    let numbers = lines[2].split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
    #expect(abs(numbers[0] + 0.0759) < 1e-5)
    #expect(abs(numbers[1] - 51.5081) < 1e-5)
    let rings = lines[1].split(separator: "]],[[").map { ring in
      let numbers = ring.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
      return Ring(
        stride(from: 0, to: numbers.count - 1, by: 2).prefix(5).map {
          GridPoint(easting: numbers[$0], northing: numbers[$0 + 1])
        })
    }
    #expect(rings.map { $0.signedArea > 0 } == [true, false])
  }
}
