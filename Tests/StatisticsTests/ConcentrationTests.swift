import Testing

@testable import Statistics

/// A generator that gives the same numbers for the same seed.
struct TestGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
  }
}

@Suite("Concentration")
struct ConcentrationTests {
  @Test("needs an event")
  func edges() throws {
    #expect(Concentration([]) == nil)
    #expect(Concentration([0, 0]) == nil)
    #expect(Concentration([1, -1]) == nil)
    let one = try #require(Concentration([7]))
    #expect(one.gini == 0 && one.sparseGini == 0 && one.places(holding: 0.5) == 1)
    #expect(one.shareOfEvents(inTop: 0.5) == 0.5 && one.lorenz(1) == 1)
  }

  @Test("is 0 where all places have as many and nearly 1 where one has all")
  func ends() throws {
    let even = try #require(Concentration(Array(repeating: 3, count: 50)))
    #expect(abs(even.gini) < 1e-12 && even.shareOfPlaces(holding: 0.5) == 0.5)
    let single = try #require(Concentration([9] + Array(repeating: 0, count: 49)))
    #expect(isClose(single.gini, 0.98) && single.occupied == 1)
    #expect(single.shareOfEvents(inTop: 0.02) == 1 && single.places(holding: 1) == 1)
    let hundred = try #require(Concentration(Array(repeating: 1, count: 100)))
    #expect((0...100).allSatisfy { hundred.places(holding: Double($0) / 100) == $0 })
  }

  @Test("of one event in each of a few places is no concentration")
  func sparse() throws {
    let found = try #require(Concentration(Array(repeating: 1, count: 10) + [0, 0, 0, 0, 0]))
    #expect(found.gini > 0.3 && abs(found.sparseGini) < 1e-12)
  }

  @Test("has a curve that rises and bends upwards, whatever the order of the places")
  func lorenz() throws {
    let counts = [4, 0, 9, 1, 1, 0, 25, 3]
    let found = try #require(Concentration(counts))
    #expect(found == Concentration(counts.reversed()))
    let curve = (0...40).map { found.lorenz(Double($0) / 40) }
    let steps = zip(curve, curve.dropFirst()).map { $1 - $0 }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $1 >= $0 - 1e-12 } && steps[0] >= 0)
    #expect(curve[0] == 0 && curve[40] == 1)
    #expect(found.lorenz(-1) == 0 && found.lorenz(2) == 1)
  }

  @Test("is held against the same events dropped at random, the same from the same seed")
  func chance() throws {
    var (one, two) = (TestGenerator(state: 5), TestGenerator(state: 5))
    var counts = [Int](repeating: 0, count: 200)
    counts[3] = 90
    counts[90] = 60
    let clustered = try #require(Concentration(counts))
    let found = clustered.comparedWithChance(simulations: 99, using: &one)
    #expect(found == clustered.comparedWithChance(simulations: 99, using: &two))
    #expect(found.p == 0.01 && found.gini > found.giniByChance && found.marginal > 0)
    let even = try #require(Concentration(Array(repeating: 1, count: 200)))
    #expect(even.comparedWithChance(simulations: 19, using: &one).p == 1)
    #expect(even.comparedWithChance(simulations: 0, using: &one).p == 1)
  }
}

@Suite("Aoristic weights")
struct AoristicWeekTests {
  @Test(
    "are the minutes of each hour, together the interval",
    arguments: [
      (0, 1), (59, 61), (10_079, 10_081), (-30, 30), (5, 10_085), (7, 30_000), (0, 20_160),
    ])
  func overlaps(_ start: Int, _ end: Int) {
    let found = AoristicWeek.overlaps(from: start, to: end)
    #expect(found.reduce(0) { $0 + $1.minutes } == end - start)
    #expect(Set(found.map(\.hour)).count == found.count)
    // Minute by minute.
    var hours: [Int: Int] = [:]
    for minute in start..<end { hours[AoristicWeek.hour(of: minute), default: 0] += 1 }
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.hour, $0.minutes) }) == hours)
  }

  @Test(
    "put an event without an interval whole in its starting hour",
    arguments: [(125, 125 as Int?), (125, 90), (125, nil), (125 - 10_080, nil)])
  func without(_ start: Int, _ end: Int?) {
    var week = AoristicWeek()
    week.add(from: start, to: end)
    #expect(week.weights[2] == 1 && week.withoutInterval == 1 && week.events == 1)
    #expect(AoristicWeek.overlaps(from: start, to: end ?? start).isEmpty)
  }

  @Test("are one for each event, by hour and by weekday too")
  func sums() {
    var week = AoristicWeek()
    for index in 0..<300 { week.add(from: index * 67, to: index * 67 + index * index % 15_000) }
    #expect(isClose(week.weights.reduce(0, +), 300))
    #expect(isClose(week.byHour.reduce(0, +), 300) && week.byHour.count == 24)
    #expect(isClose(week.byWeekday.reduce(0, +), 300) && week.byWeekday.count == 7)
  }
}
