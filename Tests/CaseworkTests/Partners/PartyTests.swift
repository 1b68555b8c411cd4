import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Giving a case to an organisation", .database)
struct PartyTests {
  @Test(
    "says why, on what ground and since when, on the case and in its story",
    arguments: Engine.tested)
  func given(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    #expect(try fixture.give(file) == 303)
    let words = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(words.contains("Thornmere Hate Centre Support for whoever suffers"))
    #expect(
      words.contains(
        "Crime and Disorder Act 1998, section 115 UK GDPR, Article 6(1)(e); Data Protection Act 2018, "
          + "Schedule 1, paragraph 18 TS-"))
    #expect(words.contains("Organisation added Thornmere Hate Centre: Support for whoever suffers"))
    #expect(words.contains("Until 31 March 2027 From 20 November 2026"))
    #expect(try fixture.trail().last == "casework.case-opened ")
    #expect(try fixture.trail().contains("casework.case-party "))
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).contains("Support for whoever")))
    }
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("party", "99", "Choose the organisation"), ("party", "", "Choose the organisation"),
    ("purpose", " ", "Enter what the recipient needs it for"),
    ("necessity", " ", "Enter why it is needed, and why no less would do"),
    ("gateway", "", "Choose the power or duty that lets it be shared"),
    ("basis", "habit", "Choose one from the list: this is not in force today"),
    ("basis", "part-3", "Part 3 is for competent authorities"),
    ("special", "", "Choose a condition of Article 9: health or beliefs are shared"),
    ("shared", "", "Choose what is shared, and no more than is needed"),
    ("earlier", "", "Choose whether it reads what was written before today"),
    ("until-day", "", "Last day must include a day"),
    ("until-year", "2026", "Choose today or a later day"),
    ("until-year", "2028", "Choose a day up to 21 November 2027"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let form = CaseworkFixture.party.filter { $0.0 != field } + [(field, value)]
    let response = try #require(try fixture.answer("/cases/\(file)/party", form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 404)
  }

  @Test("happens once at a time, and again after it ended", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.givenCase()
    #expect(try fixture.give(file) == 422)
    let end = [("ended", "1"), ("ending", "No longer needed")] + fixture.date("ends", "2026-11-20")
    #expect(try fixture.work("/cases/\(file)/party-end", as: .officer, form: end) == 303)
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 404)
    #expect(try fixture.work("/cases/\(file)/party-end", as: .officer, form: end) == 422)
    #expect(try fixture.give(file) == 303)
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 200)
  }

  @Test(
    "ends with its last day, by London's midnight",
    arguments: [
      ("2026-11-21T23:59:59Z", 200), ("2026-11-22T00:00:00Z", 404),
    ])
  func lastDay(moment: String, status: Int) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    try fixture.give(file, fixture.date("until", "2026-11-21"))
    let until = try #require(Instant(moment))
    fixture.clock.advance(seconds: until.since(fixture.now))
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == status)
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains(status == 200 ? "Until 21 November 2026" : "Ended 21 November 2026"))
  }

  @Test("lets a later last day be set, and no earlier one")
  func laterEnd() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.givenCase()
    func end(_ day: String) throws -> Int {
      try fixture.work(
        "/cases/\(file)/party-end", as: .officer,
        form: [("ended", "1"), ("ending", "Work is done")] + fixture.date("ends", day))
    }
    #expect(try end("2026-11-19") == 422)
    #expect(try end("2026-11-30") == 303)
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 200)
    #expect(try end("2026-11-20") == 303)
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 404)
  }

  @Test("can be ended once the case is closed", arguments: Engine.tested)
  func closed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.givenCase()
    _ = try fixture.answer(
      "/cases/\(file)/close",
      form: [("outcome", "warning"), ("close-reason", "Quiet"), ("close-told", "Thank you")])
    #expect(try fixture.give(file) == 409)
    let end = [("ended", "1"), ("ending", "Closed")] + fixture.date("ends", "2026-11-20")
    #expect(try fixture.work("/cases/\(file)/party-end", as: .officer, form: end) == 303)
  }

  @Test("is read by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let sight = PartySight(hidesReporters: false, from: fixture.now)
    for (sql, tables) in [
      (PartyStore.query(of: ID(1)), ["case_party", "p"]),
      (
        PartyStore.casesQuery(ID(1), page: 1, at: fixture.now),
        ["case_party", "p", "case_file", "c"]
      ),
      (PartyStore.entriesQuery(ID(1), sight), ["case_entry", "e"]),
      (AnswerStore.query(ID(1)), ["case_answer"]),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      for table in tables { #expect(!plan.readsAll(of: table), "\(plan)") }
    }
  }
}
