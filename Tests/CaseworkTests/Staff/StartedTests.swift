import Access
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Work begun in time", .database)
struct StartedTests {
  private static let october = Period.month(Month("2026-10") ?? Month(index: 0))
  private static let due = "2026-10-20T16:00:00.000Z"
  private static let later = "2099-01-01T17:00:00.000Z"

  /// A partnership whose reports reach back to October.
  private func fixture(_ engine: Engine = .sqlite) throws -> CaseworkFixture {
    let fixture = try CaseworkFixture(engine, now: "2026-10-01T09:00:00Z")
    let first = try fixture.report()
    try fixture.database.write { write in
      try write.run(
        "UPDATE report SET due_at = \(Self.later) WHERE reference = \(first.description)")
    }
    return fixture
  }

  private func value(_ key: String, _ fixture: CaseworkFixture) throws -> Measure.Value? {
    let measure = try #require(Casework.feature.measures.first { $0.key == key })
    return try fixture.database.read { try measure.value($0, Self.october) }
  }

  private func started(
    _ fixture: CaseworkFixture, at now: String
  ) throws -> [Priority: KeptInTime] {
    let (month, now) = (try #require(Month("2026-10")), try #require(Instant(now)))
    return try fixture.database.read {
      try StartedInTime.received(StartedInTime.days(of: month), at: now, $0)
    }
  }

  /// 80 of 100, as the published procedure has it: 30 of 30 P1, 40 of 50 P2, 10 of 20 P3.
  @Test(
    "counts 80 of 100 begun in time as 80 %, and each priority by itself", arguments: Engine.tested)
  func golden(engine: Engine) throws {
    let fixture = try fixture(engine)
    let late = "2026-10-20T16:00:00.001Z"
    try fixture.keep(.first, 30, started: Self.due)
    try fixture.keep(.second, 40, started: Self.due)
    try fixture.keep(.second, 6, started: late)
    try fixture.keep(.second, 4, started: nil)
    try fixture.keep(.third, 10, started: "2026-10-19T10:00:00.000Z")
    try fixture.keep(.third, 10, started: nil)
    try fixture.keep(.third, 5, started: nil, due: Self.later)
    let found = try started(fixture, at: "2026-11-02T10:00:00Z")
    #expect(found[.first] == KeptInTime(inTime: 30))
    #expect(found[.second] == KeptInTime(inTime: 40, late: 10))
    #expect(found[.third] == KeptInTime(inTime: 10, late: 10, waiting: 5))
    #expect(found.total == KeptInTime(inTime: 80, late: 20, waiting: 5))
    #expect(found.total.inTime * 100 / found.total.all == 80)
    for (key, share) in [
      ("", (80.0, 100.0)), ("-p1", (30, 30)), ("-p2", (40, 50)), ("-p3", (10, 20)),
    ] {
      let measured = try value("casework.started-in-time\(key)", fixture)
      #expect(measured?.numerator == share.0 && measured?.denominator == share.1, "\(key)")
    }
    let source = try value("casework.started-in-time-p3", fixture)?.source
    #expect(source?.contains("5 not done and not yet due are left out") == true)
  }

  /// A report of October that was due at ``due`` and that nobody has decided about.
  private func undecided(_ fixture: CaseworkFixture, isDoubtful: Bool = false) throws {
    let report = try fixture.report()
    try fixture.database.write { write in
      try write.run(
        """
        UPDATE report SET priority = 3, received_at = '2026-10-19T09:00:00.000Z',
          due_at = \(Self.due), is_doubtful = \(isDoubtful ? 1 : 0)
        WHERE reference = \(report.description)
        """)
    }
  }

  @Test(
    "counts a report nobody decided about in time as late, and lists it", arguments: Engine.tested)
  func undecided(engine: Engine) throws {
    let fixture = try fixture(engine)
    try fixture.keep(.second, 80, started: Self.due)
    try fixture.keep(.third, 19, started: nil)
    try undecided(fixture)
    try undecided(fixture, isDoubtful: true)
    let days = StartedInTime.days(of: try #require(Month("2026-10")))
    for (now, late) in [(Self.due, 0), ("2026-10-20T16:00:00.001Z", 1)] {
      let now = try #require(Instant(now))
      let listed = try fixture.database.read { try LateStart.received(days, at: now, $0) }
      #expect(listed.filter(\.isReport).count == late, "\(now)")
    }
    let found = try started(fixture, at: "2026-11-02T10:00:00Z")
    #expect(found.total == KeptInTime(inTime: 80, late: 20))
    let november = StartedInTime.days(of: try #require(Month("2026-11")))
    let now = try #require(Instant("2026-12-02T10:00:00Z"))
    let others = try fixture.database.read { read in
      (
        try StartedInTime.received(november, at: now, read),
        try LateStart.received(november, at: now, read)
      )
    }
    #expect(others.0.isEmpty && others.1.isEmpty)
  }

  @Test(
    "is late from the moment after it was due, and not before",
    arguments: [
      (nil, "2026-10-20T15:59:59.999Z", KeptInTime(waiting: 1)),
      (nil, "2026-10-20T16:00:00.000Z", KeptInTime(waiting: 1)),
      (nil, "2026-10-20T16:00:00.001Z", KeptInTime(late: 1)),
      ("2026-10-20T16:00:00.000Z", "2026-10-30T10:00:00Z", KeptInTime(inTime: 1)),
      ("2026-10-20T16:00:00.001Z", "2026-10-30T10:00:00Z", KeptInTime(late: 1)),
    ] as [(String?, String, KeptInTime)])
  func edges(started moment: String?, now: String, line: KeptInTime) throws {
    let fixture = try fixture()
    try fixture.keep(.second, 1, started: moment)
    #expect(try started(fixture, at: now) == [.second: line])
  }

  @Test(
    "does not become late while the clocks stand still",
    arguments: [
      ("2026-10-20T16:00:00.000Z", KeptInTime(waiting: 1), false),
      ("2026-10-20T16:00:00.001Z", KeptInTime(late: 1), true),
    ])
  func paused(since: String, line: KeptInTime, isListed: Bool) throws {
    let fixture = try fixture()
    try fixture.keep(.first, 1, started: nil, paused: since)
    #expect(try started(fixture, at: "2026-10-30T10:00:00Z") == [.first: line])
    let (days, now) = (
      StartedInTime.days(of: try #require(Month("2026-10"))),
      try #require(Instant("2026-10-30T10:00:00Z"))
    )
    let late = try fixture.database.read { try LateStart.received(days, at: now, $0) }
    #expect(late.contains { !$0.isReport } == isListed)
  }

  @Test("has no value for a priority without a case, and for a month that is not over")
  func uncovered() throws {
    let fixture = try fixture()
    try fixture.keep(.second, 1, started: Self.due)
    #expect(try value("casework.started-in-time-p1", fixture) == nil)
    let measure = try #require(PromiseMeasures.all.first)
    let then = try #require(Period("2099-01"))
    #expect(try fixture.database.read { try measure.value($0, then) } == nil)
  }

  @Test("stands on the caseload by priority, what is not yet due apart", arguments: Engine.tested)
  func page(engine: Engine) throws {
    let fixture = try fixture(engine)
    fixture.clock.advance(seconds: 22 * 86_400)
    try fixture.keep(.second, 3, started: Self.due)
    try fixture.keep(.second, 1, started: nil)
    try fixture.keep(.third, 2, started: nil, due: Self.later)
    for role in [Role.manager, .coordinator] {
      let words = try #require(try fixture.answer("/work/caseload", as: role)).words
      for row in [
        "Reports acknowledged 1 working day 0 of 1 0% 1 0",
        "Work begun, P1 1 working day 0 of 0 None 0 0",
        "Work begun, P2 2 working days 3 of 4 75% 1 0",
        "Work begun, P3 5 working days 0 of 0 None 0 2", "Work begun, all 3 of 4 75% 1 2",
        "Interviews 2 working days 0 of 0 None 0 0",
      ] { #expect(words.contains(row), "\(row): \(words)") }
    }
  }
}

extension CaseworkFixture {
  /// Open cases received in October, as many as `count`.
  fileprivate func keep(
    _ priority: Priority, _ count: Int, started: String?,
    due: String = "2026-10-20T16:00:00.000Z", paused: String? = nil
  ) throws {
    var generator = SeededGenerator(seed: UInt64(count * 10 + priority.rawValue))
    let cases = CaseStore(services)
    try database.write { write in
      for _ in 0..<count {
        let reference = try cases.unused(using: &generator, write)
        try write.run(
          """
          INSERT INTO case_file (reference, title, kind, state, priority, received_at, opened_at,
            start_due_at, started_at, update_due_at, due_at, touched_at, paused_at)
          VALUES (\(reference.description), 'x', 'rowdy', \(paused == nil ? "open" : "paused"),
            \(priority.rawValue), '2026-10-16T10:00:00.000Z', '2026-10-16T10:00:00.000Z', \(due),
            \(started), \(due), \(paused == nil ? due : nil), \(due), \(paused))
          """)
      }
    }
  }
}
