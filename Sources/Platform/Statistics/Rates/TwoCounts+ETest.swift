import Glibc

extension TwoCounts {
  /// The two-sided p-value of the E-test, from the score statistic.
  public var eTest: Double { eTest(.pooled) }

  /// The two-sided p-value of the E-test.
  ///
  /// Both counts are drawn from Poisson distributions of the pooled rate; outcomes whose statistic is
  /// at least as far out as the observed one are added up. Closer to its nominal level than the
  /// conditional test. 1 without events.
  ///
  /// - Complexity: O(√largest count) beyond the chances themselves: for each first count the seconds
  ///   that are far enough out are two runs, whose ends only move up.
  /// - Note: Krishnamoorthy & Thomson 2004, doi:10.1016/S0378-3758(02)00408-1; statistics as
  ///   Gu et al. 2008, doi:10.1002/bimj.200710403.
  public func eTest(_ variance: Variance) -> Double {
    guard first + second > 0 else { return 1 }
    let observed = squaredStatistic(first, second, variance) * (1 - 2e-12)
    guard observed > 0 else { return 1 }
    let rate = Double(first + second) / (firstExposure + secondExposure)
    let firsts = Window(mean: rate * firstExposure)
    let seconds = Window(mean: rate * secondExposure)
    let ratio = ratioOfExposures
    func isFar(_ a: Int, _ b: Int) -> Bool { squaredStatistic(a, b, variance) >= observed }
    var (few, many) = (seconds.first, seconds.first)
    var sum = 0.0
    for a in firsts.first...firsts.last {
      while few <= seconds.last, Double(few) * ratio < Double(a), isFar(a, few) { few += 1 }
      many = max(many, few)
      while many <= seconds.last, Double(many) * ratio <= Double(a) || !isFar(a, many) { many += 1 }
      sum += firsts.chance(a) * (seconds.under(few) + seconds.from(many))
    }
    return min(1, sum)
  }
}

/// The counts of a Poisson distribution that matter: all but tails of about 1e-18.
private struct Window {
  let first: Int
  let chances: [Double]
  private let lower: [Double]
  private let upper: [Double]

  var last: Int { first + chances.count - 1 }

  init(mean: Double) {
    let distribution = PoissonDistribution(mean: mean)
    let reach = 9 * mean.squareRoot() + 30
    first = max(0, Int(mean - reach))
    chances = (first...Int(mean + reach)).map(distribution.probability)
    lower = chances.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    upper = chances.reversed().reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  func chance(_ count: Int) -> Double { chances[count - first] }

  /// The chance of fewer than a count within the window or one past it.
  func under(_ count: Int) -> Double { lower[count - first] }

  /// The chance of at least a count within the window or one past it.
  func from(_ count: Int) -> Double { upper[chances.count - (count - first)] }
}
