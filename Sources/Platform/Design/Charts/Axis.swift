/// The upright axis of a chart: three to five ticks, 1, 2, 2.5 or 5 × 10ⁿ apart.
///
/// The first and last tick enclose all values. An axis of values that are never negative starts at
/// nought unless that would leave most of the chart empty.
struct Axis: Equatable {
  /// The ticks, lowest first.
  let ticks: [Double]
  /// The distance between two ticks.
  let step: Double

  /// The axis of some values.
  ///
  /// - Parameters:
  ///   - values: every value that must have room; those not finite are left out.
  ///   - fromNought: whether nought must be on the axis, as for bars.
  ///   - wholeSteps: whether a step must be a whole number, as for counts.
  init(_ values: [Double], fromNought: Bool = false, wholeSteps: Bool = false) {
    let finite = values.filter(\.isFinite)
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if fromNought || (low >= 0 && low < 0.4 * high) { low = min(low, 0) }
    if fromNought { high = max(high, 0) }
    if high - low < 1e-9 * max(1, abs(high)) {
      let room = high == 0 ? 1 : abs(high) * 0.1
      if low > 0 || low < 0 { low -= room }
      high += room
    }
    step = Axis.step(from: low, to: high, wholeSteps: wholeSteps)
    let first = Axis.index(low / step, .down)
    let last = Axis.index(high / step, .up)
    let step = step
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// The lowest tick.
  var low: Double { ticks.first ?? 0 }

  /// The highest tick.
  var high: Double { ticks.last ?? 1 }

  /// How far up a value stands: 0 at the lowest tick, 1 at the highest.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }

  /// The smallest permitted step that needs no more than five ticks.
  private static func step(from low: Double, to high: Double, wholeSteps: Bool) -> Double {
    var power = 1.0
    while power > (high - low) / 10 { power /= 10 }
    while power * 10 < (high - low) / 10 { power *= 10 }
    if wholeSteps { power = max(1, power) }
    while true {
      for factor in [1, 2, 2.5, 5] where !(wholeSteps && power == 1 && factor == 2.5) {
        let step = factor * power
        if index(high / step, .up) - index(low / step, .down) <= 4 { return step }
      }
      power *= 10
    }
  }

  /// The tick a value lies on or beside, forgiving the last bits of a division.
  private static func index(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let nearest = value.rounded()
    return abs(value - nearest) < 1e-9 * max(1, abs(value)) ? nearest : value.rounded(rule)
  }
}
