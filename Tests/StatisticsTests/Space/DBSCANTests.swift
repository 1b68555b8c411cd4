import Testing

@testable import Statistics

@Suite("Clusters by density")
struct DBSCANTests {
  /// The same from the definition, comparing every two points.
  private func direct(_ points: Points, _ radius: Double, _ minimum: Int) -> ([Int], [Bool]) {
    func near(_ a: Int, _ b: Int) -> Bool {
      let (x, y) = (points.x[a] - points.x[b], points.y[a] - points.y[b])
      return x * x + y * y <= radius * radius
    }
    let all = 0..<points.count
    let isCore = all.map { a in all.count { near(a, $0) } >= minimum }
    var labels = [Int](repeating: -1, count: points.count)
    var clusters = 0
    for start in all where isCore[start] && labels[start] < 0 {
      var waiting = [start]
      while let point = waiting.popLast() {
        labels[point] = clusters
        guard isCore[point] else { continue }
        waiting += all.filter { labels[$0] < 0 && near(point, $0) }
      }
      clusters += 1
    }
    var numbers: [Int: Int] = [:]
    for label in labels where label >= 0 && numbers[label] == nil { numbers[label] = numbers.count }
    return (labels.map { numbers[$0] ?? -1 }, isCore)
  }

  @Test(
    "are those of the definition, also at the very distance of the radius",
    arguments: [1, 2, 3, 4, 5], [(5.0, 3), (10, 8), (2, 1), (200, 5), (1, 4)])
  func definition(_ seed: UInt64, _ setting: (Double, Int)) throws {
    let points = try scattered(150, within: 60, seed: seed, isWhole: true)
    let (labels, isCore) = direct(points, setting.0, setting.1)
    let found = try DBSCAN(points, radius: setting.0, minimum: setting.1)
    #expect(found.labels == labels)
    #expect(found.isCore == isCore)
    #expect(found.count == (labels.max() ?? -1) + 1)
  }

  @Test("of points at the corners of cells are joined", arguments: [1.0, 3, 141.42135623730951])
  func corners(_ step: Double) throws {
    let axis = (0..<6).map { Double($0) * step }
    let points = try Points(x: axis, y: axis)
    let radius = (2 * step * step).squareRoot()
    #expect(try DBSCAN(points, radius: radius, minimum: 2).count == 1)
    #expect(try DBSCAN(points, radius: radius * 0.999, minimum: 2).count == 0)
  }

  @Test("are the same with any number of threads", arguments: [1, 3])
  func threads(_ threads: Int) throws {
    let points = try scattered(12_000, within: 2_000, seed: 6)
    let two = try DBSCAN(points, radius: 20, minimum: 5)
    #expect(try DBSCAN(points, radius: 20, minimum: 5, threads: threads) == two)
    #expect(two.count > 1)
  }

  @Test("of no points, of one and of many at one spot")
  func few() throws {
    let none = try DBSCAN(try Points(x: [], y: []), radius: 1, minimum: 2)
    #expect(none.labels.isEmpty && none.count == 0)
    let one = try DBSCAN(try Points(x: [3], y: [4]), radius: 1, minimum: 1)
    #expect(one.labels == [0] && one.isCore == [true])
    let spot = [Double](repeating: 7, count: 9) + [1e8]
    let many = try DBSCAN(try Points(x: spot, y: spot), radius: 1, minimum: 9)
    #expect(many.labels == [Int](repeating: 0, count: 9) + [-1])
  }

  @Test("are refused a radius or a minimum that is none")
  func refused() throws {
    let points = try Points(x: [0, 1e9], y: [0, 0])
    for radius in [0, -1, .nan, .infinity] as [Double] {
      #expect(throws: SpaceProblem.reach) { try DBSCAN(points, radius: radius, minimum: 2) }
    }
    #expect(throws: SpaceProblem.tooFew(0, atLeast: 1)) {
      try DBSCAN(points, radius: 1, minimum: 0)
    }
    #expect(throws: SpaceProblem.tooFine) { try DBSCAN(points, radius: 0.1, minimum: 2) }
  }
}

@Suite("A limit of squared distance")
struct SquaredLimitTests {
  @Test("decides as the distance itself would", arguments: [0, 1, 3, 18, 0.1, 500, 1e-9, 7.5e5])
  func agrees(_ value: Double) {
    for limit in [value, value.squareRoot(), value.nextUp, value / 3] {
      let (most, least) = (SquaredLimit.atMost(limit), SquaredLimit.atLeast(limit))
      #expect(most.squareRoot() <= limit && most.nextUp.squareRoot() > limit)
      #expect(least.squareRoot() >= limit && (least == 0 || least.nextDown.squareRoot() < limit))
    }
  }
}
