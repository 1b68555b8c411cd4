import Kernel
import Testing

@Suite("A day")
struct DayTests {
  @Test(
    "is read from its ISO form and written back",
    arguments: [
      "1970-01-01", "2000-02-29", "2024-02-29", "2026-11-20", "1999-12-31", "0001-01-01",
      "9999-12-31",
    ])
  func roundTrip(text: String) { #expect(Day(text)?.description == text) }

  @Test(
    "is refused where there is no such day",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00",
      "20260420",
      "2026-4-20", "2026-04-2", "+026-04-20", "2026-04-20 ", "", "0000-01-01",
    ])
  func refused(text: String) { #expect(Day(text) == nil) }

  @Test(
    "knows its weekday, Monday first",
    arguments: [
      ("1970-01-01", 4), ("2026-11-20", 5), ("2026-11-22", 7), ("2026-11-23", 1), ("1969-12-28", 7),
    ])
  func weekday(text: String, weekday: Int) { #expect(Day(text)?.weekday == weekday) }

  @Test("keeps every day of four centuries in order and in step with its number")
  func everyDay() throws {
    let first = try #require(Day("1800-01-01"))
    var previous = first.adding(days: -1)
    for offset in 0..<146_097 {
      let day = first.adding(days: offset)
      let civil = day.civil
      #expect(Day(year: civil.year, month: civil.month, day: civil.day) == day)
      #expect(previous < day)
      previous = day
    }
    #expect(first.adding(days: 146_097).description == "2200-01-01")
  }

  @Test("is said in words")
  func words() { #expect(Day("2026-11-20")?.words == "20 November 2026") }
}
