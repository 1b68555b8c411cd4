import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The incident diary of a case", .database)
struct CaseDiaryTests {
  private func open(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference, Reference) {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    return (fixture, try fixture.openCase(report), report)
  }

  @discardableResult
  private func write(
    _ fixture: CaseworkFixture, _ file: Reference, _ fields: [(String, String)]
  ) throws -> Response {
    try #require(try fixture.answer("/cases/\(file)/incident", form: fields))
  }

  private func diary(_ fixture: CaseworkFixture, _ file: Reference) throws -> CaseDiary {
    try fixture.database.read { read in
      try CaseDiary(of: try fixture.found(file, read).id, fixture.services.keyring, read)
    }
  }

  @Test(
    "has what its reports tell, what is added to them, and what officers write, the latest first",
    arguments: Engine.tested)
  func lines(engine: Engine) throws {
    let (fixture, file, report) = try open(engine)
    try fixture.database.write { write in
      let found = try #require(try fixture.store.find(report, write))
      _ = try ReportDiary(fixture.services, at: fixture.now).add(
        Fields([("act", "diary"), ("day", "yesterday"), ("hour", "2"), ("diary", "Again, louder")]),
        to: found, in: write)
    }
    try write(fixture, file, [("day", "today"), ("hour", "9"), ("incident", "Seen by the warden")])
    let lines = try diary(fixture, file).lines
    #expect(lines.map(\.occasion.day) == ["2026-11-20", "2026-11-19", "2026-11-19"])
    #expect(
      lines.first?.words.reveal(for: "test")
        == "Friday 20 November 2026, about 9am: Seen by the warden")
    #expect(lines.map(\.report) == [nil, report, report])
    let words = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(words.contains("Told of 3 times, 2 of them at night"))
    #expect(words.contains("Again, louder"))
    #expect(words.contains("As the report tells Report \(report)"))
  }

  @Test("asks for the day and what happened, at their fields; nothing is lost")
  func refused() throws {
    let (fixture, file, _) = try open()
    let none = try write(fixture, file, [("incident", "Seen by the warden")])
    #expect(none.status == 422 && none.words.contains(OccasionForm.missing))
    #expect(none.text.contains("Seen by the warden</textarea>"))
    let empty = try write(fixture, file, [("day", "today")])
    #expect(empty.words.contains("Enter what happened, and who saw or told it"))
    let future = try write(
      fixture, file, [("day", "today"), ("hour", "13"), ("incident", "Later today")])
    #expect(future.words.contains(OccasionForm.future))
    #expect(try diary(fixture, file).lines.count == 1)
  }

  @Test("calls the risk back to be assessed today", arguments: Engine.tested)
  func risk(engine: Engine) throws {
    let (fixture, file, _) = try open(engine)
    let fields = RiskAnswers.fields(15, in: try RiskInstrumentTests.matrix.get())
    _ = try fixture.answer("/cases/\(file)/risk/asb-matrix", form: fields + [("step", "keep")])
    try write(fixture, file, [("day", "today"), ("incident", "Seen by the warden")])
    let due = try fixture.database.read { read in
      let id = try fixture.found(file, read).id
      return try RiskStore.standing(of: [id], read)[id]?.reassessOn
    }
    #expect(due?.description == "2026-11-20")
    #expect(try fixture.trail().last?.hasPrefix("casework.case-incident") == true)
  }

  @Test("leaves out what a withdrawn report told, and is not written in a closed case")
  func ended() throws {
    let (fixture, file, report) = try open()
    try fixture.database.write { write in
      let found = try #require(try fixture.store.find(report, write))
      try fixture.store.move(found.id, to: .withdrawn, in: write)
    }
    #expect(try diary(fixture, file).lines.isEmpty)
    _ = try fixture.answer(
      "/cases/\(file)/close",
      form: [("outcome", "not-repeated"), ("close-reason", "Quiet"), ("close-told", "It is quiet")])
    let path = "/cases/\(file)/incident"
    let form = [("day", "today"), ("incident", "Seen by the warden")]
    #expect(try fixture.work(path, as: .officer, form: form) == 409)
  }

  @Test("is beside what else happened in the story, and is found by its words")
  func story() throws {
    let (fixture, file, report) = try open()
    try fixture.database.write { write in
      let found = try #require(try fixture.store.find(report, write))
      _ = try ReportDiary(fixture.services, at: fixture.now).add(
        Fields([("act", "continues")]), to: found, in: write)
      _ = try ReportDiary(fixture.services, at: fixture.now).add(
        Fields([("act", "diary"), ("diary", "The trolley stands in the stairwell")]),
        to: found, in: write)
    }
    let words = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(words.contains("The reporter says that it goes on"))
    #expect(words.contains("who reported it, report \(report)"))
    let found = try #require(
      try fixture.searching("/cases/\(file)/find", [("find", "trolley")])
    ).words
    #expect(found.contains("The trolley stands in the stairwell"))
  }

  @Test("is read through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let told = try QueryPlan.of(CaseDiary.toldQuery(ID(1)), fixture.database)
    for table in ["d", "r", "o", "e"] { #expect(!told.readsAll(of: table), "\(told)") }
    let seen = try QueryPlan.of(CaseIncidents.query(ID(1)), fixture.database)
    for table in ["i", "e"] { #expect(!seen.readsAll(of: table), "\(seen)") }
  }
}
