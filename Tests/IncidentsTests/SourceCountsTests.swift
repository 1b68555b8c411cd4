import FeatureKit
import Commands
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Counts of mapped sources", .database)
struct SourceCountsTests {
  /// Two noises of a Monday evening and one over midnight, a dog in another week without a place.
  private func fixture(_ engine: Engine) throws -> ExtractFixture {
    let wards = Wards()
    let fixture = try ExtractFixture(engine, areas: wards.directory)
    wards.set([try Wards.around("W1", -0.11, 51.504, name: "Mill & Bridge")])
    try fixture.importRows([
      ExtractFixture.row("1", from: "02/11/2026 22:30", status: "Closed"),
      ExtractFixture.row("2", from: "02/11/2026 22:40", status: ""),
      ExtractFixture.row("3", from: "02/11/2026 23:30", to: "03/11/2026 00:30"),
      ExtractFixture.row("4", type: "Dog", from: "10/11/2026 09:00", x: "", y: ""),
      ExtractFixture.row("5", from: "01/10/2026 09:00", x: "540000", y: "190000"),
    ])
    return fixture
  }

  private func lines(
    _ fixture: ExtractFixture, _ by: [CountDimension],
    _ change: (inout CountQuery) -> Void = { _ in }
  ) throws -> [String] {
    try DivisionCounting(fixture.house.services).run()
    return try fixture.database.read { read in
      var query = CountQuery(by: by)
      query.source = CountSource(fixture.saved)
      if by.contains(.ward) {
        query.edition = try fixture.house.services.areas.latest(.ward, read)
      }
      change(&query)
      let answer = try CountAnswer(query, fixture.house.services.areas, read)
      let rows = try answer.rows({ _ in }, read)
      return rows.map { $0.values.joined(separator: "|") + " \($0.count)" }
        + ["unlocated \(answer.unlocated)"] + (answer.outside.map { ["outside \($0)"] } ?? [])
    }
  }

  @Test("are by month, week, day of the week, hour, kind and outcome", arguments: Engine.tested)
  func times(engine: Engine) throws {
    let fixture = try fixture(engine)
    #expect(try lines(fixture, [.month]) == ["2026-10 1", "2026-11 4", "unlocated 1"])
    #expect(
      try lines(fixture, [.week]) == [
        "2026-09-28 1", "2026-11-02 3", "2026-11-09 1", "unlocated 1",
      ])
    #expect(
      try lines(fixture, [.weekday]) { $0.from = Month("2026-11") } == [
        "Monday 3", "Tuesday 2", "unlocated 1",
      ])
    #expect(
      try lines(fixture, [.hour]) { $0.category = "Noise" }.filter { !$0.hasPrefix("unlocated") }
        == ["00 1", "09 1", "22 2", "23 1"])
    #expect(
      try lines(fixture, [.month, .outcome]) { $0.category = "Noise" } == [
        "2026-10|Open 1", "2026-11| 1", "2026-11|Closed 1", "2026-11|Open 1", "unlocated 0",
      ])
    #expect(try lines(fixture, [.category]) { $0.outcome = "" } == ["Noise 1", "unlocated 0"])
    #expect(try lines(fixture, [.source]) == ["council-asb 5", "unlocated 1"])
  }

  @Test("are by area, with what lies outside", arguments: Engine.tested)
  func areas(engine: Engine) throws {
    let fixture = try fixture(engine)
    #expect(
      try lines(fixture, [.ward, .month]) == ["W1|2026-11 3", "unlocated 1", "outside 1"])
    #expect(
      try lines(fixture, [.ward, .week]) { $0.category = "Noise" } == [
        "W1|2026-11-02 3", "unlocated 0", "outside 1",
      ])
  }

  @Test("have a page, with the source's latest day and its lag")
  func page() throws {
    let fixture = try fixture(.sqlite)
    try DivisionCounting(fixture.house.services).run()
    let query = [("source", "council-asb"), ("by", "hour"), ("then", "weekday")]
    let words = try #require(try fixture.house.visit("incidents", "counts", query: query)).words
    #expect(words.contains("Latest day 10 November 2026 10 days behind today"))
    #expect(words.contains("22:00 to 22:59 Monday 2"))
    let csv = try #require(
      try fixture.house.visit("incidents", "counts", "counts.csv", query: query)
    ).source
    #expect(csv.contains("22,Monday,2,"))
    #expect(
      csv.contains(
        "Reported to the council,exact places; minutes,2026-11,2026-11-10,extract.csv,0,"))
  }

  @Test(
    "refuse what they cannot bear",
    arguments: [
      ([("by", "force")], "files tell forces"),
      ([("by", "hour"), ("then", "outcome")], CountRules.hoursHaveNoOutcome),
      ([("by", "hour"), ("outcome", "Open")], CountRules.hoursHaveNoOutcome),
      ([("by", "week"), ("then", "hour")], "Count by week or by hour and day of the week"),
      ([("by", "lsoa")], "There are no LSOAs to count by."),
    ] as [([(String, String)], String)])
  func refusals(query: [(String, String)], message: String) throws {
    let fixture = try fixture(.sqlite)
    let page = try #require(
      try fixture.house.visit(
        "incidents", "counts", query: [("source", "council-asb")] + query))
    #expect(page.status == 422)
    #expect(page.words.contains(message), "\(page.words)")
  }

  @Test("of a source of days refuse hours but not weeks")
  func days() {
    var mapping = Mapping.council
    mapping.time = .day
    let source = CountSource(mapping, ID(1))
    #expect(CountRules.reason(against: .week, after: [], of: source) == nil)
    for dimension in [CountDimension.hour, .weekday] {
      #expect(
        CountRules.reason(against: dimension, after: [], of: source)?.hasPrefix(
          "The source gives no time of day") == true)
    }
  }

  @Test("are read from kept counts by their keys", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    for by in [[CountDimension.month, .category], [.week], [.hour, .weekday], [.ward, .outcome]] {
      for isOfOne in [false, true] {
        var query = CountQuery(by: by, from: Month("2026-01"), to: Month("2026-12"))
        query.source = CountSource(.council, ID(1))
        if by.contains(.ward) {
          query.edition = AreaEdition(kind: .ward, year: 2022, count: 1, stamp: 1)
        }
        query.category = isOfOne ? "Noise" : nil
        let division = query.parting.map { Division(id: ID(1), parting: $0, stamp: 1) }
        let sql = PartSQL(query, ID(1), division, only: isOfOne ? 7 : nil)
        for statement in [sql.rows, sql.unlocated, sql.outside].compactMap(\.self) {
          let plan = try QueryPlan.of(statement, fixture.database)
          for table in ["incident_event", "incident_part", "incident_tally", "incident_word"] {
            #expect(!plan.readsAll(of: table), "\(by): \(plan)")
          }
        }
      }
    }
  }
}
