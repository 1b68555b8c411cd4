import Access
import Database
import FeatureKit
import Jobs
import Kernel
import Messages
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("The letter about case reviews", .database)
struct ReviewLetterTests {
  /// Two reports of one contact that was proved before the second.
  static func second(
    _ fixture: CaseworkFixture, after seconds: Double = 86_400, isProved: Bool = true,
    _ change: (inout NewReport) -> Void = { _ in }
  ) throws -> Reference {
    _ = try fixture.report { $0.reporter = ProofTests.reporter() }
    if isProved { try prove(fixture) }
    fixture.clock.advance(seconds: seconds)
    return try sent(fixture, change)
  }

  static func prove(_ fixture: CaseworkFixture) throws {
    let contact = ProvedContact(way: .email, text: Sensitive("zeb@planted.example"))
    try fixture.database.write { write in
      try contact.keep(at: fixture.now, fixture.services.keyring, in: write)
    }
  }

  /// Another report, looked at by the job that every report asks for.
  static func sent(
    _ fixture: CaseworkFixture, _ change: (inout NewReport) -> Void = { _ in }
  ) throws -> Reference {
    let report = try fixture.report {
      $0.reporter = ProofTests.reporter()
      change(&$0)
    }
    try fixture.database.write { write in
      let found = try #require(try fixture.store.find(report, write))
      try ReviewLetter.ask(found.id, fixture.services.jobs, in: write)
    }
    try fixture.work()
    return report
  }

  @Test("goes at the second report, once, and is on record", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    let report = try Self.second(fixture)
    #expect(room.envelopes.map(\.subject) == ["Something you may ask for"])
    #expect(room.last.contains("Hello Zebedee Planted") && room.last.contains("/case-review"))
    #expect(try fixture.trail() == ["casework.review-letter way=email"])
    // Whoever opens the report by its secret learns nothing of the earlier one.
    #expect(try fixture.told(report) == [""])
    _ = try Self.sent(fixture)
    #expect(room.envelopes.count == 1)
  }

