/// A series as a trend, a season that may change slowly, and what remains, added up.
///
/// Local straight lines (loess, tricube weights) smooth each place of the cycle over the years; a
/// low pass (moving averages over the cycle, the cycle and 3, then loess) takes the level out of
/// that season; loess over the rest is the trend. This inner loop runs 5 times. The robust form
/// runs it 2 times and then 15 times more, each time weighing every value by
/// `(1 − (|remainder| / 6·median)²)²`, so that freak values bend neither trend nor season.
///
/// For example, `try STL(months, period: 12, isRobust: true).remainder`.
///
/// - Note: Cleveland, Cleveland, McRae & Terpenning 1990, *Journal of Official Statistics* 6, 3-73;
///   windows by default as there. All lines are of degree 1. Additive: take logarithms first where
///   the season grows with the level. The last months are the least certain: a trend there moves as
///   new ones come.
public struct STL: Sendable, Equatable {
  /// The trend.
  public let trend: [Double]
  /// The season.
  public let seasonal: [Double]
  /// What remains; `nil` where the value is missing.
  public let remainder: [Double?]
  /// How much each value counts in the end, 0 to 1; all 1 unless robust, 0 where missing.
  public let weights: [Double]
  /// The span of the trend's lines that was used, in periods.
  public let trendWindow: Int
  /// The span of the low pass that was used, in periods.
  public let lowPassWindow: Int

  /// Takes a series apart.
  ///
  /// - Parameters:
  ///   - values: in the order of time, `nil` where missing.
  ///   - period: the periods in a cycle, ≥ 2.
  ///   - seasonalWindow: the cycles over which the season may change: odd, ≥ 3 (Cleveland: ≥ 7);
  ///     great for a season that stays.
  ///   - trendWindow: in periods, odd, more than the period; by default the least odd number of at
  ///     least `1.5·period / (1 − 1.5 / seasonalWindow)`.
  ///   - isRobust: whether freak values are weighed down.
  /// - Throws: ``SeriesProblem`` under two cycles, or with a season known less than twice.
  /// - Complexity: O(values × trend window), 5 times, robust 32 times.
  public init(
    _ values: [Double?], period: Int, seasonalWindow: Int = 13, trendWindow: Int? = nil,
    isRobust: Bool = false
  ) throws(SeriesProblem) {
    try checkTwoCycles(of: period, in: values.count)
    let windows = try Windows(period: period, seasonal: seasonalWindow, trend: trendWindow)
    if let index = firstUnusable(values) { throw .unusable(at: index) }
    for season in 0..<period {
      let places = stride(from: season, to: values.count, by: period)
      let known = places.count { values[$0] != nil }
      guard known >= 2 else { throw .gaps(known: known, needed: 2) }
    }
    var loops = Loops(values, windows)
    loops.inner(times: isRobust ? 2 : 5)
    for _ in 0..<(isRobust ? 15 : 0) {
      loops.reweigh()
      loops.inner(times: 2)
    }
    trend = loops.trend
    seasonal = loops.seasonal
    remainder = loops.remainder
    weights = loops.weights
    self.trendWindow = windows.trend
    lowPassWindow = windows.lowPass
  }
}

/// The spans of the smoothers.
private struct Windows {
  /// Beyond any series, and safe to reckon with.
  private static let most = 1 << 40
  let period: Int
  let seasonal: Int
  let trend: Int
  let lowPass: Int

  init(period: Int, seasonal: Int, trend: Int?) throws(SeriesProblem) {
    guard seasonal >= 3, seasonal < Self.most, !seasonal.isMultiple(of: 2) else {
      throw .setting("The seasonal window is an odd number of at least 3.")
    }
    let least = 1.5 * Double(period) / (1 - 1.5 / Double(seasonal))
    let trend = trend ?? Int(least.rounded(.up)) | 1
    guard trend > period, trend < Self.most, !trend.isMultiple(of: 2) else {
      throw .setting("The trend window is an odd number of more than the period.")
    }
    self.period = period
    self.seasonal = seasonal
    self.trend = trend
    lowPass = (period + 1) | 1
  }
}

/// The inner and the outer loop, and what they have come to.
private struct Loops {
  private let values: [Double]
  private let isKnown: [Bool]
  private let windows: Windows
  private(set) var weights: [Double]
  private(set) var trend: [Double]
  private(set) var seasonal: [Double]

  init(_ values: [Double?], _ windows: Windows) {
    let known = values.compactMap(\.self)
    // A missing value has no weight; the mean only holds its place.
    let mean = known.reduce(0, +) / Double(known.count)
    self.values = values.map { $0 ?? mean }
    self.windows = windows
    isKnown = values.map { $0 != nil }
    weights = isKnown.map { $0 ? 1 : 0 }
    trend = values.map { _ in 0 }
    seasonal = trend
  }

  var remainder: [Double?] {
    values.indices.map { isKnown[$0] ? values[$0] - seasonal[$0] - trend[$0] : nil }
  }

  mutating func inner(times: Int) {
    let period = windows.period
    for _ in 0..<times {
      let cycles = smoothedCycles(zip(values, trend).map { $0 - $1 })
      let level = Loess(window: windows.lowPass).smooth(
        movingAverage(movingAverage(movingAverage(cycles, period), period), 3))
      seasonal = values.indices.map { cycles[period + $0] - level[$0] }
      trend = Loess(window: windows.trend).smooth(
        zip(values, seasonal).map { $0 - $1 }, weights: weights)
    }
  }

  /// Weighs each value by how far it lies from the fit, six median distances being too far.
  mutating func reweigh() {
    let misses = remainder.map { $0.map { abs($0) } }
    let sorted = misses.compactMap(\.self).sorted()
    let far = 3 * (sorted[sorted.count / 2] + sorted[sorted.count - sorted.count / 2 - 1])
    // Misses of rounding alone are no outliers.
    let isExact = far <= 1e-12 * (values.map { abs($0) }.max() ?? 0)
    weights = misses.map { miss in
      guard let miss else { return 0 }
      guard !isExact, miss > 0.001 * far else { return 1 }
      guard miss <= 0.999 * far else { return 0 }
      let ratio = miss / far
      return (1 - ratio * ratio) * (1 - ratio * ratio)
    }
  }

  /// Each place of the cycle smoothed over the years, and carried one cycle beyond either end.
  private func smoothedCycles(_ detrended: [Double]) -> [Double] {
    let period = windows.period
    let loess = Loess(window: windows.seasonal)
    var cycles = [Double](repeating: 0, count: detrended.count + 2 * period)
    for season in 0..<period {
      let places = Array(stride(from: season, to: detrended.count, by: period))
      let part = places.map { detrended[$0] }
      let partWeights = places.map { weights[$0] }
      let inside = loess.smooth(part, weights: partWeights)
      let count = part.count
      let first = 0..<min(windows.seasonal, count)
      let last = max(0, count - windows.seasonal)..<count
      cycles[season] = loess.line(at: -1, part, partWeights, over: first) ?? inside[0]
      for (year, value) in inside.enumerated() { cycles[(year + 1) * period + season] = value }
      cycles[(count + 1) * period + season] =
        loess.line(at: count, part, partWeights, over: last) ?? inside[count - 1]
    }
    return cycles
  }
}

private func movingAverage(_ values: [Double], _ length: Int) -> [Double] {
  var sum = values[..<length].reduce(0, +)
  var averages = [sum / Double(length)]
  for index in length..<values.count {
    sum += values[index] - values[index - length]
    averages.append(sum / Double(length))
  }
  return averages
}
