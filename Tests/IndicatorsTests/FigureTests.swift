import Kernel
import Testing

@testable import Indicators

@Suite("Figures")
struct FigureTests {
  @Test(
    "are read exactly",
    arguments: [
      ("14768", "14768"), ("14,768", "14768"), ("-4.20", "-4.2"), ("+34.15", "34.15"),
      ("\u{2212}6.64", "-6.64"), ("0.000001", "0.000001"), ("999999999.999999", "999999999.999999"),
    ])
  func read(text: String, expected: String) { #expect(Figure(text)?.description == expected) }

  @Test(
    "are refused otherwise",
    arguments: [
      "", "-", "1,47", "1.", ".5", "1e3", "1000000000", "0.0000001", "69%", " 1", "1,,000",
    ])
  func refused(text: String) { #expect(Figure(text) == nil) }

  @Test(
    "round halves away from nought",
    arguments: [
      (1, 2, 0, "1"), (-1, 2, 0, "-1"), (23_095, 50, 0, "462"), (46_095, 100, 0, "461"),
      (2268, 10, 0, "227"), (-300, 72, 2, "-4.17"), (1, 3, 6, "0.333333"),
    ])
  func rounds(numerator: Int, denominator: Int, decimals: Int, expected: String) {
    let ratio = Ratio(Int128(numerator), over: Int128(denominator))
    #expect(ratio.rounded(to: decimals).description == expected)
  }

  @Test("stay near the truth where exact terms would not fit")
  func overflow() throws {
    let huge = try #require(Figure("999999999.999999")).ratio
    let tiny = try #require(Figure("0.000001")).ratio
    let product = [Ratio](repeating: huge, count: 4).reduce(Ratio(1), *)
    #expect(product > huge)
    #expect((huge / tiny).map { $0 > huge } == true)
  }
}

@Suite("Series")
struct SeriesTests {
  static func months(_ first: String, _ values: [Int]) -> [SeriesPoint] {
    values.enumerated().compactMap { index, value in
      Month(first).map {
        SeriesPoint(period: .month($0.adding(months: index)), amount: Amount(Figure(value)))
      }
    }
  }

  static let year = FinancialYear(startingIn: 2018)

  @Test("adds up months, and gives nothing where one is missing")
  func sums() {
    let whole = Series(.count, Self.months("2018-04", Array(1...12)))
    #expect(whole.amount(over: Self.year.months)?.value == Figure(78))
    #expect(whole.amount(over: Self.year.quarters[1].months)?.value == Figure(15))
    let gap = Series(.count, Self.months("2018-04", Array(1...11)))
    #expect(gap.amount(over: Self.year.months) == nil)
  }

  @Test("prefers the figure given for exactly the period")
  func given() {
    let printed = SeriesPoint(period: .year(Self.year), amount: Amount(Figure(80)))
    let series = Series(.count, Self.months("2018-04", Array(1...12)) + [printed])
    #expect(series.amount(over: Self.year.months)?.value == Figure(80))
  }

  @Test("joins years, quarters and months where they tile the run")
  func tiles() {
    let quarter = SeriesPoint(period: .quarter(Self.year.quarters[0]), amount: Amount(Figure(10)))
    let series = Series(.count, [quarter] + Self.months("2018-07", [4, 5]))
    let run = Self.year.firstMonth...Self.year.firstMonth.adding(months: 4)
    #expect(series.amount(over: run)?.value == Figure(19))
  }

  @Test("pools shares through their numbers, and never adds percentages up")
  func shares() {
    func share(_ month: Int, _ n: Int, _ d: Int) -> SeriesPoint? {
      Amount(numerator: Figure(n), denominator: Figure(d), kind: .percentage).map {
        SeriesPoint(period: .month(Self.year.firstMonth.adding(months: month)), amount: $0)
      }
    }
    let quarter = Self.year.quarters[0].months
    let known = Series(
      .percentage, [share(0, 1, 4), share(1, 3, 4), share(2, 8, 12)].compactMap(\.self))
    #expect(known.amount(over: quarter)?.exact(.percentage) == Ratio(60))
    let bare = Series(.percentage, Self.months("2018-04", [50, 60, 70]))
    #expect(bare.amount(over: quarter) == nil)
  }

  @Test("cuts a period that is not over at the last complete month")
  func spans() throws {
    let latest = try #require(Month("2026-10"))
    let spans = ReportingSpans(.year(FinancialYear(startingIn: 2026)), latest: latest)
    #expect(spans.isPartial)
    #expect(ReportingSpans.words(spans.now) == "April 2026 to October 2026")
    #expect(
      ReportingSpans.words(ReportingSpans.yearBefore(spans.now)) == "April 2025 to October 2025")
    #expect(spans.rollingYear.lowerBound.description == "2025-11")
    let quarter = ReportingSpans(.quarter(Self.year.quarters[2]), latest: latest)
    #expect(!quarter.isPartial)
    #expect(ReportingSpans.words(quarter.yearToDate) == "April 2018 to December 2018")
  }
}
