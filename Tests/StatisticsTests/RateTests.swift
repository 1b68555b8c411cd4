import Testing

@testable import Statistics

@Suite("A rate")
struct RateTests {
  @Test("needs an exposure and no fewer than no events")
  func edges() throws {
    #expect(Rate(3, over: 0) == nil)
    #expect(Rate(3, over: -1) == nil)
    #expect(Rate(3, over: .infinity) == nil)
    #expect(Rate(-1, over: 10) == nil)
    let none = try #require(Rate(0, over: 10))
    #expect(none.value == 0 && none.byar().lower == 0 && none.garwood().lower == 0)
    #expect(none.garwood().upper > 0.3 && none.garwood().upper < 0.4)
  }

  @Test("lies within its intervals, which grow with confidence and narrow with exposure")
  func monotone() throws {
    for events in [1, 2, 7, 40, 900] {
      let rate = try #require(Rate(events, over: 1000))
      let more = try #require(Rate(events * 4, over: 4000))
      for interval in [Rate.byar, Rate.garwood] {
        let (p95, p99, p998) = (
          interval(rate)(.p95), interval(rate)(.p99), interval(rate)(.p998)
        )
        #expect(p95.contains(rate.value))
        #expect(p99.lower < p95.lower && p99.upper > p95.upper)
        #expect(p998.lower <= p99.lower && p998.upper > p99.upper && p998.lower >= 0)
        #expect(interval(more)(.p95).upper < p95.upper && interval(more)(.p95).lower > p95.lower)
      }
      #expect(isClose(rate.byar().upper, rate.garwood().upper, relative: 0.005))
    }
  }

  @Test("has a wider interval where the months vary by more than chance")
  func overdispersed() throws {
    let bursts = try #require(Rate(months: [[2, 30, 1, 25, 3, 28]], over: 100))
    #expect(bursts.events == 89 && bursts.dispersion > 10)
    let even = try #require(Rate(months: [[14, 15, 15, 15, 15, 15]], over: 100))
    #expect(even.dispersion == 1 && even.byar() == Rate(89, over: 100)?.byar())
    #expect(bursts.byar().upper > even.byar().upper && bursts.byar().lower < even.byar().lower)
    // As 10 events of weight 8.9: φ × Byar(x/φ).
    let tenth = try #require(Rate(100, over: 1, dispersion: 10))
    let ten = try #require(Rate(10, over: 1))
    #expect(isClose(tenth.garwood(), [ten.garwood().lower * 10, ten.garwood().upper * 10]))
    #expect(Rate(5, over: 1, dispersion: 0.2)?.dispersion == 1)
  }

  @Test("of months without events has no dispersion")
  func empty() throws {
    let rate = try #require(Rate(months: [[0, 0, 0]], over: 12))
    #expect(rate.dispersion == 1 && rate.events == 0)
    #expect(try #require(Rate(months: [], over: 12)).events == 0)
  }
}

@Suite("Dispersion")
struct DispersionTests {
  @Test("of one row is its variance over its mean")
  func row() throws {
    let found = try #require(Dispersion([[4, 9, 2, 5]]))
    // Mean 5: (1 + 16 + 9 + 0) / 5 over 3 degrees of freedom.
    #expect(isClose(found.ratio, 26.0 / 15) && found.degreesOfFreedom == 3)
    #expect(try #require(Dispersion([[0, 10]])).ratio == 10)
  }

  @Test("of several rows leaves out a season that they share")
  func season() throws {
    let found = try #require(Dispersion([[10, 100, 10], [20, 200, 20]]))
    #expect(found.ratio < 1e-12 && found.factor == 1 && found.degreesOfFreedom == 2)
    let without = try #require(Dispersion([[3, 0, 5], [6, 0, 2], [0, 0, 0]]))
    #expect(without.degreesOfFreedom == 1)
  }

  @Test(
    "is not there without two counts to compare",
    arguments: [[], [[]], [[5]], [[0, 0]], [[1, 2], [3]], [[1, 2], [0, 0]], [[-1, 2]]])
  func none(_ rows: [[Int]]) {
    #expect(Dispersion(rows) == nil)
  }
}
