import Kernel
import Testing

@Suite("A week")
struct WeekTests {
  @Test(
    "is that of ISO 8601, also where the year turns",
    arguments: [
      ("2026-11-20", "2026-W47"), ("2026-11-16", "2026-W47"), ("2026-11-22", "2026-W47"),
      ("2026-11-23", "2026-W48"), ("2026-01-01", "2026-W01"), ("2026-12-31", "2026-W53"),
      ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2024-12-30", "2025-W01"),
      ("2021-01-03", "2020-W53"), ("1970-01-01", "1970-W01"), ("1969-12-28", "1969-W52"),
    ])
  func iso(day: String, week: String) throws {
    let day = try #require(Day(day))
    #expect(Week(day).description == week)
    #expect(Week(week) == Week(day))
    #expect(Week(day).days.contains(day))
  }

  @Test(
    "is refused where there is none",
    arguments: ["2025-W53", "2026-W54", "2026-W00", "2026W47", "2026-47", "2026-W7", ""])
  func refused(text: String) { #expect(Week(text) == nil) }

  @Test("runs from Monday to Sunday, each following the one before")
  func days() throws {
    let first = try #require(Week("2019-W01"))
    for offset in 0..<1_000 {
      let week = first.adding(weeks: offset)
      #expect(week.firstDay.weekday == 1 && week.lastDay.weekday == 7)
      #expect(Week(week.firstDay) == week && Week(week.lastDay) == week)
      #expect(week.adding(weeks: 1).firstDay == week.days.upperBound)
      #expect(Week(year: week.year, number: week.number) == week)
    }
  }

  @Test(
    "says its days in words",
    arguments: [
      ("2026-W47", "16 to 22 November 2026"), ("2026-W49", "30 November to 6 December 2026"),
      ("2026-W53", "28 December 2026 to 3 January 2027"),
    ])
  func words(week: String, words: String) { #expect(Week(week)?.words == words) }
}

@Suite("Bank holidays")
struct BankHolidayTests {
  /// As published on GOV.UK for England and Wales.
  static let published: [(Int, [String])] = [
    (
      2020,
      ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]
    ),
    (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    (
      2022,
      [
        "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27",
      ]
    ),
    (
      2023,
      ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]
    ),
    (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
    (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
    (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
    (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
  ]

  @Test("are those published", arguments: published)
  func days(year: Int, expected: [String]) throws {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let next = try #require(Day(year: year + 1, month: 1, day: 1))
    #expect((first..<next).bankHolidays.map(\.description) == expected.map { "\(year)-\($0)" })
  }

  @Test("are only those among the days asked for")
  func some() throws {
    let week = try #require(Week("2026-W53"))
    #expect(week.days.bankHolidays.map(\.description) == ["2026-12-28", "2027-01-01"])
    #expect(try #require(Week("2026-W47")).days.bankHolidays.isEmpty)
  }
}
