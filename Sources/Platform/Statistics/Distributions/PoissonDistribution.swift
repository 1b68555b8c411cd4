import Glibc

/// The Poisson distribution: how many events happen when each is independent of the others.
public struct PoissonDistribution: Sendable, Equatable {
  /// The expected number of events, ≥ 0.
  public let mean: Double

  /// A distribution of a mean ≥ 0.
  public init(mean: Double) { self.mean = mean }

  /// The chance of exactly so many events; 0 for fewer than none.
  public func probability(of count: Int) -> Double {
    count < 0 ? 0 : Loader.poisson(Double(count), mean: mean)
  }

  /// The chance of at most so many events.
  public func cumulative(_ count: Int) -> Double {
    count < 0 ? 0 : GammaDistribution(shape: Double(count) + 1).upperTail(mean)
  }

  /// The chance of more than so many events.
  public func upperTail(_ count: Int) -> Double {
    count < 0 ? 1 : GammaDistribution(shape: Double(count) + 1).cumulative(mean)
  }

  /// The smallest count whose cumulative chance is at least a share, 0 ≤ share < 1.
  public func quantile(_ share: Double) -> Int {
    let z = NormalDistribution.quantile(min(max(share, 1e-300), 1 - 1e-16))
    let guess = mean + z * mean.squareRoot() + (z * z - 1) / 6
    return smallestCount(from: guess, to: .max) { cumulative($0) >= share }
  }
}

/// The smallest count from 0 that satisfies what all greater ones satisfy, looked for from a guess.
func smallestCount(from guess: Double, to last: Int, _ isEnough: (Int) -> Bool) -> Int {
  var count = max(0, guess.isFinite && abs(guess) < 1e15 ? Int(guess) : 0)
  count = min(count, last)
  while count > 0, isEnough(count - 1) { count -= 1 }
  while count < last, !isEnough(count) { count += 1 }
  return count
}
