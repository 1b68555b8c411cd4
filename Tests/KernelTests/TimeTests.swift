import Kernel
import Testing

@Suite("A moment")
struct TimeTests {
  @Test(
    "is read from ISO 8601 and written back to the millisecond",
    arguments: [
      ("2026-11-20T09:37:53Z", "2026-11-20T09:37:53.000Z"),
      ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
      ("2000-02-29T00:00:00.001Z", "2000-02-29T00:00:00.001Z"),
    ])
  func roundTrip(text: String, written: String) { #expect(Instant(text)?.description == written) }

  @Test(
    "is refused in any other form",
    arguments: [
      "2026-11-20 09:37:53Z", "2026-11-20T24:00:00Z", "2026-11-20T09:60:00Z", "2026-11-20T09:37:53",
      "2026-11-20T09:37:53+00:00", "2026-02-30T00:00:00Z", "",
    ])
  func refused(text: String) { #expect(Instant(text) == nil) }

  @Test(
    "falls on its London day and time, on both sides of each change of clocks",
    arguments: [
      ("2026-03-29T00:59:59Z", "2026-03-29", 0, 59), ("2026-03-29T01:00:00Z", "2026-03-29", 2, 0),
      ("2026-10-25T00:59:59Z", "2026-10-25", 1, 59), ("2026-10-25T01:00:00Z", "2026-10-25", 1, 0),
      ("2026-06-30T23:30:00Z", "2026-07-01", 0, 30), ("2026-12-31T23:59:00Z", "2026-12-31", 23, 59),
    ])
  func london(text: String, day: String, hour: Int, minute: Int) throws {
    let instant = try #require(Instant(text))
    #expect(London.day(instant).description == day)
    #expect(London.time(instant) == (hour, minute))
  }

  @Test(
    "begins a London day at midnight in London",
    arguments: [
      ("2026-07-01", "2026-06-30T23:00:00.000Z"), ("2026-03-29", "2026-03-29T00:00:00.000Z"),
      ("2026-03-30", "2026-03-29T23:00:00.000Z"), ("2026-10-25", "2026-10-24T23:00:00.000Z"),
      ("2026-10-26", "2026-10-26T00:00:00.000Z"),
    ])
  func start(day: String, instant: String) throws {
    #expect(London.start(of: try #require(Day(day))).description == instant)
  }

  @Test(
    "is said in words",
    arguments: [
      ("2026-11-20T09:37:00Z", "20 November 2026, 9:37am"),
      ("2026-07-01T11:00:00Z", "1 July 2026, midday"),
      ("2026-06-30T23:00:00Z", "1 July 2026, midnight"),
      ("2026-11-20T17:00:00Z", "20 November 2026, 5pm"),
    ])
  func words(text: String, words: String) throws {
    #expect(London.words(try #require(Instant(text))) == words)
  }
}
