import Access
import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Exceptions", .database)
struct ExceptionTests {
  private let first = CaseworkFixture.asb.map { $0.0 == "priority" ? ("priority", "1") : $0 }

  /// Who is on a list, with its count, which is the same.
  private func listed(
    _ list: WorkList, _ fixture: CaseworkFixture, left: [ID<Account>] = []
  ) throws -> Set<Reference> {
    var filter = WorkFilter()
    filter.list = list
    return try fixture.database.read { read in
      let items = try WorkStore.page(
        filter, of: .everybody, at: fixture.now, left: left, read
      ).items
      let counts = try WorkStore.counts(
        [list], of: .everybody, at: fixture.now, left: left, read)
      #expect(counts[list, default: 0] == items.count, "\(list)")
      return Set(items.map(\.reference))
    }
  }

  @Test(
    "are reports nobody allocated within four working hours",
    arguments: Engine.tested, [(239, false), (240, true), (241, true)])
  func unallocated(engine: Engine, edge: (minutes: Int, isListed: Bool)) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-11-20T10:00:00Z")
    let report = try fixture.report()
    fixture.clock.advance(seconds: Double(edge.minutes) * 60)
    #expect(try listed(.unread, fixture) == (edge.isListed ? [report] : []))
    let page = try #require(try fixture.answer("/work?list=unread"))
    #expect(page.words.contains("Ropewalk, Millwharf") == edge.isListed)
    _ = try fixture.openCase(report)
    #expect(try listed(.unread, fixture).isEmpty)
  }

  @Test("do not count a night and a weekend as working hours", arguments: Engine.tested)
  func weekend(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, now: "2026-11-20T16:00:00Z")  // Friday, 4pm
    let report = try fixture.report()
    fixture.clock.advance(seconds: 2.0 * 86_400 + 19 * 3600 + 59 * 60)  // Monday, 11:59am
    #expect(try listed(.unread, fixture).isEmpty)
    fixture.clock.advance(seconds: 120)
    #expect(try listed(.unread, fixture) == [report])
  }

  @Test(
    "are what was not acknowledged, begun, heard or told in time, from the moment after it was due",
    arguments: Engine.tested)
  func late(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)  // Friday 20 November, noon
    let report = try fixture.report { $0.kind = ReportKind.of("drugs") }
    let file = try fixture.openCase(
      try fixture.report { $0.kind = ReportKind.of("drugs") }, first)
    func expect(_ list: WorkList, _ one: Reference, after due: Instant?) throws {
      let due = try #require(due)
      fixture.clock.advance(seconds: due.since(fixture.now))
      #expect(try listed(list, fixture).isEmpty, "\(list)")
      fixture.clock.advance(seconds: 0.001)
      #expect(try listed(list, fixture) == [one], "\(list)")
    }
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    try expect(.acknowledge, report, after: found.acknowledgeDue)
    #expect(try listed(.begin, fixture) == [file])
    try fixture.post(file, "contact", [("with", "All"), ("said", "Heard")])
    #expect(try listed(.begin, fixture).isEmpty)
    try expect(.interview, file, after: try fixture.file(file).interviewDue)
    try fixture.post(
      file, "contact", [("with", "All"), ("said", "Heard"), ("interview", "yes")])
    #expect(try listed(.interview, fixture).isEmpty)
    try expect(.update, file, after: try fixture.file(file).updateDue)
    try expect(.act, file, after: try fixture.file(file).actDue)
    #expect(try listed(.acknowledge, fixture) == [report])
    _ = try fixture.answer("/work/triage/\(report)", form: [("step", "acknowledge")])
    #expect(try listed(.acknowledge, fixture).isEmpty)
  }

  @Test("are no cases whose clocks stand still, and none that are closed", arguments: Engine.tested)
  func still(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report(), first)
    try fixture.post(file, "pause", [("pause-reason", "Away")])
    fixture.clock.advance(seconds: 60 * 86_400)
    for list in WorkList.exceptions { #expect(try listed(list, fixture).isEmpty, "\(list)") }
    try fixture.post(file, "resume", [("resume-reason", "Back")])
    fixture.clock.advance(seconds: 60 * 86_400)
    #expect(try listed(.interview, fixture) == [file])
    try fixture.post(
      file, "close",
      [("outcome", "resolved"), ("close-reason", "x"), ("close-told", "It stopped")])
    #expect(try listed(.interview, fixture).isEmpty)
  }

  @Test(
    "are open cases that nobody holds: without an officer, or of one whose account has ended",
    arguments: Engine.tested)
  func nobody(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let files = try (0..<5).map { _ in try fixture.openCase(try fixture.report()) }
    try fixture.post(files[1], "decline", [("decline-reason", "I know them")])
    try fixture.post(files[2], "pause", [("pause-reason", "Away")])
    try fixture.post(
      files[3], "close",
      [("outcome", "resolved"), ("close-reason", "x"), ("close-told", "It stopped")])
    try fixture.database.write { write in
      try write.run(
        """
        UPDATE case_file SET owner = 99
        WHERE reference IN (\(list: files[2...3].map(\.description)))
        """)
    }
    let left = try fixture.database.read { try LeftOwners.of(fixture.services.people, $0) }
    #expect(left == [ID(99)])
    #expect(try listed(.nobodys, fixture, left: left) == Set(files[1...2]))
    let page = try #require(try fixture.answer("/work?list=nobodys", as: .manager))
    #expect(page.words.contains("Nobody"))
    #expect(page.words.contains("Person 99, who works on cases no longer"))
    // Everybody’s list of somebody else’s cases is not theirs.
    var filter = WorkFilter()
    filter.list = .nobodys
    let own = try fixture.database.read { read in
      try WorkStore.page(
        filter, of: .owned(by: [CaseworkFixture.actor(.officer).account]), at: fixture.now,
        left: left, read
      ).items
    }
    #expect(own.isEmpty)
  }

  @Test("stand on the caseload with their counts, each with its list", arguments: Engine.tested)
  func caseload(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try fixture.report()
    fixture.clock.advance(seconds: 4 * 86_400)
    let page = try #require(try fixture.answer("/work/caseload", as: .manager))
    for words in [
      "Unallocated for over 4 working hours 1", "Not acknowledged in time 1",
      "Not interviewed in time 0",
    ] { #expect(page.words.contains(words), "\(words)") }
    #expect(page.text.contains("href=\"/work?list=acknowledge\""))
  }

  @Test("say that a team is larger than one list")
  func team() {
    #expect(WorkScope.owned(by: [ID(1)]).leftOut == nil)
    let words = WorkScope.owned(by: [ID(1)], leftOut: 3).leftOut
    #expect(words?.contains("The cases of the other 3 are on the list of everybody’s") == true)
  }

  @Test("are read by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for list in WorkList.exceptions {
      var filter = WorkFilter()
      filter.list = list
      for scope in [WorkScope.everybody, .owned(by: [ID(1), ID(9)]), .watched(by: ID(1))] {
        let sql = WorkStore.query(filter, of: scope, at: fixture.now, left: [ID(9)])
        let plan = try QueryPlan.of(sql, fixture.database)
        for table in ["case_file", "c", "report", "r", "case_watch", "w", "a"] {
          #expect(!plan.readsAll(of: table), "\(list) \(scope): \(plan)")
        }
      }
    }
    let left = try QueryPlan.of(LeftOwners.query, fixture.database)
    #expect(!left.readsAll(of: "case_file"), "\(left)")
    let days = Day(number: 20_000)..<Day(number: 20_030)
    for sql in [
      PromisesInTime.acknowledgedQuery(days, at: fixture.now),
      PromisesInTime.interviewedQuery(days, at: fixture.now),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(!plan.readsAll(of: "report") && !plan.readsAll(of: "case_file"), "\(plan)")
    }
    let pauses = try QueryPlan.of(CasePartStore.pausesQuery(ID(1)), fixture.database)
    #expect(pauses.uses(index: "case_entry_of"), "\(pauses)")
  }
}
