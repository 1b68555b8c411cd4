import Kernel
import Testing

@testable import Hotspots

@Suite("What a file of near repeats says")
struct NearRepeatRuleTests {
  @Test(
    "is read as a day in the order said, months first only where that is said",
    arguments: [
      ("2026-07-03", nil, "2026-07-03"), (" 2026-07-03 ", nil, "2026-07-03"),
      ("2026-07-03T23:59:00Z", nil, "2026-07-03"), ("2026-07-03 9:05", nil, "2026-07-03"),
      ("03/07/2026", nil, "2026-07-03"), ("3/7/2026 14:30", nil, "2026-07-03"),
      ("03/07/2026", .dayFirst, "2026-07-03"), ("03/07/2026", .monthFirst, "2026-03-07"),
      ("07/31/2026", .monthFirst, "2026-07-31"), ("29/02/2024", nil, "2024-02-29"),
      ("2026-07-03", .yearFirst, "2026-07-03"),
    ] as [(String, DateOrder?, String)])
  func day(text: String, order: DateOrder?, day: String) throws {
    #expect(WrittenDate(text, order: order) == .day(try #require(Day(day))))
  }

  @Test(
    "is a month where it has no day",
    arguments: ["2026-07", "07/2026", "7-2026", "July 2026", "jul-2026", "SEP 2026"])
  func month(text: String) {
    for order in [nil] + DateOrder.allCases.map({ $0 }) {
      #expect(WrittenDate(text, order: order) == .month)
    }
  }

  @Test(
    "is no day where there is none, or its order is not the one said",
    arguments: [
      ("", nil), ("x", nil), ("2026-13-01", nil), ("2026-02-29", nil), ("07/31/2026", nil),
      ("31/07/2026", .monthFirst), ("31/07/2026", .yearFirst), ("2026-07-31", .dayFirst),
      ("2026-07-31", .monthFirst), ("3/7/26", nil), ("1/2/3/2026", nil), ("2026-07-31 x", nil),
      ("2026-07-31T24:00", nil), ("2026-07-31T12:60", nil), ("13/2026", nil), ("Ju 2026", nil),
      ("+3/7/2026", nil),
    ] as [(String, DateOrder?)])
  func unreadable(text: String, order: DateOrder?) {
    #expect(WrittenDate(text, order: order) == .unreadable)
  }

  @Test(
    "begins its bands at nought",
    arguments: [
      ("0.001,100,200", [0, 0.001, 100, 200]), ("0,100", [0, 100]), ("100", [0, 100]),
      ("1, 2", [0, 1, 2]), ("0", nil), ("", nil), ("1,1", nil), ("2,1", nil), ("1,,2", nil),
      ("-1,2", nil), ("nan", nil), ("inf", nil), ("1,0", nil), ("a", nil), ("0,0,1", nil),
      ("10000000", [0, 10_000_000]), ("10000001", nil),
    ] as [(String, [Double]?)])
  func distances(text: String, limits: [Double]?) {
    #expect(BandLimits.distances(text) == limits)
  }

  @Test("has whole days as bands, twenty of them at most")
  func days() {
    #expect(BandLimits.days("1,2,7,14,28") == BandLimits.usualDays)
    #expect(BandLimits.days("0,1,2") == [0, 1, 2])
    #expect(BandLimits.days("1.5,2") == nil)
    let twenty = (1...20).map(String.init).joined(separator: ",")
    #expect(BandLimits.days(twenty) == Array(0...20))
    #expect(BandLimits.days(twenty + ",21") == nil)
  }

  private func events(_ rows: [(Double, Double, String)]) throws -> DatedEvents {
    var events = DatedEvents()
    for (x, y, day) in rows { events.append(x: x, y: y, day: try #require(Day(day))) }
    return events
  }

  @Test("is months where every day is the first of its month, and of more than one")
  func months() throws {
    #expect(try events([(1, 1, "2026-01-01"), (1, 1, "2026-02-01")]).areMonths)
    #expect(try !events([(1, 1, "2026-01-01"), (1, 1, "2026-02-02")]).areMonths)
    #expect(try !events([(1, 1, "2026-01-01"), (1, 1, "2026-01-01")]).areMonths)
  }

  @Test("is degrees where the places would lie within some steps of one another")
  func degrees() throws {
    let day = "2026-01-02"
    #expect(try events([(-0.1, 51.5, day), (0.2, 51.6, day)]).areDegrees)
    #expect(try !events([(0, 0, day), (9, 9, day)]).areDegrees)
    #expect(try !events([(0.5, 0, day), (25, 9, day)]).areDegrees)
    #expect(try !events([(500_000.5, 200_000, day), (500_001, 200_000, day)]).areDegrees)
    #expect(!DatedEvents().areDegrees)
  }
}
