import Glibc
import Testing

@testable import Statistics

@Suite("Densities on a grid")
struct KernelDensityTests {
  /// The sum over all events at each cell, straight from the formula.
  private func direct(_ points: Points, _ grid: Grid, _ reach: Double) -> [Double] {
    (0..<grid.count).map { cell in
      let centre = grid.centre(cell)
      return points.x.indices.reduce(0) { sum, index in
        let (x, y) = (points.x[index] - centre.x, points.y[index] - centre.y)
        let share = (x * x + y * y) / (reach * reach)
        let weight = points.weights?[index] ?? 1
        return share < 1
          ? sum + weight * 3 / (.pi * reach * reach) * (1 - share) * (1 - share) : sum
      }
    }
  }

  @Test(
    "are what the formula says for any reach, and points beyond the edge count",
    arguments: [1, 40, 99, 150, 420, 5_000])
  func formula(_ reach: Double) throws {
    let inside = try scattered(120, within: 1_200, seed: 8)
    let points = try Points(
      x: inside.x.map { $0 - 100 }, y: inside.y.map { $0 - 100 },
      weights: (0..<120).map { Double($0 % 5) })
    let grid = try Grid(west: 0, south: 0, cell: 100, columns: 10, rows: 9)
    let density = try KernelDensity.quartic(of: points, on: grid, reach: reach)
    expectClose(
      density.values, direct(points, grid, reach), relative: 1e-10, absolute: 1e-18, "\(reach)")
  }

  @Test("are the same to the last bit with any number of threads", arguments: [2, 3, 7])
  func threads(_ threads: Int) throws {
    let points = try scattered(6_000, within: 1_000, seed: 1)
    let grid = try Grid(west: 0, south: 0, cell: 50, columns: 20, rows: 20)
    let one = try KernelDensity.quartic(of: points, on: grid, reach: 160, threads: 1)
    let more = try KernelDensity.quartic(of: points, on: grid, reach: 160, threads: threads)
    #expect(one.values.map(\.bitPattern) == more.values.map(\.bitPattern))
    let bell = try KernelDensity.gaussian(of: points, on: grid, deviation: 60, threads: 1)
    let bells = try KernelDensity.gaussian(of: points, on: grid, deviation: 60, threads: threads)
    #expect(bell.values.map(\.bitPattern) == bells.values.map(\.bitPattern))
  }

  @Test("keep the number of events away from the edge")
  func volume() throws {
    let points = try Points(x: [500, 512], y: [500, 480])
    let grid = try Grid(west: 0, south: 0, cell: 5, columns: 200, rows: 200)
    let quartic = try KernelDensity.quartic(of: points, on: grid, reach: 200)
    let gaussian = try KernelDensity.gaussian(of: points, on: grid, deviation: 60)
    #expect(abs(quartic.volume - 2) < 1e-3)
    #expect(abs(gaussian.volume - 2) < 1e-3)
  }

  @Test("have no value in cells that are not studied")
  func mask() throws {
    let grid = try Grid(west: 0, south: 0, cell: 10, columns: 2, rows: 1, mask: [true, false])
    let density = try KernelDensity.quartic(
      of: try Points(x: [5], y: [5]), on: grid, reach: 30)
    #expect(isClose(density.values[0], 3 / (.pi * 900)))
    #expect(density.values[1].isNaN)
    #expect(isClose(density.peak, density.values[0]))
    #expect(isClose(density.volume, density.values[0] * 100))
  }

  @Test("of no events are zero")
  func empty() throws {
    let grid = try Grid(west: 0, south: 0, cell: 10, columns: 3, rows: 3)
    let none = try Points(x: [], y: [])
    let zero = [Double](repeating: 0, count: 9)
    #expect(try KernelDensity.quartic(of: none, on: grid, reach: 30).values == zero)
    #expect(try KernelDensity.gaussian(of: none, on: grid, deviation: 30).values == zero)
  }

  @Test("are refused a reach that is none", arguments: [0, -1, .nan, .infinity] as [Double])
  func refused(_ reach: Double) throws {
    let grid = try Grid(west: 0, south: 0, cell: 10, columns: 3, rows: 3)
    let points = try Points(x: [5], y: [5])
    #expect(throws: SpaceProblem.reach) {
      try KernelDensity.quartic(of: points, on: grid, reach: reach)
    }
    #expect(throws: SpaceProblem.reach) {
      try KernelDensity.gaussian(of: points, on: grid, deviation: reach)
    }
  }

  @Test("reach cells from as far as numbers go")
  func extreme() throws {
    let grid = try Grid(west: 0, south: 0, cell: 10, columns: 3, rows: 3)
    let points = try Points(x: [1e300, -1e300, 15], y: [5, 1e300, 15])
    let density = try KernelDensity.quartic(of: points, on: grid, reach: 20)
    #expect(isClose(density.values[4], 3 / (.pi * 400)))
  }
}

@Suite("One density over another")
struct RiskSurfaceTests {
  @Test("has no value where the lower one is near nothing")
  func threshold() throws {
    let grid = try Grid(west: 0, south: 0, cell: 10, columns: 3, rows: 1)
    let above = KernelDensity(grid: grid, values: [2, 2, 2])
    let below = KernelDensity(grid: grid, values: [1, 0.5, 0])
    let risk = try RiskSurface(of: above, over: below, threshold: 0.5)
    #expect(risk.ratio[0] == 2 && risk.ratio[1] == 4 && risk.ratio[2].isNaN)
    #expect(isClose(risk.logRatio[0], log(2)) && risk.logRatio[2].isNaN)
    #expect(try RiskSurface(of: above, over: below, threshold: 0, epsilon: 1).ratio[2] == 3)
  }

  @Test("is refused for different grids and a threshold under zero")
  func refused() throws {
    let one = try Grid(west: 0, south: 0, cell: 10, columns: 3, rows: 1)
    let other = try Grid(west: 0, south: 0, cell: 10, columns: 2, rows: 1)
    let density = KernelDensity(grid: one, values: [1, 1, 1])
    let base = KernelDensity(grid: other, values: [1, 1])
    #expect(throws: SpaceProblem.unequal(3, 2)) {
      try RiskSurface(of: density, over: base, threshold: 0)
    }
    #expect(throws: SpaceProblem.reach) {
      try RiskSurface(of: density, over: density, threshold: -1)
    }
  }

  @Test("has a rule of thumb for the reach only with two points")
  func bandwidth() throws {
    #expect(throws: SpaceProblem.tooFew(1, atLeast: 2)) {
      try Bandwidth(normalReferenceOf: try Points(x: [1], y: [1]))
    }
  }
}
