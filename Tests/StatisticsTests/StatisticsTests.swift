import Testing

@testable import Statistics

@Suite("The difference of two counts")
struct CountDifferenceTests {
  @Test(
    "stands beside what chance alone gives",
    arguments: [
      (14_768, 14_909, -141, 338.0, false), (522, 574, -52, 65, false),
      (1_041, 776, 265, 84, true), (1_563, 257, 1_306, 84, true), (3_393, 3_013, 380, 157, true),
      (320, 309, 11, 49, false), (1_472, 1_448, 24, 106, false), (830, 889, -59, 81, false),
      (3_293, 2_928, 365, 155, true), (741, 683, 58, 74, false),
    ])
  func chance(_ now: Int, _ before: Int, _ change: Int, _ chance: Double, _ isReal: Bool) {
    let difference = CountDifference(now: now, before: before)
    #expect(difference.difference == change)
    #expect(difference.chance.rounded() == chance)
    #expect(difference.isBeyondChance == isReal)
  }

  @Test(
    "is decided exactly for small counts",
    arguments: [
      (0, 0, false), (1, 0, false), (0, 3, false), (0, 5, true), (12, 25, true),
      (40, 31, false),
    ])
  func small(_ now: Int, _ before: Int, _ isReal: Bool) {
    #expect(CountDifference(now: now, before: before).isBeyondChance == isReal)
    #expect(CountDifference(now: before, before: now).isBeyondChance == isReal)
  }

  @Test("has a wider range when the months vary by more than chance")
  func overdispersed() {
    let steady = CountDifference(now: [20, 30, 40], before: [22, 33, 44])
    #expect(steady.dispersion == 1)
    let bursts = CountDifference(now: [10, 80, 10], before: [50, 10, 40])
    // χ² by hand: shares ½; months 60, 90, 50; expected 30, 45, 25 → (400+400)/30 + (1225+1225)/45
    // + (225+225)/25 = 99.11; over 2 degrees of freedom 49.56.
    #expect(isClose(bursts.dispersion, 49.555_555_555_555_56))
    #expect(bursts.chance > 7 * CountDifference(now: 100, before: 100).chance)
  }

  @Test("has no range of its own where nothing was counted")
  func empty() {
    #expect(CountDifference(now: [0, 0], before: [0, 0]).chance == 0)
    #expect(CountDifference(now: [5], before: [7]).dispersion == 1)
  }
}

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

@Suite("Suppression")
struct SuppressionTests {
  @Test(
    "hides small counts and what would give them away",
    arguments: [
      ([12, 3, 40], [nil, nil, 40], 55),
      ([2, 3, 40], [nil, nil, 40], 45),
      ([0, 12, 40], [0, 12, 40], 52),
      ([1, 1, 40, 9], [nil, nil, 40, nil], 51),
      ([4, 4, 40, 9], [nil, nil, 40, nil], 57),
      ([3, 0], [nil, 0], nil),
      ([4, 4], [nil, nil], nil),
      ([5, 5, 4], [nil, nil, nil], 14),
      ([], [], 0),
      ([0, 0], [0, 0], 0),
    ] as [([Int], [Int?], Int?)])
  func table(_ counts: [Int], _ rows: [Int?], _ total: Int?) {
    let table = Suppression().applied(to: counts)
    #expect(table.rows == rows)
    #expect(table.total == total)
    #expect(table.log.count == rows.filter { $0 == nil }.count + (total == nil ? 1 : 0))
  }

  @Test("says why each was hidden")
  func log() {
    #expect(
      Suppression().applied(to: [12, 3, 40]).log == [
        .init(row: 0, reason: .protecting), .init(row: 1, reason: .small),
      ])
  }

  @Test("hides the range the owner of the data asks for")
  func threshold() {
    #expect(Suppression(hiding: 1...9).applied(to: [9, 10, 50]).rows == [nil, nil, 50])
  }

  @Test("never shows a count of one to four, nor a sum that tells one")
  func exhaustive() {
    for a in 0...6 {
      for b in 0...6 {
        for c in 0...6 {
          let counts = [a, b, c]
          let table = Suppression().applied(to: counts)
          #expect(table.rows.allSatisfy { !(1...4).contains($0 ?? 0) })
          guard let total = table.total, table.rows.contains(nil) else { continue }
          let alike = candidates(table, total)
          for row in 0..<3 where table.rows[row] == nil {
            #expect(Set(alike.map { $0[row] }).count > 1, "\(counts), row \(row)")
          }
        }
      }
    }
  }

  /// Every table of positive counts that would be published alike.
  private func candidates(_ shown: SuppressedTable, _ total: Int) -> [[Int]] {
    var found: [[Int]] = []
    for a in 0...total {
      for b in 0...total - a {
        let counts = [a, b, total - a - b]
        let table = Suppression().applied(to: counts)
        if table.rows == shown.rows, table.total == total { found.append(counts) }
      }
    }
    return found
  }
}
