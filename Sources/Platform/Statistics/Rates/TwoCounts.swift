import Glibc

/// Two counts over two exposures, compared and tested for equal rates.
///
/// Counts are taken as independent events (Poisson); where they come in bursts every test here
/// finds too much. A percentage alone misleads below about 20 events: print the test beside it.
public struct TwoCounts: Sendable, Equatable {
  let first: Int
  let second: Int
  let firstExposure: Double
  let secondExposure: Double

  /// Counts ≥ 0 over exposures > 0, such as months or residents.
  public init(
    _ first: Int, over firstExposure: Double, _ second: Int, over secondExposure: Double
  ) {
    self.first = first
    self.second = second
    self.firstExposure = firstExposure
    self.secondExposure = secondExposure
  }

  /// How the variance of the difference of two rates is taken.
  public enum Variance: Sendable, CaseIterable {
    /// From the two together, as if the rates were equal: the score statistic.
    case pooled
    /// From each by itself: Wald's statistic.
    case separate
  }

  /// How many standard errors the first rate lies over the second; `nil` without events.
  ///
  /// With d the first exposure over the second: `(x₁ − x₂d) / √((x₁+x₂) d)` pooled,
  /// `(x₁ − x₂d) / √(x₁ + x₂d²)` separate.
  ///
  /// - Note: Ng, Gu & Tang 2007, doi:10.1016/j.csda.2006.02.004.
  public func z(_ variance: Variance = .pooled) -> Double? {
    guard first + second > 0 else { return nil }
    let squared = squaredStatistic(first, second, variance)
    return Double(first) < Double(second) * ratioOfExposures
      ? -squared.squareRoot() : squared.squareRoot()
  }

  /// The two-sided p-value of ``z(_:)`` under the normal distribution; 1 without events.
  ///
  /// For counts of ten and more; the E-test for fewer.
  public func normalTest(_ variance: Variance = .pooled) -> Double {
    z(variance).map(NormalDistribution.twoSided) ?? 1
  }

  /// The two-sided p-value of the exact conditional test (the C-test).
  ///
  /// Given their sum, the first count is binomial; outcomes no more likely than the observed one are
  /// added up. Conservative for small counts.
  ///
  /// - Complexity: O(first + second).
  /// - Note: Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313.
  public var exactConditional: Double {
    let chances = (0...first + second).map(given.probability)
    let observed = chances[first] * (1 + 1e-7)
    return min(1, chances.filter { $0 <= observed }.reduce(0, +))
  }

  /// The same with half the chance of the observed outcome taken off (mid-p): closer to its nominal
  /// level, at times beyond it.
  public var conditionalMidP: Double {
    max(0, exactConditional - given.probability(of: first) / 2)
  }

  /// The first count, given the sum, under equal rates.
  private var given: BinomialDistribution {
    BinomialDistribution(
      trials: first + second, chance: firstExposure / (firstExposure + secondExposure))
  }

  var ratioOfExposures: Double { firstExposure / secondExposure }

  /// How far apart two counts are, in standard errors under equal rates, squared: roots of
  /// thousands of pairs would be most of the work.
  func squaredStatistic(_ a: Int, _ b: Int, _ variance: Variance) -> Double {
    guard a + b > 0 else { return 0 }
    let ratio = ratioOfExposures
    let difference = Double(a) - Double(b) * ratio
    let spread =
      switch variance {
      case .pooled: Double(a + b) * ratio
      case .separate: Double(a) + Double(b) * ratio * ratio
      }
    return difference * difference / spread
  }
}
