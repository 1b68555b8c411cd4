import FeatureKit
import Commands
import Database
import Geography
import HTTP
import Jobs
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("A kept map", .database)
struct HotspotRunTests {
  private typealias Fixture = HotspotFixture

  @Test("is shown again as it was made, to the last byte", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    for method in HotspotMethod.allCases {
      let kept = try fixture.keep { $0.method = method }
      let found = try #require(
        try fixture.services.database.read { try RunStore.find(kept.id, $0) })
      #expect(found.map == kept.map)
      #expect(try found.map.bytes() == kept.map.bytes())
      #expect(found.run.headline == kept.map.headline && found.run.input == kept.map.hash)
      #expect(found.run.months == kept.map.parameters.months && found.run.category == nil)
      #expect(found.run.account == ID(1) && found.run.madeAt == Fixture.now)
    }
    #expect(
      try fixture.audited() == ["hotspots.map-kept", "hotspots.map-kept", "hotspots.map-kept"])
  }

  @Test("is drawn again to the same bytes, and is another where its events are")
  func again() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let kept = try fixture.keep { $0.harm = HarmScale.cambridge.title }
    let found = try #require(try fixture.services.database.read { try RunStore.find(kept.id, $0) })
    #expect(
      try RunKeeper(services: fixture.services).again(found).bytes() == kept.map.bytes())
    let checked = fixture.run("hotspots", "--run", "\(kept.id)", "--check")
    #expect(checked.status == .done && checked.messages.contains("the same to the last byte"))
    let more = Fixture.crowded + [Fixture.spot(100, 100)]
    let other = try Fixture(.sqlite, more)
    #expect(try RunKeeper(services: other.services).again(found) != kept.map)
  }

  @Test("is not kept twice", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    let (first, second) = (try fixture.keep(), try fixture.keep())
    #expect(!first.wasThere && second.wasThere && first.id == second.id)
    #expect(try !fixture.keep { $0.reach = 400 }.wasThere)
    #expect(try fixture.services.database.read { try RunStore.count($0) } == 2)
    #expect(try fixture.audited().count == 2)
  }

  @Test("leads its source and kind, unless one of later months does", arguments: Engine.tested)
  func directory(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    func back(_ months: Int, _ category: String?) throws -> ID<HotspotRunTag> {
      try fixture.keep {
        $0.months =
          Fixture.last.adding(months: -2 - months)...Fixture.last.adding(months: -months)
        $0.category = category
      }.id
    }
    let latest = try back(0, nil)
    _ = try back(3, nil)
    _ = try back(3, "Burglary")
    let burglary = try back(0, "Burglary")
    let found = try fixture.services.database.read { try Hotspots.directory.latest(5, $0) }
    #expect(found.map(\.path) == ["/hotspots/runs/\(burglary)", "/hotspots/runs/\(latest)"])
    #expect(found.map(\.title) == ["Burglary, made up", "All kinds, made up"])
    #expect(found[0].months == Fixture.last.adding(months: -2)...Fixture.last)
    #expect(found[0].spots.first?.life == .persistent && found[0].spots.first?.letter == "A")
    #expect(
      found[0].method.hasPrefix("Getis-Ord Gi* on squares of 500 m, held against up to 999 draws"))
    let one = try fixture.services.database.read { try Hotspots.directory.latest(1, $0) }
    #expect(one == [found[0]])
  }

  @Test("is held against the one of the months before", arguments: Engine.tested)
  func before(engine: Engine) throws {
    let crowd = Fixture.crowded.dropFirst(Fixture.even.count)
    let moved = crowd.filter { $0.month > Fixture.last.adding(months: -3) }.map { spot in
      Fixture.spot(
        spot.point.easting - Fixture.origin.easting - 5_000,
        spot.point.northing - Fixture.origin.northing - 4_000, spot.month, count: spot.count)
    }
    let fixture = try Fixture(engine, Fixture.crowded + moved)
    let earlier = try fixture.keep {
      $0.months = Fixture.last.adding(months: -5)...Fixture.last.adding(months: -3)
    }
    let kept = try fixture.keep()
    let comparison = RunComparison(kept.map, before: earlier.map)
    #expect(Set(comparison.lines.map { $0.letters.isEmpty }) == [true, false])
    #expect(comparison.gone.isEmpty)
    let backwards = RunComparison(earlier.map, before: kept.map)
    #expect(backwards.gone.map(\.wards) == [["Westgate"]])
    let words = try #require(try fixture.visit("hotspots", "runs", "\(kept.id)")).words
    #expect(words.contains("Held against the map of April 2026 to June 2026"))
    #expect(words.contains("Westgate New") && words.contains("Was there before, as A"))
    let first = try #require(try fixture.visit("hotspots", "runs", "\(earlier.id)")).words
    #expect(first.contains("No map of earlier months was kept"))
  }

  @Test("is asked for on the page and drawn in the background", arguments: Engine.tested)
  func job(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    let asked = try #require(
      try fixture.post(
        "hotspots", "runs", form: [("category", "Burglary"), ("method", "kde"), ("reach", "400")]))
    #expect(asked.status == 303 && asked.header("Location") == "/hotspots/jobs/1")
    let waiting = try #require(try fixture.visit("hotspots", "jobs", "1")).words
    #expect(waiting.contains("The map waits for its turn"))
    try fixture.work()
    let done = try #require(try fixture.visit("hotspots", "jobs", "1"))
    #expect(done.words.contains("The map is kept"))
    #expect(done.text.contains("/hotspots/runs/1"))
    #expect(try fixture.visit("hotspots", "runs", "1")?.status == 200)
    #expect(try fixture.audited() == ["hotspots.map-asked", "hotspots.map-kept"])
    let wrong = try #require(try fixture.post("hotspots", "runs", form: [("cell", "100")]))
    #expect(wrong.header("Location") == "/hotspots?cell=100")
  }

  @Test("that cannot be drawn says why, and nothing is kept")
  func failed() throws {
    let fixture = try Fixture(.sqlite, [Fixture.spot(1, 1, count: 9)])
    _ = try fixture.post("hotspots", "runs")
    try fixture.work()
    let words = try #require(try fixture.visit("hotspots", "jobs", "1")).words
    #expect(words.contains("The map was not kept") && words.contains("Only 9 incidents"))
    #expect(try fixture.services.database.read { try RunStore.count($0) } == 0)
  }

  @Test("that is not there is no page")
  func missing() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    #expect(throws: HotspotProblem.noRun) { try fixture.visit("hotspots", "runs", "9") }
    #expect(throws: HotspotProblem.noRun) { try fixture.visit("hotspots", "jobs", "9") }
    #expect(HotspotProblem.noRun.status == 404)
  }

  @Test("is listed, the newest first, 25 to a page", arguments: Engine.tested)
  func list(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    let none = try #require(try fixture.visit("hotspots", "runs")).words
    #expect(none.contains("No map has been kept yet"))
    for reach in 0..<26 {
      _ = try fixture.keep {
        $0.method = .kde
        $0.reach = 300 + Double(reach)
      }
    }
    let page = try #require(try fixture.visit("hotspots", "runs", query: [("page", "2")]))
    #expect(page.text.contains("/hotspots/runs/1\"") && !page.text.contains("/hotspots/runs/2\""))
    #expect(page.words.contains("Page 2 of 2"))
  }

  @Test("is found by its keys, never by reading them all", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try Fixture(engine, Fixture.crowded)
    let id = try fixture.keep().id
    let run = try #require(try fixture.services.database.read { try RunStore.find(id, $0) }).run
    let database = fixture.services.database
    let before = try QueryPlan.of(RunStore.keptQuery(RunStore.beforeCondition(run)), database)
    #expect(before.uses(index: "hotspot_run_series"), "\(before)")
    let latest = try QueryPlan.of(RunStore.keptQuery(RunStore.latestCondition(5)), database)
    #expect(!latest.readsAll(of: "hotspot_run"), "\(latest)")
    let page = try QueryPlan.of(RunStore.pageQuery(1), database)
    #expect(!page.lines.contains { $0.contains("Sort") || $0.contains("TEMP B-TREE") }, "\(page)")
  }
}
