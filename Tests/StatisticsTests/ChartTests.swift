import Testing

@testable import Statistics

@Suite("A control chart of shares or rates")
struct AttributeChartTests {
  @Test("needs points with trials")
  func edges() throws {
    #expect(AttributeChart.rate(events: [], exposure: []) == nil)
    #expect(AttributeChart.rate(events: [1, 2], exposure: [1]) == nil)
    #expect(AttributeChart.proportion(events: [1, 2], trials: [1, 0]) == nil)
    let one = try #require(AttributeChart.rate(events: [4], exposure: [2], isLaney: true))
    #expect(one.sigmaZ == 0 && one.isOutside == [false])
  }

  @Test("without events or with all of them has no width")
  func constant() throws {
    let none = try #require(AttributeChart.rate(events: [0, 0], exposure: [2, 3]))
    #expect(none.upper == [0, 0] && none.z == [0, 0] && none.dispersion == 0)
    let all = try #require(AttributeChart.proportion(events: [2, 3], trials: [2, 3]))
    #expect(all.lower == [1, 1] && all.upper == [1, 1] && all.isOutside == [false, false])
  }

  @Test("is widened by Laney's factor where rates vary by more than chance")
  func laney() throws {
    let counts = [900, 1100, 1000, 1250, 800, 1020, 930, 1180]
    let exposure = [Double](repeating: 1000, count: counts.count)
    let plain = try #require(AttributeChart.rate(events: counts, exposure: exposure))
    let laney = try #require(
      AttributeChart.rate(events: counts, exposure: exposure, isLaney: true))
    #expect(plain.sigmaZ > 3 && plain.isOutside.contains(true))
    #expect(!laney.isOutside.contains(true))
    for (one, other) in zip(plain.upper, laney.upper) {
      #expect(isClose((other - plain.centre) / (one - plain.centre), plain.sigmaZ))
    }
  }
}

@Suite("A funnel plot")
struct FunnelPlotTests {
  private let residents = [500.0, 1000, 2000, 4000, 8000, 16_000, 3000, 6000, 9000, 12_000]

  @Test("needs an area with residents, and leaves out those without")
  func edges() throws {
    #expect(FunnelPlot(rates: [], over: []) == nil)
    #expect(FunnelPlot(rates: [3], over: [0]) == nil)
    #expect(FunnelPlot(rates: [3, 4], over: [1]) == nil)
    #expect(FunnelPlot(shares: [3], of: [2]) == nil)
    #expect(FunnelPlot(shares: [-1], of: [2]) == nil)
    let plot = try #require(FunnelPlot(rates: [30, 2], over: [100, 0]))
    #expect(plot.points[1] == nil && plot.centre == 0.3)
  }

  @Test("of one area has it at its centre", arguments: FunnelPlot.Overdispersion.allCases)
  func one(_ overdispersion: FunnelPlot.Overdispersion) throws {
    let plot = try #require(
      FunnelPlot(rates: [40], over: [1000], overdispersion: overdispersion))
    let point = try #require(plot.points[0])
    #expect(point.z == 0 && point.standing == .within && plot.betweenVariance == 0)
    #expect(point.outer.lower < point.inner.lower && point.outer.upper > point.inner.upper)
  }

  @Test("without events has no width")
  func none() throws {
    let plot = try #require(
      FunnelPlot(rates: [0, 0], over: [10, 20], overdispersion: .additive))
    #expect(plot.points.allSatisfy { $0?.standing == .within })
    let all = try #require(FunnelPlot(shares: [3, 9], of: [3, 9], overdispersion: .additive))
    #expect(all.points.allSatisfy { $0?.standing == .within })
  }

  @Test("narrows with size and marks the area that stands out")
  func outlier() throws {
    var counts = residents.map { Int($0 / 50) }
    counts[4] = 260
    let plot = try #require(FunnelPlot(rates: counts, over: residents, centre: 0.02))
    for (index, point) in plot.points.enumerated() {
      #expect(point?.standing == (index == 4 ? .farAbove : .within))
    }
    var last = Double.infinity
    for size in stride(from: 300.0, to: 20_000, by: 700) {
      let limits = plot.limits(at: size, .p998)
      #expect(limits.upper - limits.lower < last && limits.lower >= 0)
      #expect(limits.contains(plot.centre))
      last = limits.upper - limits.lower
    }
  }

  @Test("marks just those counts whose chance is under the tail", arguments: [0.3, 1, 10, 97.5])
  func exact(_ mean: Double) throws {
    let plot = try #require(FunnelPlot(rates: [1], over: [1], centre: mean))
    let law = PoissonDistribution(mean: mean)
    for confidence in [Confidence.p95, .p998] {
      let limits = plot.limits(at: 1, confidence)
      for count in 0...200 {
        #expect((Double(count) < limits.lower) == (law.cumulative(count) < confidence.tail))
        #expect((Double(count) > limits.upper) == (law.upperTail(count - 1) < confidence.tail))
      }
    }
  }

  @Test("marks just those shares whose chance is under the tail", arguments: [1, 7, 40])
  func exactShares(_ trials: Int) throws {
    let plot = try #require(FunnelPlot(shares: [1], of: [1], centre: 0.3))
    let law = BinomialDistribution(trials: trials, chance: 0.3)
    let limits = plot.limits(at: Double(trials), .p95)
    for count in 0...trials {
      let share = Double(count) / Double(trials)
      #expect((share < limits.lower) == (law.cumulative(count) < 0.025))
      #expect((share > limits.upper) == (law.upperTail(count - 1) < 0.025))
    }
  }

  @Test(
    "is wider where areas differ by more than chance",
    arguments: [FunnelPlot.Overdispersion.multiplicative, .additive])
  func overdispersed(_ overdispersion: FunnelPlot.Overdispersion) throws {
    let counts = zip(residents, [1.4, 0.7, 1.3, 0.6, 1.2, 0.8, 1.5, 0.9, 0.7, 1.1])
      .map { Int($0 / 50 * $1) }
    let plain = try #require(FunnelPlot(rates: counts, over: residents))
    let wide = try #require(
      FunnelPlot(rates: counts, over: residents, overdispersion: overdispersion))
    #expect(plain.dispersion > 3 && plain.points.contains { $0?.standing == .farAbove })
    #expect(!wide.points.contains { $0?.standing == .farAbove })
    #expect(plain.points.map { $0?.z } == wide.points.map { $0?.z })
    let even = residents.map { Int($0 / 50) }
    let narrow = FunnelPlot(rates: even, over: residents, overdispersion: overdispersion)
    let same = FunnelPlot(rates: even, over: residents)
    #expect(narrow?.points == same?.points)
  }
}
