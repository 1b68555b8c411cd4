import Testing

@testable import Statistics

@Suite("Accuracy of hotspots")
struct HotspotAccuracyTests {
  @Test("needs cells, as many counts, and later events")
  func edges() throws {
    #expect(HotspotAccuracy(scores: [], next: []) == nil)
    #expect(HotspotAccuracy(scores: [1], next: [1, 2]) == nil)
    #expect(HotspotAccuracy(scores: [1, 2], next: [1, 0], before: [1]) == nil)
    #expect(HotspotAccuracy(scores: [1, 2], next: [0, 0]) == nil)
    let one = try #require(HotspotAccuracy(scores: [2], next: [3], before: [0]))
    let all = one.flagging(percent: 100)
    #expect(all.hitRate == 1 && all.pai == 1 && all.peiStar == 1 && all.rri == nil)
    #expect(all.falsePositiveRate == nil && one.areaUnderCurve == 0.5)
    let none = one.flagging(percent: 10)
    #expect(none.cells == 0 && none.hitRate == 0 && none.pai == nil && none.pei == nil)
    #expect(one.flagging(percent: 1000).cells == 1 && one.flagging(cells: -3).cells == 0)
  }

  @Test("of a perfect ranking is the best there can be, and its mirror the worst")
  func ends() throws {
    let next = [0, 3, 9, 1, 0, 5, 0, 0, 2, 0]
    let scores = next.map(Double.init)
    let best = try #require(HotspotAccuracy(scores: scores, next: next))
    let worst = try #require(HotspotAccuracy(scores: scores.map { -$0 }, next: next))
    var last = 0.0
    for cells in 1...10 {
      let (good, bad) = (best.flagging(cells: cells), worst.flagging(cells: cells))
      #expect(good.peiStar == 1 && good.hits == good.bestHits && bad.hits <= good.hits)
      #expect(good.hitRate >= last)
      last = good.hitRate
    }
    #expect(isClose(best.areaUnderCurve + worst.areaUnderCurve, 1))
  }

  @Test("takes ties by the lower cell, and says what a lot would give")
  func ties() throws {
    let found = try #require(
      HotspotAccuracy(scores: [1, 5, 1, 1, 1, .nan], next: [4, 1, 0, 0, 0, 5]))
    #expect(found.ranking == [1, 0, 2, 3, 4, 5])
    let two = found.flagging(cells: 2)
    #expect(two.hits == 5 && two.hitsIfTiesShared == 2)
    #expect(found.flagging(cells: 5).hitsIfTiesShared == 5)
  }
}

@Suite("A back-test")
struct BackTestTests {
  private let good = BackTest([
    .init(scores: [3, 2, 1, 0], next: [5, 1, 0, 0]),
    .init(scores: [3, 2, 1, 0], next: [0, 0, 0, 0]),
    .init(scores: [0, 1, 2, 3], next: [1, 0, 0, 3]),
  ])
  private let bad = BackTest([
    .init(scores: [0, 0, 1, 2], next: [5, 1, 0, 0]),
    .init(scores: [0, 0, 1, 2], next: [0, 0, 0, 0]),
    .init(scores: [0, 1, 2, 3], next: [1, 0, 0, 3]),
  ])

  @Test("adds up hits and events of the rounds that had any")
  func record() throws {
    let record = try #require(good.flagging(percent: 25))
    #expect(record.hits == 8 && record.events == 10 && record.hitRate == 0.8)
    #expect(record.rounds[1] == nil && record.rounds.count == 3)
    #expect(isClose(record.pai, 3.2) && record.peiStar == 1)
    #expect(record.range == 0.75...(5.0 / 6))
  }

  @Test("compares two methods round by round")
  func comparison() throws {
    let (one, other) = (
      try #require(good.flagging(percent: 25)), try #require(bad.flagging(percent: 25))
    )
    #expect(one.comparison(with: other) == (better: 1, equal: 1, worse: 0))
    #expect(other.comparison(with: one) == (better: 0, equal: 1, worse: 1))
  }

