/// The distribution of a count whose variance is a multiple of its mean: negative binomial, or
/// Poisson where the multiple is 1.
public struct NegativeBinomialDistribution: Sendable, Equatable {
  /// The expected count, > 0.
  public let mean: Double
  /// The variance over the mean, ≥ 1.
  public let dispersion: Double

  /// A distribution of a mean > 0 and a dispersion ≥ 1.
  public init(mean: Double, dispersion: Double) {
    (self.mean, self.dispersion) = (mean, dispersion)
  }

  /// The chance of at most so many events.
  public func cumulative(_ count: Int) -> Double { tails(over: count).lower }

  /// The chance of more than so many events.
  public func upperTail(_ count: Int) -> Double { tails(over: count).upper }

  /// The smallest count whose cumulative chance is at least a share, 0 < share < 1.
  public func quantile(_ share: Double) -> Int {
    let guess = mean + NormalDistribution.quantile(share) * (mean * dispersion).squareRoot()
    // As R does, a share missed by rounding alone counts as reached.
    let reached = share * (1 - 64 * Double.ulpOfOne)
    return smallestCount(from: guess, to: .max) { cumulative($0) >= reached }
  }

  private func tails(over count: Int) -> Tails {
    guard count >= 0 else { return Tails(lower: 0) }
    let least = Double(count) + 1
    guard dispersion > 1 else { return GammaDistribution(shape: least).tails(at: mean).swapped }
    let size = mean / (dispersion - 1)
    return BetaDistribution(least, size).tails(at: 1 - 1 / dispersion, rest: 1 / dispersion)
      .swapped
  }
}
