import FoundationEssentials
import Testing

@testable import Statistics

/// The files of expected values laid beside the tests, made by other programs.
enum Oracles {
  static let folder = String(#filePath.dropLast("OracleTests.swift".count)) + "Fixtures/oracles"
  /// Kept for the reader; they hold nothing to assert.
  static let notes: Set = ["r_crosscheck.json"]
  /// Relative, as their README says.
  static let tolerance = 1e-9

  static func read<Value: Decodable>(_ name: String) throws -> Value {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    return try JSONDecoder().decode(Value.self, from: data)
  }
}

func isClose(_ a: Double, _ b: Double, relative: Double = Oracles.tolerance) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b), 1e-12)
}

@Suite("Oracle: every file is asserted")
struct OracleFolderTests {
  @Test("by a suite that knows it")
  func known() throws {
    let known = Oracles.notes.union(["f_xmr.json", "e_rates.json"])
    let files = try FileManager.default.contentsOfDirectory(atPath: Oracles.folder)
    #expect(Set(files).subtracting(known) == [])
    #expect(files.contains("f_xmr.json"))
  }
}

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
    #expect(file.series.count >= 6)
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
      #expect(chart.movingRanges == expected.movingRange)
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
    #expect(zip(proportion.upper, p.ucl).allSatisfy { isClose($0, $1) })
    #expect(zip(proportion.lower, p.lcl).allSatisfy { isClose($0, $1) })
    #expect(zip(rate.upper, u.ucl).allSatisfy { isClose($0, $1) })
    #expect(zip(rate.lower, u.lcl).allSatisfy { isClose($0, $1) })
  }

  private func signs(_ chart: XmR, _ rule: XmR.Rule) -> [Int] {
    chart.signals.map { signals in
      signals.first { $0.rule == rule }.map { $0.isHigh ? 1 : -1 } ?? 0
    }
  }
}

@Suite("Oracle: two counts (e_rates.json)")
struct TwoCountsOracleTests {
  private struct File: Decodable { let cases: [Case] }

  private struct Case: Decodable {
    let x1: Int
    let n1: Double
    let x2: Int
    let n2: Double
    let exact: Test
    let eTest: Test
    private enum CodingKeys: String, CodingKey {
      case x1, n1, x2, n2
      case exact = "exact-cond"
      case eTest = "E_test_KT2004_diff"
    }
  }

  private struct Test: Decodable { let p: Double }

  @Test("give the p-values of the exact tests")
  func tests() throws {
    let file: File = try Oracles.read("e_rates.json")
    #expect(file.cases.count >= 20)
    for one in file.cases {
      let counts = TwoCounts(one.x1, over: one.n1, one.x2, over: one.n2)
      #expect(isClose(counts.exactConditional, one.exact.p), "\(one.x1) v \(one.x2)")
      // The oracle leaves out tails of 1e-13, which shows in its smallest p-values.
      let isNear = abs(counts.eTest - one.eTest.p) < 1e-12
      #expect(isNear || isClose(counts.eTest, one.eTest.p), "\(one.x1) v \(one.x2)")
    }
  }
}
