import Testing

@testable import Statistics

@Suite("A control chart of single values")
struct XmRTests {
  @Test("needs two finite values")
  func tooFew() {
    #expect(XmR([]) == nil)
    #expect(XmR([1]) == nil)
    #expect(XmR([1, .nan]) == nil)
    #expect(XmR([1, 2, 3], baseline: 0..<1) == nil)
    #expect(XmR([1, 2, 3], baseline: 1..<4) == nil)
    #expect(XmR([1, 2]) != nil)
  }

  @Test("takes its limits from the baseline and judges every value by them")
  func baseline() throws {
    let chart = try #require(XmR([10, 12, 10, 12, 30], baseline: 0..<4))
    #expect(chart.mean == 11)
    #expect(chart.meanMovingRange == 2)
    #expect(isClose(chart.upper, 16.32))
    #expect(chart.signal(at: 4) == XmR.Signal(rule: .beyondLimit, isHigh: true))
    #expect(chart.signal(at: 0) == nil)
    #expect(chart.signal(at: 9) == nil)
    #expect(chart.isProvisional)
  }

  @Test("of equal values has no signals")
  func constant() throws {
    let chart = try #require(XmR(Array(repeating: 7, count: 20)))
    #expect(chart.upper == 7)
    #expect(chart.signals.allSatisfy { $0.isEmpty })
  }

  @Test("sees a trend of seven, not of six", arguments: [(6, false), (7, true)])
  func trend(_ length: Int, _ isSeen: Bool) throws {
    let values = [5.0, 5, 5, 5] + (0..<length).map { Double(4 + $0) } + [5]
    let chart = try #require(XmR(values))
    let seen = chart.signals.contains { $0.contains(XmR.Signal(rule: .trend, isHigh: true)) }
    #expect(seen == isSeen)
  }
}
