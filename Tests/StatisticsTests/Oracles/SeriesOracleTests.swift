import Testing

@testable import Statistics

@Suite("Oracle: time series (i_timeseries.json)")
struct SeriesOracleTests {
  private struct File: Decodable {
    let definition: String
    let y: [Double]
    let decompositions: [String: STLResult]
    let defaults: STLDefaults
    let classical: Classical
    let additive: Fixed
    let multiplicative: Fixed
    let damped: Optimised
    let naive: [Double]
    let naiveDeviation: Double
    let naiveRanges: [String: [[Double]]]
    let backtest: Backtest

    init(from decoder: any Decoder) throws {
      let file = try decoder.container(keyedBy: OracleKey.self)
      func read<Value: Decodable>(_ key: String) throws -> Value {
        try file.decode(Value.self, forKey: OracleKey(stringValue: key))
      }
      definition = try read("definition")
      y = try read("y")
      let names = file.allKeys.map(\.stringValue).filter {
        $0.hasPrefix("stl_") && $0 != "stl_defaults"
      }
      var decompositions: [String: STLResult] = [:]
      for name in names { decompositions[name] = try read(name) }
      self.decompositions = decompositions
      defaults = try read("stl_defaults")
      classical = try read("classical_additive")
      additive = try read("hw_additive_fixed")
      multiplicative = try read("hw_multiplicative_fixed")
      damped = try read("hw_damped_optimised_statsmodels")
      let count = /^seasonal_naive_\d+$/
      let name = file.allKeys.map(\.stringValue).first { $0.wholeMatch(of: count) != nil }
      naive = try read(try #require(name))
      naiveDeviation = try read("seasonal_naive_sigma")
      naiveRanges = try read("seasonal_naive_pi")
      backtest = try read("backtest")
    }
  }

  private struct STLResult: Decodable {
    let trend: [Double]
    let seasonal: [Double]
    let resid: [Double]
    let weights: [Double]?
  }

  private struct STLDefaults: Decodable {
    let period: Int
    let seasonal: Int
    let seasonalDegree: Int
    let seasonalJump: Int
    let trend: Int
    let trendDegree: Int
    let trendJump: Int
    let lowPass: Int
    let lowPassDegree: Int
    let lowPassJump: Int
    let robust: Bool
    private enum CodingKeys: String, CodingKey {
      case period, seasonal, trend, robust
      case seasonalDegree = "seasonal_deg"
      case seasonalJump = "seasonal_jump"
      case trendDegree = "trend_deg"
      case trendJump = "trend_jump"
      case lowPass = "low_pass"
      case lowPassDegree = "low_pass_deg"
      case lowPassJump = "low_pass_jump"
    }
  }

  private struct Classical: Decodable {
    let trend: [Double?]
    let seasonal: [Double]
  }

  private struct Fixed: Decodable {
    let fitted: [Double]
    let forecast: [Double]
    let level: Double
    let trend: Double
    let sse: Double
    private enum CodingKeys: String, CodingKey {
      case level, trend, sse
      case fitted = "fitted_one_step"
      case forecast = "forecast_12"
    }
  }

  private struct Optimised: Decodable { let sse: Double }

  private struct Backtest: Decodable {
    let mae: Double
    let rmse: Double
    let mape: Double?
    let mase: Double?
  }

  private let file: File

  init() throws { file = try Oracles.read("i_timeseries.json") }

  @Test("STL gives trend, season, remainder and weights")
  func stl() throws {
    let defaults = file.defaults
    #expect(file.decompositions.count >= 3)
    for (name, expected) in file.decompositions {
      let window = try #require(name.split(separator: "_").dropFirst().first.flatMap { Int($0) })
      let found = try STL(
        file.y, period: defaults.period, seasonalWindow: window,
        isRobust: name.hasSuffix("robust"))
      #expect(areClose(found.trend, expected.trend, absolute: 1e-7), "\(name)")
      #expect(areClose(found.seasonal, expected.seasonal, absolute: 1e-7), "\(name)")
      let remainder = found.remainder.compactMap(\.self)
      #expect(areClose(remainder, expected.resid, absolute: 1e-7), "\(name)")
      let weights = expected.weights ?? file.y.map { _ in 1 }
      #expect(areClose(found.weights, weights, absolute: 1e-7), "\(name)")
    }
  }

