import Kernel
import Testing

@testable import Statistics

@Suite("Near in space and time")
struct KnoxTests {
  private func days(_ count: Int, below limit: Int) -> [Int] {
    var generator = SeededGenerator(seed: 12)
    return (0..<count).map { _ in Int.random(in: 0..<limit, using: &generator) - 40 }
  }

  /// The pairs of each band, comparing every two events.
  private func direct(_ points: Points, _ days: [Int], _ bands: KnoxBands) -> [[Int]] {
    var table = bands.distances.dropFirst().map { _ in bands.times.dropFirst().map { _ in 0 } }
    for a in 0..<points.count {
      for b in 0..<a {
        let (x, y) = (abs(points.x[a] - points.x[b]), abs(points.y[a] - points.y[b]))
        let far = bands.metric == .euclidean ? (x * x + y * y).squareRoot() : x + y
        let apart = abs(days[a] - days[b])
        let row = bands.distances.count { $0 <= far } - 1
        let column = bands.times.count { $0 <= apart } - 1
        guard row >= 0, column >= 0, row < table.count, column < table[0].count else { continue }
        table[row][column] += 1
      }
    }
    return table
  }

  @Test(
    "counts every pair in its band",
    arguments: [
      ([0, 1, 11, 21], [0, 8, 15]), ([5, 12, 90], [1, 2, 3, 4, 5, 6, 90]),
      ([0, 500], [0, 70_000]),
      ([0, 3], [50, 60]),
    ] as [([Double], [Int])], KnoxBands.Metric.allCases)
  func table(_ limits: ([Double], [Int]), _ metric: KnoxBands.Metric) throws {
    let points = try scattered(300, within: 100, seed: 9, isWhole: true)
    let days = days(300, below: 100)
    let bands = try KnoxBands(distances: limits.0, times: limits.1, metric: metric)
    let knox = try Knox(of: points, times: days, bands: bands, permutations: 9, seed: 1)
    #expect(knox.observed == direct(points, days, bands))
    let anyTime = try KnoxBands(distances: limits.0, times: [0, 1_000], metric: metric)
    #expect(knox.pairsByDistance == direct(points, days, anyTime).map { $0[0] })
    let anywhere = try KnoxBands(distances: [0, 1e6], times: limits.1)
    #expect(knox.pairsByTime == direct(points, days, anywhere)[0])
  }

  @Test("is the same with any number of threads, and says as much for more shuffles")
  func repeatable() throws {
    let points = try scattered(1_200, within: 1_500, seed: 2)
    let days = days(1_200, below: 300)
    let bands = try KnoxBands.nearRepeat()
    let one = try Knox(of: points, times: days, bands: bands, permutations: 20, seed: 3, threads: 1)
    let two = try Knox(of: points, times: days, bands: bands, permutations: 20, seed: 3, threads: 2)
    #expect(one == two)
    let more = try Knox(of: points, times: days, bands: bands, permutations: 150, seed: 3)
    #expect(more.observed == one.observed && more.expected == one.expected)
    for (row, means) in more.simulation.means.enumerated() where one.pairsByDistance[row] > 100 {
      for (column, mean) in means.enumerated() {
        #expect(abs(mean - one.expected[row][column]) < 0.1 * one.expected[row][column])
      }
    }
  }

  @Test("has no chance to tell without shuffles, and no spread of one")
  func unshuffled() throws {
    let points = try Points(x: [0, 0, 9], y: [0, 0, 9])
    let bands = try KnoxBands(distances: [0, 1], times: [0, 2])
    let knox = try Knox(of: points, times: [1, 2, 3], bands: bands, permutations: 0, seed: 1)
    #expect(knox.observed == [[1]] && knox.pairs == 3 && knox.simulation.pUpper == [[1]])
    #expect(isClose(knox.expected[0][0], 2.0 / 3))
    #expect(knox.simulation.means == [[0]] && knox.simulation.deviations == [[0]])
  }

  @Test("keeps repeats at one place apart from near repeats")
  func nearRepeat() throws {
    // Ten places, each with two events two days apart, the places far from one another in time.
    let x = (0..<20).map { Double($0 / 2) * 60 }
    let points = try Points(x: x, y: x.map { _ in 0 })
    let days = (0..<20).map { ($0 / 2) * 30 + ($0 % 2) * 2 }
    let bands = try KnoxBands.nearRepeat(rings: 2, width: 100, periods: 2)
    #expect(bands.distances == [0, 1, 101, 201] && bands.times == [0, 8, 15])
    let table = NearRepeat(
      try Knox(of: points, times: days, bands: bands, permutations: 99, seed: 1))
    #expect(table.samePlace.map(\.observed) == [10, 0])
    #expect(table.samePlace[0].isNotable && !table.samePlace[1].isNotable)
    #expect(table.near.map(\.observed) == [0, 0, 0, 0])
    #expect(table.near.allSatisfy { !$0.isNotable && !$0.isSamePlace })
    #expect(table.near[2].distance == 101..<201 && table.near[2].time == 0..<8)
  }

  @Test("is refused bands that do not rise")
  func bands() {
    for distances in [[], [0], [1, 1], [5, 2], [-1, 4], [0, .infinity], [.nan, 1]] as [[Double]] {
      #expect(throws: SpaceProblem.bands) { try KnoxBands(distances: distances, times: [0, 1]) }
    }
    for times in [[], [3], [2, 2], [-1, 5]] as [[Int]] {
      #expect(throws: SpaceProblem.bands) { try KnoxBands(distances: [0, 1], times: times) }
    }
    #expect(throws: SpaceProblem.bands) { try KnoxBands.nearRepeat(rings: 0) }
  }

  @Test("is refused events without time, one event, and times too far apart")
  func refused() throws {
    let bands = try KnoxBands.nearRepeat()
    let two = try Points(x: [0, 1], y: [0, 1])
    let one = try Points(x: [0], y: [0])
    #expect(throws: SpaceProblem.unequal(2, 1)) {
      try Knox(of: two, times: [1], bands: bands, seed: 1)
    }
    #expect(throws: SpaceProblem.tooFew(1, atLeast: 2)) {
      try Knox(of: one, times: [1], bands: bands, seed: 1)
    }
    for times in [[0, 65_536], [Int.min, Int.max]] {
      #expect(throws: SpaceProblem.timesTooFarApart) {
        try Knox(of: two, times: times, bands: bands, seed: 1)
      }
    }
    #expect(try Knox(of: two, times: [0, 65_535], bands: bands, seed: 1).observed[1][0] == 0)
  }
}
