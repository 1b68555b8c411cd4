import Testing

@testable import Statistics

@Suite("Farrington")
struct FarringtonTests {
  private static func settings(least: Int = 0) throws -> FarringtonSettings {
    try FarringtonSettings(period: 12, halfWindow: 1, leastEvents: least)
  }

  @Test("expects the mean of past counts without trend, and bounds it by the power of ⅔")
  func byHand() throws {
    // Every past count is 8: dispersion 1, variance of the mean 8/9.
    let counts = [Int?](repeating: 8, count: 37) + [Int?](repeating: 8, count: 3)
    let found = try newest(Farrington(Self.settings(), trend: .never), counts)
    #expect(isClose(found.expected, 8, absolute: 1e-6))
    // 8^⅔ = 4, √(4/9 × 2 × (1 + 1/9)) = √(80/81), z(0.995) = 2.5758.
    let bound = 4 + 2.5758293035489004 * (80 / 81.0).squareRoot()
    #expect(isClose(found.upper, bound * bound.squareRoot(), absolute: 1e-5))
    #expect(isClose(found.tail, 0.5, absolute: 1e-6))
  }

  @Test("follows a trend where one is allowed, but not beyond what was seen")
  func trend() throws {
    let falling = (0..<60).map { 200 - 3 * $0 } as [Int?]
    let with = try newest(Farrington(Self.settings()), falling)
    let without = try newest(Farrington(Self.settings(), trend: .never), falling)
    #expect(with.expected < 50 && without.expected > 80)
    let rising = (0..<60).map { 20 + 3 * $0 } as [Int?]
    let steady = try newest(Farrington(Self.settings()), rising)
    #expect(steady.expected < 165)
    let two = try FarringtonSettings(period: 12, cycles: 2, halfWindow: 1)
    let untrended = try newest(Farrington(two), falling)
    #expect(untrended.expected > 55)
  }

  @Test("lets a past outbreak count less")
  func outbreak() throws {
    var counts = (0..<60).map { 16 + ($0 * 7919 + 13) % 9 } as [Int?]
    let before = try newest(Farrington(Self.settings()), counts)
    counts[47] = 200
    let after = try newest(Farrington(Self.settings()), counts)
    #expect(after.expected < before.expected + 8)
    let flexible = try FlexibleFarrington(Self.settings(), seasons: 4, gap: 3)
    let bettered = try newest(flexible, counts)
    #expect(bettered.expected < before.expected + 8)
  }

  @Test("judges events after nothing but noughts by their chance alone")
  func quiet() throws {
    let counts = [Int?](repeating: 0, count: 59) + [2]
    let classic = try newest(Farrington(Self.settings()), counts)
    #expect(classic.expected == 0)
    // Three windows of three.
    #expect(isClose(classic.tail, 0.01))
    #expect(classic.upper == 2 && !classic.isAlarm)
    let flexible = try FlexibleFarrington(Self.settings(), seasons: 4)
    let one = try newest(flexible, counts)
    #expect(isClose(one.tail, 0.01))
  }

  @Test(
    "does not judge where the last periods hold hardly an event",
    arguments: [(4, true), (5, false)])
  func tooFew(_ last: Int, _ isRefused: Bool) throws {
    let counts: [Int?] = (0..<56).map { $0 % 3 } + [0, 0, 0, last]
    let answer = try Farrington(Self.settings(least: 5)).judge(counts).last
    #expect((answer == .failure(.tooFewEvents(counted: last, needed: 5))) == isRefused)
  }

  @Test("knows its seasons: a summer is not judged by the winter")
  func seasons() throws {
    let counts = (0..<60).map { [5, 5, 6, 5, 40, 44, 41, 42, 5, 6, 5, 5][$0 % 12] } as [Int?]
    let flexible = try FlexibleFarrington(Self.settings(), seasons: 4, trend: .never)
    let answers = try flexible.judge(counts, in: 48..<60).map { try $0.get() }
    #expect(answers.allSatisfy { !$0.isAlarm })
    #expect(answers[5].expected > 38 && answers[0].expected < 7)
  }

  @Test("cuts what lies between two windows into seasons of nearly equal length")
  func blocks() throws {
    let weekly = try FlexibleFarrington(try FarringtonSettings(), seasons: 10, gap: 26)
    let counts = [Int?](repeating: 10, count: 160)
    #expect(weekly.history == 159)
    #expect(try weekly.judge(counts)[0].get().upper == 18)
  }

  @Test(
    "is refused settings beyond their ranges",
    arguments: [
      (52, 3, 0, 0.01, 5, 4), (7, 3, 3, 0.01, 5, 4), (52, 0, 3, 0.01, 5, 4), (52, 3, 3, 0, 5, 4),
      (52, 3, 3, 0.5, 5, 4), (52, 3, 3, 0.01, -1, 4), (52, 3, 3, 0.01, 5, 0),
      (.max, 3, 3, 0.01, 5, 4), (52, .max, 3, 0.01, 5, 4), (52, 3, .max, 0.01, 5, 4),
    ])
  func refusal(
    _ period: Int, _ cycles: Int, _ window: Int, _ alpha: Double, _ least: Int, _ recent: Int
  ) {
    #expect(throws: SeriesProblem.self) {
      try FarringtonSettings(
        period: period, cycles: cycles, halfWindow: window, alpha: alpha, leastEvents: least,
        recentPeriods: recent)
    }
  }

  @Test(
    "is refused seasons or a gap that do not fit", arguments: [(0, 3), (11, 3), (4, -1), (4, 11)])
  func flexibleRefusal(_ seasons: Int, _ gap: Int) throws {
    let settings = try Self.settings()
    #expect(throws: SeriesProblem.self) {
      try FlexibleFarrington(settings, seasons: seasons, gap: gap)
    }
  }
}
