import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Flagged reports", .database)
struct FlagTests {
  private static func flagged(
    _ fixture: CaseworkFixture, doubts: [ReportDoubt] = [], narrative: String = "x"
  ) throws -> Reference {
    try fixture.report {
      $0.story = Sensitive(ReportStory(narrative: narrative, flags: [.child], doubts: doubts))
    }
  }

  private static func warn(_ fixture: CaseworkFixture, _ receipt: ReportReceipt) throws {
    let resident = try FollowTests.open(fixture, receipt)
    try resident.post(
      [("act", "diary"), ("diary", "He hits me, I am scared of my ex")], to: "/report/track/own")
  }

  private static func count(_ fixture: CaseworkFixture) throws -> Int {
    try fixture.database.read { try InboxStore.flaggedCount($0) }
  }

  @Test(
    "are listed in any state until somebody clears them, at the top of inbox and work",
    arguments: Engine.tested)
  func listed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let states: [ReportState] = [.new, .triaged, .closed, .withdrawn]
    var reports: [Reference] = []
    for state in states {
      let reference = try Self.flagged(fixture)
      try fixture.database.write { write in
        let found = try #require(try fixture.store.find(reference, write))
        try fixture.store.move(found.id, to: state, in: write)
      }
      reports.append(reference)
      fixture.clock.advance(seconds: 60)
    }
    reports.append(try Self.flagged(fixture, doubts: [.links]))
    for path in ["/reports", "/reports?show=flagged", "/reports?show=doubtful"] {
      let page = try #require(try fixture.visit(path, as: .officer)).words
      #expect(page.contains("5") && !page.contains("Planted"), "\(path)")
      let places = reports.map { page.range(of: $0.description)?.lowerBound }
      #expect(places.allSatisfy { $0 != nil }, "\(path)")
      #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }
    let work = try #require(try fixture.answer("/work"))
    #expect(work.words.contains("Act on these at once 5 reports are flagged"))
    #expect(work.text.contains("href=\"/reports?show=flagged\""))
    for reference in reports { #expect(work.words.contains(reference.description)) }
    for reference in reports {
      let report = try #require(try fixture.database.read { try fixture.store.find(reference, $0) })
      let form = [("version", String(report.version))]
      #expect(try fixture.status("/reports/\(reference)/clear", as: .officer, form: form) == 303)
    }
    #expect(try Self.count(fixture) == 0)
    #expect(!(try #require(try fixture.answer("/work")).words.contains("Act on these at once")))
    #expect(
      !(try #require(try fixture.visit("/reports", as: .officer)).words.contains("Act on these")))
  }

  @Test(
    "are shown at the top of the work to those who may clear them",
    arguments: [Role.manager, .officer])
  func duty(role: Role) throws {
    let fixture = try CaseworkFixture()
    _ = try Self.flagged(fixture)
    let work = try #require(try fixture.answer("/work", as: role)).words
    #expect(work.contains("1 report is flagged"))
    #expect(CaseworkPolicy.allows(.clear, CaseworkFixture.actor(role)))
  }

  @Test("are listed in the inbox, and not opened, for whoever may only list")
  func coordinator() throws {
    let fixture = try CaseworkFixture()
    let reference = try Self.flagged(fixture)
    let page = try #require(try fixture.visit("/reports", as: .coordinator))
    #expect(page.words.contains("Act on these at once"))
    #expect(!page.text.contains("/reports/\(reference)\""))
  }

  @Test("are shown on the page of their case", arguments: Engine.tested)
  func onCase(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (_, receipt) = try FollowTests.sent(fixture)
    let report = try #require(Reference(receipt.reference))
    let file = try fixture.openCase(report)
    let before = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(!before.contains("Act on this at once"))
    try Self.warn(fixture, receipt)
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("Act on this at once: report \(report) is flagged."))
  }

  @Test("stay on the list when their reporter withdraws them", arguments: Engine.tested)
  func withdrawn(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try FollowTests.sent(fixture)
    try Self.warn(fixture, receipt)
    let resident = try FollowTests.open(fixture, receipt)
    try resident.post([("act", "withdraw"), ("sure", "yes")], to: "/report/track/own")
    let report = try #require(try fixture.database.read { try fixture.store.find(id, $0) })
    #expect(report.state == .withdrawn && report.isFlagged)
    let page = try #require(try fixture.visit("/reports?show=flagged", as: .officer)).words
    #expect(page.contains(receipt.reference))
  }

  @Test("hold the messages that wait about them, and no other", arguments: Engine.tested)
  func held(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    let reporter = ProofTests.reporter()
    let new = CaseworkFixture.report { $0.reporter = reporter }
    let receipt = try fixture.database.write { write in
      try fixture.store.add(new, at: fixture.now, in: write).receipt
    }
    let report = try #require(Reference(receipt.reference))
    let other = try fixture.report { $0.reporter = reporter }
    for reference in [report, other] { _ = try fixture.openCase(reference) }
    #expect(try fixture.messages(about: report).map(\.state) == [.waiting])
    try Self.warn(fixture, receipt)
    let message = try #require(try fixture.messages(about: report).first)
    #expect(message.state == .held && message.reason == ReporterReach.flagged)
    try fixture.work()
    #expect(room.envelopes.map(\.subject) == ["About \(other)"])
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    let form = [("version", String(found.version))]
    #expect(try fixture.status("/reports/\(report)/clear", as: .officer, form: form) == 303)
    try fixture.work()
    #expect(room.envelopes.count == 1)
    try fixture.database.write { write in
      try fixture.services.outbox.decide(.release, on: message.id, at: fixture.now, in: write)
    }
    try fixture.work()
    #expect(room.envelopes.count == 2)
  }

  @Test(
    "tell the duty mailbox where one is set, and nothing of the report", arguments: Engine.tested)
  func mailbox(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    let (_, first) = try FollowTests.sent(fixture)
    try Self.warn(fixture, first)
    try fixture.work()
    #expect(room.envelopes.isEmpty)
    let line = [("duty-mailbox", "duty@council.example")]
    #expect(try fixture.status("/reports/service", as: .manager, form: line) == 303)
    let (_, second) = try FollowTests.sent(fixture)
    try Self.warn(fixture, second)
    try Self.warn(fixture, second)  // it is on the list already
    try fixture.work()
    #expect(room.envelopes.map { $0.address.reveal(for: "test") } == ["duty@council.example"])
    for words in ["Planted", "hits", second.reference, "domestic"] {
      #expect(!room.last.contains(words) && room.envelopes.last?.subject.contains(words) == false)
    }
    #expect(room.last.contains("/reports?show=flagged"))
    let taken = InboxTests.taken.map { $0.0 == "narrative" ? ($0.0, "She is suicidal") : $0 }
    _ = try fixture.visit("/reports/new", as: .officer, form: taken)
    try fixture.work()
    #expect(room.envelopes.count == 2)
    let wrong = [("duty-mailbox", "the duty desk")]
    #expect(try fixture.status("/reports/service", as: .manager, form: wrong) == 422)
    let resident = Resident(fixture)
    try resident.go("/report")
    #expect(!resident.page.text.contains("duty@council.example"))
  }

  @Test(
    "say where the words stand, those of the answers after the end too", arguments: Engine.tested)
  func places(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, carriers: [PostRoom().carrier])
    let (receipt, _) = try SurveyTests.closed(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    try resident.post(
      [("act", "survey"), ("satisfaction", "1"), ("words", "I want to end it all")],
      to: "/report/track/own")
    let page = try #require(try fixture.visit("/reports/\(receipt.reference)", as: .officer)).words
    #expect(page.contains("suicide or self-harm: in the answers after the end."))
    #expect(!page.contains("warn of: ."))
    let sent = try Self.flagged(fixture, narrative: "The kids left alone again")
    let other = try #require(try fixture.visit("/reports/\(sent)", as: .officer)).words
    #expect(other.contains("a child at risk: in what happened."))
  }

  @Test("say so where the words are not found any more")
  func lost() throws {
    let fixture = try CaseworkFixture()
    let (id, receipt) = try FollowTests.sent(fixture)
    try fixture.database.write { write in
      try FlagRaising(services: fixture.services, now: fixture.now).raise(id, in: write)
    }
    let page = try #require(try fixture.visit("/reports/\(receipt.reference)", as: .officer)).words
    #expect(page.contains("the words that did it are not found any more. Read all of it."))
  }
}
