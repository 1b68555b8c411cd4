import FeatureKit
import Access
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The worklist", .database)
struct WorklistTests {
  private func items(
    _ fixture: CaseworkFixture, _ list: WorkList, mine: Bool = false, page: Int = 1
  ) throws -> [WorkItem] {
    var filter = WorkFilter()
    (filter.list, filter.page) = (list, page)
    let scope = mine ? WorkScope.owned(by: [CaseworkFixture.actor(.officer).account]) : .everybody
    return try fixture.database.read {
      try WorkStore.page(filter, of: scope, at: fixture.now, $0).items
    }
  }

  @Test(
    "puts overdue first, then what is due soonest; counts match their lists",
    arguments: Engine.tested)
  func order(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let late = try fixture.openCase(try fixture.report())
    _ = try fixture.answer(
      "/work/triage/\(try fixture.report())",
      form: CaseworkFixture.asb.map { $0.0 == "priority" ? ("priority", "3") : $0 })
    fixture.clock.advance(seconds: 4 * 86_400 + 2 * 3600)  // Tuesday 24 November, 2pm
    let new = try fixture.report()
    #expect(try items(fixture, .all).first?.reference == late)
    #expect(try items(fixture, .today).map(\.reference) == [late])
    #expect(try items(fixture, .overdue).isEmpty)
    fixture.clock.advance(seconds: 3 * 3600)  // 5pm: it is due this moment
    #expect(try items(fixture, .overdue).map(\.reference) == [late])
    #expect(try items(fixture, .new).map(\.reference) == [new])
    let counts = try fixture.database.read {
      try WorkStore.counts(of: .everybody, at: fixture.now, $0)
    }
    for list in WorkList.allCases {
      #expect(try items(fixture, list).count == counts[list, default: 0], "\(list)")
    }
    #expect(try items(fixture, .all).count == 3)
    #expect(try items(fixture, .all, mine: true).count == 2)
    #expect(try items(fixture, .new, mine: true).isEmpty)
  }

  @Test(
    "marks a report nobody decided about after four working hours",
    arguments: [(4.0 * 3600 - 1, false), (4 * 3600.0, true)])
  func unread(seconds: Double, isUnread: Bool) throws {
    let fixture = try CaseworkFixture(now: "2026-11-20T10:00:00Z")
    _ = try fixture.report()
    fixture.clock.advance(seconds: seconds)
    let item = try #require(try items(fixture, .new).first)
    #expect(item.isUnread == isUnread)
  }

  @Test(
    "lists what nobody touched for a fortnight, and clocks that stand", arguments: Engine.tested)
  func quiet(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    fixture.clock.advance(seconds: 14 * 86_400 - 1)
    #expect(try items(fixture, .quiet).isEmpty)
    fixture.clock.advance(seconds: 1)
    #expect(try items(fixture, .quiet).map(\.reference) == [file])
    _ = try fixture.answer("/cases/\(file)/pause", form: [("pause-reason", "Away")])
    #expect(try items(fixture, .quiet).isEmpty)
    #expect(try items(fixture, .paused).map(\.due) == [nil])
    #expect(try items(fixture, .all).isEmpty)
  }

  @Test(
    "turns pages without leaving a line out, also where many are due at once",
    arguments: Engine.tested)
  func pages(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let files = try (0..<WorkStore.onPage + 3).map { _ in
      try fixture.openCase(try fixture.report())
    }
    let new = try (0..<4).map { _ in try fixture.report() }
    let (first, second) = (try items(fixture, .all), try items(fixture, .all, page: 2))
    #expect(first.count == WorkStore.onPage)
    #expect(Set((first + second).map(\.reference)) == Set(files + new))
    #expect((first + second).count == files.count + new.count)
  }

  @Test("puts the most urgent first of what is due at one moment", arguments: Engine.tested)
  func ties(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for priority in [3, 1, 2, 1] {
      let file = try fixture.openCase(try fixture.report())
      try fixture.database.write { write in
        try write.run(
          """
          UPDATE case_file SET priority = \(priority), due_at = '2026-11-24T17:00:00.000Z'
          WHERE reference = \(file.description)
          """)
      }
    }
    for (list, days) in [(WorkList.all, 0.0), (.overdue, 10)] {
      fixture.clock.advance(seconds: days * 86_400)
      #expect(try items(fixture, list).map(\.priority.rawValue) == [1, 1, 2, 3], "\(list)")
    }
  }

