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

@Suite("What the public is shown of reports", .database)
struct ReportMonthTests {
  private func make(_ fixture: CaseworkFixture) throws -> [Month] {
    try fixture.database.write { write in
      try ReportMonthStore(areas: fixture.services.areas).make(at: fixture.now, in: write)
    }
  }

  private func shown(_ fixture: CaseworkFixture) throws -> [ReportMonth] {
    try fixture.database.read { try ReportMonthStore.shown($0) }
  }

  @Test(
    "is a month that ended seven days ago, and none that ended later",
    arguments: [
      ("2026-12-07", "2026-10"), ("2026-12-08", "2026-11"), ("2027-01-07", "2026-11"),
      ("2027-01-08", "2026-12"),
    ])
  func ready(day: String, month: String) throws {
    let day = try #require(Day(day))
    #expect(ReportMonthStore.lastReady(on: day) == Month(month))
  }

  @Test(
    "hides 1 to 4 and shows nought and 5",
    arguments: [(0, true), (1, false), (4, false), (5, true)], Engine.tested)
  func small(count: (Int, Bool), engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for _ in 0..<count.0 { _ = try fixture.report() }
    _ = try fixture.report { $0.place = nil }  // its place is only in words: no ward
    fixture.clock.advance(seconds: 20 * 86_400)  // 10 December
    let month = try #require(Month("2026-11"))
    #expect(try make(fixture) == [month])
    let made = try #require(try shown(fixture).first)
    let ward = try #require(made.wards["W0"])
    #expect((ward != nil) == count.1)
    if count.1 { #expect(ward == count.0 && made.total == count.0) }
  }

  @Test("leaves out what was withdrawn or may not be real", arguments: Engine.tested)
  func leftOut(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for _ in 0..<6 { _ = try fixture.report() }
    let doubtful = try fixture.report()
    let withdrawn = try fixture.report()
    try fixture.database.write { write in
      let report = try #require(try fixture.store.find(withdrawn, write))
      try fixture.store.move(report.id, to: .withdrawn, in: write)
      try write.run(
        "UPDATE report SET is_doubtful = 1 WHERE reference = \(doubtful.description)")
    }
    fixture.clock.advance(seconds: 20 * 86_400)
    _ = try make(fixture)
    #expect(try shown(fixture).first?.total == 6)
  }

  @Test("is not changed once it was made", arguments: Engine.tested)
  func frozen(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for _ in 0..<6 { _ = try fixture.report() }
    fixture.clock.advance(seconds: 20 * 86_400)
    _ = try make(fixture)
    let before = try shown(fixture)
    try fixture.database.write { try $0.run("UPDATE report SET state = 'withdrawn'") }
    #expect(try make(fixture).isEmpty)
    #expect(try shown(fixture) == before)
  }

  @Test("holds the months since the first report, twelve at most", arguments: Engine.tested)
  func span(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    #expect(try make(fixture).isEmpty)
    _ = try fixture.report()
    fixture.clock.advance(seconds: 80 * 86_400)  // February
    #expect(try make(fixture).map(\.description) == ["2026-11", "2026-12", "2027-01"])
    fixture.clock.advance(seconds: 400 * 86_400)  // March, a year later
    let made = try shown(fixture).count + make(fixture).count
    #expect(made == 15)
    #expect(try shown(fixture).count == 12)
    #expect(try shown(fixture).last?.month == Month("2028-02"))
  }

  @Test("stands on its page by ward, and never as a small count", arguments: Engine.tested)
  func page(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    try resident.go("/report/counts")
    #expect(resident.page.words.contains("No month has been counted yet."))
    for _ in 0..<7 { _ = try fixture.report() }
    fixture.clock.advance(seconds: 20 * 86_400)
    for _ in 0..<3 { _ = try fixture.report() }
    fixture.clock.advance(seconds: 31 * 86_400)
    _ = try make(fixture)
    try resident.go("/report/counts")
    let words = resident.page.words
    #expect(words.contains("Millwharf 7 Not shown"), "\(words)")
    #expect(!words.contains("Planted"))
  }

  @Test("is made and listed from the shell", arguments: Engine.tested)
  func command(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for _ in 0..<7 { _ = try fixture.report() }
    fixture.clock.advance(seconds: 20 * 86_400)
    let said = fixture.services.shell(ReportsCommands.all, ["reports", "months"])
    #expect(said.status == .done && said.out == "2026-11  7  0 wards not shown\n", "\(said)")
  }

  @Test("is counted by an index")
  func plan() throws {
    let fixture = try CaseworkFixture()
    let month = try #require(Month("2026-11"))
    let plan = try QueryPlan.of(ReportMonthStore.countsQuery(of: month), fixture.database)
    #expect(plan.uses(index: "report_received"), "\(plan)")
  }
}
