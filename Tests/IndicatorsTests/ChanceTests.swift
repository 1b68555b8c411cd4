import Testing

@testable import Indicators

@Suite("Chance")
struct ChanceTests {
  static func fact(_ now: Int, _ before: Int) -> ChanceFact {
    ChanceFact(Amount(Figure(now)), before: Amount(Figure(before)), kind: .count, months: nil)
  }

  @Test(
    "sets a change beside the range of two counts of one level",
    arguments: [
      (14_768, 14_909, false, 338), (522, 574, false, 65), (1041, 776, true, 84),
      (741, 683, false, 74), (3293, 2928, true, 155), (0, 0, false, 0),
    ])
  func counts(now: Int, before: Int, isBeyond: Bool, chance: Int) throws {
    let test = try #require(Self.fact(now, before).test)
    #expect(test.isBeyond == isBeyond)
    #expect(Int(test.chance.rounded()) == chance)
    #expect(test.difference == now - before)
    #expect((test.probability < 0.05) == isBeyond)
  }

  @Test("widens the range where months come in bursts")
  func bursts() throws {
    let even = ChanceFact(
      Amount(Figure(120)), before: Amount(Figure(90)), kind: .count,
      months: ([40, 40, 40], [30, 30, 30]))
    let uneven = ChanceFact(
      Amount(Figure(120)), before: Amount(Figure(90)), kind: .count,
      months: ([100, 10, 10], [10, 70, 10]))
    #expect(try #require(even.test).chance < #require(uneven.test).chance)
    #expect(even.test?.isBeyond == true)
    #expect(uneven.test?.isBeyond == false)
    #expect(even.words.hasPrefix("More than chance: +30"))
    #expect(Self.fact(120, 90).words.contains("at least"))
  }

  @Test(
    "does not let one change stand out that does not among all that were tested",
    arguments: [
      (true, false, 12, ", by itself; not after allowing for 12 tests"),
      (true, true, 12, "; also after allowing for 12 tests"),
      (true, false, 1, ""), (false, false, 12, ""),
    ])
  func among(isBeyond: Bool, survives: Bool, tested: Int, words: String) {
    #expect(AmongTests.words(isBeyond, survives: survives, of: tested) == words)
  }

  @Test("says why it cannot tell")
  func untested() {
    let share = Amount(Figure(69))
    #expect(
      ChanceFact(share, before: share, kind: .percentage, months: nil) == .untested(.noBase))
    #expect(ChanceFact(share, before: nil, kind: .count, months: nil) == .untested(.noComparison))
    #expect(ChanceFact(nil, before: share, kind: .count, months: nil) == .untested(.noFigure))
    #expect(ChanceFact(share, before: share, kind: .rate, months: nil) == .untested(.notACount))
  }

  @Test(
    "names only what survives the number of tests",
    arguments: [
      ([0.01, 0.04, 0.03, 0.5], Set([0])), ([0.01, 0.02, 0.03, 0.04], [0, 1, 2, 3]),
      ([0.2, 0.3], []), ([], []), ([0.04], [0]),
    ] as [([Double], Set<Int>)])
  func discovery(chances: [Double], expected: Set<Int>) {
    #expect(FalseDiscovery.survivors(chances) == expected)
  }
}
