import FeatureKit
import Commands
import Database
import Geography
import HTTP
import Kernel
import Partnership
import Statistics
import TestKit
import Testing

@testable import Hotspots

@Suite("An intervention", .database)
struct InterventionTests {
  private typealias Fixture = HotspotFixture

  /// Incidents a month in the target, the buffer, the control and nowhere, before and during.
  private func spots(_ before: [Int], _ during: [Int]) -> [EventSpot] {
    let places = [(2_000.0, 2_000.0), (2_600, 2_000), (8_000, 8_000), (5_000, 5_000)]
    return (0..<24).flatMap { back in
      zip(places, back < 6 ? during : before).map { place, count in
        Fixture.spot(place.0, place.1, Fixture.last.adding(months: -back), count: max(1, count))
      }
    }
  }

  private static let circles = [
    ("target-circle", "502000,202000,400"), ("control-circle", "508000,208000,400"),
  ]
  private static let form =
    [
      ("name", "Lantern"), ("from", "2026-04"), ("to", "2026-09"), ("buffer", "400"),
      ("category", "Burglary"),
    ] + circles

  private func changed(_ changes: [(String, String)]) -> [(String, String)] {
    Self.form.filter { field, _ in !changes.contains { $0.0 == field } } + changes
  }

  @Test("is stated, kept with its outlines and judged", arguments: Engine.tested)
  func stated(engine: Engine) throws {
    let fixture = try Fixture(engine, spots([40, 20, 50, 9], [20, 20, 50, 9]))
    let done = try #require(try fixture.post("hotspots", "interventions", form: Self.form))
    #expect(done.header("Location") == "/hotspots/interventions/1", "\(done.words)")
    #expect(try fixture.audited() == ["hotspots.intervention-stated"])
    let page = try #require(try fixture.visit("hotspots", "interventions", "1")).words
    for expected in [
      "The target fell by 50% against the control", "Target 240 120 −120", "Buffer 120 120 0",
      "Control 300 300 0", "Circle of 400 m round 502000, 202000",
      "Before April 2025 to September 2025: the same months",
      "Buffer and control were stated after",
      "The weighted displacement quotient is 0.00: the buffer did as the control did",
      "About 120 fewer than the control would lead one to expect",
    ] { #expect(page.contains(expected), "\(expected) in \(page)") }
    let list = try #require(try fixture.visit("hotspots", "interventions")).words
    #expect(list.contains("Lantern April 2026 to September 2026"))
    let plan = try QueryPlan.of(InterventionStore.pageQuery(1), fixture.services.database)
    #expect(!plan.lines.contains { $0.contains("Sort") || $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test(
    "says what moved, what spread, and what may be chance",
    arguments: [
      ([40, 20, 50], [20, 32, 50], "some of what was prevented moved into the buffer"),
      ([40, 20, 50], [20, 10, 50], "the buffer gained too: the benefit spread"),
      ([40, 40, 50], [30, 10, 50], "the buffer gained more than the target"),
      ([40, 20, 50], [30, 60, 50], "more moved into the buffer than was prevented"),
      ([40, 20, 50], [40, 20, 50], "did no better than the control, beyond what chance may give"),
      ([40, 20, 50], [38, 20, 50], "did no better than the control, beyond what chance may give"),
      ([40, 20, 50], [20, 21, 50], "The buffer's own change may be chance, so this is a hint"),
    ] as [([Int], [Int], String)])
  func words(before: [Int], during: [Int], words: String) throws {
    let fixture = try Fixture(.sqlite, spots(before + [9], during + [9]))
    _ = try fixture.post("hotspots", "interventions", form: Self.form)
    let run = fixture.run("hotspots", "interventions", "--id", "1")
    #expect(run.out.contains(words), "\(run.out)")
  }

  @Test(
    "is refused with what to do, at the field",
    arguments: [
      ([("name", "")], "Enter what it is called"), ([("from", "x")], "Enter a month such as"),
      ([("from", "2026-10")], "The last month must not be before"),
      ([("category", "x")], "Choose a kind of the list"), ([("buffer", "x")], "Enter metres"),
      ([("buffer", "0")], "Enter from 50 to 5000 metres"),
      ([("buffer", "299")], "the reach must be 300 m or more"),
      ([("target-circle", "")], "Choose an area, or give a circle"),
      ([("target-circle", "1,2")], "Enter a circle such as"),
      ([("target-circle", "502000,202000,49")], "Enter a circle such as"),
      (
        [("target-circle", "502000,202000,200")],
        "cells must be 500 m or more. This area is smaller"
      ),
      ([("target", "ward/2022/none")], "There is no such area"),
      ([("control-circle", "503000,202000,400")], "further from the target than the buffer"),
      ([("from", "2025-04"), ("to", "2025-09")], "The source begins in October 2024"),
    ])
  func refused(changes: [(String, String)], message: String) throws {
    let fixture = try Fixture(.sqlite, spots([40, 20, 50, 9], [20, 20, 50, 9]))
    let answer = try #require(
      try fixture.post("hotspots", "interventions", form: changed(changes)))
    #expect(answer.status == 422 && answer.words.contains(message), "\(answer.words)")
    #expect(try fixture.audited() == [])
  }

