/// A series as a centred moving average, a fixed season and what remains, added up.
///
/// The trend is the moving average over one cycle, with half weights at both ends where a cycle has
/// an even number of periods. The season is the mean of `value − trend` at each place of the cycle,
/// less the mean of those means.
///
/// - Note: Persons 1919; Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3.4. The
///   ends have no trend, the season cannot change, and one freak value bends a whole cycle: use
///   ``STL`` for anything but a comparison.
public struct ClassicalDecomposition: Sendable, Equatable {
  /// The trend; `nil` half a cycle from either end.
  public let trend: [Double?]
  /// The season, one value for each period; sums to nought over a cycle.
  public let seasonal: [Double]
  /// What remains; `nil` where there is no trend.
  public let remainder: [Double?]

  /// Takes a series apart.
  ///
  /// - Parameters:
  ///   - values: in the order of time, none missing.
  ///   - period: the periods in a cycle, ≥ 2.
  /// - Throws: ``SeriesProblem`` under two cycles.
  /// - Complexity: O(values × period).
  public init(_ values: [Double], period: Int) throws(SeriesProblem) {
    try checkTwoCycles(of: period, in: values.count)
    if let index = firstUnusable(values) { throw .unusable(at: index) }
    let half = period / 2
    let trend = values.indices.map { index -> Double? in
      guard index >= half, index + half < values.count else { return nil }
      var sum = values[index - half...index + half].reduce(0, +)
      if period.isMultiple(of: 2) { sum -= (values[index - half] + values[index + half]) / 2 }
      return sum / Double(period)
    }
    let means = (0..<period).map { season -> Double in
      let parts = stride(from: season, to: values.count, by: period).compactMap { index in
        trend[index].map { values[index] - $0 }
      }
      return parts.reduce(0, +) / Double(parts.count)
    }
    let centre = means.reduce(0, +) / Double(period)
    let seasonal = values.indices.map { means[$0 % period] - centre }
    self.trend = trend
    self.seasonal = seasonal
    remainder = values.indices.map { index in
      trend[index].map { values[index] - $0 - seasonal[index] }
    }
  }
}
