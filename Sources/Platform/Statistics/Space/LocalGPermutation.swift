import Kernel

/// The test of ``LocalG`` by conditional permutation: each cell keeps its own count, and its
/// neighbours get those of others, drawn without replacement.
///
/// The sum over a cell and its neighbours is compared with the sums of `permutations` draws. Equal
/// sums count on both sides, which sparse counts need. `p = (draws at least as high + 1) /
/// (permutations + 1)`. Each cell draws its own numbers, so that cells are not tested with the same
/// ones, and a result can be had again from its seed on any machine.
///
/// Where many draws are as high there is no need of more: with `enough` a cell's draws end once so many
/// were at least as high as observed, and `p = enough / draws`. A cell that chance gives less often
/// than `enough / permutations` has the same p with and without.
///
/// - Note: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x, conditional permutation; ended early
///   after Besag & Clifford 1991, *Sequential Monte Carlo p-values*, doi:10.1093/biomet/78.2.301; drawn by
///   partial Fisher–Yates shuffles from SplitMix64, state `seed ⊻ (i + 1) × 0xD1342543DE82EF95`
///   for cell `i`.
public struct LocalGPermutation: Sendable, Equatable {
  /// The most draws a cell.
  public let permutations: Int
  /// The draws made for each cell; 0 in cells not studied.
  public let draws: [Int]
  /// Draws with a sum at least as high as observed, for each cell; 0 in cells not studied.
  public let greaterOrEqual: [Int]
  /// Draws with a sum at most as high as observed; 0 in cells not studied.
  public let lessOrEqual: [Int]
  /// The mean sum of the draws; 0 in cells not studied.
  public let meanSums: [Double]
  private let mask: [Bool]?

  /// Tests the eight cells around each (queen).
  ///
  /// - Parameters:
  ///   - counts: one a cell, ≥ 0; those of cells not studied are neither tested nor drawn.
  ///   - grid: at least two of its cells studied.
  ///   - permutations: ≥ 1.
  ///   - enough: draws at least as high that end a cell's, ≥ 1; all are drawn where `nil`.
  ///   - seed: the same gives the same result.
  ///   - threads: how many to use; the result does not depend on it.
  /// - Throws: ``SpaceProblem/unequal(_:_:)``, ``SpaceProblem/count``,
  ///   ``SpaceProblem/tooFew(_:atLeast:)``.
  /// - Complexity: O(cells × (neighbours × permutations)).
  public init(
    of counts: [Int], on grid: Grid, permutations: Int = 999, enough: Int? = nil, seed: UInt64,
    threads: Int = 2
  ) throws(SpaceProblem) {
    let neighbours = try Neighbours(on: grid, within: 1.5 * grid.cell)
    try self.init(
      of: counts, neighbours: neighbours, permutations: permutations, enough: enough, seed: seed,
      threads: threads)
  }

  /// Tests the sum over each area and its neighbours, all of the same weight.
  ///
  /// - Throws: as for a grid, and ``SpaceProblem/weights`` where weights differ.
  public init(
    of counts: [Int], neighbours: Neighbours, permutations: Int = 999, enough: Int? = nil,
    seed: UInt64, threads: Int = 2
  ) throws(SpaceProblem) {
    guard counts.count == neighbours.count else { throw .unequal(neighbours.count, counts.count) }
    for number in [permutations, enough ?? 1] where number < 1 {
      throw .tooFew(number, atLeast: 1)
    }
    guard Set(neighbours.weights + neighbours.own).count == 1 else { throw .weights }
    let studied = counts.indices.filter { neighbours.isStudied($0) }
    guard studied.count > 1 else { throw .tooFew(studied.count, atLeast: 2) }
    guard studied.allSatisfy({ counts[$0] >= 0 && counts[$0] <= Int(Int32.max) }),
      studied.reduce(0, { $0 + counts[$1] }) <= Int(Int32.max)
    else { throw .count }
    let values = studied.map { UInt32(counts[$0]) }
    let pieces = Parallel.ranges(studied.count, pieces: 64)
    let parts = Parallel.map(pieces.count, threads: threads) { piece in
      var draw = Draw(
        values: values, permutations: permutations, enough: enough ?? .max,
        start: pieces[piece].lowerBound)
      return pieces[piece].map { place in
        let cell = studied[place]
        let others = neighbours.starts[cell]..<neighbours.starts[cell + 1]
        let observed = others.reduce(counts[cell]) { $0 + counts[Int(neighbours.cells[$1])] }
        return draw.test(
          place, neighbours: min(others.count, values.count - 1), observed: observed,
          state: seed ^ (UInt64(cell + 1) &* 0xD134_2543_DE82_EF95))
      }
    }
    var (ge, le) = (
      [Int](repeating: 0, count: counts.count), [Int](repeating: 0, count: counts.count)
    )
    var means = [Double](repeating: 0, count: counts.count)
    var draws = [Int](repeating: 0, count: counts.count)
    for (cell, tally) in zip(studied, parts.joined()) {
      ge[cell] = tally.greaterOrEqual
      le[cell] = tally.lessOrEqual
      means[cell] = Double(tally.sum) / Double(tally.draws)
      draws[cell] = tally.draws
    }
    self.permutations = permutations
    self.draws = draws
    greaterOrEqual = ge
    lessOrEqual = le
    meanSums = means
    mask = neighbours.mask
  }
}

