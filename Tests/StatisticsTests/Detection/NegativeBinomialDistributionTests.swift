import Glibc
import Testing

@testable import Statistics

@Suite("The negative binomial distribution")
struct NegativeBinomialDistributionTests {
  @Test("adds up its own chances", arguments: [(3.5, 1.0), (3.5, 2.5), (40, 1.2), (0.2, 4)])
  func cumulative(_ mean: Double, _ dispersion: Double) {
    let distribution = NegativeBinomialDistribution(mean: mean, dispersion: dispersion)
    var sum = 0.0
    for count in 0...60 {
      let chance = chance(of: count, mean, dispersion)
      sum += chance
      #expect(isClose(distribution.cumulative(count), sum))
      #expect(isClose(distribution.upperTail(count), 1 - sum, absolute: 1e-12))
    }
  }

  private func chance(of count: Int, _ mean: Double, _ dispersion: Double) -> Double {
    let k = Double(count)
    let factorial: Double = lgamma(k + 1)
    guard dispersion > 1 else { return exp(k * log(mean) - mean - factorial) }
    let size = mean / (dispersion - 1)
    let ways: Double = lgamma(k + size) - lgamma(size) - factorial
    return exp(ways - size * log(dispersion) + k * log1p(-1 / dispersion))
  }

  @Test("has the least count at or above a share", arguments: [1.0, 1.7, 6])
  func quantile(_ dispersion: Double) {
    let distribution = NegativeBinomialDistribution(mean: 12.3, dispersion: dispersion)
    for share in [0.01, 0.5, 0.95, 0.99, 0.9999] {
      let count = distribution.quantile(share)
      #expect(distribution.cumulative(count) >= share)
      #expect(count == 0 || distribution.cumulative(count - 1) < share)
    }
    #expect(distribution.cumulative(-1) == 0 && distribution.upperTail(-1) == 1)
  }

  @Test("keeps the digits of tiny tails")
  func tiny() {
    let tail = NegativeBinomialDistribution(mean: 5, dispersion: 2).upperTail(119)
    // 5 successes of chance ½ after at least 120 failures: fewer than 5 heads in 124 throws.
    let ways = 1.0 + 124 + 7626 + 310_124 + 9_381_251
    #expect(isClose(tail, ways * exp2(-124)))
  }
}

@Suite("Student's distribution")
struct StudentDistributionTests {
  @Test(
    "has the tails of tables",
    arguments: [(1.0, 1.0, 0.25), (2.0150483726691575, 5, 0.05), (3.707428021324907, 6, 0.005)])
  func tails(_ t: Double, _ degrees: Double, _ tail: Double) {
    let student = StudentDistribution(degrees: degrees)
    #expect(isClose(student.upperTail(t), tail, absolute: 1e-9))
    #expect(isClose(student.upperTail(-t), 1 - tail, absolute: 1e-9))
    #expect(student.upperTail(0) == 0.5)
    #expect(student.upperTail(.infinity) == 0 && student.upperTail(-.infinity) == 1)
  }
}
