import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Procedures of cases", .database)
struct ProcedureTests {
  static let now = "2026-10-09T12:00:00Z"

  @Test("evidence themselves from what was done", arguments: Engine.tested)
  func record(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: Self.now)
    let file = try fixture.closedCase(followed: true)
    try fixture.post(file, "person", [("part", "subject"), ("name", "Person B")])
    let open = try fixture.checked(file)
    #expect(open.procedure.words == "Anti-social behaviour case, version 1")
    #expect(open.words == "5 met, 1 not yet due, 1 not applicable")
    let page = try fixture.words("/cases/\(file)")
    #expect(page.contains("Anti-social behaviour case, version 1: 5 met, 1 not yet due"))
    #expect(page.contains("Risk is assessed within 2 working days Met Assessed"))
    try fixture.close(file)
    let closed = try fixture.checked(file)
    #expect(closed.words == "6 met, 1 not applicable")
    #expect(closed.isFollowed)
    #expect(
      closed.kept
        == "decided=met begun=met assessed=met planned=met updated=met supported=not-applicable "
        + "told=met")
  }

  @Test("count those who are under 18", arguments: Engine.tested)
  func young(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: Self.now)
    let file = try fixture.closedCase(followed: true)
    try fixture.post(file, "person", [("part", "subject"), ("name", "Person B")])
    let id = try fixture.file(file).id
    let person = try fixture.database.read { read in
      try CaseStore(fixture.services).parts.people(
        of: id, as: [.subject], read)[0].id
    }
    let kept = try fixture.post(
      file, "support", [("young", person.description), ("age", "15"), ("support-words", "x")])
    #expect(kept.status == 303, "\(kept.words)")
    try fixture.close(file)
    #expect(try fixture.checked(file).missed.map(\.step.kind) == [.supported])
  }

  @Test("are a live figure and a measure: 43 of 100", arguments: Engine.tested)
  func figure(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: Self.now)
    _ = try fixture.october(followed: 43, of: 100)
    let page = try #require(try fixture.procedures("/work/procedures?month=2026-10")).words
    #expect(page.contains("Followed 43 of 100 (43%)"), "\(page)")
    #expect(page.contains("Risk is assessed 43 57 0"))
    #expect(page.contains("The first contact is made by the day of its priority 43 57 0"))
    let october = try #require(Period("2026-10"))
    let value = try #require(
      try fixture.database.read { try ProcedureFigures.measure.value($0, october) })
    #expect([value.numerator, value.denominator, Double(value.missing)] == [43, 100, 0])
    #expect(
      try fixture.database.read { read in
        try ProcedureFigures.measure.value(read, try #require(Period("2099-01")))
      } == nil)
  }

  @Test("count a case that was joined with the one that goes on")
  func joined() throws {
    let fixture = try CaseworkFixture(now: Self.now)
    let (from, into) = (
      try fixture.closedCase(followed: false), try fixture.closedCase(followed: true)
    )
    _ = try fixture.join(from, to: into, [("join-reason", "One flat")])
    try fixture.close(into)
    let days = ProcedureFigures.days(London.day(fixture.now).month)
    let found = try fixture.database.read {
      try ProcedureFigures(closed: days, at: fixture.now, $0)
    }
    #expect(found.cases.map(\.record.file.reference) == [into])
  }

  @Test("are read by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let october = try #require(Month("2026-10"))
    let closed = ProcedureFigures.query(ProcedureFigures.days(october))
    #expect(try QueryPlan.of(closed, fixture.database).uses(index: "case_file_closed"))
    let ids: [ID<CaseFile>] = [ID(1), ID(2)]
    let queries: [(SQL, String)] = [
      (CaseRecords.entries(ids), "e"), (CaseRecords.assessed(ids), "a"),
      (CaseRecords.reports(ids), "d"), (CaseRecords.young(ids), "s"),
    ]
    for (query, table) in queries {
      let plan = try QueryPlan.of(query, fixture.database)
      #expect(!plan.readsAll(of: table), "\(plan)")
    }
  }
}

