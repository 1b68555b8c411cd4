import Kernel
import Testing

@testable import Geography

@Suite("The land two areas have in common")
struct OverlapTests {
  @Test(
    "is measured exactly",
    arguments: [
      (0.0, 0.0, 10.0, 100.0), (5, 5, 10, 25), (2, 3, 4, 16), (-5, -5, 20, 100), (10, 0, 10, 0),
      (20, 20, 10, 0), (9.5, 9.5, 10, 0.25),
    ])
  func squares(_ east: Double, _ north: Double, _ size: Double, _ expected: Double) {
    let here = square(0, 0, 10)
    let there = square(east, north, size)
    #expect(abs(here.overlap(with: there) - expected) < 1e-9)
    #expect(abs(there.overlap(with: here) - expected) < 1e-9)
  }

  @Test("follows slopes that cross, holes and rings of either direction")
  func slopes() {
    let up = MultiPolygon([Polygon(ring([(0, 0), (10, 0), (0, 10)]))])
    let down = MultiPolygon([Polygon(ring([(10, 0), (10, 10), (0, 0)]))])
    #expect(abs(up.overlap(with: down) - 25) < 1e-9)
    let turned = MultiPolygon([Polygon(Ring(down.rings[0].points.reversed()))])
    #expect(abs(up.overlap(with: turned) - 25) < 1e-9)
    for hole in [ring([(2, 2), (8, 2), (8, 8), (2, 8)]), ring([(2, 2), (2, 8), (8, 8), (8, 2)])] {
      let frame = MultiPolygon([Polygon(square(0, 0, 10).rings[0], holes: [hole])])
      #expect(abs(frame.overlap(with: square(0, 0, 5)) - 16) < 1e-9)
      #expect(abs(frame.overlap(with: square(3, 3, 4))) < 1e-9)
      #expect(abs(frame.overlap(with: frame) - 64) < 1e-9)
    }
  }

  @Test("over a whole partition comes to the land there is", arguments: [11, 12] as [UInt64])
  func partition(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let here = JitteredGrid(side: 8, metres: 300, &generator)
    let there = JitteredGrid(side: 6, metres: 400, &generator)
    let overlaps = Overlap.between(here.areas, there.areas, least: 0)
    for (index, area) in here.areas.enumerated() {
      let sum = overlaps.filter { $0.first == index }.reduce(0) { $0 + $1.area }
      #expect(abs(sum - area.area) < 1e-4)
    }
    for (index, area) in there.areas.enumerated() {
      let sum = overlaps.filter { $0.second == index }.reduce(0) { $0 + $1.area }
      #expect(abs(sum - area.area) < 1e-4)
    }
    let back = Overlap.between(there.areas, here.areas, least: 1)
    let forth = Overlap.between(here.areas, there.areas, least: 1)
    #expect(forth.count == back.count)
    #expect(forth.map(\.first) == forth.map(\.first).sorted())
  }

  @Test("of an edition with itself is each area with itself")
  func itself() {
    var generator = SeededGenerator(seed: 13)
    let areas = JitteredGrid(side: 6, metres: 300, &generator).areas
    let overlaps = Overlap.between(areas, areas)
    #expect(overlaps.map(\.first) == Array(areas.indices))
    #expect(overlaps.map(\.second) == Array(areas.indices))
    #expect(Overlap.between(areas, []).isEmpty)
    #expect(Overlap.between([MultiPolygon([])], areas).isEmpty)
  }
}
