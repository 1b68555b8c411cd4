import Kernel
import Testing

@testable import Statistics

/// Points drawn evenly from a square, the same for the same seed; whole metres if asked.
func scattered(
  _ count: Int, within side: Double, seed: UInt64, isWhole: Bool = false
) throws -> Points {
  var generator = SeededGenerator(seed: seed)
  func one() -> Double {
    let value = Double.random(in: 0..<side, using: &generator)
    return isWhole ? value.rounded(.down) : value
  }
  return try Points(x: (0..<count).map { _ in one() }, y: (0..<count).map { _ in one() })
}

@Suite("A grid of cells")
struct GridTests {
  private let grid = try? Grid(west: 100, south: 200, cell: 50, columns: 4, rows: 3)

  @Test(
    "owns its western and southern edges and not the others",
    arguments: [
      (100, 200, 0), (149.99, 200, 0), (150, 200, 1), (100, 250, 4), (299.99, 349.99, 11),
      (300, 200, nil), (100, 350, nil), (99.99, 200, nil), (100, 199.99, nil),
    ] as [(Double, Double, Int?)])
  func edges(_ x: Double, _ y: Double, _ cell: Int?) throws {
    let grid = try #require(grid)
    #expect(grid.cell(x: x, y: y) == cell)
    let counts = grid.counts(of: try Points(x: [x], y: [y]))
    #expect(counts.outside == (cell == nil ? 1 : 0))
    #expect(counts.cells == (0..<12).map { $0 == cell ? 1 : 0 })
  }

  @Test("counts each point once, with any number of threads", arguments: [1, 2, 3])
  func counts(_ threads: Int) throws {
    let points = try scattered(60_000, within: 1_000, seed: 4)
    let grid = try Grid(west: 100, south: 0, cell: 100, columns: 8, rows: 10)
    let counts = grid.counts(of: points, threads: threads)
    var expected = [Int](repeating: 0, count: grid.count)
    for index in 0..<points.count {
      if let cell = grid.cell(x: points.x[index], y: points.y[index]) { expected[cell] += 1 }
    }
    #expect(counts.cells == expected)
    #expect(counts.outside == points.count - expected.reduce(0, +))
    #expect(grid.sums(of: points) == expected.map(Double.init))
  }

  @Test("holds no counts in cells that are not studied, and says how many fell there")
  func mask() throws {
    let mask = [true, false, true, true]
    let grid = try Grid(west: 0, south: 0, cell: 1, columns: 2, rows: 2, mask: mask)
    let points = try Points(
      x: [0, 1.5, 1.5, 0, 9], y: [0, 0, 0.5, 1, 9], weights: [1, 2, 3, 4, 5])
    let counts = grid.counts(of: points)
    #expect(counts == GridCounts(cells: [1, 0, 1, 0], outside: 1, notStudied: 2))
    #expect(grid.sums(of: points) == [1, 0, 4, 0])
    #expect(grid.studied == 3)
  }

  @Test("covers all points, its edges at multiples of the cell")
  func covering() throws {
    let points = try Points(x: [-30, 250], y: [10, 100])
    let grid = try Grid(covering: points, cell: 100)
    #expect(grid.west == -100 && grid.south == 0 && grid.columns == 4 && grid.rows == 2)
    #expect(grid.counts(of: points).outside == 0)
    #expect(grid.centre(5).x == 50 && grid.centre(5).y == 150)
  }

  @Test(
    "is refused where it makes no sense",
    arguments: [
      (0, 4, 4), (-5, 4, 4), (.nan, 4, 4), (.infinity, 4, 4), (10, 0, 4), (10, 4, -1),
      (10, 100_001, 1_000), (10, .max, 2),
    ] as [(Double, Int, Int)])
  func refused(_ cell: Double, _ columns: Int, _ rows: Int) {
    #expect(throws: SpaceProblem.grid) {
      try Grid(west: 0, south: 0, cell: cell, columns: columns, rows: rows)
    }
  }

  @Test("is refused with a mask of another length, and around nothing")
  func others() throws {
    #expect(throws: SpaceProblem.unequal(4, 3)) {
      try Grid(west: 0, south: 0, cell: 1, columns: 2, rows: 2, mask: [true, true, false])
    }
    let none = try Points(x: [], y: [])
    #expect(throws: SpaceProblem.tooFew(0, atLeast: 1)) { try Grid(covering: none, cell: 1) }
    let far = try Points(x: [0, 1e12], y: [0, 1e12])
    #expect(throws: SpaceProblem.grid) { try Grid(covering: far, cell: 1) }
  }
}

@Suite("Points")
struct PointsTests {
  @Test(
    "are refused when one is no finite number",
    arguments: [0, 7, 8, 30], [Double.nan, .infinity, -.infinity])
  func finite(_ place: Int, _ value: Double) throws {
    var values = [Double](repeating: 1, count: 31)
    let good = values
    values[place] = value
    #expect(throws: SpaceProblem.notFinite(point: place)) { try Points(x: values, y: good) }
    #expect(throws: SpaceProblem.notFinite(point: place)) { try Points(x: good, y: values) }
    #expect(throws: SpaceProblem.notFinite(point: place)) {
      try Points(x: good, y: good, weights: values)
    }
    #expect(try Points(x: good, y: good).total == 31)
  }

  @Test("are refused when the lists have different lengths")
  func lengths() {
    #expect(throws: SpaceProblem.unequal(2, 1)) { try Points(x: [1, 2], y: [1]) }
    #expect(throws: SpaceProblem.unequal(1, 2)) { try Points(x: [1], y: [1], weights: [1, 1]) }
  }

  @Test("and what is wrong with them are told in words a person can act on")
  func words() {
    let problem = SpaceProblem.notFinite(point: 4)
    #expect(problem.message == "Point 5 has no finite coordinates. Leave it out.")
    #expect(problem.status == 422)
  }
}
