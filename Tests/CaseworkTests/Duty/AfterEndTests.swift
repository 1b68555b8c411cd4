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

@Suite("What a reporter tells after the end", .database)
struct AfterEndTests {
  private func due(_ fixture: CaseworkFixture, _ role: Role = .officer) throws -> [String] {
    try fixture.database.read { read in
      try NoticesDue.source(CaseworkFixture.actor(role), fixture.services, read).map {
        $0.words.reveal(for: "test")
      }
    }
  }

  /// Which act a page left open sends, and the state the report has by then.
  static let stale: [(fields: [(String, String)], state: ReportState)] = [
    ([("act", "diary"), ("diary", "Again, louder")], .closed), ([("act", "continues")], .closed),
    ([("act", "diary"), ("diary", "Again, louder")], .withdrawn),
    ([("act", "continues")], .withdrawn),
  ]

  @Test("reaches those on duty from a page that was left open", arguments: stale, Engine.tested)
  func open(one: (fields: [(String, String)], state: ReportState), engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try FollowTests.sent(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    try fixture.database.write { try fixture.store.move(id, to: one.state, in: $0) }
    try resident.post(one.fields, to: "/report/track/own")
    #expect(!resident.page.words.contains("It is added to your report."))
    #expect(resident.page.words.contains("an officer now looks whether it begins again"))
    #expect(
      try due(fixture) == ["Report \(receipt.reference): the reporter says that it still goes on"])
    try resident.post([("act", "continues")], to: "/report/track/own")
    #expect(try due(fixture).count == 1)
    #expect(try due(fixture, .coordinator).isEmpty)
  }

  @Test("is asked for on the page of a closed report", arguments: Engine.tested)
  func closed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, carriers: [PostRoom().carrier])
    let (receipt, file) = try SurveyTests.closed(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    #expect(resident.page.words.contains("Does it still go on?"))
    #expect(!resident.page.words.contains("Withdraw the report"))
    try resident.post([("act", "diary")], to: "/report/track/own")
    #expect(resident.page.status == 422 && resident.page.words.contains(DiaryForm.missing))
    try resident.post([("act", "continues")], to: "/report/track/own")
    let words = "The reporter of \(receipt.reference) says that it still goes on"
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("Told by a reporter") && page.contains(words))
    #expect(page.contains("Decide whether the work begins again"))
  }

  @Test(
    "makes its officer a thing to do by what the questions are answered", arguments: Engine.tested)
  func survey(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, carriers: [PostRoom().carrier])
    let (receipt, _) = try SurveyTests.closed(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    try resident.post(
      [("act", "survey"), ("satisfaction", "2"), ("goes-on", "partly")], to: "/report/track/own")
    #expect(try due(fixture).count == 1 && due(fixture, .manager).count == 1)
    let other = try SurveyTests.closed(fixture).receipt
    let content = try FollowTests.open(fixture, other)
    try content.post(
      [("act", "survey"), ("satisfaction", "5"), ("goes-on", "no")], to: "/report/track/own")
    #expect(try due(fixture).count == 1)
    let path = "/reports/\(receipt.reference)/seen"
    let page = try #require(try fixture.visit("/reports/\(receipt.reference)", as: .officer))
    #expect(page.words.contains("To look at"))
    let last = try #require(page.text.firstRange(of: "name=\"last\" value=\""))
    let id = String(page.text[last.upperBound...].prefix { $0 != "\"" })
    #expect(
      try fixture.status(path, as: .coordinator, form: [("last", id), ("seen-words", "x")]) == 404)
    let empty = try #require(try fixture.visit(path, as: .officer, form: [("last", id)]))
    #expect(empty.status == 422 && empty.words.contains("Enter what was decided"))
    let form = [("last", id), ("seen-words", "Opened again")]
    #expect(try fixture.status(path, as: .officer, form: form) == 303)
    #expect(try due(fixture).isEmpty)
    #expect(throws: DatabaseError.self) { try fixture.visit(path, as: .officer, form: form) }
    let after = try #require(try fixture.visit("/reports/\(receipt.reference)", as: .officer)).words
    #expect(after.contains("Looked at: Opened again") && !after.contains("To look at"))
    #expect(try fixture.trail().contains("casework.notice-seen "))
    #expect(
      try !fixture.told(try #require(Reference(receipt.reference))).joined().contains("Looked at"))
  }

  @Test("has the risk of an open case assessed again", arguments: Engine.tested)
  func risk(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try FollowTests.sent(fixture)
    let file = try fixture.openCase(try #require(Reference(receipt.reference)))
    let today = London.day(fixture.now)
    try fixture.database.write { write in
      let found = try fixture.found(file, write)
      try write.run(
        """
        UPDATE case_risk SET assessed_at = \(fixture.now), reassess_on = \(today.adding(days: 30))
        WHERE case_file = \(found.id)
        """)
      let report = try #require(try fixture.store.find(id, write))
      let telling = ReporterTelling(services: fixture.services, now: fixture.now)
      #expect(try !telling.goesOn(report, in: write))
    }
    let days = try fixture.database.read { read in
      try read.all("SELECT reassess_on FROM case_risk") { row in try row.parsed(Day.self) }
    }
    #expect(days == [today])
  }

  @Test("tells the officer of a case that its report was withdrawn", arguments: Engine.tested)
  func withdrawn(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (_, first) = try FollowTests.sent(fixture)
    let file = try fixture.openCase(try #require(Reference(first.reference)))
    let (_, second) = try FollowTests.sent(fixture)  // nobody works on it yet
    for receipt in [first, second] {
      let resident = try FollowTests.open(fixture, receipt)
      try resident.post([("act", "withdraw"), ("sure", "yes")], to: "/report/track/own")
      #expect(resident.page.words.contains("Your report is withdrawn."))
    }
    #expect(try due(fixture) == ["Report \(first.reference): the reporter withdrew the report"])
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("The reporter of \(first.reference) withdrew the report"))
  }

  @Test(
    "reaches the officer, who covers them, and managers, and nobody else", arguments: Engine.tested)
  func whose(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (id, receipt) = try FollowTests.sent(fixture)
    let file = try fixture.openCase(try #require(Reference(receipt.reference)))
    try fixture.database.write { write in
      try ReporterNotices.add(.withdrawn, of: id, at: fixture.now, in: write)
      let found = try fixture.found(file, write)
      try write.run("UPDATE case_file SET owner = 99 WHERE id = \(found.id)")
    }
    #expect(try due(fixture).isEmpty && due(fixture, .manager).count == 1)
    let today = London.day(fixture.now)
    try fixture.database.write { write in
      _ = try CoverStore.add(
        today...today, of: ID(99), by: CaseworkFixture.actor(.officer).account, made: nil,
        at: fixture.now, in: write)
    }
    #expect(try due(fixture).count == 1)
    try fixture.database.write { write in
      try write.run("UPDATE case_file SET owner = NULL")
      try write.run("DELETE FROM case_cover")
    }
    #expect(try due(fixture).count == 1)
  }

  @Test("says that nothing is withdrawn any more once the work has ended")
  func late() throws {
    let fixture = try CaseworkFixture()
    let (id, receipt) = try FollowTests.sent(fixture)
    let resident = try FollowTests.open(fixture, receipt)
    try fixture.database.write { try fixture.store.move(id, to: .closed, in: $0) }
    try resident.post([("act", "withdraw"), ("sure", "yes")], to: "/report/track/own")
    #expect(resident.page.words.contains("so it was not withdrawn"))
    #expect(try fixture.database.read { try fixture.store.find(id, $0) }?.state == .closed)
  }
}
