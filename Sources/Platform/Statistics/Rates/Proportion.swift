import Glibc

/// A share of a sample, with what interval the true share lies in.
///
/// For example, `Proportion(52, of: 100, designEffect: 1.4)?.wilson()`.
///
/// A sample drawn in clusters or weighted after the event tells less than its size: its design
/// effect is how many times over the variance grows, and the intervals are those of a sample so many
/// times smaller. Non-response is in no interval.
public struct Proportion: Sendable, Equatable {
  /// Those counted, from 0 to the sample.
  public let count: Int
  /// The size of the sample, > 0.
  public let sample: Int
  /// The variance over that of a simple random sample, > 0; 1 for one, about 1.2 to 2 for surveys.
  public let designEffect: Double

  /// A share; `nil` for a sample of none, or for more counted than asked.
  public init?(_ count: Int, of sample: Int, designEffect: Double = 1) {
    guard sample > 0, (0...sample).contains(count), designEffect > 0, designEffect.isFinite else {
      return nil
    }
    (self.count, self.sample, self.designEffect) = (count, sample, designEffect)
  }

  /// The share, 0 to 1.
  public var value: Double { Double(count) / Double(sample) }

  /// Those counted, in the simple random sample that would tell as much.
  private var x: Double { Double(count) / designEffect }
  private var n: Double { Double(sample) / designEffect }
}

extension Proportion {
  /// Wilson's score interval: the one to use for surveys.
  ///
  /// `(p + z²/2n ± z √(p q/n + z²/4n²)) / (1 + z²/n)`.
  ///
  /// - Note: Wilson 1927, doi:10.1080/01621459.1927.10502953; Newcombe 1998, method 3.
  public func wilson(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    let (p, z) = (value, confidence.z)
    let centre = p + z * z / (2 * n)
    let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let whole = 1 + z * z / n
    return ended((centre - reach) / whole, (centre + reach) / whole)
  }

  /// Wilson's interval with a correction for continuity: as wide as the exact one.
  ///
  /// - Note: Newcombe 1998, method 4, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.
  public func wilsonCorrected(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    let (p, z) = (value, confidence.z)
    let centre = 2 * n * p + z * z
    let below = (z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1)).squareRoot()
    let above = (z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1)).squareRoot()
    let whole = 2 * (n + z * z)
    return ended((centre - 1 - z * below) / whole, (centre + 1 + z * above) / whole)
  }

  /// The exact interval of Clopper and Pearson: never narrower than it says, often wider.
  ///
  /// - Note: Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404.
  public func clopperPearson(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    ConfidenceInterval(
      count > 0 ? BetaDistribution(x, n - x + 1).quantile(confidence.tail) : 0,
      count < sample ? BetaDistribution(x + 1, n - x).upperQuantile(confidence.tail) : 1)
  }

  /// The interval of equal tails of the posterior under Jeffreys' prior.
  ///
  /// At no or all counted its end stays short of 0 or 1.
  ///
  /// - Note: Brown, Cai & DasGupta 2001, doi:10.1214/ss/1009213286.
  public func jeffreys(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    let posterior = BetaDistribution(x + 0.5, n - x + 0.5)
    return ConfidenceInterval(
      posterior.quantile(confidence.tail), posterior.upperQuantile(confidence.tail))
  }

  /// Agresti and Coull's interval: Wald's after adding z² trials, half of them counted.
  ///
  /// - Note: Agresti & Coull 1998, doi:10.1080/00031305.1998.10480550.
  public func agrestiCoull(_ confidence: Confidence = .p95) -> ConfidenceInterval {
    let square = confidence.z * confidence.z
    let trials = n + square
    let p = (x + square / 2) / trials
    let reach = confidence.z * (p * (1 - p) / trials).squareRoot()
    return ConfidenceInterval(p - reach, p + reach).within(0...1)
  }

  /// How far this share lies over another, with Newcombe's interval from the two Wilson ones.
  ///
  /// With the intervals (l, u): `d − √((p₁−l₁)² + (u₂−p₂)²)` and `d + √((u₁−p₁)² + (p₂−l₂)²)`.
  /// The two samples must be independent.
  ///
  /// - Note: Newcombe 1998, method 10,
  ///   doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
  public func difference(
    from other: Proportion, _ confidence: Confidence = .p95
  ) -> (value: Double, interval: ConfidenceInterval) {
    let (one, two) = (wilson(confidence), other.wilson(confidence))
    let difference = value - other.value
    return (
      difference,
      ConfidenceInterval(
        difference - hypot(value - one.lower, two.upper - other.value),
        difference + hypot(one.upper - value, other.value - two.lower))
    )
  }

  /// Held to 0…1, and exactly 0 or 1 where none or all were counted.
  private func ended(_ lower: Double, _ upper: Double) -> ConfidenceInterval {
    ConfidenceInterval(count == 0 ? 0 : lower, count == sample ? 1 : upper).within(0...1)
  }
}
