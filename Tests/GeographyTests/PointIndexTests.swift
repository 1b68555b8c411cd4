import Kernel
import Testing

@testable import Geography

@Suite("The nearest points")
struct PointIndexTests {
  @Test("are those a look at all points finds", arguments: [1, 2, 7, 300] as [Int])
  func bruteForce(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let points = (0..<count).map { index in
      // Some stand on top of each other.
      index % 5 == 4
        ? GridPoint(easting: 50, northing: 50)
        : GridPoint(
          easting: .random(in: 0...1000, using: &generator),
          northing: .random(in: 0...300, using: &generator))
    }
    let index = PointIndex(points)
    for _ in 0..<60 {
      let place = GridPoint(
        easting: .random(in: -900...1900, using: &generator),
        northing: .random(in: -900...1900, using: &generator))
      let all = points.enumerated().map { ($0.element.distance(to: place), $0.offset) }.sorted(
        by: <)
      for (wanted, radius) in [(1, Double.infinity), (5, .infinity), (count, 400), (3, 60)] {
        let found = index.nearest(to: place, count: wanted, within: radius)
        let expected = all.filter { $0.0 <= radius }.prefix(wanted)
        #expect(found.map(\.index) == expected.map(\.1))
        #expect(found.map(\.distance) == expected.map(\.0))
      }
    }
  }

  @Test("are none where there is no point, no number or nothing asked for")
  func none() {
    let place = GridPoint(easting: 1, northing: 1)
    #expect(PointIndex([]).nearest(to: place).isEmpty)
    let nowhere = GridPoint(easting: .nan, northing: .infinity)
    #expect(PointIndex([nowhere]).nearest(to: place).isEmpty)
    #expect(PointIndex([place, nowhere]).nearest(to: nowhere).isEmpty)
    #expect(PointIndex([nowhere, place]).nearest(to: place, count: 9).map(\.index) == [1])
    #expect(PointIndex([place]).nearest(to: place, count: 0).isEmpty)
  }
}