  @Test("is judged by the same months of as many years before as it is long")
  func before() {
    let area = StatedArea(name: "", shape: MultiPolygon([]))
    func before(_ first: String, _ last: String) -> String {
      guard let first = Month(first), let last = Month(last) else { return "" }
      return Intervention(
        name: "", source: "", category: nil, months: first...last, target: area, buffer: 1,
        control: area, account: nil, statedAt: Fixture.now
      ).before.words
    }
    #expect(before("2026-04", "2026-04") == "April 2025")
    #expect(before("2026-01", "2026-12") == "January 2025 to December 2025")
    #expect(before("2026-01", "2027-01") == "January 2024 to January 2025")
  }

  @Test("stated before its first day is not warned of", arguments: [(-1, true), (0, false)])
  func statedBefore(days: Int, isBefore: Bool) throws {
    let month = try #require(Month("2026-04"))
    let area = StatedArea(name: "", shape: MultiPolygon([]))
    let one = Intervention(
      name: "", source: "", category: nil, months: month...month, target: area, buffer: 1,
      control: area, account: nil,
      statedAt: London.start(of: month.firstDay.adding(days: days)))
    #expect(one.isStatedBefore == isBefore)
  }

  @Test("counts a point once: in the target, the buffer or the control")
  func places() throws {
    let months = try #require(Month("2026-04"))...(try #require(Month("2026-09")))
    func area(_ east: Double) -> StatedArea {
      let centre = Fixture.spot(east, 2_000).point
      return StatedArea(name: "", shape: MultiPolygon(around: centre, radius: 400, corners: 400))
    }
    let one = Intervention(
      name: "", source: "test", category: nil, months: months, target: area(2_000), buffer: 300,
      control: area(8_000), account: nil, statedAt: Fixture.now)
    let spots = [2_000, 2_399, 2_401, 2_698, 2_702, 7_599, 7_601].map { Fixture.spot($0, 2_000) }
    let finding = InterventionFinding(one, spots, missing: [])
    #expect(finding.target.after == 2 && finding.buffer.after == 2 && finding.control.after == 1)
    #expect(finding.displacement == nil)
    #expect(finding.headline.hasPrefix("The control had no incidents"))
  }

  @Test("is stated and judged by commands too")
  func commands() throws {
    let fixture = try Fixture(.sqlite, spots([40, 20, 50, 9], [20, 20, 50, 9]))
    let state = [
      "hotspots", "intervene", "--name", "Lantern", "--from", "2026-04", "--to", "2026-09",
      "--target", "502000,202000,400", "--buffer", "400", "--control",
    ]
    #expect(
      fixture.run(state + ["508000,208000,400"]).out == "Stated as intervention 1.\n")
    let json = fixture.run("hotspots", "interventions", "--id", "1", "--json").out
    #expect(json.contains(#""target":{"before":240,"after":120,"ratio":0.5,"#), "\(json)")
    #expect(fixture.run("hotspots", "interventions").out == "1  2026-04 to 2026-09  Lantern\n")
    let wrong = fixture.run(state + ["ward/2022/x"])
    #expect(wrong.status == .wrongUse && wrong.messages.contains("--control: There is no such"))
    let near = fixture.run(state + ["ward/2022/W0"])
    #expect(near.messages.contains("--control: Choose a control further"), "\(near.messages)")
    #expect(fixture.run("hotspots", "interventions", "--id", "9").status == .wrongUse)
    #expect(throws: HotspotProblem.noIntervention) {
      try fixture.visit("hotspots", "interventions", "9")
    }
  }

  @Test(
    "names its areas as kind, year and code, or as a circle",
    arguments: [
      ("ward/2022/E05000573", true), ("hotspot/2026/mill-lane-1", true), ("ward/x/E1", false),
      ("planet/2022/E1", false), ("459200,312400,350", true), ("459200, 312400, 350", true),
      ("459200,312400", false), ("459200,312400,49", false), ("459200,312400,5001", false),
      ("-1,312400,350", false), ("a,b,c", false), ("", false),
    ])
  func areaNames(text: String, isOne: Bool) {
    let name = AreaName(text)
    #expect((name != nil) == isOne)
    #expect(name.map { $0.text == text.filter { $0 != " " } } ?? true)
  }
}
