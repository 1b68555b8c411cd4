import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The standard", .database)
struct StandardTests {
  private static let path = "/work/procedures/standard"
  private static let five = [
    ("acknowledge", "2"), ("first", "1"), ("second", "3"), ("third", "7"), ("interview", "4"),
    ("update", "5"), ("drug-address", "14"),
  ]

  private func standard(_ fixture: CaseworkFixture) throws -> CaseStandard {
    try fixture.database.read { try StandardStore.standard(at: fixture.now, $0) }
  }

  @Test("is the one the program comes with until another is set", arguments: Engine.tested)
  func shipped(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    #expect(try standard(fixture) == .shipped)
    let page = try #require(try fixture.answer(Self.path))
    for words in [
      "Those who report hear that we have it within 1 working day",
      "Who complained is interviewed within 2 working days", "every 10 working days",
      "within 28 days",
    ] {
      #expect(page.words.contains(words), "\(words)")
    }
    #expect(!page.words.contains("Set the standard"))
  }

  @Test(
    "gives reports and cases its days from when it is set, and moves none from before",
    arguments: Engine.tested)
  func change(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)  // Friday 20 November, noon
    let before = try fixture.openCase(try fixture.report())
    fixture.clock.advance(seconds: 60)
    #expect(try fixture.work(Self.path, as: .manager, form: Self.five) == 303)
    #expect(try standard(fixture).number == 2)
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.standard-set") })
    fixture.clock.advance(seconds: 60)
    let report = try fixture.report()
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    let days: [Priority: String] = [
      .first: "2026-11-23", .second: "2026-11-25", .third: "2026-12-01",
    ]
    #expect(London.day(found.dueAt).description == days[found.priority])
    let drugs = try fixture.openCase(
      try fixture.report { $0.kind = ReportKind.of("drugs") })
    let file = try fixture.file(drugs)
    #expect(file.startDue.description == "2026-11-25T17:00:00.000Z")
    #expect(file.updateDue.description == "2026-11-27T17:00:00.000Z")
    #expect(file.interviewDue?.description == "2026-11-26T17:00:00.000Z")
    #expect(found.acknowledgeDue?.description == "2026-11-24T17:00:00.000Z")
    #expect(file.actDue?.description == "2026-12-04T17:00:00.000Z")
    let old = try fixture.file(before)
    #expect(old.startDue.description == "2026-11-24T17:00:00.000Z")
    #expect(old.interviewDue?.description == "2026-11-24T17:00:00.000Z")
    // A change of priority goes by the standard of the day the report was received.
    let form = [
      ("version", String(old.version)), ("title", old.title), ("priority", "3"),
      ("change-reason", "Less urgent than it seemed"),
    ]
    #expect(try fixture.work("/cases/\(before)/change", as: .officer, form: form) == 303)
    #expect(try fixture.file(before).startDue.description == "2026-11-27T17:00:00.000Z")
    // An interview is not due before the work has to begin.
    #expect(try fixture.file(before).interviewDue?.description == "2026-11-27T17:00:00.000Z")
  }

  @Test("tells the reporter how often they hear", arguments: Engine.tested)
  func letter(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    #expect(try fixture.work(Self.path, as: .manager, form: Self.five) == 303)
    let report = try fixture.report()
    _ = try fixture.openCase(report)
    #expect(try fixture.told(report).contains { $0.contains("every 5 working days") })
  }

  @Test(
    "is refused at the field",
    arguments: [
      ("first", "0", "Enter working days from 1 to 60"),
      ("third", "61", "Enter working days from 1 to 60"),
      ("update", "often", "Enter working days from 1 to 60"),
      ("drug-address", "181", "Enter days from 1 to 180"),
      ("second", "8", "Enter at least 8: what is less urgent is not sooner"),
    ])
  func refused(field: String, days: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let form = Self.five.map { $0.0 == field ? (field, days) : $0 }
    let answer = try #require(try fixture.answer(Self.path, as: .manager, form: form))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
    #expect(try standard(fixture) == .shipped)
  }

  @Test("is not set twice over")
  func same() throws {
    let fixture = try CaseworkFixture()
    #expect(try fixture.work(Self.path, as: .manager, form: Self.five) == 303)
    fixture.clock.advance(seconds: 1)
    #expect(try fixture.work(Self.path, as: .manager, form: Self.five) == 422)
  }

  @Test("is shown and set from the shell", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    func run(_ arguments: [String]) -> Said {
      fixture.services.shell(StandardCommands.all, ["standard"] + arguments)
    }
    #expect(run(["set"]).status == .wrongUse)
    #expect(run(["set", "--third", "0"]).all.contains("Enter working days from 1 to 60"))
    #expect(run(["set", "--third", "6"]).all.contains("Version 2 holds from now."))
    #expect(run(["show"]).all.contains("Work on a P3 begins within 6 working days"))
    #expect(run(["show", "--json"]).all.contains("\"drug-address\":28"))
  }

  @Test("counts drug addresses acted on in time: 3 of 4", arguments: Engine.tested)
  func drugAddresses(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-09-30T12:00:00Z")
    _ = try fixture.report()  // so that October is covered
    fixture.clock.advance(seconds: 86_400)
    let files = try (0..<5).map { _ in
      try fixture.openCase(try fixture.report { $0.kind = ReportKind.of("drugs") })
    }
    _ = try fixture.openCase(try fixture.report())
    let due = try #require(try fixture.file(files[0]).actDue)
    #expect(due.description == "2026-10-29T17:00:00.000Z")
    // Three by the last moment, one a moment late; the fifth may still be acted on.
    for (file, late) in zip(files, [0.0, 0, 0, 0.001]) {
      try fixture.act(file, at: due.adding(seconds: late))
    }
    try fixture.database.write { write in
      try write.run(
        """
        UPDATE case_file SET act_due_at = '2099-01-01T17:00:00.000Z'
        WHERE reference = \(files[4].description)
        """)
    }
    let counts = try fixture.database.read { read in
      try DrugAddressMeasure.measure.value(read, MeasureTests.october)
    }
    #expect(counts?.numerator == 3)
    #expect(counts?.denominator == 4)
    let plan = try QueryPlan.of(
      DrugAddressMeasure.query(MeasureTests.october, at: fixture.now), fixture.database)
    #expect(plan.uses(index: "case_file_received"), "\(plan)")
  }

  @Test("stands on the worklist until something is done", arguments: Engine.tested)
  func worklist(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report { $0.kind = ReportKind.of("drugs") })
    let due = try #require(try fixture.file(file).actDue)
    fixture.clock.advance(seconds: 24 * 86_400)
    let contact = [
      ("with", "Complainant, by telephone"), ("said", "How it stands"), ("told", ""),
      ("interview", "yes"),
    ]
    #expect(try fixture.work("/cases/\(file)/contact", as: .officer, form: contact) == 303)
    #expect(try fixture.file(file).due == due)
    #expect(
      try #require(try fixture.answer("/cases/\(file)")).words.contains("Act on the drug address"))
    let form =
      [("agency", "1"), ("task", "Visit the address")]
      + fixture.date("due", London.day(due).description)
    #expect(try fixture.work("/cases/\(file)/action", as: .officer, form: form) == 303)
    #expect(try fixture.work("/cases/\(file)/finish", as: .officer, form: [("action", "1")]) == 303)
    #expect(try fixture.file(file).due == fixture.file(file).updateDue)
  }
}

extension CaseworkFixture {
  /// An action of a case that was done at a moment.
  fileprivate func act(_ file: Reference, at moment: Instant) throws {
    let found = try self.file(file)
    try database.write { write in
      let parts = CaseStore(services).parts
      try parts.add(
        Sensitive("Visit"), of: ID(1), due: London.day(moment), to: found.id, in: write)
      let action = try #require(try parts.actions(of: found.id, write).first)
      _ = try parts.finish(action.id, of: found.id, at: moment, in: write)
    }
  }
}
