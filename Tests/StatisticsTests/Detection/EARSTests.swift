import Testing

@testable import Statistics

@Suite("EARS")
struct EARSTests {
  private static let past: [Int?] = [4, 6, 4, 6, 4, 6, 5]

  @Test("compares with the mean and deviation of the baseline")
  func byHand() throws {
    let found = try newest(EARS(.c1), Self.past + [9])
    // Mean 5, deviation 1, z(0.999) = 3.0902.
    #expect(found.expected == 5)
    #expect(isClose(found.upper, 5 + 3.090232306167813))
    #expect(isClose(found.score, 4 / 3.090232306167813))
    #expect(found.isAlarm)
    // Student's t, 6 degrees, at 4/√(8/7); the chance under one rate of 9 of 44 is greater.
    #expect(found.tail > 0.004 && found.tail < 0.2)
  }

  @Test("looks two periods further back in C2, and back over three in C3")
  func rules() throws {
    let counts = Self.past + [8, 8, 7]
    let second = try newest(EARS(.c2), counts)
    #expect(second.expected == 5 + 0.0 && !second.isAlarm || second.expected != 5)
    let third = try EARS(.c3, baseline: 5).judge([5, 4, 6, 4, 6, 5, 5, 9, 9, 9])
    let plain = try EARS(.c2, baseline: 5).judge([5, 4, 6, 4, 6, 5, 5, 9, 9, 9])
    let (c3, c2) = (try #require(third.last), try #require(plain.last))
    #expect(try c3.get().upper < c2.get().upper)
  }

  @Test("of the two C3, the published one does not sound when the count itself is low")
  func published() throws {
    let counts: [Int?] = [5, 4, 6, 4, 6, 5, 5, 5, 5, 30, 30, 0]
    let published = try newest(EARS(.c3), counts)
    let other = try newest(EARS(.c3AsInR), counts)
    #expect(!published.isAlarm || published.observed > 0)
    #expect(other.upper == 0)
  }

  @Test("does not take one event after quiet weeks for a certainty")
  func quiet() throws {
    let found = try newest(EARS(.c1), [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(found.isAlarm && found.score == .infinity)
    #expect(isClose(found.tail, 1 / 8.0))
    let held = try newest(EARS(.c1, leastDeviation: 0.5), [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(!held.isAlarm)
  }

  @Test(
    "is refused settings beyond their ranges",
    arguments: [(0.0, 7, 0.0), (0.5, 7, 0), (0.001, 2, 0), (0.001, 7, -1), (0.001, 7, .nan)])
  func refusal(_ alpha: Double, _ baseline: Int, _ deviation: Double) {
    #expect(throws: SeriesProblem.self) {
      try EARS(.c1, alpha: alpha, baseline: baseline, leastDeviation: deviation)
    }
  }
}

@Suite("CUSUM")
struct CUSUMTests {
  @Test("adds up what is over the mean, and its bound is the least count that sounds")
  func byHand() throws {
    let past = [Int?](repeating: 16, count: 10)
    let cusum = try CUSUM(slack: 0.5, limit: 2, history: 10)
    // (20 − 16)/4 − 0.5 = 0.5; then 0.5 + (26 − 16)/4 − 0.5 = 2.5.
    let found = try cusum.judge(past + [20, 26]).map { try $0.get() }
    #expect(found.map(\.score) == [0.25, 1.25])
    #expect(found.map(\.upper) == [26, 24])
    #expect(found.map(\.isAlarm) == [false, true])
    #expect(found[1].tail < found[0].tail)
    let least = try cusum.judge(past + [20, 24]).map { try $0.get() }
    #expect(least[1].isAlarm)
  }

  /// How often a sum over Poisson counts is at least so high, from a chain of 200 states.
  @Test("has a tail that is no smaller than the chance of so high a sum")
  func bound() throws {
    let mean = 9.0
    let past = [Int?](repeating: 9, count: 30)
    let (width, last) = (0.05, 199)
    let steps = (0...30).map { PoissonDistribution(mean: mean).probability(of: $0) }
    var chances = [Double](repeating: 0, count: last + 1)
    chances[0] = 1
    for _ in 0..<40 {
      var next = [Double](repeating: 0, count: last + 1)
      for (state, chance) in chances.enumerated() where chance > 1e-12 {
        for (count, share) in steps.enumerated() {
          let sum = Double(state) * width + (Double(count) - mean) / 3 - 1.04
          next[min(last, max(0, Int((sum / width).rounded())))] += chance * share
        }
      }
      chances = next
    }
    for count in [14, 16, 18, 21] {
      let found = try newest(CUSUM(), past + [count])
      let sum = found.score * 2.26
      let chance = chances.enumerated().filter { Double($0.offset) * width >= sum - 0.05 }
        .map(\.element).reduce(0, +)
      #expect(found.tail >= chance, "\(count)")
      #expect(found.tail < 20 * chance, "\(count)")
    }
  }

  @Test("is refused after noughts, which have no deviation")
  func noughts() throws {
    let answers = try CUSUM(history: 4).judge([0, 0, 0, 0, 3])
    #expect(answers == [.failure(.tooFewEvents(counted: 0, needed: 1))])
  }

  @Test(
    "is refused settings beyond their ranges", arguments: [(0.0, 2.0, 4), (1, 0, 4), (1, 2, 0)])
  func refusal(_ slack: Double, _ limit: Double, _ history: Int) {
    #expect(throws: SeriesProblem.self) {
      try CUSUM(slack: slack, limit: limit, history: history)
    }
  }
}