extension LocalGPermutation {
  /// How likely chance gives so high a sum; `nan` in cells not studied.
  public var pUpper: [Double] { shares(greaterOrEqual) }

  /// How likely chance gives so low a sum; `nan` in cells not studied.
  public var pLower: [Double] { shares(lessOrEqual) }

  /// Twice the smaller of the two, at most 1; `nan` in cells not studied.
  public var pTwoSided: [Double] { zip(pUpper, pLower).map { min(1, 2 * min($0, $1)) } }

  private func shares(_ counts: [Int]) -> [Double] {
    counts.enumerated().map { index, count in
      guard mask?[index] ?? true else { return .nan }
      return draws[index] < permutations
        ? Double(count) / Double(draws[index]) : Double(count + 1) / Double(permutations + 1)
    }
  }
}

/// The counts of all cells but one, from which its neighbours are drawn.
private struct Draw {
  struct Tally: Sendable {
    var draws = 0
    var greaterOrEqual = 0
    var lessOrEqual = 0
    var sum = 0
  }

  private let values: [UInt32]
  private let permutations: Int
  private let enough: Int
  /// The values without that of `place`.
  private var others: [UInt32]
  private var place: Int
  private var chosen: [Int] = []

  init(values: [UInt32], permutations: Int, enough: Int, start: Int) {
    self.values = values
    self.permutations = permutations
    self.enough = enough
    place = start
    others = values
    others.remove(at: start)
  }

  /// Draws the neighbours of a cell, which comes after the last one tested.
  mutating func test(_ place: Int, neighbours: Int, observed: Int, state: UInt64) -> Tally {
    while self.place < place {
      others[self.place] = values[self.place]
      self.place += 1
    }
    chosen = [Int](repeating: 0, count: neighbours)
    var generator = SeededGenerator(seed: state)
    let own = Int(values[place])
    let (permutations, enough) = (permutations, enough)
    return others.withUnsafeMutableBufferPointer { others in
      chosen.withUnsafeMutableBufferPointer { chosen in
        var tally = Tally()
        while tally.draws < permutations, tally.greaterOrEqual < enough {
          let sum = own + Self.shuffled(others, chosen, &generator)
          tally.greaterOrEqual += sum >= observed ? 1 : 0
          tally.lessOrEqual += sum <= observed ? 1 : 0
          tally.sum += sum
          tally.draws += 1
        }
        return tally
      }
    }
  }

  /// The sum of the first values after a partial shuffle, which is taken back.
  @inline(__always)
  private static func shuffled(
    _ others: UnsafeMutableBufferPointer<UInt32>, _ chosen: UnsafeMutableBufferPointer<Int>,
    _ generator: inout SeededGenerator
  ) -> Int {
    var sum = 0
    for place in chosen.indices {
      let left = UInt64(truncatingIfNeeded: others.count &- place)
      let other = place &+ Int(truncatingIfNeeded: ((generator.next() >> 32) &* left) >> 32)
      chosen[place] = other
      others.swapAt(place, other)
      sum &+= Int(others[place])
    }
    for place in chosen.indices.reversed() { others.swapAt(place, chosen[place]) }
    return sum
  }
}
