import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("The life of a hotspot")
struct LifeCycleTests {
  @Test(
    "is told by the periods it stood out in, the recent ones apart from the older",
    arguments: [
      ("x", "new"), (".", nil), (".......x", "new"), ("......x.", "new"), ("......xx", "new"),
      ("xxxxxxxx", "persistent"), (".xxxxxxx", "persistent"), ("..xxxxxx", "intermittent"),
      ("xxxxxx.x", "persistent"), ("xxxxx..x", "intermittent"), ("x......x", "intermittent"),
      (".....xx.", "intermittent"), ("xxxxxx..", "diminished"), ("xxxx....", "diminished"),
      ("xxx.....", nil), ("........", nil), ("x.", "diminished"), (".x", "new"),
      ("xx", "persistent"), ("xxx.", "diminished"), ("xx..", "diminished"), ("x...", nil),
    ] as [(String, String?)])
  func stages(periods: String, stage: String?) {
    #expect(LifeCycle(stood: periods.map { $0 == "x" }).life?.rawValue == stage, "\(periods)")
  }

  @Test(
    "is looked at in periods of the map's length, without overlap, in 36 months at most",
    arguments: [(1, 8), (2, 8), (3, 8), (4, 8), (5, 7), (6, 6), (12, 3), (18, 2), (36, 1)])
  func count(months: Int, periods: Int) {
    #expect(LifeCycle.count(months: months) == periods)
    let last = HotspotFixture.last
    let found = LifeCycle.periods(
      of: last.adding(months: 1 - months)...last, since: last.adding(months: -100))
    #expect(found.count == periods && found.last?.upperBound == last)
    #expect(found.allSatisfy { $0.count == months })
    for (one, next) in zip(found, found.dropFirst()) {
      #expect(one.upperBound.adding(months: 1) == next.lowerBound)
    }
  }

  @Test("leaves out periods the source does not cover whole", arguments: [(0, 4), (1, 3), (-1, 4)])
  func covered(later: Int, periods: Int) {
    let last = HotspotFixture.last
    let first = last.adding(months: -11 + later)
    let found = LifeCycle.periods(of: last.adding(months: -2)...last, since: first)
    #expect(found.count == periods)
  }
}

@Suite("The life of places on a map", .database)
struct LifeOnMapTests {
  private typealias Fixture = HotspotFixture

  /// The even borough, crowded in the east in some of the last 24 months, counted back from nought.
  private func spots(crowded: (Int) -> Bool) -> [EventSpot] {
    let crowd = Fixture.crowded.dropFirst(Fixture.even.count)
    return Fixture.even + crowd.filter { crowded(Fixture.last.index - $0.month.index) }
  }

  @Test("is new, persistent, coming and going, or diminished")
  func stages() throws {
    let cases: [((Int) -> Bool, HotspotSummary.Life)] = [
      ({ $0 < 3 }, .new), ({ _ in true }, .persistent), ({ $0 < 3 || $0 >= 15 }, .intermittent),
    ]
    for (crowded, life) in cases {
      let map = try Fixture(.sqlite, spots(crowded: crowded)).map()
      #expect(map.hotspots.first?.cycle.life == life)
      #expect(map.hotspots.first?.cycle.stood.count == 8)
      #expect(map.former.isEmpty)
    }
    let map = try Fixture(.sqlite, spots { $0 >= 6 }).map()
    #expect(map.hotspots.isEmpty)
    let place = try #require(map.former.first)
    #expect(place.cycle.life == .diminished && place.wards == ["Eastcroft"])
    #expect(place.cycle.stood == [true, true, true, true, true, true, false, false])
  }

  @Test("is told of clusters and densities too", arguments: [HotspotMethod.kde, .clusters])
  func otherMethods(method: HotspotMethod) throws {
    let map = try Fixture(.sqlite, Fixture.crowded).map {
      $0.method = method
      $0.reach = 600
    }
    #expect(map.hotspots.allSatisfy { $0.cycle.life == .persistent })
  }
}
