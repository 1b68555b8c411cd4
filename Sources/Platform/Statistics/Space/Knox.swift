/// Knox's test: whether events near one another in space are also near in time.
///
/// Every pair of events falls into a band of distance and a band of time. If time had nothing to do
/// with place, a cell of the table would hold `S × T / P` pairs: those of its distance band times
/// those of its time band over all pairs, which is exactly what shuffling the times gives on
/// average. How far chance moves a cell is found by shuffling the times.
///
/// Repeats at the same place stand in a band of their own (``KnoxBands/nearRepeat(rings:width:periods:length:metric:)``),
/// as they are another thing than near repeats. Events at the edge of the period or the area miss
/// some of their partners, and a season raises all counts at short times. Do not use it on places
/// that were moved to a common spot or times known to the month only: both make pairs that never were.
///
/// - Note: Knox 1964, doi:10.2307/2985220; Johnson et al. 2007, doi:10.1007/s10940-007-9025-3;
///   Ratcliffe's Near Repeat Calculator.
public struct Knox: Sendable, Equatable {
  /// The bands of the table; each table below has a row for each distance, a column for each time.
  public let bands: KnoxBands
  /// Pairs counted.
  public let observed: [[Int]]
  /// Pairs of each distance band, at any time.
  public let pairsByDistance: [Int]
  /// Pairs of each time band, at any distance.
  public let pairsByTime: [Int]
  /// All pairs of events, `n (n − 1) / 2`.
  public let pairs: Int
  /// How chance moves the table.
  public let simulation: Simulation

  /// What shuffled times gave.
  public struct Simulation: Sendable, Equatable {
    /// How many shuffles.
    public let permutations: Int
    /// Shuffles with at least as many pairs as observed.
    public let greaterOrEqual: [[Int]]
    /// Shuffles with at most as many pairs as observed.
    public let lessOrEqual: [[Int]]
    /// Mean pairs.
    public let means: [[Double]]
    /// Standard deviations of the pairs over the shuffles, as of a sample; 0 for fewer than two.
    public let deviations: [[Double]]

    /// How likely chance gives so many pairs: `(at least as many + 1) / (permutations + 1)`.
    public var pUpper: [[Double]] {
      greaterOrEqual.map { row in row.map { Double($0 + 1) / Double(permutations + 1) } }
    }
  }

  /// Counts the pairs and tests them.
  ///
  /// - Parameters:
  ///   - points: where; weights are not looked at. At least two.
  ///   - times: when, in whole units such as days; as many, at most 65,535 apart.
  ///   - bands: of the table.
  ///   - permutations: shuffles of the times, ≥ 0.
  ///   - seed: the same gives the same result on any machine. Each shuffle is a whole
  ///     Fisher–Yates shuffle of the times as given, from one SplitMix64 stream.
  ///   - threads: how many to use; the result does not depend on it.
  /// - Throws: ``SpaceProblem/unequal(_:_:)``, ``SpaceProblem/tooFew(_:atLeast:)``,
  ///   ``SpaceProblem/timesTooFarApart``, ``SpaceProblem/tooFine``.
  /// - Complexity: O(pairs within the largest distance × permutations / 16) time; memory grows with
  ///   the events and not with the pairs.
  public init(
    of points: Points, times: [Int], bands: KnoxBands, permutations: Int = 999, seed: UInt64,
    threads: Int = 2
  ) throws(SpaceProblem) {
    guard points.count == times.count else { throw .unequal(points.count, times.count) }
    guard points.count >= 2 else { throw .tooFew(points.count, atLeast: 2) }
    guard permutations >= 0 else { throw .tooFew(permutations, atLeast: 0) }
    let (first, last) = (times.min() ?? 0, times.max() ?? 0)
    let (span, overflows) = last.subtractingReportingOverflow(first)
    guard !overflows, span <= Int(UInt16.max) else { throw .timesTooFarApart }
    // Cells of half the largest distance: fewer pairs are looked at in vain than with whole ones.
    let largest = bands.distances[bands.distances.count - 1]
    let order = try CellOrder(points, size: largest / 2 * (1 + 1e-9))
    let shuffles = TimeShuffles(
      times: times.map { UInt16($0 - first) }, order: order.points.map(Int.init), seed: seed)
    let counter = PairCounter(order: order, bands: bands)
    let counts = counter.counts(
      shuffles: shuffles, permutations: permutations, threads: threads)
    self.bands = bands
    observed = counts.tables[0]
    pairsByDistance = counts.pairsByDistance
    pairsByTime = Self.pairsByTime(times, bands.times)
    pairs = points.count * (points.count - 1) / 2
    simulation = Simulation(of: Array(counts.tables.dropFirst()), observed: counts.tables[0])
  }
}

extension Knox {
  /// Pairs that would be expected if time had nothing to do with place.
  public var expected: [[Double]] {
    pairsByDistance.map { byDistance in
      pairsByTime.map { Double(byDistance) * Double($0) / Double(pairs) }
    }
  }

  /// Observed over expected pairs (the Knox ratio); `nil` where none were expected.
  public var ratios: [[Double?]] {
    zip(observed, expected).map { observed, expected in
      zip(observed, expected).map { $1 > 0 ? Double($0) / $1 : nil }
    }
  }

  /// Pairs of each time band: with the times in order, how many lie less than a limit before each.
  private static func pairsByTime(_ times: [Int], _ limits: [Int]) -> [Int] {
    let sorted = times.sorted()
    let below = limits.map { limit in
      var (first, pairs) = (0, 0)
      for (index, time) in sorted.enumerated() {
        while first < index, time - sorted[first] >= limit { first += 1 }
        pairs += index - first
      }
      return pairs
    }
    return zip(below, below.dropFirst()).map { $1 - $0 }
  }
}

extension Knox.Simulation {
  fileprivate init(of tables: [[[Int]]], observed: [[Int]]) {
    func overTables<Value>(_ value: ([Int], Int) -> Value) -> [[Value]] {
      observed.indices.map { row in
        observed[row].indices.map { column in
          value(tables.map { $0[row][column] }, observed[row][column])
        }
      }
    }
    permutations = tables.count
    greaterOrEqual = overTables { counts, observed in counts.count { $0 >= observed } }
    lessOrEqual = overTables { counts, observed in counts.count { $0 <= observed } }
    means = overTables { counts, _ in Self.mean(counts) }
    deviations = overTables { counts, _ in
      let mean = Self.mean(counts)
      let squares = counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      return counts.count > 1 ? (squares / Double(counts.count - 1)).squareRoot() : 0
    }
  }

  private static func mean(_ counts: [Int]) -> Double {
    counts.isEmpty ? 0 : Double(counts.reduce(0, +)) / Double(counts.count)
  }
}
