import Glibc

/// Two counts over two exposures, tested for equal rates.
public struct TwoCounts: Sendable, Equatable {
  private let first: Int
  private let second: Int
  private let firstExposure: Double
  private let secondExposure: Double

  /// Counts ≥ 0 over exposures > 0, such as months or residents.
  public init(
    _ first: Int, over firstExposure: Double, _ second: Int, over secondExposure: Double
  ) {
    self.first = first
    self.second = second
    self.firstExposure = firstExposure
    self.secondExposure = secondExposure
  }

  /// The two-sided p-value of the exact conditional test.
  ///
  /// Given their sum, the first count is binomial; outcomes no more likely than the observed one are
  /// added up. Conservative for small counts.
  ///
  /// - Complexity: O(first + second).
  /// - Note: Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313.
  public var exactConditional: Double {
    let total = first + second
    let share = firstExposure / (firstExposure + secondExposure)
    let logOfShare = (log(share), log1p(-share))
    let logs = (0...total).map { count in
      let (k, rest) = (Double(count), Double(total - count))
      let ways = lgamma(Double(total) + 1) - lgamma(k + 1) - lgamma(rest + 1)
      return ways + k * logOfShare.0 + rest * logOfShare.1
    }
    let observed = exp(logs[first]) * (1 + 1e-7)
    return min(1, logs.map { exp($0) }.filter { $0 <= observed }.reduce(0, +))
  }

  /// The two-sided p-value of the E-test, from the score statistic.
  ///
  /// Both counts are drawn from Poisson distributions of the pooled rate; outcomes whose statistic is
  /// at least as far out as the observed one are added up. Closer to its nominal level than the
  /// conditional test.
  ///
  /// - Complexity: O((largest count that matters)²); meant for counts of hundreds at most.
  /// - Note: Krishnamoorthy & Thomson 2004, doi:10.1016/S0378-3758(02)00408-1; statistic as
  ///   Gu et al. 2008, doi:10.1002/bimj.200710403.
  public var eTest: Double {
    guard first + second > 0 else { return 1 }
    let rate = Double(first + second) / (firstExposure + secondExposure)
    let firstChances = Self.poisson(rate * firstExposure)
    let secondChances = Self.poisson(rate * secondExposure)
    let ratio = firstExposure / secondExposure
    let observed = squaredStatistic(first, second, ratio) * (1 - 2e-12)
    var sum = 0.0
    for (a, chanceOfA) in firstChances.enumerated() {
      var inner = 0.0
      for (b, chanceOfB) in secondChances.enumerated() {
        inner += squaredStatistic(a, b, ratio) >= observed ? chanceOfB : 0
      }
      sum += chanceOfA * inner
    }
    return min(1, sum)
  }

  /// How far apart two counts are, in standard errors under equal rates, squared: roots of
  /// thousands of pairs would be most of the work.
  private func squaredStatistic(_ a: Int, _ b: Int, _ ratio: Double) -> Double {
    guard a + b > 0 else { return 0 }
    let difference = Double(a) - Double(b) * ratio
    return difference * difference / (Double(a + b) * ratio)
  }

  /// The chances of 0, 1, 2, … events, up to a tail of 1e-14.
  private static func poisson(_ mean: Double) -> [Double] {
    let last = Int(mean + 9 * mean.squareRoot()) + 30
    return (0...last).map { exp(Double($0) * log(mean) - mean - lgamma(Double($0) + 1)) }
  }
}
