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

@Suite("Wards by count, rate and harm", .database)
struct WardTests {
  private typealias Fixture = HotspotFixture

  private func table(_ fixture: Fixture, _ category: String? = nil) throws -> WardTable {
    try fixture.services.database.read { read in
      let source = try fixture.services.events(read)[0]
      let question = try #require(
        try HotspotReader(services: fixture.services).question(source, read))
      return try WardReader(services: fixture.services).table(
        question, WardReader.usual(question), category, read)
    }
  }

  @Test("counts the latest twelve months, with rates only where they can be told")
  func counts() throws {
    let far = Fixture.spot(-900, 100, count: 7)
    let fixture = try Fixture(.sqlite, Fixture.crowded + [far])
    let table = try table(fixture)
    #expect(table.lines.map(\.area.name) == ["Eastcroft", "Westgate"])
    #expect(table.lines.map(\.count) == [12 * 140, 12 * 50] && table.outside == 7)
    #expect(table.unlocated == 12 && table.missing.isEmpty && table.edition == 2022)
    let rate = try #require(table.lines[0].rate)
    #expect(rate.value == 84)
    // Byar's interval of 1,680 events over 20,000 people.
    #expect((80.03...80.05).contains(rate.interval.lower), "\(rate.interval)")
    #expect((88.11...88.13).contains(rate.interval.upper), "\(rate.interval)")
    #expect(table.lines[1].rate == nil && table.lines[1].noRate == "No estimate of people")
  }

  @Test("tells no rate under 20 incidents", arguments: [19, 20])
  func few(count: Int) throws {
    let table = try table(Fixture(.sqlite, [Fixture.spot(6_000, 100, count: count)]))
    #expect(table.lines[0].noRate == (count < 20 ? "Too few incidents" : nil))
  }

  @Test("gives harm as a range, and says what has no weight")
  func harm() throws {
    let spots = [
      Fixture.spot(6_000, 100, count: 30, category: "Burglary"),
      Fixture.spot(6_000, 100, count: 2, category: "Robbery"),
      Fixture.spot(6_000, 100, count: 5, category: "Drugs"),
      Fixture.spot(100, 100, count: 40, category: "Drugs"),
    ]
    let table = try table(Fixture(.sqlite, spots))
    let east = try #require(table.lines.first { $0.area.name == "Eastcroft" })
    #expect(east.harm == WardLine.Harm(lowest: 30 * 2 + 730, highest: 30 * 730 + 730, unweighed: 5))
    #expect(table.lines.first { $0.area.name == "Westgate" }?.harm == nil)
  }

  @Test("ranks equal values alike and tells how far the places lie apart")
  func ranks() {
    let areas = (0..<4).map {
      Area(id: ID(Int64($0 + 1)), kind: .ward, edition: 2022, code: "W\($0)", name: "Ward \($0)")
    }
    func line(_ place: Int, _ counts: [String: Int], _ people: Int) -> WardLine {
      WardLine(
        areas[place], counts, AreaPeople(year: 2025, people: people, households: nil), .cambridge)
    }
    let lines = WardLine.ranked([
      line(0, ["Shoplifting": 100], 10_000), line(1, ["Shoplifting": 50], 1_000),
      line(2, ["Robbery": 20, "Burglary": 30], 10_000), line(3, ["Drugs": 25], 10_000),
    ])
    #expect(lines.map(\.ranks.count) == [1, 2, 2, 4])
    #expect(lines.map(\.ranks.rate) == [2, 1, 3, 4])
    #expect(lines.map(\.ranks.lowestHarm) == [2, 3, 1, nil])
    #expect(lines.map(\.ranks.words) == ["1, 2, 2", "2, 1, 3", "2, 3, 1", "4, 4, none"])
    #expect(lines.map(\.ranks.spread) == [1, 2, 2, 0])
    #expect(lines.map { $0.ranks.disagree(among: 4) } == [false, true, true, false])
  }

  @Test(
    "disagrees where places lie a quarter of the wards apart, and at least two",
    arguments: [
      (1, 4, false), (2, 4, true), (2, 8, true), (2, 9, false), (3, 9, true), (4, 20, false),
      (5, 20, true),
    ])
  func disagreement(spread: Int, wards: Int, disagrees: Bool) {
    #expect(WardRanks(count: 1, rate: 1 + spread).disagree(among: wards) == disagrees)
  }

  @Test("shades rates in five steps of as many wards, fewer where they are alike")
  func steps() {
    let steps = ShadedSteps((1...10).map { Double($0) * 1.04 })
    #expect(steps.starts == [3.1, 5.2, 7.2, 9.3])
    #expect([0, 3.0, 3.1, 5.19, 5.2, 9.3, 100].map(steps.step) == [0, 0, 1, 1, 2, 4, 4])
    #expect(ShadedSteps([2, 2, 2]).starts == [2] && ShadedSteps([]).starts.isEmpty)
  }

  @Test("shows the table first, the map, and what they rest on")
  func page() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let page = try #require(try fixture.visit("hotspots", "wards"))
    for expected in [
      "Count, rate and harm put every ward at about the same place", "Eastcroft 1,680 84.0",
      "No estimate of people", "No rate: too few, or no estimate",
      "Cambridge Crime Harm Index by police.uk kinds, version 2026, unchecked",
      "Harm is a range", "October 2025 to September 2026",
    ] { #expect(page.words.contains(expected), "\(expected) in \(page.words)") }
    let wrong = try #require(try fixture.visit("hotspots", "wards", query: [("to", "2020-01")]))
    #expect(wrong.status == 422 && wrong.words.contains("The source has"))
    #expect(
      try #require(try Fixture(.sqlite, []).visit("hotspots", "wards")).words.contains("import"))
  }

  @Test("is printed by the command too")
  func command() throws {
    let fixture = try Fixture(.sqlite, Fixture.crowded)
    let json = fixture.run("hotspots", "wards", "--json", "--from", "2026-01", "--to", "2026-06")
    #expect(json.out.contains(#""name":"Eastcroft","count":840,"people":20000"#), "\(json.out)")
    let words = fixture.run("hotspots", "wards", "--category", "Robbery")
    #expect(words.out.contains("  Eastcroft  0 incidents  no rate: Too few incidents"))
    #expect(fixture.run("hotspots", "wards", "--to", "2020-01").status == .wrongUse)
  }
}
