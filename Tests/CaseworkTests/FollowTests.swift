import FeatureKit
import Partnership
import Secrets
import Access
import Database
import HTTP
import Kernel
import Messages
import TestKit
import Testing

@testable import Casework

@Suite("Following a report", .database)
struct FollowTests {
  /// A report that was sent, its reference and its secret.
  static func sent(_ fixture: CaseworkFixture) throws -> (id: ID<Report>, receipt: ReportReceipt) {
    try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write)
    }
  }

  @Test("promises no day that is over", arguments: [(0.0, false), (0.001, true)])
  func late(seconds: Double, isLate: Bool) throws {
    let fixture = try CaseworkFixture()
    let (_, receipt) = try Self.sent(fixture)
    let due = try #require(Instant(receipt.dueAt))
    fixture.clock.advance(seconds: due.since(fixture.now) + seconds)
    let words = try Self.open(fixture, receipt).page.words
    #expect(words.contains("An officer starts on it by 5pm") != isLate)
    #expect(words.contains("An officer should have started on it by 5pm") == isLate)
  }

  @Test("says that a letter has not gone until it has", arguments: Engine.tested)
  func unsent(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let new = CaseworkFixture.report { new in
      new.reporter = Sensitive(Reporter(name: "Z", email: "zeb@planted.example", way: .email))
    }
    let (_, receipt) = try fixture.database.write { write in
      try fixture.store.add(new, at: fixture.now, in: write)
    }
    let report = try #require(Reference(receipt.reference))
    fixture.clock.advance(seconds: 60)
    _ = try fixture.openCase(report)
    let resident = try Self.open(fixture, receipt)
    #expect(resident.page.words.contains("An officer wrote this for you"))
    #expect(resident.page.words.contains("We have not sent it to you yet"))
    let letter = try #require(try fixture.messages(about: report).first)
    try fixture.database.write { write in
      try fixture.services.outbox.decide(.done, on: letter.id, at: fixture.now, in: write)
    }
    try resident.go("/report/track/own")
    #expect(resident.page.words.contains("An officer wrote this for you"))
    #expect(!resident.page.words.contains("We have not sent it"))
  }

  static func open(_ fixture: CaseworkFixture, _ receipt: ReportReceipt) throws -> Resident {
    let resident = Resident(fixture)
    try resident.go("/report/track")
    try resident.post([
      ("reference", receipt.reference.lowercased()), ("secret", receipt.secret.lowercased()),
    ])
    return resident
  }

  @Test("opens with reference and secret, and shows plain updates alone", arguments: Engine.tested)
  func opening(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try Self.sent(fixture)
    try fixture.database.write { write in
      let events = ReportEvents(sealing: fixture.store.sealing)
      try events.add(
        .update, to: id, words: Sensitive("We talked to them."), by: ID(3), at: fixture.now,
        in: write)
      try events.add(
        .update, to: id, words: Sensitive("Internal remark"), by: ID(3), isPublic: false,
        at: fixture.now, in: write)
    }
    let resident = try Self.open(fixture, receipt)
    #expect(resident.path == "/report/track/own")
    for words in [receipt.reference, "We talked to them.", "20 November 2026"] {
      #expect(resident.page.words.contains(words))
    }
    for words in ["Internal", "Planted", "900 123", "Shouting"] {
      #expect(!resident.page.words.contains(words))
    }
    fixture.clock.advance(seconds: 1801)
    try resident.go("/report/track/own")
    #expect(resident.path == "/report/track")
  }

  @Test(
    "says the same of a wrong secret and of a report that is not there",
    arguments: [
      ("", "K7QD-2MXP-9RTA", TrackForm.wrongReference),
      ("TM-7K42-0932", "K7QD-2MXP-9RTA", TrackForm.wrongReference),
      ("TM-7K42-0931", "", TrackForm.missingSecret),
      ("TM-7K42-0931", "K7QD-2MXP-9RTA", TrackForm.unknown),
      ("its own", "K7QD-2MXP-9RTA", TrackForm.unknown),
    ])
  func refused(reference: String, secret: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let (_, receipt) = try Self.sent(fixture)
    let resident = Resident(fixture)
    try resident.go("/report/track")
    try resident.post([
      ("reference", reference == "its own" ? receipt.reference : reference), ("secret", secret),
    ])
    #expect(resident.page.status == 422)
    #expect(resident.page.words.contains(words))
    #expect(!resident.page.text.contains("K7QD-2MXP-9RTA\""))
  }

  @Test("takes a reference without its letters")
  func letters() throws {
    let fixture = try CaseworkFixture()
    let (_, receipt) = try Self.sent(fixture)
    let short = ReportReceipt(
      reference: String(receipt.reference.dropFirst(3)), secret: receipt.secret, dueAt: "")
    #expect(try Self.open(fixture, short).path == "/report/track/own")
  }

  @Test("holds guesses back from one address, and not from another")
  func guesses() throws {
    let fixture = try CaseworkFixture()
    let desk = ReportDesk()
    let resident = Resident(fixture, desk: desk)
    try resident.go("/report/track")
    for _ in 0...VisitLimit.Act.open.most {
      try resident.post([("reference", "TM-7K42-0931"), ("secret", "0000-0000-0000")])
    }
    #expect(resident.page.words.contains("wait 60 minutes"))
    let (_, receipt) = try Self.sent(fixture)
    let other = Resident(fixture, desk: desk, client: "192.0.2.99")
    try other.go("/report/track")
    try other.post([("reference", receipt.reference), ("secret", receipt.secret)])
    #expect(other.path == "/report/track/own")
  }

  @Test("adds to the diary, says that it goes on, and withdraws", arguments: Engine.tested)
  func diary(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try Self.sent(fixture)
    let resident = try Self.open(fixture, receipt)
    try resident.post([("act", "diary")], to: "/report/track/own")
    #expect(resident.page.status == 422 && resident.page.words.contains(DiaryForm.missing))
    try resident.post(
      [("act", "diary"), ("day", "yesterday"), ("hour", "2"), ("diary", "Again, louder")],
      to: "/report/track/own")
    #expect(resident.page.words.contains("It is added to your report."))
    #expect(resident.page.words.contains("Again, louder"))
    #expect(resident.page.words.contains("19 November 2026, about 2am (night)"))
    try resident.post([("act", "continues")], to: "/report/track/own")
    #expect(resident.page.words.contains("We have noted that it is still going on."))
    try resident.post([("act", "withdraw")], to: "/report/track/own")
    #expect(resident.page.status == 422)
    try resident.post([("act", "withdraw"), ("sure", "yes")], to: "/report/track/own")
    #expect(resident.page.words.contains("Your report is withdrawn."))
    #expect(!resident.page.words.contains("Did it happen again?"))
    let report = try fixture.database.read { try fixture.store.find(id, $0) }
    #expect(report?.state == .withdrawn)
    #expect(try fixture.trail() == ["casework.report-withdrawn "])
    try resident.post([], to: "/report/track/leave")
    try resident.go("/report/track/own")
    #expect(resident.path == "/report/track")
  }

  @Test("flags what the diary warns of, also after a flag was cleared", arguments: Engine.tested)
  func flagged(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try Self.sent(fixture)
    let resident = try Self.open(fixture, receipt)
    func report() throws -> Report {
      try #require(try fixture.database.read { try fixture.store.find(id, $0) })
    }
    let words = [("act", "diary"), ("diary", "He hits me now. I am scared of my ex")]
    let before = try report()
    try resident.post(words, to: "/report/track/own")
    let soon = CaseStandard.shipped.begin(.first, from: fixture.now)
    #expect(before.priority > .first && before.dueAt > soon)
    #expect(try report().priority == .first && report().dueAt == soon)
    #expect(try report().isFlagged && report().flaggedAt == fixture.now)
    let path = "/reports/\(receipt.reference)"
    let version = String(try report().version)
    #expect(try fixture.status(path + "/clear", as: .officer, form: [("version", version)]) == 303)
    #expect(try !report().isFlagged && report().clearedAt == fixture.now)
    fixture.clock.advance(seconds: 60)
    try resident.post(words, to: "/report/track/own")
    #expect(try report().isFlagged && report().clearedAt == nil)
    #expect(try report().flaggedAt == fixture.now)
    // What comes on top of a flag has not been read by whoever opened the page before.
    let seen = String(try report().version)
    try resident.post(words, to: "/report/track/own")
    #expect(throws: DatabaseError.self) {
      try fixture.visit(path + "/clear", as: .officer, form: [("version", seen)])
    }
    #expect(try report().isFlagged)
    let raised = try fixture.trail().filter { $0.hasPrefix("casework.flag-raised") }
    #expect(raised.count == 3)
  }

  @Test("refuses a form of somebody else's page")
  func forged() throws {
    let fixture = try CaseworkFixture()
    let (id, receipt) = try Self.sent(fixture)
    let resident = try Self.open(fixture, receipt)
    try resident.forge([("act", "withdraw"), ("sure", "yes")])
    #expect(resident.page.status == 422)
    #expect(try fixture.database.read { try fixture.store.find(id, $0) }?.state == .new)
  }
}
