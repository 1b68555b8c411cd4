import Testing

@testable import Statistics

@Suite("Oracle: rates and two counts (e_rates.json)")
struct RatesOracleTests {
  private struct File: Decodable { let cases: [Case] }

  private struct Case: Decodable {
    let x1: Int
    let n1: Double
    let x2: Int
    let n2: Double
    let etestScore: Test
    let etestWald: Test
    let score: Test
    let wald: Test
    let exact: Test
    let midP: Test
    let etestDifference: Test
    let ratio: Double?
    let logWald: [Double]?
    let exactRatio: [Double]?
    let percentChange: Double?
    let wheeler: Double?
    let rootZ: Double
    let garwood: [Double]
    let byar: [Double]
    private enum CodingKeys: String, CodingKey {
      case x1, n1, x2, n2, score, wald
      case etestScore = "etest-score"
      case etestWald = "etest-wald"
      case exact = "exact-cond"
      case midP = "cond-midp"
      case etestDifference = "E_test_KT2004_diff"
      case ratio = "rate_ratio"
      case logWald = "rr_ci95_log_wald"
      case exactRatio = "rr_ci95_exact_cond"
      case percentChange = "pct_change_from_1_to_2"
      case wheeler = "wheeler_z"
      case rootZ = "sqrt_z"
      case garwood = "garwood95_x1"
      case byar = "byar95_x1"
    }

    var counts: TwoCounts { TwoCounts(x1, over: n1, x2, over: n2) }
  }

  private struct Test: Decodable {
    let p: Double?
    let z: Double?
  }

  private func cases() throws -> [Case] {
    let file: File = try Oracles.read("e_rates.json")
    #expect(!file.cases.isEmpty)
    return file.cases
  }

  @Testing.Test("two counts give the p-values of the E-test")
  func eTests() throws {
    for one in try cases() {
      let expected: [(TwoCounts.Variance, Test)] = [
        (.pooled, one.etestScore), (.pooled, one.etestDifference), (.separate, one.etestWald),
      ]
      for (variance, test) in expected {
        let p = one.counts.eTest(variance)
        // The oracle leaves out tails of 1e-13, which shows in its smallest p-values.
        let isNear = isClose(p, test.p, absolute: 1e-12)
        #expect(isNear || isLessSomeTies(test.p, p, one, variance), "\(one.x1) v \(one.x2)")
      }
      #expect(isClose(one.counts.z(), one.etestScore.z))
      #expect(isClose(one.counts.z(.separate), one.etestWald.z))
    }
  }

  /// Whether an expected value lacks no more than outcomes exactly as far out as the observed one,
  /// which belong to it, but which rounding can drop where the statistics are worked out in another
  /// order, as the oracle's program does.
  private func isLessSomeTies(
    _ expected: Double?, _ p: Double, _ one: Case, _ variance: TwoCounts.Variance
  ) -> Bool {
    guard let expected, expected < p else { return false }
    let observed = one.counts.squaredStatistic(one.x1, one.x2, variance)
    let rate = Double(one.x1 + one.x2) / (one.n1 + one.n2)
    let (first, second) = (
      PoissonDistribution(mean: rate * one.n1), PoissonDistribution(mean: rate * one.n2)
    )
    let most = 2 * (one.x1 + one.x2) + 100
    var ties: [Double] = []
    for a in 0...most {
      for b in 0...most where (a, b) != (one.x1, one.x2) {
        let statistic = one.counts.squaredStatistic(a, b, variance)
        if isClose(statistic, observed, relative: 1e-12) {
          ties.append(first.probability(of: a) * second.probability(of: b))
        }
      }
    }
    // Whichever of the likeliest were dropped, their chances make up what is lacking.
    let likeliest = ties.sorted(by: >).prefix(12)
    let sums = likeliest.reduce(into: [0.0]) { sums, tie in sums += sums.map { $0 + tie } }
    return sums.contains { isClose(p - expected, $0, relative: 1e-6) }
  }

  @Testing.Test("two counts give the statistics and p-values of the other tests")
  func tests() throws {
    for one in try cases() {
      let counts = one.counts
      #expect(isClose(counts.z(), one.score.z) && isClose(counts.z(.separate), one.wald.z))
      #expect(isClose(counts.normalTest(), one.score.p ?? 1))
      #expect(isClose(counts.normalTest(.separate), one.wald.p ?? 1))
      #expect(isClose(counts.exactConditional, one.exact.p), "\(one.x1) v \(one.x2)")
      #expect(isClose(counts.conditionalMidP, one.midP.p), "\(one.x1) v \(one.x2)")
      #expect(one.exact.z == nil && one.midP.z == nil)
      #expect(isClose(counts.rootZ, one.rootZ, absolute: 1e-14))
      #expect(isClose(counts.wheelerZ, one.wheeler, absolute: 1e-14))
    }
  }

  @Testing.Test("two counts give their ratio with its intervals")
  func ratios() throws {
    for one in try cases() {
      let counts = one.counts
      #expect(isClose(counts.percentChange, one.percentChange, absolute: 1e-12))
      guard let ratio = one.ratio else { continue }
      #expect(isClose(counts.ratio, ratio))
      #expect(isClose(counts.ratioInterval(), one.logWald))
      #expect(isClose(counts.exactRatioInterval(), one.exactRatio), "\(one.x1) v \(one.x2)")
    }
  }

  @Testing.Test("a count gives Garwood's and Byar's intervals")
  func intervals() throws {
    for one in try cases() {
      let rate = try #require(Rate(one.x1, over: 1))
      #expect(isClose(rate.garwood(), one.garwood), "\(one.x1)")
      #expect(isClose(rate.byar(), one.byar), "\(one.x1)")
    }
  }
}
