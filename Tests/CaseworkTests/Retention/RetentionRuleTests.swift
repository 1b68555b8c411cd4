import Access
import Database
import FeatureKit
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The time records are kept", .database)
struct RetentionRuleTests {
  static let edges: [(now: String, months: Int, last: String)] = [
    ("2026-11-20T12:00:00Z", 72, "2020-11-20"), ("2026-03-31T12:00:00Z", 1, "2026-02-28"),
    ("2024-03-31T12:00:00Z", 1, "2024-02-29"), ("2026-01-01T00:00:00Z", 1, "2025-12-01"),
    ("2026-07-01T22:59:59Z", 12, "2025-07-01"), ("2026-07-01T23:00:00Z", 12, "2025-07-02"),
  ]

  @Test(
    "is counted in whole months to the same day, or the last of a short month", arguments: edges)
  func cutoff(now: String, months: Int, last: String) throws {
    let now = try #require(Instant(now))
    #expect(London.day(RetentionPeriod.cutoff(months, at: now)).description == last)
  }

  static let due: [(began: String, months: Int, day: String)] = [
    ("2026-11-20T12:00:00Z", 72, "2032-11-20"), ("2026-01-31T12:00:00Z", 1, "2026-03-01"),
    ("2024-01-30T12:00:00Z", 1, "2024-03-01"), ("2024-01-29T12:00:00Z", 1, "2024-02-29"),
    ("2024-02-29T12:00:00Z", 12, "2025-03-01"), ("2026-06-30T23:30:00Z", 1, "2026-08-01"),
  ]

  @Test("ends on the same day, or the first of the next month", arguments: due)
  func dueDay(began: String, months: Int, day: String) throws {
    let began = try #require(Instant(began))
    #expect(RetentionPeriod.dueDay(months, from: began).description == day)
  }

  @Test("says the same to the list as to the page of a record, for every day of four years")
  func agree() throws {
    let start = try #require(Day("2023-11-28"))
    for offset in 0..<(4 * 366) {
      let began = London.instant(start.adding(days: offset), minute: 23 * 60 + 59)
      for months in [1, 6, 12] {
        let day = RetentionPeriod.dueDay(months, from: began)
        let morning = London.start(of: day)
        let eve = morning.adding(seconds: -1)
        #expect(began <= RetentionPeriod.cutoff(months, at: morning), "\(began) \(months)")
        #expect(began > RetentionPeriod.cutoff(months, at: eve), "\(began) \(months)")
      }
    }
  }

  @Test("follows a rule that is set anew, over the version looked at", arguments: Engine.tested)
  func rules(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, _) = try fixture.closedCase()
    let form = [
      ("kind", "case"), ("months", "12"), ("source", "Policy of 2027"), ("case-version", "1"),
    ]
    #expect(try fixture.retentionStatus("/retention", form: form) == 303)
    #expect(
      try fixture.trail().last == "casework.retention-rule from=2026-11-20 months=12 version=2")
    #expect(try fixture.retentionStatus("/retention", form: form) == 409)
    for (field, value) in [
      ("months", "0"), ("months", "1201"), ("source", ""), ("kind", "x"), ("from-day", "1"),
    ] {
      let wrong = form.filter { $0.0 != field } + [(field, value)]
      #expect(try fixture.retentionStatus("/retention", form: wrong) == 422, "\(field)")
    }
    fixture.wait(until: "2027-11-20T12:00:00Z")
    let words = try #require(try fixture.retention("/retention")).words
    #expect(words.contains("Policy of 2027 (version 2)"))
    #expect(words.contains(file.description))
    _ = try fixture.retention("/retention/case/\(file)/delete", form: [("looked", "yes")])
    #expect(try fixture.trail().last == "casework.record-deleted rule=case/2")
  }

  @Test("changes on the first day of a rule, not before", arguments: Engine.tested)
  func later(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let form =
      [("kind", "report"), ("months", "60"), ("source", "Policy B"), ("report-version", "1")]
      + fixture.date("from", "2027-01-01")
    #expect(
      try fixture.retentionStatus(
        "/retention", form: form.filter { $0.0 != "from-year" } + [("from-year", "2025")]) == 422)
    #expect(try fixture.retentionStatus("/retention", form: form) == 303)
    func months() throws -> Int {
      let today = London.day(fixture.now)
      return try fixture.database.read { try RetentionRules($0).rule(.report, on: today).months }
    }
    let words = try #require(try fixture.retention("/retention")).words
    #expect(words.contains("Report without a case: 60 months from 1 January 2027. Policy B"))
    fixture.wait(until: "2026-12-31T23:59:59Z")
    #expect(try months() == 24)
    fixture.wait(until: "2027-01-01T00:00:00Z")
    #expect(try months() == 60)
  }

  @Test("lets letters go by themselves, and keeps that there were any", arguments: Engine.tested)
  func letters(engine: Engine) throws {
    let mail = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [mail.carrier])
    let report = try fixture.report {
      $0.reporter = Sensitive(Reporter(name: "Z", email: "z@planted.example", way: .email))
    }
    _ = try fixture.openCase(report)
    try fixture.work()
    func state() throws -> (count: Int, words: Int) {
      try fixture.database.read { read in
        let found = try fixture.services.outbox.messages(about: "report/\(report)", in: read)
        let words = try found.compactMap { try fixture.services.outbox.words(of: $0.id, in: read) }
        return (
          found.count,
          words.filter { !$0.body.reveal(for: "test").isEmpty }.count
        )
      }
    }
    func forget() throws -> Int {
      try Forgetting(services: fixture.services, now: fixture.now).run().letters
    }
    let before = try state()
    #expect(before.count > 0 && before.words == before.count)
    fixture.wait(until: "2028-11-19T23:59:59Z")
    #expect(try forget() == 0)
    fixture.wait(until: "2028-11-20T00:00:00Z")
    #expect(try forget() == before.count)
    #expect(
      try fixture.trail().last == "casework.letters-forgotten count=\(before.count) rule=letter/1")
    #expect(try forget() == 0)
    #expect(try state() == (before.count, 0))
  }

  @Test(
    "lets the words of answers go by themselves, and keeps their figures", arguments: Engine.tested)
  func answers(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let id = try #require(try fixture.database.read { try fixture.store.find(report, $0) }).id
    let store = SurveyStore(keyring: fixture.services.keyring)
    let answers = try SurveyAnswers(
      Fields([("satisfaction", "4"), ("survey-words", "Planted"), ("words", "Planted")]))
    try fixture.database.write { write in
      _ = try store.ask(id, at: fixture.now, in: write)
      _ = try store.answer(answers, about: id, by: .own, at: fixture.now, in: write)
    }
    fixture.wait(until: "2029-11-19T23:59:59Z")
    #expect(try Forgetting(services: fixture.services, now: fixture.now).run().answers == 0)
    fixture.wait(until: "2029-11-20T00:00:00Z")
    #expect(try Forgetting(services: fixture.services, now: fixture.now).run().answers == 1)
    let left = try #require(try fixture.database.read { try store.answers(id, $0) })
    #expect(left.satisfaction == answers.satisfaction)
    #expect(left.words.reveal(for: "test").isEmpty)
    #expect(try Forgetting(services: fixture.services, now: fixture.now).run().answers == 0)
  }

  @Test("runs once a day from the first case that is closed", arguments: Engine.tested)
  func job(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try fixture.closedCase()
    _ = try fixture.closedCase()
    let waiting = try fixture.database.read { read in
      try fixture.services.jobs.newest([RetentionJob.name], limit: 5, in: read)
    }
    #expect(waiting.count == 1)
  }
}
