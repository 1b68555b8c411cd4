/// How sure an interval is to hold what it estimates, over many uses.
///
/// For example, `Confidence.p95` leaves 2.5 % on either side and has a `z` of 1.96.
public struct Confidence: Sendable, Hashable {
  /// 95 %, the level of most published intervals.
  public static let p95 = Confidence(tail: 0.025)
  /// 99 %.
  public static let p99 = Confidence(tail: 0.005)
  /// 99.8 %, the outer limits of funnel plots: about three standard errors.
  public static let p998 = Confidence(tail: 0.001)

  /// The share left out on each side, between 0 and 0.5.
  public let tail: Double

  /// A level by the share left out on each side, such as 0.025 for 95 %.
  ///
  /// A share outside 0 to 0.5 is taken as the nearest inside.
  public init(tail: Double) { self.tail = min(max(tail, 1e-300), 0.5) }

  /// How many standard errors either way hold so much of the normal distribution.
  public var z: Double { -NormalDistribution.quantile(tail) }
}

/// The lowest and the highest value that an estimate is compatible with.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The lower end.
  public let lower: Double
  /// The upper end, ≥ the lower; may be infinite.
  public let upper: Double

  /// An interval of two ends.
  public init(_ lower: Double, _ upper: Double) { (self.lower, self.upper) = (lower, upper) }

  /// The same per so many, such as 1,000 residents; the factor > 0.
  public func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower * factor, upper * factor)
  }

  /// Whether a value lies within, the ends included.
  public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  func within(_ range: ClosedRange<Double>) -> ConfidenceInterval {
    ConfidenceInterval(max(range.lowerBound, lower), min(range.upperBound, upper))
  }
}
