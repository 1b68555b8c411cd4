import Glibc

/// How an area changed beside its control: the ratio of the two ratios of after to before.
///
/// 1 is no difference, 0.6 a fall of four tenths against the control. The counts are taken as
/// independent; where events come in bursts the interval is too narrow.
///
/// - Note: Farrington & Welsh 2006, "relative effect size"; Wilson 2022,
///   *Journal of Quantitative Criminology* 38, 323–341, doi:10.1007/s10940-021-09494-w, who names it the relative incident rate ratio.
public struct RelativeEffect: Sendable, Equatable {
  /// `(A₁/A₀) / (C₁/C₀)`, > 0.
  public let ratio: Double
  /// Where the true ratio lies, from the standard error `√(1/A₀ + 1/A₁ + 1/C₀ + 1/C₁)` of its log.
  public let interval: ConfidenceInterval

  /// The effect; `nil` with a count of nought, of which no ratio can be made.
  public init?(
    _ area: Displacement.Area, beside control: Displacement.Area, _ confidence: Confidence = .p95
  ) {
    let counts = [area.before, area.after, control.before, control.after]
    guard counts.allSatisfy({ $0 > 0 }) else { return nil }
    let error = counts.reduce(0) { $0 + 1 / Double($1) }.squareRoot()
    ratio =
      Double(area.after) / Double(area.before)
      / (Double(control.after) / Double(control.before))
    let margin = confidence.z * error
    interval = ConfidenceInterval(ratio * exp(-margin), ratio * exp(margin))
  }

  /// Whether the whole interval lies under 1.
  public var isFall: Bool { interval.upper < 1 }
  /// Whether the whole interval lies over 1.
  public var isRise: Bool { interval.lower > 1 }
}

extension Displacement {
  /// How one of the areas changed beside the control; `nil` with a count of nought.
  public func relativeEffect(of area: Area) -> RelativeEffect? {
    RelativeEffect(area, beside: control)
  }
}
