import Testing

@testable import Kernel

@Suite("The clock of working days")
struct WorkingTimeTests {
  /// Received and due in UTC, and the working days between.
  @Test(
    "is up at five in London on the working day so many later",
    arguments: [
      // Friday before and after the day's end, and at it.
      ("2026-11-20T16:59:00Z", 1, "2026-11-23T17:00:00.000Z"),
      ("2026-11-20T16:59:59Z", 1, "2026-11-23T17:00:00.000Z"),
      ("2026-11-20T17:00:00Z", 1, "2026-11-24T17:00:00.000Z"),
      ("2026-11-20T17:30:00Z", 1, "2026-11-24T17:00:00.000Z"),
      ("2026-11-20T17:30:00Z", 2, "2026-11-25T17:00:00.000Z"),
      ("2026-11-20T09:00:00Z", 5, "2026-11-27T17:00:00.000Z"),
      // A weekend.
      ("2026-11-21T10:00:00Z", 1, "2026-11-24T17:00:00.000Z"),
      ("2026-11-22T23:59:00Z", 1, "2026-11-24T17:00:00.000Z"),
      ("2026-11-23T00:00:00Z", 1, "2026-11-24T17:00:00.000Z"),
      // Christmas 2026: Friday, with Monday 28 in place of Boxing Day.
      ("2026-12-24T16:59:00Z", 1, "2026-12-29T17:00:00.000Z"),
      ("2026-12-24T17:00:00Z", 1, "2026-12-30T17:00:00.000Z"),
      ("2026-12-25T09:00:00Z", 2, "2026-12-31T17:00:00.000Z"),
      // A bank holiday Monday in summer time.
      ("2026-08-28T15:59:00Z", 1, "2026-09-01T16:00:00.000Z"),
      ("2026-08-28T16:00:00Z", 1, "2026-09-02T16:00:00.000Z"),
      ("2026-08-31T09:00:00Z", 1, "2026-09-02T16:00:00.000Z"),
      // Clocks go forward on 29 March and back on 25 October 2026.
      ("2026-03-27T16:59:00Z", 1, "2026-03-30T16:00:00.000Z"),
      ("2026-03-27T17:00:00Z", 1, "2026-03-31T16:00:00.000Z"),
      ("2026-10-23T15:59:00Z", 1, "2026-10-26T17:00:00.000Z"),
      ("2026-10-23T16:00:00Z", 1, "2026-10-27T17:00:00.000Z"),
      // Nought working days: the end of day 0.
      ("2026-11-20T09:00:00Z", 0, "2026-11-20T17:00:00.000Z"),
    ])
  func due(received: String, days: Int, due: String) throws {
    let received = try #require(Instant(received))
    #expect(WorkingTime.statutory.due(after: days, from: received).description == due)
  }

  @Test(
    "counts working hours from nine to five",
    arguments: [
      ("2026-11-20T10:00:00Z", 4, "2026-11-20T14:00:00.000Z"),
      ("2026-11-20T13:00:00Z", 4, "2026-11-20T17:00:00.000Z"),
      ("2026-11-20T13:01:00Z", 4, "2026-11-23T09:01:00.000Z"),
      ("2026-11-20T16:59:00Z", 4, "2026-11-23T12:59:00.000Z"),
      ("2026-11-20T17:30:00Z", 4, "2026-11-23T13:00:00.000Z"),
      ("2026-11-20T06:00:00Z", 4, "2026-11-20T13:00:00.000Z"),
      ("2026-11-21T12:00:00Z", 4, "2026-11-23T13:00:00.000Z"),
      ("2026-12-24T16:00:00Z", 4, "2026-12-29T12:00:00.000Z"),
      ("2026-03-27T16:00:00Z", 4, "2026-03-30T11:00:00.000Z"),
      ("2026-11-20T10:00:00Z", 0, "2026-11-20T10:00:00.000Z"),
      ("2026-11-20T10:00:00Z", 17, "2026-11-24T11:00:00.000Z"),
    ])
  func hours(received: String, hours: Int, due: String) throws {
    let received = try #require(Instant(received))
    #expect(WorkingTime.statutory.due(afterHours: hours, from: received).description == due)
  }