  @Test("is not written at the first report, nor to a contact nobody has proved")
  func unproved() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try Self.sent(fixture)
    try Self.prove(fixture)
    _ = try Self.second(try CaseworkFixture(carriers: [room.carrier]), isProved: false)
    #expect(room.envelopes.isEmpty)
  }

  @Test("goes once the contact is proved, if two reports were there already")
  func provedLater() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try Self.second(fixture, isProved: false)
    let resident = try ProofTests.ask(fixture, "zeb@planted.example")
    try resident.post([("code", room.code)])
    #expect(room.envelopes.count == 1)
    try fixture.work()
    #expect(room.envelopes.map(\.subject) == ["Your code", "Something you may ask for"])
  }

  /// The day of the first report and the last day on which a second counts.
  static let edges: [(String, String, Bool)] = [
    ("2026-03-15", "2026-09-14", true), ("2026-03-15", "2026-09-15", false),
    ("2026-01-31", "2026-07-30", true), ("2026-01-31", "2026-07-31", false),
    ("2026-02-28", "2026-08-27", true), ("2026-02-28", "2026-08-28", false),
    ("2028-01-31", "2028-07-30", true), ("2028-01-31", "2028-07-31", false),
    ("2026-03-15", "2026-03-15", true),
  ]

  @Test("counts six months beginning with the day of the first report", arguments: edges)
  func months(first: String, last: String, isWithin: Bool) throws {
    let (from, to) = (try #require(Day(first)), try #require(Day(last)))
    // Late on the first day and on the last, in London.
    for minute in [0, 1439] {
      #expect(
        ReviewLetter.isWithin(
          London.instant(from, minute: 0), London.instant(to, minute: minute)) == isWithin)
    }
  }

  @Test("is written again for a report after six months without one")
  func again() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try Self.second(fixture)
    fixture.clock.advance(seconds: 200 * 86_400)
    _ = try Self.sent(fixture)
    #expect(room.envelopes.count == 1)
    fixture.clock.advance(seconds: 86_400)
    _ = try Self.sent(fixture)
    #expect(room.envelopes.count == 2)
  }

  static let held: [(String, @Sendable (inout NewReport) -> Void)] = [
    ("flagged", { $0.story = Sensitive(ReportStory(narrative: "x", flags: [.suicide])) }),
    ("doubtful", { $0.story = Sensitive(ReportStory(narrative: "x", doubts: [.links])) }),
    ("safety", { $0.reporter = ProofTests.reporter(safety: "Not at night") }),
  ]

  @Test("waits for somebody where it might do harm", arguments: held)
  func holds(name: String, change: @Sendable (inout NewReport) -> Void) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    let report = try Self.second(fixture, change)
    #expect(room.envelopes.isEmpty, "\(name)")
    #expect(try fixture.messages(about: report).map(\.state) == [.held])
  }

  static let earlier: [(String, @Sendable (inout NewReport) -> Void)] = [
    ("flagged", { $0.story = Sensitive(ReportStory(narrative: "x", flags: [.child])) }),
    ("safety", { $0.reporter = ProofTests.reporter(safety: "My husband reads my email") }),
    ("no contact", { $0.reporter = ProofTests.reporter(.unwanted) }),
    ("doubtful", { $0.story = Sensitive(ReportStory(narrative: "x", doubts: [.links])) }),
  ]

  @Test(
    "waits where an earlier report of the contact says so, as a code is not sent",
    arguments: earlier)
  func earlierHold(name: String, change: @Sendable (inout NewReport) -> Void) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try fixture.report {
      $0.reporter = ProofTests.reporter()
      change(&$0)
    }
    try Self.prove(fixture)
    let report = try Self.sent(fixture)
    #expect(room.envelopes.isEmpty, "\(name)")
    #expect(try fixture.messages(about: report).map(\.state) == [.held])
    guard name != "doubtful" else { return }
    let contact = ProvedContact(way: .email, text: Sensitive("zeb@planted.example"))
    #expect(try fixture.database.read { try contact.reports(fixture.store, $0) }.isEmpty)
  }

  static let none: [(String, @Sendable (inout NewReport) -> Void)] = [
    ("anonymous", { $0.identity = .anonymous }),
    ("no contact", { $0.reporter = ProofTests.reporter(.unwanted) }),
    ("another contact", { $0.reporter = ProofTests.reporter(email: "else@planted.example") }),
  ]

  @Test("is not written where no way is left", arguments: none)
  func unwanted(name: String, change: @Sendable (inout NewReport) -> Void) throws {
    let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
    let report = try Self.second(fixture, change)
    #expect(try fixture.messages(about: report).isEmpty, "\(name)")
  }

  @Test("leaves withdrawn reports out")
  func withdrawn() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    let first = try fixture.report { $0.reporter = ProofTests.reporter() }
    try Self.prove(fixture)
    try fixture.database.write { write in
      let found = try #require(try fixture.store.find(first, write))
      try fixture.store.move(found.id, to: .withdrawn, in: write)
    }
    _ = try Self.sent(fixture)
    #expect(room.envelopes.isEmpty)
  }

  @Test("keeps a contact proved when reports are sealed anew", arguments: Engine.tested)
  func resealed(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, keyring: keyring, carriers: [room.carrier])
    _ = try fixture.report { $0.reporter = ProofTests.reporter() }
    try Self.prove(fixture)
    try keyring.rotate(at: fixture.now)
    _ = try fixture.database.write { write in
      try fixture.services.jobs.enqueue("casework.reseal", payload: "", in: write)
    }
    try fixture.work()
    _ = try Self.sent(fixture)
    #expect(room.envelopes.count == 1)
  }

  @Test("finds earlier reports by an index", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report { $0.reporter = ProofTests.reporter() }
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    let hashes = ContactToken.email("zeb@planted.example").hashes(fixture.services.keyring)
    let plan = try QueryPlan.of(ReviewLetter.earlier(found, hashes), fixture.database)
    #expect(!plan.readsAll(of: "report_token") && !plan.readsAll(of: "report"), "\(plan)")
  }
}
