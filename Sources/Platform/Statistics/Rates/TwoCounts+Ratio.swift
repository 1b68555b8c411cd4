import Glibc

extension TwoCounts {
  /// The first rate over the second; `nil` where the second is 0.
  public var ratio: Double? {
    second > 0 ? Double(first) / Double(second) / ratioOfExposures : nil
  }

  /// The interval of the ratio from the normal distribution of its logarithm.
  ///
  /// `ratio × exp(±z √(φ (1/x₁ + 1/x₂)))`; `nil` where either count is 0. The dispersion φ ≥ 1 is that
  /// of the months, see ``Dispersion``; 1 for independent events.
  public func ratioInterval(
    _ confidence: Confidence = .p95, dispersion: Double = 1
  ) -> ConfidenceInterval? {
    guard first > 0, let ratio else { return nil }
    let variance = max(1, dispersion) * (1 / Double(first) + 1 / Double(second))
    let reach = exp(confidence.z * variance.squareRoot())
    return ConfidenceInterval(ratio / reach, ratio * reach)
  }

  /// The exact interval of the ratio, given the sum of the two counts; `nil` without events.
  ///
  /// Clopper and Pearson's limits of the first one's share p, as `p/(1−p)` over the ratio of the
  /// exposures: from 0 where the first count is 0, without end where the second is.
  ///
  /// - Note: Lehmann & Romano, *Testing Statistical Hypotheses*, 4.5.
  public func exactRatioInterval(_ confidence: Confidence = .p95) -> ConfidenceInterval? {
    guard let share = Proportion(first, of: first + second)?.clopperPearson(confidence) else {
      return nil
    }
    return ConfidenceInterval(share.lower / (1 - share.lower), share.upper / (1 - share.upper))
      .scaled(by: 1 / ratioOfExposures)
  }

  /// The change of the rate from the first to the second, in per cent of the first; `nil` where that
  /// is 0.
  ///
  /// Below about 20 events it says next to nothing.
  public var percentChange: Double? {
    guard first > 0 else { return nil }
    return (Double(second) / Double(first) * ratioOfExposures - 1) * 100
  }

  /// How many standard errors the second rate lies over the first, on the scale of square roots,
  /// where the variance does not depend on the rate.
  ///
  /// `(√((x₂+⅜)/t₂) − √((x₁+⅜)/t₁)) / √(1/4t₁ + 1/4t₂)`. An alarm is usually from 3.
  ///
  /// - Note: Anscombe 1948, doi:10.1093/biomet/35.3-4.246.
  public var rootZ: Double {
    let one = ((Double(first) + 0.375) / firstExposure).squareRoot()
    let two = ((Double(second) + 0.375) / secondExposure).squareRoot()
    return (two - one) / (1 / (4 * firstExposure) + 1 / (4 * secondExposure)).squareRoot()
  }

  /// `2 (√x₂ − √x₁)`, for two counts of one period each; `nil` for other exposures.
  ///
  /// Its standard deviation is 1 where the first is an expected count without error, and about √2
  /// where both are single counts. An alarm is usually from 3.
  ///
  /// - Note: Wheeler 2016, doi:10.1177/1461355716642781.
  public var wheelerZ: Double? {
    guard firstExposure == 1, secondExposure == 1 else { return nil }
    return 2 * (Double(second).squareRoot() - Double(first).squareRoot())
  }
}
