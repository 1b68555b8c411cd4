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
