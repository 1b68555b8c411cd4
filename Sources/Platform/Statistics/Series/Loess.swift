/// Local straight lines through evenly spaced values, by tricube weights.
///
/// - Note: Cleveland 1979, doi:10.1080/01621459.1979.10481038; distances and fallbacks as in the
///   program of Cleveland et al. 1990.
struct Loess {
  /// How many neighbours a line is drawn through; beyond the number of values it is flatter still.
  let window: Int

  /// The line's height at every value; a value stays where nothing near it has weight.
  func smooth(_ values: [Double], weights: [Double]? = nil) -> [Double] {
    let count = values.count
    guard count > 1 else { return values }
    let weights = weights ?? [Double](repeating: 1, count: count)
    let length = min(window, count)
    return values.indices.map { index in
      let start = max(0, min(index + 1 - (window + 2) / 2, count - length))
      return line(at: index, values, weights, over: start..<start + length) ?? values[index]
    }
  }

  /// The height at a place, which may lie outside; `nil` where nothing in the range has weight.
  func line(
    at place: Int, _ values: [Double], _ weights: [Double], over range: Range<Int>
  ) -> Double? {
    let beyond = window > values.count ? (window - values.count) / 2 : 0
    let reach = Double(max(place - range.lowerBound, range.upperBound - 1 - place) + beyond)
    var shares = range.map { tricube(Double(abs($0 - place)), reach) * weights[$0] }
    let total = shares.reduce(0, +)
    guard total > 0 else { return nil }
    for index in shares.indices { shares[index] /= total }
    var (mean, height) = (0.0, 0.0)
    for (share, index) in zip(shares, range) {
      mean += share * Double(index)
      height += share * values[index]
    }
    var (spread, slope) = (0.0, 0.0)
    for (share, index) in zip(shares, range) {
      let distance = Double(index) - mean
      spread += share * distance * distance
      slope += share * distance * values[index]
    }
    guard spread.squareRoot() > 0.001 * Double(values.count - 1) else { return height }
    return height + (Double(place) - mean) * slope / spread
  }

  private func tricube(_ distance: Double, _ reach: Double) -> Double {
    guard distance <= 0.999 * reach else { return 0 }
    guard distance > 0.001 * reach else { return 1 }
    let ratio = distance / reach
    let rest = 1 - ratio * ratio * ratio
    return rest * rest * rest
  }
}
