import Testing

@testable import Kernel

@Suite("Periods as statutes count them")
struct StatutoryPeriodTests {
  @Test(
    "end before the corresponding day, or with a month that has none",
    arguments: [
      ("2026-03-15", 1, "2026-04-14"), ("2026-03-15", 6, "2026-09-14"),
      ("2026-01-31", 1, "2026-02-28"), ("2026-01-31", 6, "2026-07-30"),
      ("2026-01-30", 1, "2026-02-28"), ("2026-01-30", 6, "2026-07-29"),
      ("2026-02-28", 1, "2026-03-27"), ("2026-02-28", 6, "2026-08-27"),
      ("2028-01-31", 1, "2028-02-29"), ("2028-01-31", 6, "2028-07-30"),
      ("2026-12-01", 1, "2026-12-31"), ("2026-11-20", 36, "2029-11-19"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-28"),
    ])
  func months(first: String, months: Int, last: String) throws {
    let first = try #require(Day(first))
    let last = try #require(Day(last))
    #expect(StatutoryPeriod.lastDay(ofMonths: months, beginningWith: first) == last)
    let next = last.adding(days: 1)
    #expect(StatutoryPeriod.isWithin(months: months, from: first, through: last))
    #expect(!StatutoryPeriod.isWithin(months: months, from: first, through: next))
    #expect(StatutoryPeriod.isAtLeast(months: months, from: first, through: last))
    let before = last.adding(days: -1)
    #expect(!StatutoryPeriod.isAtLeast(months: months, from: first, through: before))
  }

  @Test("count the first of their days")
  func days() throws {
    let first = try #require(Day("2026-11-20"))
    #expect(StatutoryPeriod.lastDay(ofDays: 21, beginningWith: first).description == "2026-12-10")
    #expect(StatutoryPeriod.lastDay(ofDays: 1, beginningWith: first) == first)
  }

  @Test(
    "pass over Christmas Day where hours are counted without it",
    arguments: [
      ("2026-11-20T10:00:00Z", 48, "2026-11-22T10:00:00.000Z"),
      ("2026-12-22T23:59:00Z", 48, "2026-12-24T23:59:00.000Z"),
      // Up as Christmas Day begins, and a minute into it.
      ("2026-12-23T00:00:00Z", 48, "2026-12-25T00:00:00.000Z"),
      ("2026-12-23T00:01:00Z", 48, "2026-12-26T00:01:00.000Z"),
      ("2026-12-24T10:00:00Z", 48, "2026-12-27T10:00:00.000Z"),
      ("2026-12-24T23:59:00Z", 48, "2026-12-27T23:59:00.000Z"),
      // Served on the day itself: the hours begin as it ends.
      ("2026-12-25T00:00:00Z", 48, "2026-12-28T00:00:00.000Z"),
      ("2026-12-25T23:59:00Z", 48, "2026-12-28T00:00:00.000Z"),
      ("2026-12-26T00:00:00Z", 48, "2026-12-28T00:00:00.000Z"),
      ("2026-12-24T10:00:00Z", 24, "2026-12-26T10:00:00.000Z"),
    ])
  func hours(start: String, hours: Int, end: String) throws {
    let start = try #require(Instant(start))
    #expect(StatutoryPeriod.end(ofHours: hours, from: start).description == end)
  }

  @Test(
    "tell an age as its anniversary begins",
    arguments: [
      ("2010-11-20", "2026-11-19", 15), ("2010-11-20", "2026-11-20", 16),
      ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18),
      ("2008-02-29", "2024-02-29", 16), ("2026-11-20", "2026-11-20", 0),
      ("2026-11-21", "2026-11-20", -1),
    ])
  func age(born: String, day: String, years: Int) throws {
    #expect(try #require(Day(born)).years(to: try #require(Day(day))) == years)
  }
}
