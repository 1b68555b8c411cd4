/// The control chart of single values, with its moving ranges.
///
/// Limits are `mean ± 2.66 × mean moving range`; the upper limit of the ranges themselves is
/// `3.267 × mean moving range`. Values are in the order of time, evenly spaced, none missing.
/// Where a definition or a recording system changed, make one chart before and one after.
///
/// For example, `XmR(monthly)?.signals[11]` holds what the twelfth month signals.
///
/// - Note: Wheeler, *Understanding Variation*, 2000; rules and screening as NHS England's *Making
///   data count* (NHSRplotthedots, 050b07d).
public struct XmR: Sendable, Equatable {
  /// Fewer values than this give limits that are still likely to move.
  public static let enough = 12
  static let limitFactor = 2.66
  static let rangeFactor = 3.267

  /// The values, as given.
  public let values: [Double]
  /// The differences between neighbours without their sign; one fewer than the values.
  public let movingRanges: [Double]
  /// The mean of the baseline.
  public let mean: Double
  /// The mean moving range of the baseline, after screening.
  public let meanMovingRange: Double
  /// What each value signals; empty for most.
  public let signals: [Set<Signal>]

  /// A chart of at least two finite values; `nil` for fewer.
  ///
  /// - Parameters:
  ///   - values: in the order of time.
  ///   - baseline: the values that mean and limits are taken from, at least two; all when `nil`.
  ///   - isScreened: whether moving ranges of at least 3.267 times their mean are left out once
  ///     before the limits are taken, so that one freak value does not hide the next.
  /// - Complexity: O(values).
  public init?(_ values: [Double], baseline: Range<Int>? = nil, isScreened: Bool = true) {
    let baseline = baseline ?? values.indices
    guard values.allSatisfy(\.isFinite), baseline.count >= 2,
      baseline.lowerBound >= 0, baseline.upperBound <= values.count
    else { return nil }
    self.values = values
    movingRanges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    mean = average(values[baseline])
    var ranges = Array(movingRanges[baseline.lowerBound..<baseline.upperBound - 1])
    if isScreened {
      let limit = Self.rangeFactor * average(ranges[...])
      let kept = ranges.filter { $0 < limit }
      if !kept.isEmpty { ranges = kept }
    }
    meanMovingRange = average(ranges[...])
    signals = Rules(mean: mean, reach: Self.limitFactor * meanMovingRange).signals(of: values)
  }
}

extension XmR {
  /// The upper limit of the values.
  public var upper: Double { mean + Self.limitFactor * meanMovingRange }
  /// The lower limit of the values; may be under zero where counts cannot be.
  public var lower: Double { mean - Self.limitFactor * meanMovingRange }
  /// Two thirds of the way from the mean to the upper limit.
  public var upperNear: Double { mean + Self.limitFactor * meanMovingRange * 2 / 3 }
  /// Two thirds of the way from the mean to the lower limit.
  public var lowerNear: Double { mean - Self.limitFactor * meanMovingRange * 2 / 3 }
  /// The upper limit of the moving ranges.
  public var upperRange: Double { Self.rangeFactor * meanMovingRange }
  /// Whether there are too few values for limits that stay.
  public var isProvisional: Bool { values.count < Self.enough }

  /// What a value says beyond the ordinary variation.
  public struct Signal: Sendable, Hashable {
    /// The rule that saw it.
    public let rule: Rule
    /// Whether it lies above the mean, or for a trend rises.
    public let isHigh: Bool
  }

  /// The rules, the most telling first.
  public enum Rule: Sendable, Hashable, CaseIterable {
    /// Outside the limits.
    case beyondLimit
    /// One of seven values that rise or fall six times running.
    case trend
    /// One of two values in three near a limit, all three on the same side of the mean.
    case nearLimit
    /// One of seven values running on the same side of the mean.
    case shift
  }

  /// The most telling signal of a value; `nil` for ordinary variation.
  public func signal(at index: Int) -> Signal? {
    guard signals.indices.contains(index) else { return nil }
    for rule in Rule.allCases {
      if let signal = signals[index].first(where: { $0.rule == rule }) { return signal }
    }
    return nil
  }
}

/// The rules, for a mean and the distance from it to the limits.
private struct Rules {
  private static let run = 7
  let mean: Double
  let reach: Double

  func signals(of values: [Double]) -> [Set<XmR.Signal>] {
    var signals = [Set<XmR.Signal>](repeating: [], count: values.count)
    func mark(_ indices: some Sequence<Int>, _ rule: XmR.Rule, isHigh: Bool) {
      for index in indices { signals[index].insert(XmR.Signal(rule: rule, isHigh: isHigh)) }
    }
    for (index, value) in values.enumerated() where abs(value - mean) > reach {
      mark([index], .beyondLimit, isHigh: value > mean)
    }
    let sides = values.map { sign($0 - mean) }
    for (range, side) in runs(of: sides, atLeast: Self.run) {
      mark(range, .shift, isHigh: side > 0)
    }
    let steps = zip(values, values.dropFirst()).map { sign($1 - $0) }
    for (range, side) in runs(of: steps, atLeast: Self.run - 1) {
      mark(range.lowerBound...range.upperBound, .trend, isHigh: side > 0)
    }
    for start in values.indices.dropLast(2) {
      let three = start..<start + 3
      let side = sides[start]
      let near = three.filter { isNear(values[$0]) }
      if side != 0, near.count >= 2, sides[three].allSatisfy({ $0 == side }) {
        mark(near, .nearLimit, isHigh: side > 0)
      }
    }
    return signals
  }

  private func isNear(_ value: Double) -> Bool {
    let distance = abs(value - mean)
    return distance > reach * 2 / 3 && distance <= reach
  }

  private func runs(of signs: [Int], atLeast length: Int) -> [(Range<Int>, Int)] {
    var found: [(Range<Int>, Int)] = []
    var start = 0
    for end in 1...max(1, signs.count) where end == signs.count || signs[end] != signs[start] {
      if end - start >= length, signs[start] != 0 { found.append((start..<end, signs[start])) }
      start = end
    }
    return found
  }
}

private func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

private func average(_ values: ArraySlice<Double>) -> Double {
  values.reduce(0, +) / Double(values.count)
}