  @Test("STL has the windows by default that the file states")
  func windows() throws {
    let defaults = file.defaults
    let found = try STL(file.y, period: defaults.period, seasonalWindow: defaults.seasonal)
    #expect(found.trendWindow == defaults.trend)
    #expect(found.lowPassWindow == defaults.lowPass)
    // Lines of degree 1 at every value, and not robust unless asked.
    #expect([defaults.seasonalDegree, defaults.trendDegree, defaults.lowPassDegree] == [1, 1, 1])
    #expect([defaults.seasonalJump, defaults.trendJump, defaults.lowPassJump] == [1, 1, 1])
    #expect(!defaults.robust)
  }

  @Test("the classical decomposition gives trend and season")
  func classical() throws {
    let found = try ClassicalDecomposition(file.y, period: file.defaults.period)
    #expect(areClose(found.seasonal, file.classical.seasonal, absolute: 1e-9 * largest))
    #expect(found.trend.map { $0 == nil } == file.classical.trend.map { $0 == nil })
    let trends = (found.trend.compactMap(\.self), file.classical.trend.compactMap(\.self))
    #expect(areClose(trends.0, trends.1, absolute: 1e-9 * largest))
  }

  @Test("Holt-Winters by given shares gives fits and forecasts", arguments: [false, true])
  func holtWinters(multiplies: Bool) throws {
    let shares = try #require(
      file.definition.firstMatch(of: /alpha ([\d.]+) beta ([\d.]+) gamma ([\d.]+)/))
    let smoothing = HoltWinters.Smoothing(
      level: try #require(Double("0\(shares.1)")), trend: try #require(Double("0\(shares.2)")),
      season: try #require(Double("0\(shares.3)")))
    let expected = multiplies ? file.multiplicative : file.additive
    let found = try HoltWinters(
      file.y,
      shape: .init(
        trend: .straight, season: multiplies ? .multiplicative : .additive,
        period: file.defaults.period),
      smoothing: smoothing)
    let forecast = try found.forecast(periods: expected.forecast.count, confidence: 0.95)
    #expect(areClose(found.fitted, expected.fitted, absolute: 1e-9 * largest))
    #expect(areClose(forecast.map(\.expected), expected.forecast, absolute: 1e-9 * largest))
    #expect(isClose(found.end.level, expected.level))
    #expect(isClose(found.end.trend, expected.trend))
    #expect(isClose(found.squaredError, expected.sse))
  }

  @Test("Holt-Winters finds shares as good as another program's")
  func optimised() throws {
    let shape = HoltWinters.Shape(
      trend: .damped, season: .additive, period: file.defaults.period)
    let found = try HoltWinters.fitted(to: file.y, shape: shape)
    #expect(found.squaredError <= 1.01 * file.damped.sse)
  }

  @Test("the seasonal naive method gives forecasts and ranges")
  func naive() throws {
    let naive = try SeasonalNaive(file.y, period: file.defaults.period)
    #expect(isClose(naive.deviation, file.naiveDeviation))
    #expect(!file.naiveRanges.isEmpty)
    for (percent, expected) in file.naiveRanges {
      let confidence = try #require(Double(percent)) / 100
      let forecast = try naive.forecast(periods: expected.count, confidence: confidence)
      #expect(forecast.map(\.expected) == file.naive)
      #expect(areClose(forecast.map(\.lower), expected.map { $0[0] }, absolute: 1e-9 * largest))
      #expect(areClose(forecast.map(\.upper), expected.map { $0[1] }, absolute: 1e-9 * largest))
    }
  }

  @Test("the back-test gives its errors")
  func backtest() throws {
    let parts = try #require(file.definition.firstMatch(of: /\(first (\d+)\), test last (\d+)/))
    let (first, last) = (try #require(Int(parts.1)), try #require(Int(parts.2)))
    let training = Array(file.y.prefix(first))
    let forecast = try SeasonalNaive(training, period: file.defaults.period)
      .forecast(periods: last, confidence: 0.95)
    let found = try ForecastAccuracy(
      of: forecast.map(\.expected), against: file.y.suffix(last), training: training,
      period: file.defaults.period)
    let expected = file.backtest
    #expect(isClose(found.meanAbsolute, expected.mae))
    #expect(isClose(found.rootMeanSquare, expected.rmse))
    #expect((found.meanPercentage == nil) == (expected.mape == nil))
    #expect((found.scaled == nil) == (expected.mase == nil))
    #expect(isClose(found.meanPercentage ?? 0, expected.mape ?? 0))
    #expect(isClose(found.scaled ?? 0, expected.mase ?? 0))
  }

  /// Values are compared relative to the series, as a season passes through nought.
  private var largest: Double { file.y.map { abs($0) }.max() ?? 1 }
}
