import Testing

@testable import Statistics

@Suite("Two counts")
struct TwoCountsTests {
  private static let pairs = [
    (0, 1.0, 1, 1.0), (0, 12, 7, 12), (3, 10, 9, 20), (40, 1, 31, 1), (88, 31, 64, 28),
    (5, 2, 0, 9), (400, 3.5, 520, 4.25),
  ]

  @Test("give the same p-values in either order", arguments: pairs)
  func symmetric(_ one: Int, _ first: Double, _ two: Int, _ second: Double) throws {
    let (there, back) = (
      TwoCounts(one, over: first, two, over: second), TwoCounts(two, over: second, one, over: first)
    )
    #expect(isClose(there.eTest, back.eTest))
    #expect(isClose(there.eTest(.separate), back.eTest(.separate)))
    #expect(isClose(there.exactConditional, back.exactConditional))
    #expect(isClose(there.normalTest(), back.normalTest()))
    #expect(isClose(try #require(there.z()), -(try #require(back.z()))))
    #expect(isClose(there.rootZ, -back.rootZ))
    for p in [there.eTest, there.exactConditional, there.conditionalMidP, there.normalTest()] {
      #expect(p >= 0 && p <= 1)
    }
  }

  @Test("are less likely alike the further they are apart")
  func monotone() {
    var last = 1.1
    for second in 10...40 {
      let p = TwoCounts(10, over: 1, second, over: 1).eTest
      #expect(p < last)
      last = p
    }
  }

  @Test("of nothing tell nothing")
  func empty() {
    let none = TwoCounts(0, over: 3, 0, over: 4)
    #expect(none.eTest == 1 && none.eTest(.separate) == 1 && none.exactConditional == 1)
    #expect(none.normalTest() == 1 && none.z() == nil)
    #expect(none.ratio == nil && none.ratioInterval() == nil && none.exactRatioInterval() == nil)
    #expect(none.percentChange == nil)
  }

  @Test("give the E-test by its definition, pair by pair", arguments: TwoCounts.Variance.allCases)
  func definition(_ variance: TwoCounts.Variance) {
    for (one, first, two, second) in Self.pairs where one + two < 200 {
      let counts = TwoCounts(one, over: first, two, over: second)
      let rate = Double(one + two) / (first + second)
      let (a, b) = (
        PoissonDistribution(mean: rate * first), PoissonDistribution(mean: rate * second)
      )
      let observed = counts.squaredStatistic(one, two, variance) * (1 - 2e-12)
      var sum = 0.0
      for x in 0...250 {
        for y in 0...250 where counts.squaredStatistic(x, y, variance) >= observed {
          sum += a.probability(of: x) * b.probability(of: y)
        }
      }
      #expect(isClose(counts.eTest(variance), min(1, sum), absolute: 1e-13))
    }
  }

  @Test("of many events give what the normal distribution gives")
  func large() {
    let counts = TwoCounts(100_000, over: 1, 100_700, over: 1)
    #expect(isClose(counts.eTest, counts.normalTest(), relative: 0.01))
    #expect(isClose(counts.exactConditional, counts.normalTest(), relative: 0.01))
  }

  @Test("have a ratio without end over none, and from 0 under one")
  func ends() throws {
    let over = try #require(TwoCounts(4, over: 1, 0, over: 1).exactRatioInterval())
    #expect(over.upper == .infinity && over.lower > 0)
    let under = try #require(TwoCounts(0, over: 1, 4, over: 1).exactRatioInterval())
    #expect(under.lower == 0 && under.upper < .infinity)
    #expect(TwoCounts(0, over: 1, 4, over: 1).ratioInterval() == nil)
    #expect(TwoCounts(5, over: 12, 9, over: 12).wheelerZ == nil)
  }

  @Test("have a wider ratio where the months vary by more than chance")
  func dispersed() throws {
    let counts = TwoCounts(40, over: 1, 20, over: 1)
    let plain = try #require(counts.ratioInterval())
    let wide = try #require(counts.ratioInterval(dispersion: 4))
    #expect(isClose(wide.upper / 2, (plain.upper / 2) * (plain.upper / 2)))
    #expect(counts.ratioInterval(dispersion: 0.5) == plain)
  }
}
