import FeatureKit
import Commands
import Database
import HTTP
import Kernel
import Partnership
import Statistics
import TestKit
import Testing

@testable import Hotspots

@Suite("Hours and weekdays", .database)
struct HourTests {
  private typealias Fixture = HotspotFixture
  static let minute = SourcePrecision(place: .exact, time: .minute)

  /// A moment of September 2026 by the London clock, which is an hour ahead then.
  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) throws -> Instant {
    let day = try #require(Day(year: 2026, month: 9, day: day))
    return London.start(of: day).adding(seconds: Double(hour * 3600 + minute * 60))
  }

  private func table(_ spans: [ClosedRange<Instant>?], count: Int = 1) -> HourTable {
    HourTable(
      spans.map { Fixture.spot(1, 1, count: count, span: $0) },
      months: Fixture.last...Fixture.last, category: nil)
  }

  @Test("puts an event known to the minute whole into its hour, by the London clock")
  func exact() throws {
    // 4 September 2026 is a Friday.
    let table = try table([at(4, 23, 59)...at(4, 23, 59)], count: 3)
    #expect(table.bands[11] == [0, 0, 0, 0, 3, 0, 0])
    #expect(table.exact == 3 && table.long == 0 && table.week.events == 3)
    #expect(try self.table([at(5, 0)...at(5, 0)]).bands[0] == [0, 0, 0, 0, 0, 1, 0])
  }

  @Test("spreads an interval over its hours, into the next day and week too")
  func interval() throws {
    let night = try table([at(4, 23)...at(5, 1)])
    #expect(night.bands[11][4] == 0.5 && night.bands[0][5] == 0.5)
    let sunday = try table([at(6, 23, 30)...at(7, 0, 30)])
    #expect(sunday.bands[11][6] == 0.5 && sunday.bands[0][0] == 0.5)
    #expect(sunday.week.events == 1 && sunday.exact == 0)
  }

  @Test("says what it leaves out and what lasted over a day", arguments: [(24, 0), (25, 1)])
  func left(hours: Int, long: Int) throws {
    let table = try table([at(1, 0)...at(1, 0).adding(seconds: Double(hours) * 3600), nil])
    #expect(table.long == long && table.untimed == 1 && table.week.events == 1)
    #expect(abs(table.week.weights.reduce(0, +) - 1) < 1e-12)
  }

  @Test("names the eight hours that hold the most")
  func busiest() throws {
    let table = try table([at(4, 22)...at(4, 22), at(5, 3)...at(5, 3), at(8, 12)...at(8, 12)])
    #expect(
      table.headline
        == "Friday 20:00, the eight hours from then, holds 67% of incidents in 5% of the week")
    #expect(self.table([]).headline == "No incident of these months has a time")
  }

  @Test("is refused to a source without times, and shown of one with them")
  func page() throws {
    let without = try #require(
      try Fixture(.sqlite, Fixture.crowded).visit("hotspots", "hours"))
    #expect(without.words.contains("The source gives no time of day. Choose another source."))
    let spots = [Fixture.spot(1, 1, count: 4, span: try at(4, 22)...at(4, 22))]
    let fixture = try Fixture(.sqlite, spots, precision: Self.minute)
    let page = try #require(try fixture.visit("hotspots", "hours")).words
    #expect(page.contains("Most in Fri, 22 to 24: 4") || page.contains("22 to 24 0 0 0 0 4 0 0"))
    #expect(page.contains("Known to the minute 4"))
    let run = fixture.run("hotspots", "hours", "--json")
    #expect(run.out.contains(#""events":4,"exact":4,"overADay":0,"untimed":0,"#), "\(run.messages)")
    let refused = try Fixture(.sqlite, Fixture.crowded).run("hotspots", "hours")
    #expect(refused.status == .wrongUse && refused.messages.contains("gives no time of day"))
  }

  @Test("near repeats are told of a source that bears them, with the ends of their bands")
  func repeats() throws {
    let spots = try (0..<12).flatMap { place in
      try [1, 2].map { day in
        Fixture.spot(
          Double(place) * 800 + Double(day) * 50, 100,
          span: try at(day + 2 * place, 12)...at(day + 2 * place, 13))
      }
    }
    let fixture = try Fixture(.sqlite, spots, precision: Self.minute)
    let page = try #require(try fixture.visit("hotspots", "near-repeats")).words
    #expect(page.contains("0.001 to under 100 m 1 day 12"), "\(page)")
    #expect(page.contains("Worth telling") && page.contains("Corrected over all bands No"))
    let wrong = try #require(
      try fixture.visit("hotspots", "near-repeats", query: [("days", "7,2")]))
    #expect(wrong.status == 422 && wrong.words.contains("rising whole days"))
    let run = fixture.run("hotspots", "near-repeats", "--json", "--days", "2,7")
    #expect(run.out.contains(#""events":24"#), "\(run.messages)")
    let snapped = try #require(
      try Fixture(.sqlite, Fixture.crowded).visit("hotspots", "near-repeats")
    ).words
    #expect(snapped.contains("The source gives months, not days. Choose another source."))
    let few = try Fixture(.sqlite, Array(spots.prefix(9)), precision: Self.minute)
    #expect(
      try #require(try few.visit("hotspots", "near-repeats")).words.contains("Only 9 incidents"))
    #expect(HotspotProblem.tooMany(20_001).message.contains("Choose fewer months"))
  }

  @Test("ProMap ranks squares where places are exact and days known, and not elsewhere")
  func prospective() throws {
    let exact = Fixture.crowded.map { spot in
      let noon = London.start(of: spot.month.firstDay).adding(seconds: 43_200)
      return EventSpot(
        point: spot.point, category: spot.category, month: spot.month, span: noon...noon,
        count: spot.count)
    }
    let map = try Fixture(.sqlite, exact, precision: Self.minute).map()
    let names = try #require(map.track).lines.map(\.name)
    #expect(names.contains("ProMap: near to those of eight weeks before"))
    let snapped = try #require(try Fixture(.sqlite, Fixture.crowded).map().track)
    #expect(!snapped.lines.contains { $0.name.hasPrefix("ProMap") })
  }
}
