import Testing

@testable import Statistics

@Suite("Clusters by density, each at its own")
struct HDBSCANTests {
  /// A dense square, a sparse square far from it, and points strewn between.
  private func twoSquares() throws -> Points {
    let dense = try scattered(60, within: 20, seed: 1)
    let sparse = try scattered(60, within: 200, seed: 2)
    let strewn = try scattered(8, within: 4_000, seed: 3)
    return try Points(
      x: dense.x + sparse.x.map { $0 + 1_000 } + strewn.x.map { $0 - 9_000 },
      y: dense.y + sparse.y + strewn.y.map { $0 + 9_000 })
  }

  @Test("finds dense and sparse ones together, and leaves the rest out")
  func densities() throws {
    let found = try HDBSCAN(try twoSquares(), minimum: 20, neighbours: 5)
    #expect(found.count == 2)
    #expect(Set(found.labels[..<60].filter { $0 >= 0 }) == [0])
    #expect(Set(found.labels[60..<120].filter { $0 >= 0 }) == [1])
    #expect(found.labels[120...].allSatisfy { $0 == -1 })
    #expect(found.labels[..<120].count { $0 >= 0 } > 100)
    #expect(zip(found.labels, found.strengths).allSatisfy { ($0 < 0) == ($1 == 0) })
    #expect(found.strengths.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test("finds those of points that lie at one place")
  func onePlace() throws {
    let x = [Double](repeating: 0, count: 12) + [Double](repeating: 500, count: 9) + [2_000, 9_000]
    let found = try HDBSCAN(try Points(x: x, y: x), minimum: 5, neighbours: 3)
    #expect(found.labels == x.map { $0 == 0 ? 0 : $0 == 500 ? 1 : -1 })
    #expect(found.strengths == x.map { $0 <= 500 ? 1 : 0 })
  }

  @Test("finds none among few points", arguments: [0, 1, 2, 4])
  func few(_ count: Int) throws {
    let points = try scattered(count, within: 10, seed: 4)
    let found = try HDBSCAN(points, minimum: 5, neighbours: 5)
    #expect(found.labels == [Int](repeating: -1, count: count) && found.count == 0)
  }

  @Test("is refused a minimum under two and no neighbours")
  func refused() throws {
    let points = try scattered(9, within: 10, seed: 4)
    #expect(throws: SpaceProblem.tooFew(1, atLeast: 2)) {
      try HDBSCAN(points, minimum: 1, neighbours: 5)
    }
    #expect(throws: SpaceProblem.tooFew(0, atLeast: 1)) {
      try HDBSCAN(points, minimum: 5, neighbours: 0)
    }
  }

  @Test("joins points by the shortest tree", arguments: [1, 4])
  func tree(_ neighbours: Int) throws {
    let points = try scattered(70, within: 100, seed: 5, isWhole: true)
    func far(_ a: Int, _ b: Int) -> Double {
      let (x, y) = (points.x[a] - points.x[b], points.y[a] - points.y[b])
      return (x * x + y * y).squareRoot()
    }
    let all = 0..<points.count
    let reach = all.map { a in all.map { far(a, $0) }.sorted()[neighbours - 1] }
    // Prim's tree, every pair looked at.
    var (joined, total) = (Set([0]), 0.0)
    while joined.count < points.count {
      let pairs = joined.flatMap { a in
        all.filter { !joined.contains($0) }.map { (max(far(a, $0), reach[a], reach[$0]), $0) }
      }
      guard let (length, next) = pairs.min(by: { $0 < $1 }) else { break }
      joined.insert(next)
      total += length
    }
    let branches = ReachabilityTree(points, neighbours: neighbours).branches
    #expect(branches.count == points.count - 1)
    #expect(isClose(branches.reduce(0) { $0 + $1.length }, total))
    #expect(zip(branches, branches.dropFirst()).allSatisfy { $0.length <= $1.length })
  }
}
