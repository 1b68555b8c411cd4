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

@Suite("Acknowledging a report, and interviews", .database)
struct AcknowledgeTests {
  private static let october = Period.month(Month("2026-10") ?? Month(index: 0))

  private func report(_ reference: Reference, _ fixture: CaseworkFixture) throws -> Report {
    try #require(try fixture.database.read { try fixture.store.find(reference, $0) })
  }

  private func item(_ fixture: CaseworkFixture) throws -> WorkItem {
    try #require(
      try fixture.database.read {
        try WorkStore.page(WorkFilter(), of: .everybody, at: fixture.now, $0).items.first
      })
  }

  @Test(
    "tells its reporter once, beside the report and by letter, and what is due next is that work begins",
    arguments: Engine.tested)
  func acknowledge(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let reference = try fixture.report {
      $0.kind = ReportKind.of("drugs")
      $0.reporter = Sensitive(
        Reporter(name: "Zebedee Planted", email: "zeb@planted.example", way: .email))
    }
    let before = try report(reference, fixture)
    #expect(before.acknowledgeDue?.description == "2026-11-23T17:00:00.000Z")
    #expect(try item(fixture).due == before.acknowledgeDue)
    let path = "/work/triage/\(reference)"
    #expect(try fixture.words(path).contains("Its reporter is to hear by 23 November 2026, 5pm"))
    #expect(try fixture.work("/work?list=new", as: .officer) == 200)
    #expect(try item(fixture).step == "Acknowledge or decide")
    fixture.clock.advance(seconds: 60)
    let form = [("step", "acknowledge")]
    #expect(try fixture.work(path, as: .officer, form: form) == 303)
    let after = try report(reference, fixture)
    #expect(after.acknowledgedAt == fixture.now && after.state == .new)
    #expect(try item(fixture).due == before.dueAt)
    #expect(try item(fixture).step == "Decide")
    #expect(try fixture.told(reference).contains { $0.contains("finding out who can act on it") })
    #expect(try fixture.messages(about: reference).map(\.title) == ["We have your report"])
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.report-acknowledged") })
    #expect(!(try fixture.words(path).contains("Tell them we have it")))
    #expect(try fixture.work(path, as: .officer, form: form) == 409)
    #expect(try fixture.messages(about: reference).count == 1)
  }

  @Test(
    "is for those who decide",
    arguments: [
      (Role.officer, 303), (.manager, 303), (.coordinator, 404), (.partner, 404),
      (.administrator, 404), (.auditor, 404), (.analyst, 404),
    ])
  func policy(role: Role, status: Int) throws {
    let fixture = try CaseworkFixture()
    let reference = try fixture.report()
    let path = "/work/triage/\(reference)"
    #expect(try fixture.work(path, as: role, form: [("step", "acknowledge")]) == status)
  }

  @Test("comes with the decision, or there and then to whoever tells it to one of us")
  func decided() throws {
    let fixture = try CaseworkFixture()
    let reference = try fixture.report()
    fixture.clock.advance(seconds: 60)
    _ = try fixture.openCase(reference)
    #expect(try report(reference, fixture).acknowledgedAt == fixture.now)
    for (channel, isSpoken) in [
      (ReportChannel.phone, true), (.inPerson, true), (.hateCentre, true), (.housing, true),
      (.letter, false), (.web, false),
    ] {
      let kept = try report(try fixture.report { $0.channel = channel }, fixture)
      #expect((kept.acknowledgedAt == kept.receivedAt) == isSpoken, "\(channel)")
    }
  }

  @Test("stands on the page of the case with its interview", arguments: Engine.tested)
  func page(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let page = try fixture.words("/cases/\(file)")
    #expect(page.contains("Acknowledged In time"))
    #expect(page.contains("Interviewed Not yet by 24 November 2026, 5pm"))
    fixture.clock.advance(seconds: 3600)
    try fixture.post(file, "contact", [("with", "All"), ("said", "Heard")])
    let next = try fixture.words("/cases/\(file)")
    #expect(next.contains("Next Interview who complained"))
    #expect(try item(fixture).step == "Interview who complained")
    fixture.clock.advance(seconds: 30 * 86_400)
    #expect(try fixture.words("/cases/\(file)").contains("Interviewed Overdue"))
    let form = [("with", "All"), ("said", "Heard"), ("interview", "yes")]
    try fixture.post(file, "contact", form)
    #expect(try fixture.words("/cases/\(file)").contains("Interviewed Late"))
    #expect(try fixture.file(file).due == fixture.file(file).updateDue)
  }

  @Test("asks for no interview of an anonymous reporter until a named one reports the same")
  func anonymous() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report { $0.identity = .anonymous })
    #expect(try fixture.file(file).interviewDue == nil)
    #expect(!(try fixture.words("/cases/\(file)").contains("Interviewed")))
    fixture.clock.advance(seconds: 86_400)
    let form = CaseworkFixture.asb + [("joins", file.description)]
    _ = try fixture.answer("/work/triage/\(try fixture.report())", form: form)
    #expect(try fixture.file(file).interviewDue?.description == "2026-11-25T17:00:00.000Z")
  }

  /// 3 of 4 acknowledged, 1 of 2 interviewed; one of each is not yet due.
  @Test("are counted for indicators, what is not yet due apart", arguments: Engine.tested)
  func measures(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-10-01T09:00:00Z")
    let reports = try (0..<6).map { _ in try fixture.report() }
    let files = try (0..<4).map { _ in try fixture.openCase(try fixture.report()) }
    try fixture.database.write { write in
      func set(_ table: SQL, _ references: ArraySlice<Reference>, _ what: SQL) throws {
        try write.run(
          "UPDATE \(table) SET \(what) WHERE reference IN (\(list: references.map(\.description)))")
      }
      let due: SQL = "acknowledge_due_at = '2026-10-05T16:00:00.000Z'"
      try set("report", reports[0..<3], "\(due), acknowledged_at = '2026-10-05T16:00:00.000Z'")
      try set("report", reports[3..<4], "\(due), acknowledged_at = '2026-10-05T16:00:00.001Z'")
      try set("report", reports[4..<5], "acknowledge_due_at = '2099-01-01T17:00:00.000Z'")
      try set("report", reports[5..<6], "\(due), state = 'withdrawn'")
      try write.run(
        """
        UPDATE report SET acknowledge_due_at = NULL WHERE state = 'triaged'
        """)
      try set("case_file", files[0..<1], "interviewed_at = interview_due_at")
      try set("case_file", files[2..<3], "interview_due_at = '2099-01-01T17:00:00.000Z'")
      try set("case_file", files[3..<4], "interview_due_at = NULL")
    }
    for (key, kept, all) in [
      ("casework.acknowledged-in-time", 3.0, 4.0), ("casework.interviewed-in-time", 1, 2),
    ] {
      let measure = try #require(Casework.feature.measures.first { $0.key == key })
      let value = try fixture.database.read { try measure.value($0, Self.october) }
      #expect(value?.numerator == kept && value?.denominator == all, "\(key)")
      #expect(value?.source.contains("; 1 not done and not yet due") == true, "\(key)")
    }
  }
}