@Suite("An interview", .database)
struct InterviewTests {
  @Test(
    "is a contact: it begins the work, and is told apart in the story", arguments: Engine.tested)
  func interview(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let form = [
      ("with", "Complainant, at home"), ("said", "How it affects them"), ("told", ""),
      ("interview", "yes"),
    ]
    #expect(try fixture.work("/cases/\(file)/contact", as: .officer, form: form) == 303)
    #expect(try fixture.file(file).startedAt == fixture.now)
    let page = try #require(try fixture.answer("/cases/\(file)"))
    #expect(page.words.contains("Interview"))
    let step = ProcedureStep(kind: .interviewed, days: 2)
    let record = try fixture.checked(file).record
    #expect(record.finding(step, at: fixture.now).result == .met)
  }
}

@Suite("Checklists", .database)
struct ChecklistTests {
  private static let form = [
    ("key", "case"), ("title", "Anti-social behaviour case"), ("from-day", "1"),
    ("from-month", "12"), ("from-year", "2026"), ("step", "begun"), ("step", "updated"),
    ("days-updated", "5"),
  ]

  private func changed(_ changes: [String: String?]) -> [(String, String)] {
    Self.form.compactMap { field in
      guard let change = changes[field.0] else { return field }
      return change.map { (field.0, $0) }
    }
  }

  @Test("change for cases that are opened from their first day", arguments: Engine.tested)
  func version(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let before = try fixture.openCase(try fixture.report())
    let path = "/work/procedures/checklists"
    #expect(try fixture.procedures(path, form: Self.form)?.status == 303)
    fixture.clock.advance(seconds: 11 * 86_400)  // 1 December
    let after = try fixture.openCase(try fixture.report())
    #expect(try fixture.checked(before).procedure.version == 1)
    let now = try fixture.checked(after)
    #expect(now.procedure.version == 3)
    #expect(
      now.procedure.steps.map(\.words) == [
        "The first contact is made by the day of its priority",
        "Those who reported are contacted every 5 working days",
      ])
    let page = try #require(try fixture.procedures(path)).words
    #expect(
      page.contains("Anti-social behaviour case, version 3 For all cases that no other is for"))
    #expect(try fixture.trail().contains("casework.procedure-set version=3"))
  }

  @Test("of their own hold for some kinds")
  func kinds() throws {
    let fixture = try CaseworkFixture(now: "2026-12-01T10:00:00Z")
    let form = changed(["key": nil, "title": "Hate"]) + [("kind", ProcedureChoiceTests.hate)]
    #expect(
      try fixture.procedures("/work/procedures/checklists", form: form)?.status == 303)
    let hate = try fixture.openCase(
      try fixture.report { $0.kind = ReportKind.of(ProcedureChoiceTests.hate) })
    #expect(try fixture.checked(hate).procedure.title == "Hate")
    let other = try fixture.openCase(try fixture.report())
    #expect(try fixture.checked(other).procedure.key == "case")
  }

  static let refusals: [(changes: [String: String?], more: [(String, String)], words: String)] = [
    (["title": ""], [], "Enter what the procedure is called"),
    (["from-day": "19", "from-month": "11"], [], "Choose today or a later day"),
    (["from-day": ""], [], "First day must include a day"),
    (["step": nil], [], "Choose at least one step"),
    (["days-updated": "0"], [], "Enter working days from 1 to 60"),
    (["days-updated": "61"], [], "Enter working days from 1 to 60"),
    (["key": nil], [], "Choose the kinds of cases a new procedure is for"),
    ([:], [("kind", "rowdy")], "This one is for all cases that no other is for"),
  ]

  @Test("are refused at the field", arguments: refusals)
  func refused(
    changes: [String: String?], more: [(String, String)], words: String
  ) throws {
    let fixture = try CaseworkFixture()
    let answer = try #require(
      try fixture.procedures("/work/procedures/checklists", form: changed(changes) + more))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
    #expect(try fixture.database.read(ProcedureStore.all).count == 2)
  }
}