  @Test("names no person", arguments: [Role.officer, .manager, .coordinator])
  func names(role: Role) throws {
    let fixture = try CaseworkFixture()
    _ = try fixture.report()
    let page = try #require(try fixture.answer("/work", as: role))
    #expect(page.words.contains("Ropewalk, Millwharf"))
    #expect(!page.words.contains("Planted"))
  }

  @Test(
    "hands the open cases of one officer to another, each with a note", arguments: Engine.tested)
  func handOver(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let files = try (0..<3).map { _ in try fixture.openCase(try fixture.report()) }
    let (officer, manager) = (
      CaseworkFixture.actor(.officer).account, CaseworkFixture.actor(.manager).account
    )
    let form = [("from", officer.description), ("to", manager.description)]
    #expect(try fixture.work("/work/caseload", as: .manager, form: form) == 303)
    for file in files { #expect(try fixture.file(file).owner == manager) }
    #expect(try fixture.work("/work/caseload", as: .manager, form: form) == 422)
    let lines = try fixture.database.read { try CaseloadStore.lines(at: fixture.now, $0) }
    #expect(lines == [.init(owner: manager, open: 3, overdue: 0, paused: 0)])
  }

  @Test("is read by indexes, however many cases are closed", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for list in WorkList.allCases {
      let scopes: [WorkScope] = [
        .everybody, .owned(by: [ID(1)]), .owned(by: [ID(1), ID(2)]), .watched(by: ID(1)),
      ]
      for scope in scopes {
        var filter = WorkFilter()
        filter.list = list
        let sql = WorkStore.query(filter, of: scope, at: fixture.now)
        let plan = try QueryPlan.of(sql, fixture.database)
        for table in ["case_file", "c", "report", "r", "case_watch", "w"] {
          #expect(!plan.readsAll(of: table), "\(list) \(scope): \(plan)")
        }
        // The cases come in the order of the index: what is due at one moment is not sorted anew.
        for sort in ["TERM OF ORDER BY", "TERMS OF ORDER BY"] where engine == .sqlite {
          #expect(!plan.description.contains(sort), "\(list) \(scope): \(plan)")
        }
      }
    }
    // Few cases are on these lists: somebody's open cases are not gone through for them.
    for (list, index) in [
      (WorkList.led, "case_file_led_owner"), (.answers, "case_file_answered_owner"),
      (.quiet, "case_file_touched_owner"), (.begin, "case_file_unbegun_owner"),
      (.interview, "case_file_unheard_owner"), (.act, "case_file_drugs_owner"),
    ] {
      var filter = WorkFilter()
      filter.list = list
      let sql = WorkStore.query(filter, of: .owned(by: [ID(1)]), at: fixture.now)
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(plan.uses(index: index), "\(list): \(plan)")
    }
    for (list, index) in [
      (WorkList.begin, "case_file_unbegun"), (.interview, "case_file_unheard"),
      (.act, "case_file_drugs"),
    ] {
      var filter = WorkFilter()
      filter.list = list
      let sql = WorkStore.query(filter, of: .everybody, at: fixture.now)
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(plan.uses(index: index), "\(list): \(plan)")
    }
    let days = Day(number: 20_000)..<Day(number: 20_030)
    let share = try QueryPlan.of(StartedInTime.query(days, at: fixture.now), fixture.database)
    #expect(share.uses(index: "case_file_received"), "\(share)")
    let reports = try QueryPlan.of(CaseStore.reportsQuery(ID(1)), fixture.database)
    #expect(reports.uses(index: "report_decision_case"), "\(reports)")
    let story = try QueryPlan.of(CasePartStore.entriesQuery(ID(1)), fixture.database)
    #expect(story.uses(index: "case_entry_of"), "\(story)")
  }
}
