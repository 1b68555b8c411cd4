import Testing

@testable import Statistics

/// Expected values to 18 digits from mpmath at 40 digits.
@Suite("Distributions")
struct DistributionTests {
  @Test(
    "give the incomplete gamma functions",
    arguments: [
      (0.5, 0.1, 0.34527915398142298, 0.65472084601857702),
      (1, 3, 0.950212931632136057, 0.049787068367863943),
      (3.5, 20, 0.999998741209612629, 1.25879038737130878e-6),
      (12, 6.2, 0.0249847814346531564, 0.975015218565346844),
      (100, 85, 0.0607440956514600788, 0.939255904348539921),
      (1000, 1100, 0.998940676746070023, 0.00105932325392997735),
      (10000, 9900, 0.158651192193564657, 0.841348807806435343),
      (1e6, 1.002e6, 0.977195904101230137, 0.0228040958987698628),
    ])
  func gamma(_ shape: Double, _ x: Double, _ lower: Double, _ upper: Double) {
    let gamma = GammaDistribution(shape: shape)
    #expect(isClose(gamma.cumulative(x), lower, relative: 1e-11))
    #expect(isClose(gamma.upperTail(x), upper, relative: 1e-11))
    #expect(isClose(gamma.quantile(lower), x, relative: 1e-9))
    #expect(isClose(gamma.upperQuantile(upper), x, relative: 1e-9))
  }

  @Test(
    "give the incomplete beta function",
    arguments: [
      (0.5, 10.5, 4.789e-5, 0.0249998869745045541, 0.975000113025495446),
      (2, 3, 0.4, 0.5248, 0.4752),
      (52, 49, 0.41, 0.0170093244180368853, 0.982990675581963115),
      (1215.5, 143.5, 0.91, 0.973566140216790744, 0.0264338597832092559),
      (0.5, 0.5, 0.999, 0.9798649583666225, 0.0201350416333774999),
      (200, 300, 0.43, 0.913826386479676949, 0.0861736135203230513),
    ])
  func beta(_ a: Double, _ b: Double, _ x: Double, _ lower: Double, _ upper: Double) {
    let beta = BetaDistribution(a, b)
    #expect(isClose(beta.cumulative(x), lower, relative: 1e-11))
    #expect(isClose(beta.upperTail(x), upper, relative: 1e-11))
    #expect(isClose(beta.quantile(lower), x, relative: 1e-10))
    #expect(isClose(beta.upperQuantile(upper), x, relative: 1e-10))
  }

  @Test(
    "give the normal quantile",
    arguments: [
      (1e-20, -9.26234008979840757), (1e-10, -6.3613409024040562), (0.001, -3.09023230616781354),
      (0.025, -1.95996398454005424), (0.3, -0.524400512708040784), (0.5, 0),
      (0.8, 0.841621233572914205), (0.999999, 4.75342430882289895), (0, -.infinity),
      (1, .infinity),
    ])
  func normal(_ share: Double, _ z: Double) {
    let found = NormalDistribution.quantile(share)
    // 0.999999 is not exact, which shows in the tail that it leaves.
    #expect(found == z || isClose(found, z, relative: share > 0.9 ? 1e-11 : 1e-13))
    if abs(z) < 6 { #expect(isClose(NormalDistribution.cumulative(found), share, relative: 1e-12)) }
  }

  @Test(
    "give Poisson probabilities",
    arguments: [
      (0, 0.3, 0.740818220681717874), (5, 5, 0.175467369767850706),
      (40, 31.5, 0.0219028638458157298), (1000, 900, 5.92695328541889984e-5),
      (1_000_000, 1_000_500, 0.000352079961619482822), (-1, 2, 0), (0, 0, 1), (3, 0, 0),
    ])
  func poisson(_ count: Int, _ mean: Double, _ chance: Double) {
    let found = PoissonDistribution(mean: mean).probability(of: count)
    #expect(found == chance || isClose(found, chance, relative: 1e-12))
  }

  @Test(
    "give binomial probabilities",
    arguments: [
      (0, 10, 0.3, 0.0282475249), (52, 100, 0.5, 0.0735270104067073777),
      (99_000, 100_000, 0.9895, 0.00373375558511463824), (11, 10, 0.3, 0), (0, 5, 0, 1),
      (5, 5, 1, 1), (4, 5, 1, 0),
    ])
  func binomial(_ count: Int, _ trials: Int, _ chance: Double, _ expected: Double) {
    let found = BinomialDistribution(trials: trials, chance: chance).probability(of: count)
    #expect(found == expected || isClose(found, expected, relative: 1e-12))
  }

  @Test("of counts add up to their cumulative chances, and quantiles are where those pass")
  func cumulative() {
    for mean in [0.0, 0.2, 3, 47.5] {
      let poisson = PoissonDistribution(mean: mean)
      var sum = 0.0
      for count in 0...120 {
        sum += poisson.probability(of: count)
        #expect(isClose(poisson.cumulative(count), sum, relative: 1e-11))
        #expect(isClose(poisson.cumulative(count) + poisson.upperTail(count), 1))
      }
      for share in [0.001, 0.025, 0.5, 0.975, 0.999] {
        let count = poisson.quantile(share)
        #expect(poisson.cumulative(count) >= share && poisson.cumulative(count - 1) < share)
      }
    }
    let binomial = BinomialDistribution(trials: 30, chance: 0.2)
    for share in [0.001, 0.025, 0.5, 0.975, 0.999, 1] {
      let count = binomial.quantile(share)
      #expect(binomial.cumulative(count) >= share && binomial.cumulative(count - 1) < share)
    }
    for count in -1...31 {
      #expect(isClose(binomial.cumulative(count) + binomial.upperTail(count), 1))
    }
  }
}
