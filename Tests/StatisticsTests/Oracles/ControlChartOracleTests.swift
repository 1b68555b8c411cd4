import Testing

@testable import Statistics

@Suite("Oracle: control charts (f_xmr.json)")
struct ControlChartOracleTests {
  private struct File: Decodable {
    let series: [Series]
    let pChart: PChart
    let uChart: UChart
    private enum CodingKeys: String, CodingKey {
      case series
      case pChart = "p_chart"
      case uChart = "u_chart"
    }
  }

  private struct Series: Decodable {
    let y: [Double]
    let screened: Expected
    let unscreened: Expected
    private enum CodingKeys: String, CodingKey {
      case y
      case screened = "screen_outliers_true"
      case unscreened = "screen_outliers_false"
    }
  }

  private struct Expected: Decodable {
    let mean: Double
    let mrBar: Double
    let upl: Double
    let lpl: Double
    let nearUpl: Double
    let nearLpl: Double
    let urlMr: Double
    let movingRange: [Double]
    let outside: [Int]
    let shift: [Int]
    let trend: [Int]
    let twoOfThree: [Int]
    private enum CodingKeys: String, CodingKey {
      case mean, upl, lpl, outside
      case mrBar = "mr_bar"
      case nearUpl = "near_upl"
      case nearLpl = "near_lpl"
      case urlMr = "url_mr"
      case movingRange = "moving_range"
      case shift = "shift7"
      case trend = "trend7"
      case twoOfThree = "two_of_three"
    }
  }

  private struct PChart: Decodable {
    let num: [Int]
    let den: [Int]
    let pbar: Double
    let ucl: [Double]
    let lcl: [Double]
    let sigmaZ: Double
    let laneyUcl: [Double]
    let laneyLcl: [Double]
    let meanChiSquared: Double
    private enum CodingKeys: String, CodingKey {
      case num, den, pbar, ucl, lcl
      case sigmaZ = "laney_sigma_z"
      case laneyUcl = "laney_ucl"
      case laneyLcl = "laney_lcl"
      case meanChiSquared = "mean_chi2"
    }
  }

  private struct UChart: Decodable {
    let count: [Int]
    let exposure: [Double]
    let ubar: Double
    let ucl: [Double]
    let lcl: [Double]
  }

  @Test("XmR gives its limits and its signals", arguments: [true, false])
  func xmr(isScreened: Bool) throws {
    let file: File = try Oracles.read("f_xmr.json")
    #expect(!file.series.isEmpty)
    for series in file.series {
      let chart = try #require(XmR(series.y, isScreened: isScreened))
      let expected = isScreened ? series.screened : series.unscreened
      #expect(isClose(chart.mean, expected.mean))
      #expect(isClose(chart.meanMovingRange, expected.mrBar))
      #expect(isClose(chart.upper, expected.upl))
      #expect(isClose(chart.lower, expected.lpl))
      #expect(isClose(chart.upperNear, expected.nearUpl))
      #expect(isClose(chart.lowerNear, expected.nearLpl))
      #expect(isClose(chart.upperRange, expected.urlMr))
      #expect(areClose(chart.movingRanges, expected.movingRange))
      #expect(signs(chart, .beyondLimit) == expected.outside)
      #expect(signs(chart, .shift) == expected.shift)
      #expect(signs(chart, .trend) == expected.trend)
      #expect(signs(chart, .nearLimit) == expected.twoOfThree)
    }
  }

  @Test("p and u charts give their limits")
  func attributes() throws {
    let file: File = try Oracles.read("f_xmr.json")
    let (p, u) = (file.pChart, file.uChart)
    let proportion = try #require(AttributeChart.proportion(events: p.num, trials: p.den))
    let rate = try #require(AttributeChart.rate(events: u.count, exposure: u.exposure))
    #expect(isClose(proportion.centre, p.pbar) && isClose(rate.centre, u.ubar))
    #expect(areClose(proportion.upper, p.ucl) && areClose(proportion.lower, p.lcl))
    #expect(areClose(rate.upper, u.ucl) && areClose(rate.lower, u.lcl))
  }

  @Test("Laney's p chart gives its wider limits")
  func laney() throws {
    let file: File = try Oracles.read("f_xmr.json")
    let p = file.pChart
    let chart = try #require(
      AttributeChart.proportion(events: p.num, trials: p.den, isLaney: true))
    #expect(isClose(chart.sigmaZ, p.sigmaZ))
    #expect(isClose(chart.dispersion, p.meanChiSquared))
    #expect(areClose(chart.upper, p.laneyUcl) && areClose(chart.lower, p.laneyLcl))
  }

  private func signs(_ chart: XmR, _ rule: XmR.Rule) -> [Int] {
    chart.signals.map { signals in
      signals.first { $0.rule == rule }.map { $0.isHigh ? 1 : -1 } ?? 0
    }
  }
}
