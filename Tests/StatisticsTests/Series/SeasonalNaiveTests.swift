import Testing

@testable import Statistics

@Suite("The seasonal naive forecast")
struct SeasonalNaiveTests {
  @Test("repeats the last cycle, with a range that widens by the root of the cycles")
  func repeats() throws {
    let naive = try SeasonalNaive([10, 20, 13, 24], period: 2)
    let forecast = try naive.forecast(periods: 5, confidence: 0.95)
    #expect(forecast.map(\.expected) == [13, 24, 13, 24, 13])
    // √((3² + 4²) / 2) by hand.
    #expect(isClose(naive.deviation, 12.5.squareRoot()))
    let widths = forecast.map { $0.upper - $0.lower }
    #expect(isClose(widths[0], 2 * 1.959963984540054 * 12.5.squareRoot()))
    #expect(isClose(widths[2] / widths[0], 2.0.squareRoot()))
    #expect(isClose(widths[4] / widths[0], 3.0.squareRoot()))
  }

  @Test("of a series that repeats itself has no width")
  func constant() throws {
    let forecast = try SeasonalNaive([0, 0, 0, 0], period: 2)
      .forecast(periods: 2, confidence: 0.8)
    #expect(forecast.allSatisfy { $0.lower == 0 && $0.upper == 0 })
  }

  @Test("takes a missing season from the cycle before")
  func missing() throws {
    let naive = try SeasonalNaive([1, 2, 3, 5, nil, 6], period: 3)
    #expect(try naive.forecast(periods: 3, confidence: 0.5).map(\.expected) == [5, 2, 6])
    #expect(isClose(naive.deviation, 12.5.squareRoot()))
  }

  @Test(
    "is refused where it cannot be",
    arguments: [
      ([1, 2, 3], 3, .tooShort(needed: 4, given: 3)),
      ([], 1, .tooShort(needed: 2, given: 0)),
      ([1], .max, .tooShort(needed: .max, given: 1)),
      ([1, nil, 3, nil], 2, .gaps(known: 1, needed: 2)),
      ([1, nil, nil, 2], 2, .gaps(known: 0, needed: 1)),
      ([1, .nan, 3], 2, .unusable(at: 1)),
      ([1, 2, 3], 0, .setting("A cycle has at least one period.")),
    ] as [([Double?], Int, SeriesProblem)])
  func refusal(_ values: [Double?], _ period: Int, _ problem: SeriesProblem) {
    #expect(throws: problem) { try SeasonalNaive(values, period: period) }
    #expect(!problem.description.isEmpty)
  }

  @Test(
    "is refused a confidence or a length that cannot be",
    arguments: [(1, 0.0), (1, 1), (-1, 0.5)])
  func forecastRefusal(_ periods: Int, _ confidence: Double) throws {
    let naive = try SeasonalNaive([1, 2], period: 1)
    #expect(throws: SeriesProblem.self) {
      try naive.forecast(periods: periods, confidence: confidence)
    }
    #expect(try naive.forecast(periods: 0, confidence: 0.5).isEmpty)
  }
}

@Suite("The accuracy of forecasts")
struct ForecastAccuracyTests {
  @Test("is worked out by hand")
  func byHand() throws {
    let found = try ForecastAccuracy(
      of: [10, 20, 30], against: [12, nil, 25], training: [1, 3, 2], period: 1)
    #expect(found.meanAbsolute == 3.5)
    #expect(isClose(found.rootMeanSquare, 14.5.squareRoot()))
    #expect(isClose(found.meanPercentage ?? 0, 50 * (2 / 12.0 + 0.2)))
    #expect(isClose(found.scaled ?? 0, 3.5 / 1.5))
  }

  @Test("has no percentage at nought, and no scale where training repeats itself")
  func undefined() throws {
    let found = try ForecastAccuracy(
      of: [1], against: [0], training: [4, 4, 4], period: 1)
    #expect(found.meanPercentage == nil)
    #expect(found.scaled == nil)
    let short = try ForecastAccuracy(of: [1], against: [2], training: [4], period: 12)
    #expect(short.scaled == nil)
  }

  @Test(
    "is refused where nothing can be compared",
    arguments: [([], []), ([1], [nil]), ([1], [1, 2]), ([.infinity], [1])]
      as [([Double], [Double?])])
  func refusal(_ forecasts: [Double], _ actual: [Double?]) {
    #expect(throws: SeriesProblem.self) {
      try ForecastAccuracy(of: forecasts, against: actual, training: [1, 2], period: 1)
    }
  }
}