  @Test(
    "counts the working days between two days",
    arguments: [
      ("2026-11-20", "2026-11-23", 1), ("2026-11-20", "2026-11-20", 0),
      ("2026-11-21", "2026-11-22", 0), ("2026-12-24", "2026-12-29", 1),
      ("2026-11-23", "2026-11-20", 0), ("2026-11-16", "2026-11-27", 9),
    ])
  func between(first: String, last: String, count: Int) throws {
    let (first, last) = (try #require(Day(first)), try #require(Day(last)))
    #expect(WorkingTime.statutory.days(after: first, through: last) == count)
  }

  /// Monday 7 December is off, and Boxing Day's Monday is worked.
  private func changed() throws -> WorkingTime {
    WorkingTime(off: [try #require(Day("2026-12-07"))], worked: [try #require(Day("2026-12-28"))])
  }

  @Test(
    "skips a day off that was proclaimed, and counts a bank holiday that is worked",
    arguments: [
      ("2026-12-04T16:59:00Z", 1, "2026-12-08T17:00:00.000Z"),
      ("2026-12-04T17:00:00Z", 1, "2026-12-09T17:00:00.000Z"),
      ("2026-12-07T09:00:00Z", 1, "2026-12-09T17:00:00.000Z"),
      ("2026-12-24T16:59:00Z", 1, "2026-12-28T17:00:00.000Z"),
      ("2026-12-24T17:00:00Z", 1, "2026-12-29T17:00:00.000Z"),
      ("2027-01-01T09:00:00Z", 1, "2027-01-05T17:00:00.000Z"),
    ])
  func changedDays(received: String, days: Int, due: String) throws {
    let received = try #require(Instant(received))
    #expect(try changed().due(after: days, from: received).description == due)
  }

  @Test("counts by the changed days in every way")
  func changedCounts() throws {
    let time = try changed()
    let (first, last) = (try #require(Day("2026-12-04")), try #require(Day("2026-12-29")))
    #expect(time.days(after: first, through: last) == 15)
    #expect(WorkingTime.statutory.days(after: first, through: last) == 15)
    #expect(time.day(1, after: first).description == "2026-12-08")
    let evening = try #require(Instant("2026-12-04T16:00:00Z"))
    #expect(time.due(afterHours: 2, from: evening).description == "2026-12-08T10:00:00.000Z")
    let morning = try #require(Instant("2026-12-08T10:00:00Z"))
    #expect(time.start(ofHours: 2, upAt: morning) == evening)
    let december = first..<last.adding(days: 4)
    #expect(
      time.holidays(in: december).map(\.description) == [
        "2026-12-07", "2026-12-25", "2027-01-01",
      ])
  }

  @Test("leaves a Saturday off though somebody calls it worked")
  func weekend() throws {
    let saturday = try #require(Day("2026-12-05"))
    #expect(!WorkingTime(worked: [saturday]).isWorkingDay(saturday))
  }

  @Test(
    "reads what clocks in London show, also where they change",
    arguments: [
      ("2026-11-20", 0, "2026-11-20T00:00:00.000Z"), ("2026-07-01", 0, "2026-06-30T23:00:00.000Z"),
      ("2026-03-29", 59, "2026-03-29T00:59:00.000Z"),
      ("2026-03-29", 120, "2026-03-29T01:00:00.000Z"),
      ("2026-03-29", 90, "2026-03-29T01:30:00.000Z"),
      ("2026-10-25", 59, "2026-10-24T23:59:00.000Z"),
      ("2026-10-25", 90, "2026-10-25T00:30:00.000Z"),
      ("2026-10-25", 120, "2026-10-25T02:00:00.000Z"),
      ("2026-10-25", 1439, "2026-10-25T23:59:00.000Z"),
    ])
  func clock(day: String, minute: Int, moment: String) throws {
    #expect(London.instant(try #require(Day(day)), minute: minute).description == moment)
  }
}
