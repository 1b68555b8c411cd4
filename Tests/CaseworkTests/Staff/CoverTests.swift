import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Covering and watching cases", .database)
struct CoverTests {
  private static func account(_ role: Role) -> ID<Account> { CaseworkFixture.actor(role).account }

  private func form(
    away: Role = .officer, by: Role = .manager, _ first: (String, String, String),
    _ last: (String, String, String)
  ) -> [(String, String)] {
    [
      ("away", Self.account(away).description), ("by", Self.account(by).description),
      ("first-day", first.0), ("first-month", first.1), ("first-year", first.2),
      ("last-day", last.0), ("last-month", last.1), ("last-year", last.2),
    ]
  }

  private func listed(
    _ whose: Whose, by role: Role, _ fixture: CaseworkFixture
  ) throws -> [Reference] {
    try fixture.database.read { read in
      let scope = try WorkScope(
        whose, of: CaseworkFixture.actor(role), at: fixture.now, fixture.services.people, read)
      return try WorkStore.page(WorkFilter(), of: scope, at: fixture.now, read).items
        .map(\.reference)
    }
  }

  @Test(
    "puts the cases of who is away on the list of who covers, on the days agreed and no other",
    arguments: [
      ("2026-11-20T23:59:59Z", false), ("2026-11-21T00:00:00Z", true),
      ("2026-11-23T23:59:59Z", true), ("2026-11-24T00:00:00Z", false),
    ], Engine.tested)
  func days(moment: (String, Bool), engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let agreed = form(("21", "11", "2026"), ("23", "11", "2026"))
    #expect(try fixture.work("/work/cover", as: .officer, form: agreed) == 303)
    let now = try #require(Instant(moment.0))
    fixture.clock.advance(seconds: now.since(fixture.now))
    #expect(try listed(.mine, by: .manager, fixture) == (moment.1 ? [file] : []))
    #expect(try listed(.mine, by: .officer, fixture) == [file])
    let words = try #require(try fixture.answer("/work", as: .manager)).words
    let (away, by) = ("Person \(Self.account(.officer))", "Person \(Self.account(.manager))")
    #expect(words.contains("\(away), covered by \(by)") == moment.1)
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("covered by \(by) today") == moment.1)
  }

  @Test(
    "is refused with what to do",
    arguments: [
      ([("away", "")], "Choose who is away"), ([("by", "")], "Choose who covers"),
      ([("by", account(.officer).description)], "Choose somebody else to cover"),
      ([("first-day", "")], "First day must include a day"),
      ([("last-day", "19")], "Choose today or a later day"),
      ([("first-day", "26")], "The last day must not be before the first"),
      ([("last-month", "2"), ("last-year", "2027"), ("last-day", "21")], "92 days at most"),
    ])
  func refused(change: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    var fields = form(("20", "11", "2026"), ("25", "11", "2026"))
    for (name, value) in change {
      fields = fields.map { $0.0 == name ? (name, value) : $0 }
    }
    let answer = try #require(try fixture.answer("/work/cover", form: fields))
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
  }

  @Test("lasts up to 92 days")
  func longest() throws {
    let fixture = try CaseworkFixture()
    let fields = form(("20", "11", "2026"), ("19", "2", "2027"))
    #expect(try fixture.work("/work/cover", as: .officer, form: fields) == 303)
  }

  @Test("cannot be arranged twice for a day, and can be taken away", arguments: Engine.tested)
  func twice(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let first = form(("21", "11", "2026"), ("23", "11", "2026"))
    #expect(try fixture.work("/work/cover", as: .officer, form: first) == 303)
    for (from, to, status) in [("19", "21", 422), ("23", "24", 422), ("24", "24", 303)] {
      let next = form((from, "11", "2026"), (to, "11", "2026"))
      #expect(try fixture.work("/work/cover", as: .officer, form: next) == status)
    }
    let covers = try fixture.database.read { read in
      try CoverStore.standing(from: London.day(fixture.now), read)
    }
    #expect(covers.count == 2)
    for cover in covers {
      #expect(try fixture.work("/work/cover/\(cover.id)/end", as: .officer, form: []) == 303)
      #expect(try fixture.work("/work/cover/\(cover.id)/end", as: .officer, form: []) == 404)
    }
    #expect(try fixture.trail().filter { $0.hasPrefix("casework.cover") }.count == 4)
  }

  @Test("is arranged by an officer for themselves, by a manager for anybody")
  func whose() throws {
    let fixture = try CaseworkFixture()
    let other = form(
      away: .manager, by: .officer, ("21", "11", "2026"), ("23", "11", "2026"))
    #expect(try fixture.work("/work/cover", as: .officer, form: other) == 422)
    #expect(try fixture.work("/work/cover", as: .manager, form: other) == 303)
    let id = try #require(
      try fixture.database.read { read in
        try CoverStore.standing(from: London.day(fixture.now), read).first?.id
      })
    #expect(try fixture.work("/work/cover/\(id)/end", as: .officer, form: []) == 404)
  }

  @Test("shows the cases of one’s organisation, however many own them", arguments: Engine.tested)
  func team(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let mine = try fixture.openCase(try fixture.report())
    let theirs = try fixture.openCase(try fixture.report())
    let give = [("owner", Self.account(.manager).description)]
    #expect(try fixture.work("/cases/\(theirs)/allocate", as: .manager, form: give) == 303)
    _ = try fixture.report()
    #expect(try Set(listed(.team, by: .officer, fixture)) == [mine, theirs])
    #expect(try listed(.mine, by: .officer, fixture) == [mine])
    #expect(try listed(.all, by: .officer, fixture).count == 3)
  }

  @Test(
    "lists what somebody watches for them alone, until they no longer do", arguments: Engine.tested)
  func watched(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    _ = try fixture.openCase(try fixture.report())
    for _ in 0..<2 {
      #expect(try fixture.work("/cases/\(file)/watch", as: .manager, form: []) == 303)
    }
    #expect(try listed(.watched, by: .manager, fixture) == [file])
    #expect(try listed(.watched, by: .officer, fixture).isEmpty)
    let page = try #require(try fixture.answer("/cases/\(file)", as: .manager)).words
    #expect(page.contains("Watch no longer"))
    #expect(try fixture.work("/cases/\(file)/unwatch", as: .manager, form: []) == 303)
    #expect(try listed(.watched, by: .manager, fixture).isEmpty)
  }

  @Test(
    "is given back with a reason by its officer alone, and is nobody’s then",
    arguments: Engine.tested)
  func declined(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let reason = [("decline-reason", "I know the family")]
    #expect(try fixture.work("/cases/\(file)/decline", as: .officer, form: []) == 422)
    #expect(try fixture.work("/cases/\(file)/decline", as: .manager, form: reason) == 422)
    #expect(try fixture.file(file).owner == Self.account(.officer))
    #expect(try fixture.work("/cases/\(file)/decline", as: .officer, form: reason) == 303)
    #expect(try fixture.file(file).owner == nil)
    let words = try #require(try fixture.answer("/work?list=nobodys", as: .manager)).words
    #expect(words.contains("Noise on the stairs") && words.contains("Nobody"))
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("Given back by its officer") && page.contains("I know the family"))
    #expect(!page.contains("Why you cannot work on it"))
  }

  @Test("is read by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let day = London.day(fixture.now)
    let covered = try QueryPlan.of(CoverStore.coveredQuery(by: ID(1), on: day), fixture.database)
    #expect(covered.uses(index: "case_cover_by"), "\(covered)")
    let standing = try QueryPlan.of(CoverStore.standingQuery(from: day), fixture.database)
    #expect(standing.uses(index: "case_cover_last"), "\(standing)")
  }
}
