import Glibc

/// The binomial distribution: how many of so many trials succeed.
public struct BinomialDistribution: Sendable, Equatable {
  /// The number of trials, ≥ 0.
  public let trials: Int
  /// The chance of success of each, 0 to 1.
  public let chance: Double

  /// A distribution of so many trials, each with a chance of 0 to 1.
  public init(trials: Int, chance: Double) { (self.trials, self.chance) = (trials, chance) }

  /// The chance of exactly so many successes; 0 outside 0 to the number of trials.
  public func probability(of count: Int) -> Double {
    guard (0...trials).contains(count) else { return 0 }
    return Loader.binomial(Double(count), of: Double(trials), p: chance, q: 1 - chance)
  }

  /// The chance of at most so many successes.
  public func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard count < trials else { return 1 }
    return BetaDistribution(Double(count) + 1, Double(trials - count)).upperTail(chance)
  }

  /// The chance of more than so many successes.
  public func upperTail(_ count: Int) -> Double {
    guard count >= 0 else { return 1 }
    guard count < trials else { return 0 }
    return BetaDistribution(Double(count) + 1, Double(trials - count)).cumulative(chance)
  }

  /// The smallest count whose cumulative chance is at least a share, 0 ≤ share ≤ 1.
  public func quantile(_ share: Double) -> Int {
    let n = Double(trials)
    let z = NormalDistribution.quantile(min(max(share, 1e-300), 1 - 1e-16))
    let guess = n * chance + z * (n * chance * (1 - chance)).squareRoot()
    return smallestCount(from: guess, to: trials) { cumulative($0) >= share }
  }
}
