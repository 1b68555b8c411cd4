import Testing

@testable import Statistics

@Suite("A prospective map")
struct ProspectiveMapTests {
  private let grid: Grid

  init() throws { grid = try Grid(west: 0, south: 0, cell: 50, columns: 20, rows: 20) }

  private func score(
    x: Double, y: Double, daysAgo: Int = 0, cell: (column: Int, row: Int) = (10, 10),
    weight: Double = 1
  ) throws -> Double {
    let points = try Points(x: [x], y: [y], weights: [weight])
    return try ProspectiveMap(of: points, daysAgo: [daysAgo], on: grid)
      .scores[cell.row * 20 + cell.column]
  }

  @Test(
    "weighs an event by whole half-cells from the middle of the cell, within 400 m",
    arguments: [
      (0.0, 1.0), (24.9, 1), (25, 1.0 / 2), (49.9, 1.0 / 2), (50, 1.0 / 3), (399.9, 1.0 / 16),
      (400, 1.0 / 17), (400.1, 0),
    ] as [(Double, Double)])
  func distance(metres: Double, score: Double) throws {
    #expect(try self.score(x: 525 - metres, y: 525) == score)
  }

  @Test(
    "weighs an event by whole weeks ago, for eight of them",
    arguments: [(0, 1.0), (6, 1), (7, 1.0 / 2), (13, 1.0 / 2), (55, 1.0 / 8), (56, 0), (-1, 0)]
      as [(Int, Double)])
  func time(days: Int, score: Double) throws {
    #expect(try self.score(x: 525, y: 525, daysAgo: days) == score)
  }

  @Test("adds events up, and multiplies the two weights")
  func sum() throws {
    let points = try Points(x: [525, 495, 2_000], y: [525, 525, 525], weights: [2, 1, 9])
    let scores = try ProspectiveMap(of: points, daysAgo: [0, 8, 0], on: grid).scores
    #expect(scores[10 * 20 + 10] == 2 + 1.0 / 2 * 1.0 / 2)
    #expect(scores.count == 400)
  }

  @Test("scores no cell that is not studied, and refuses what does not fit")
  func edges() throws {
    let masked = try Grid(
      west: 0, south: 0, cell: 50, columns: 2, rows: 1, mask: [true, false])
    let points = try Points(x: [75], y: [25])
    #expect(try ProspectiveMap(of: points, daysAgo: [0], on: masked).scores == [1.0 / 3, 0])
    #expect(throws: SpaceProblem.unequal(1, 2)) {
      try ProspectiveMap(of: points, daysAgo: [0, 1], on: masked)
    }
    #expect(throws: SpaceProblem.reach) {
      try ProspectiveMap(of: points, daysAgo: [0], on: masked, reach: 0)
    }
  }
}