  @Test("without a round with events has no record")
  func empty() {
    #expect(BackTest([]).flagging(percent: 5) == nil)
    #expect(BackTest([.init(scores: [1], next: [0])]).flagging(percent: 5) == nil)
  }
}

@Suite("Displacement")
struct DisplacementTests {
  private func measured(
    _ target: (Int, Int), _ buffer: (Int, Int), _ control: (Int, Int)
  ) -> Displacement? {
    Displacement(
      target: .init(before: target.0, after: target.1),
      buffer: .init(before: buffer.0, after: buffer.1),
      control: .init(before: control.0, after: control.1))
  }

  @Test(
    "is told by the weighted quotient",
    arguments: [
      ((100, 50), (100, 80), (1000, 1000), 0.4, Displacement.Finding.diffusion),
      ((100, 90), (100, 60), (1000, 1000), 4, .diffusionBeyondEffect),
      ((100, 50), (100, 100), (1000, 1000), 0, .neither),
      ((100, 50), (100, 125), (1000, 1000), -0.5, .displacement),
      ((100, 90), (100, 140), (1000, 1000), -4, .displacementBeyondEffect),
      ((100, 50), (100, 90), (1000, 800), -1.0 / 3, .displacement),
    ])
  func quotient(
    _ target: (Int, Int), _ buffer: (Int, Int), _ control: (Int, Int), _ expected: Double,
    _ finding: Displacement.Finding
  ) throws {
    let found = try #require(measured(target, buffer, control))
    #expect(isClose(found.weightedQuotient, expected, absolute: 1e-12))
    #expect(found.finding == finding || abs(expected) < 1e-12)
  }

  @Test("means nothing where the target did no better than the control")
  func noEffect() throws {
    let found = try #require(measured((100, 80), (50, 20), (1000, 800)))
    #expect(found.weightedQuotient == nil && found.finding == .noEffect)
    #expect(found.grossQuotient == 1.5 && found.targetNetEffect == 0)
    #expect(try #require(measured((5, 6), (1, 1), (9, 9))).grossQuotient == nil)
  }

  @Test("counts what was prevented in both areas")
  func net() throws {
    let found = try #require(measured((100, 50), (60, 70), (1000, 900)))
    #expect(isClose(found.targetNetEffect, 40) && isClose(found.bufferNetEffect, -16))
    #expect(isClose(found.totalNetEffect, 24))
  }

  @Test("needs control events on both sides, and no counts under 0")
  func edges() {
    #expect(measured((1, 1), (1, 1), (0, 4)) == nil)
    #expect(measured((1, 1), (1, 1), (4, 0)) == nil)
    #expect(measured((-1, 1), (1, 1), (4, 4)) == nil)
    #expect(measured((0, 0), (0, 0), (4, 4))?.finding == .noEffect)
  }
}

@Suite("A relative effect")
struct RelativeEffectTests {
  @Test("is the ratio of the ratios, with the interval of its log")
  func value() throws {
    let effect = try #require(
      RelativeEffect(.init(before: 100, after: 50), beside: .init(before: 100, after: 100)))
    #expect(effect.ratio == 0.5)
    // log 0.5 ± 1.96 √(1/100 + 1/50 + 1/100 + 1/100)
    #expect(abs(effect.interval.lower - 0.32258) < 1e-4)
    #expect(abs(effect.interval.upper - 0.77500) < 1e-4)
    #expect(effect.isFall && !effect.isRise)
  }

  @Test(
    "tells a rise and a fall beyond chance, and neither",
    arguments: [(50, false, false), (20, true, false), (120, false, true)])
  func verdict(after: Int, isFall: Bool, isRise: Bool) throws {
    let effect = try #require(
      RelativeEffect(.init(before: 50, after: after), beside: .init(before: 50, after: 50)))
    #expect(effect.isFall == isFall && effect.isRise == isRise)
  }

  @Test("cannot be told of a count of nought")
  func nought() {
    for counts in [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)] {
      #expect(
        RelativeEffect(
          .init(before: counts.0, after: counts.1), beside: .init(before: counts.2, after: counts.3)
        )
          == nil)
    }
  }
}
