import Access
import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The working days", .database)
struct WorkingDayTests {
  private static let path = "/work/procedures/working-days"

  private static func form(
    _ day: (Int, Int, Int) = (23, 11, 2026), kind: String = "off", title: String = "The coronation"
  ) -> [(String, String)] {
    [
      ("day-day", String(day.0)), ("day-month", String(day.1)), ("day-year", String(day.2)),
      ("kind", kind), ("title", title),
    ]
  }

  @Test("list the bank holidays to come, each with why", arguments: Engine.tested)
  func list(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)  // Friday 20 November 2026, noon
    let page = try #require(try fixture.answer(Self.path))
    for words in [
      "Friday 25 December 2026 Bank holiday in England and Wales", "Monday 28 December 2026",
      "Monday 30 August 2027", "None: only the law’s own bank holidays are off.",
    ] { #expect(page.words.contains(words), "\(words)") }
    #expect(!page.words.contains("31 August 2026") && !page.words.contains("Add the day"))
    #expect(try #require(try fixture.answer("/work/procedures/standard")).text.contains(Self.path))
  }

  @Test(
    "move what is given its day from then on, and nothing from before", arguments: Engine.tested)
  func clocks(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let before = try fixture.openCase(try fixture.report())
    let old = try fixture.file(before)
    #expect(try fixture.work(Self.path, as: .manager, form: Self.form()) == 303)
    #expect(
      try fixture.trail().contains { $0.hasPrefix("casework.working-day-added kind=off") })
    #expect(try fixture.file(before).startDue == old.startDue)
    let after = try fixture.file(try fixture.openCase(try fixture.report()))
    #expect(London.day(old.startDue).description == "2026-11-24")
    #expect(London.day(after.startDue).description == "2026-11-25")
    #expect(London.day(after.updateDue).number == London.day(old.updateDue).number + 3)
    let page = try #require(try fixture.answer(Self.path, as: .manager))
    #expect(page.words.contains("Monday 23 November 2026 The coronation"))
    #expect(page.words.contains("Monday 23 November 2026 is a day off: The coronation"))
    #expect(try fixture.work(Self.path, as: .manager, form: [("remove", "2026-11-23")]) == 303)
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.working-day-removed") })
    let again = try fixture.file(try fixture.openCase(try fixture.report()))
    #expect(again.startDue == old.startDue)
  }

  @Test("hold for reports that wait, for risks, for reviews and for requests for one’s own data")
  func others() throws {
    let fixture = try CaseworkFixture()
    #expect(try fixture.work(Self.path, as: .manager, form: Self.form()) == 303)
    let time = try fixture.database.read(WorkingDays.time)
    let tuesday = try #require(Instant("2026-11-24T09:00:00Z"))
    // Four hours back from Tuesday at nine: Friday at one.
    #expect(
      WorkStore.unreadSince(tuesday, in: time).description == "2026-11-20T13:00:00.000Z")
    #expect(
      WorkStore.unreadSince(tuesday, in: .statutory).description == "2026-11-23T13:00:00.000Z")
    let file = try fixture.openCase(try fixture.report())
    let due: Day? = try fixture.database.read { read in
      try read.first(
        "SELECT k.reassess_on FROM case_risk k JOIN case_file c ON c.id = k.case_file WHERE c.reference = \(file.description)"
      ) { row in try row.parsed() }
    }
    #expect(due?.description == "2026-11-25")
    let october = try #require(Day("2026-10-23"))
    #expect(
      AccessClock.due(received: october, proved: nil, isExtended: false, in: time).description
        == "2026-11-24")
  }

  @Test("hold for the rule of case reviews")
  func reviews() throws {
    let fixture = try CaseworkFixture()
    let friday = try #require(Day("2026-11-20"))
    let rule = ReviewRule(
      number: 1, validFrom: friday, needed: 3, acknowledgeDays: 1, decideDays: 5, meetDays: 20,
      appealDays: 28)
    try fixture.database.write { try rule.add(by: nil, at: fixture.now, in: $0) }
    func decide(_ applied: Day) throws -> String? {
      try fixture.database.read { try ReviewRule.on(friday, $0) }.map { rule in
        ReviewClocks(rule, applied: applied).decide.description
      }
    }
    #expect(try decide(friday) == "2026-11-27")
    #expect(try fixture.work(Self.path, as: .manager, form: Self.form()) == 303)
    #expect(try decide(friday) == "2026-11-30")
    // Who applied the day before was told the day they were told.
    #expect(try decide(friday.adding(days: -1)) == "2026-11-26")
  }

  static let refused: [(form: [(String, String)], words: String)] = [
    (form((21, 11, 2026)), "Enter another day: a Saturday or Sunday is a day off already"),
    (form((25, 12, 2026)), "Enter another day: this is a bank holiday already"),
    (form((23, 11, 2026), kind: "worked"), "Enter a bank holiday: this day is worked already"),
    (form((31, 12, 2026), kind: ""), "Choose what the day is"),
    (form((19, 11, 2026)), "Enter today or a later day"),
    (form(title: ""), "Enter why, such as “The coronation”"),
    (form((1, 1, 2032)), "Enter a day up to 31 December 2031"),
    (form((31, 2, 2027)), "Day must be a real date: that month has fewer days"),
    ([("remove", "2026-11-24")], "24 November 2026 is not among the days that were added"),
  ]

  @Test("are refused at the field", arguments: refused)
  func refusal(form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let answer = try #require(try fixture.answer(Self.path, as: .manager, form: form))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
    #expect(try fixture.database.read(WorkingDays.changed).isEmpty)
  }

  @Test("take the last day of five years ahead, and a day once")
  func edges() throws {
    let fixture = try CaseworkFixture()
    #expect(try fixture.work(Self.path, as: .manager, form: Self.form((31, 12, 2031))) == 303)
    let again = try #require(
      try fixture.answer(Self.path, as: .manager, form: Self.form((31, 12, 2031))))
    #expect(again.words.contains("“The coronation” is kept of this day: take it away first"))
    #expect(
      try fixture.work(Self.path, as: .manager, form: Self.form((28, 12, 2026), kind: "worked"))
        == 303)
    let boxing = try #require(Day("2026-12-28"))
    #expect(try fixture.database.read(WorkingDays.time).isWorkingDay(boxing))
  }

  @Test("are read by those who read procedures, and changed by managers", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try CaseworkFixture()
    let reads: Set<Role> = [.manager, .officer, .coordinator]
    #expect(try fixture.work(Self.path, as: role) == (reads.contains(role) ? 200 : 404))
    #expect(
      try fixture.work(Self.path, as: role, form: Self.form()) == (role == .manager ? 303 : 404))
  }

  @Test("are listed, added and taken away from the shell", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    func run(_ arguments: [String]) -> Said {
      fixture.services.shell(WorkingDayCommands.all, ["working-days"] + arguments)
    }
    #expect(run(["add", "2026-11-21", "--title", "A"]).all.contains("a day off already"))
    #expect(run(["add", "soon", "--title", "A"]).status == .wrongUse)
    #expect(run(["add", "2026-12-28", "--worked", "--title", "Moved"]).all.contains("is added"))
    #expect(run(["add", "2026-12-29", "--title", "Moved"]).all.contains("is added"))
    let list = run(["list"]).all
    #expect(list.contains("2026-12-29  off") && !list.contains("2026-12-28  off"))
    #expect(list.contains("2026-12-28  added: worked, Moved"))
    #expect(run(["list", "--year", "2027", "--json"]).all.contains("\"2027-01-01\""))
    #expect(run(["list", "--year", "1066"]).status == .wrongUse)
    #expect(run(["remove", "2026-12-29"]).all.contains("is taken away"))
    #expect(run(["remove", "2026-12-29"]).status == .wrongUse)
    #expect(!run(["list"]).all.contains("2026-12-29  off"))
  }
}
