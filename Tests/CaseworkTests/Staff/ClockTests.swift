import Kernel
import Testing

@testable import Casework

@Suite("The clocks of a case")
struct ClockTests {
  private func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }

  private func begun(
    _ priority: Priority, _ received: Instant, about kind: String = "rowdy"
  ) -> CaseClocks {
    CaseClocks(.shipped, priority, .of(kind), received: received, opened: received)
  }

  @Test(
    "begin by the priority, from when the first report was received",
    arguments: [
      ("2026-11-20T16:59:00Z", Priority.first, "2026-11-23T17:00:00.000Z"),
      ("2026-11-20T17:30:00Z", .first, "2026-11-24T17:00:00.000Z"),
      ("2026-11-20T16:59:00Z", .second, "2026-11-24T17:00:00.000Z"),
      ("2026-11-20T16:59:00Z", .third, "2026-11-27T17:00:00.000Z"),
      ("2026-12-24T16:59:00Z", .first, "2026-12-29T17:00:00.000Z"),
      ("2026-08-28T15:59:00Z", .first, "2026-09-01T16:00:00.000Z"),
    ])
  func begin(received: String, priority: Priority, due: String) throws {
    let received = try moment(received)
    let clocks = begun(priority, received)
    #expect(clocks.next.step == .begin)
    #expect(clocks.next.at.description == due)
  }

  @Test("are in time up to the moment they are due, and late after it")
  func edges() throws {
    let received = try moment("2026-11-20T16:59:00Z")
    var clocks = begun(.first, received)
    let due = try moment("2026-11-23T17:00:00Z")
    #expect(clocks.isInTime(at: due) == nil)
    #expect(clocks.isInTime(at: due.adding(seconds: 1)) == false)
    clocks.contact(at: due, .shipped)
    #expect(clocks.isInTime(at: due.adding(seconds: 1)) == true)
    var late = begun(.first, received)
    late.contact(at: due.adding(seconds: 1), .shipped)
    #expect(late.isInTime(at: due.adding(seconds: 1)) == false)
  }

  @Test("ask for an update ten working days after each contact")
  func updates() throws {
    let received = try moment("2026-11-20T10:00:00Z")
    var clocks = begun(.first, received)
    clocks.contact(at: try moment("2026-11-23T10:00:00Z"), .shipped, isInterview: true)
    #expect(clocks.next.step == .update)
    #expect(clocks.next.at.description == "2026-12-07T17:00:00.000Z")
    clocks.contact(at: try moment("2026-12-18T10:00:00Z"), .shipped)
    #expect(clocks.next.at.description == "2027-01-06T17:00:00.000Z")
    #expect(clocks.startedAt == (try moment("2026-11-23T10:00:00Z")))
  }

  @Test(
    "ask for an interview two working days after the case was opened, not before work has to begin",
    arguments: [
      ("2026-11-20T16:59:00Z", Priority.first, "2026-11-24T17:00:00.000Z"),
      ("2026-11-20T17:30:00Z", .first, "2026-11-25T17:00:00.000Z"),
      ("2026-11-20T16:59:00Z", .second, "2026-11-24T17:00:00.000Z"),
      ("2026-11-20T16:59:00Z", .third, "2026-11-27T17:00:00.000Z"),
      // Over Christmas, over the bank holiday of August, and over both changes of the clocks.
      ("2026-12-24T16:59:00Z", .first, "2026-12-30T17:00:00.000Z"),
      ("2026-08-28T15:59:00Z", .first, "2026-09-02T16:00:00.000Z"),
      ("2026-03-27T16:59:00Z", .first, "2026-03-31T16:00:00.000Z"),
      ("2026-10-23T15:59:00Z", .first, "2026-10-27T17:00:00.000Z"),
    ])
  func interview(opened: String, priority: Priority, due: String) throws {
    let opened = try moment(opened)
    var clocks = begun(priority, opened)
    #expect(clocks.interviewDue?.description == due)
    let end = try #require(clocks.interviewDue)
    #expect(CaseClocks.isInTime(nil, by: end, at: end) == nil)
    #expect(CaseClocks.isInTime(nil, by: end, at: end.adding(seconds: 0.001)) == false)
    #expect(CaseClocks.isInTime(end, by: end, at: end) == true)
    #expect(CaseClocks.isInTime(end.adding(seconds: 0.001), by: end, at: end) == false)
    clocks.contact(at: opened, .shipped)
    #expect(clocks.next.step == .interview && clocks.next.at == end)
    clocks.contact(at: opened, .shipped, isInterview: true)
    #expect(clocks.next.step == .update && clocks.interviewedAt == opened)
    clocks.contact(at: end, .shipped, isInterview: true)
    #expect(clocks.interviewedAt == opened)
  }

  @Test("ask for no interview where nobody can be, until somebody reports the same")
  func nobodyToInterview() throws {
    let received = try moment("2026-11-20T10:00:00Z")
    var clocks = CaseClocks(
      .shipped, .first, .of("rowdy"), received: received, opened: received, isInterviewed: false)
    #expect(clocks.interviewDue == nil)
    clocks.hear(at: try moment("2026-11-27T10:00:00Z"), .shipped)
    #expect(clocks.interviewDue?.description == "2026-12-01T17:00:00.000Z")
    clocks.hear(at: try moment("2026-12-04T10:00:00Z"), .shipped)
    #expect(clocks.interviewDue?.description == "2026-12-01T17:00:00.000Z")
  }

  @Test(
    "ask that a report is acknowledged within a working day",
    arguments: [
      ("2026-11-20T16:59:00Z", "2026-11-23T17:00:00.000Z"),
      ("2026-11-20T17:30:00Z", "2026-11-24T17:00:00.000Z"),
      ("2026-12-24T16:59:00Z", "2026-12-29T17:00:00.000Z"),
      ("2026-08-28T15:59:00Z", "2026-09-01T16:00:00.000Z"),
      ("2026-03-27T16:59:00Z", "2026-03-30T16:00:00.000Z"),
      ("2026-10-23T15:59:00Z", "2026-10-26T17:00:00.000Z"),
    ])
  func acknowledge(received: String, due: String) throws {
    #expect(CaseStandard.shipped.acknowledge(from: try moment(received)).description == due)
  }

  @Test(
    "count working hours backwards, so that what came outside of them waits from the next morning",
    arguments: [
      ("2026-11-20T14:00:00Z", "2026-11-20T10:00:00.000Z"),
      ("2026-11-20T13:00:00Z", "2026-11-20T09:00:00.000Z"),
      ("2026-11-20T12:59:00Z", "2026-11-19T16:59:00.000Z"),
      ("2026-11-20T09:00:00Z", "2026-11-19T13:00:00.000Z"),
      ("2026-11-20T20:00:00Z", "2026-11-20T13:00:00.000Z"),
      ("2026-11-22T12:00:00Z", "2026-11-20T13:00:00.000Z"),
      ("2026-12-29T12:59:00Z", "2026-12-24T16:59:00.000Z"),
      // In summer London is an hour ahead of UTC.
      ("2026-03-30T11:00:00Z", "2026-03-27T16:00:00.000Z"),
    ])
  func backwards(now: String, start: String) throws {
    let now = try moment(now)
    let found = WorkingTime.statutory.start(ofHours: 4, upAt: now)
    #expect(found.description == start)
    #expect(WorkingTime.statutory.due(afterHours: 4, from: found) <= now)
    #expect(WorkingTime.statutory.due(afterHours: 4, from: found.adding(seconds: 60)) > now)
  }

  @Test(
    "ask that a drug address is acted on within 28 days, weekends and bank holidays among them",
    arguments: [
      // The clocks go back on Sunday 25 October, so 5pm is 17:00 from then on.
      ("2026-10-02T20:00:00Z", "2026-10-30T17:00:00.000Z"),
      ("2026-11-27T09:00:00Z", "2026-12-25T17:00:00.000Z"),
      // They go forward on Sunday 28 March.
      ("2027-03-01T09:00:00Z", "2027-03-29T16:00:00.000Z"),
    ])
  func drugAddress(received: String, due: String) throws {
    let received = try moment(received)
    var clocks = begun(.first, received, about: "drugs")
    #expect(clocks.actDue?.description == due)
    let late = try #require(clocks.actDue).adding(seconds: -3600)
    clocks.contact(at: late, .shipped, isInterview: true)
    #expect(clocks.next.step == .act)
    clocks.isActed = true
    #expect(clocks.next.step == .update)
    #expect(begun(.first, received).actDue == nil)
  }

  @Test("leave a drug address the days for which they stood still")
  func drugAddressPause() throws {
    let received = try moment("2026-11-20T10:00:00Z")
    var clocks = begun(.first, received, about: "drugs")
    clocks.resume(
      from: try moment("2026-11-21T12:00:00Z"), at: try moment("2026-11-24T12:00:00Z"), .shipped)
    #expect(clocks.actDue?.description == "2026-12-21T17:00:00.000Z")
  }

  @Test("put an action that is due sooner first")
  func actions() throws {
    let received = try moment("2026-11-20T10:00:00Z")
    var clocks = begun(.third, received)
    clocks.actions = [Day(number: 20_790), try #require(Day("2026-11-24"))]
    #expect(clocks.next.step == .action)
    #expect(clocks.next.at.description == "2026-11-24T17:00:00.000Z")
    clocks.actions = [try #require(Day("2026-11-27"))]
    #expect(clocks.next.step == .begin)
  }

  @Test("are moved by the working days for which they stood still")
  func pauses() throws {
    let received = try moment("2026-11-20T10:00:00Z")
    var clocks = begun(.second, received)
    clocks.resume(
      from: try moment("2026-11-20T12:00:00Z"), at: try moment("2026-11-24T12:00:00Z"), .shipped)
    #expect(clocks.startDue.description == "2026-11-26T17:00:00.000Z")
    #expect(clocks.interviewDue?.description == "2026-11-26T17:00:00.000Z")
    var weekend = begun(.second, received)
    weekend.resume(
      from: try moment("2026-11-21T12:00:00Z"), at: try moment("2026-11-22T12:00:00Z"), .shipped)
    #expect(weekend.startDue.description == "2026-11-24T17:00:00.000Z")
  }

  @Test(
    "say what is left and what is over in the same unit",
    arguments: [
      (3540, "59 minutes left"), (60, "1 minute left"), (0, "0 minutes left"),
      (-60, "1 minute over"), (3600, "1 hour left"), (-7200, "2 hours over"),
      (169_200, "47 hours left"), (172_800, "2 days left"), (-259_200, "3 days over"),
    ] as [(Double, String)])
  func words(seconds: Double, words: String) throws {
    let now = try moment("2026-11-20T10:00:00Z")
    #expect(ClockWords.left(now.adding(seconds: seconds), at: now) == words)
  }
}
