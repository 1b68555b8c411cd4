import FeatureKit
import Commands
import Database
import Geography
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Hotspots

@Suite("A named hotspot", .database)
struct NamedTests {
  private typealias Fixture = HotspotFixture

  @Test("is drawn from a kept map's area, and another version where the name is known")
  func named() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let kept = try fixture.keep()
    func form(_ name: String, _ letter: String = "A") -> [(String, String)] {
      [("run", "\(kept.id)"), ("letter", letter), ("name", name)]
    }
    let done = try #require(
      try fixture.post("hotspots", "named", form: form("  Mill   Lane ")))
    #expect(done.header("Location") == "/hotspots/named/2026/mill-lane-1")
    let drawn = try #require(fixture.drawn.withLock { $0 }.first)
    #expect(drawn.name == "Mill Lane" && drawn.kind == .hotspot && drawn.account == ID(1))
    #expect(drawn.shape == kept.map.shape(of: kept.map.hotspots[0]))
    for (form, message) in [
      (form(""), "Enter the name"), (form("x", "Z"), "Choose an area of the map"),
      (form(String(repeating: "x", count: 61)), "Use 60 characters or fewer"),
    ] {
      let refused = try #require(try fixture.post("hotspots", "named", form: form))
      #expect(refused.status == 422 && refused.words.contains(message), "\(refused.words)")
      #expect(refused.words.contains("Kept map 1"))
    }
    let run = fixture.run("hotspots", "name", "--run", "1", "--letter", "A", "--name", "Mill Lane")
    #expect(run.out == "Mill Lane  2026/mill-lane-2\n", "\(run.messages)")
    #expect(
      fixture.run("hotspots", "name", "--run", "1", "--letter", "Q", "--name", "x").status
        == .wrongUse)
  }

  @Test("is counted month by month inside its outline, and lists its versions")
  func counted() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let kept = try fixture.keep()
    for _ in 0..<2 {
      _ = try NamedDrawing(services: fixture.services).name("A", of: kept.id, as: "Mill Lane")
    }
    let page = try #require(try fixture.visit("hotspots", "named", "2026", "mill-lane-1")).words
    let inside = kept.map.hotspots[0].count / 3
    #expect(
      page.contains("\(inside * 12 / 1000),\(inside * 12 % 1000) incidents in twelve months"),
      "\(page)")
    #expect(page.contains("Of 2026, shown here mill-lane-1") && page.contains("mill-lane-2"))
    let list = try #require(try fixture.visit("hotspots", "named")).words
    #expect(list.contains("Mill Lane Of 2026, mill-lane-2 2"), "\(list)")
    let counted = fixture.run("hotspots", "named", "--area", "2026/mill-lane-1")
    #expect(counted.out.hasSuffix("2026-09  \(inside)\n"), "\(counted.messages)")
    #expect(
      fixture.run("hotspots", "named").out == "Mill Lane  2026/mill-lane-2, 2026/mill-lane-1\n")
    #expect(fixture.run("hotspots", "named", "--area", "2026/x").status == .wrongUse)
    #expect(throws: HotspotProblem.notFound) {
      try fixture.visit("hotspots", "named", "2025", "mill-lane-1")
    }
  }

  @Test("that is smaller than what the source bears is not counted, and says why")
  func small() throws {
    let source = Fixture.source(Fixture.crowded)
    let small = MultiPolygon(around: Fixture.origin, radius: 281)
    let large = MultiPolygon(around: Fixture.origin, radius: 284)
    #expect(
      NamedHandlers.refusalToCount(small, source)
        == "The source's places are moved to points nearby: cells must be 500 m or more. "
        + "This outline is smaller than that.")
    #expect(NamedHandlers.refusalToCount(large, source) == nil)
  }
}
