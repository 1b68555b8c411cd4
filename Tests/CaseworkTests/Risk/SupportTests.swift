import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Support for people under 18", .database)
struct SupportTests {
  /// A case with Person C, complained of, and Person A, its victim.
  private func opened(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference) {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    for (part, name) in [("subject", "Person C"), ("victim", "Person A")] {
      _ = try fixture.answer("/cases/\(file)/person", form: [("part", part), ("name", name)])
    }
    return (fixture, file)
  }

  static let offer = [
    ("young", "1"), ("age", "16"), ("offer", "A youth worker"), ("offered-by", "1"),
    ("offered-day", "19"), ("offered-month", "11"), ("offered-year", "2026"),
  ]
  static let close = [
    ("outcome", "warning"), ("close-reason", "Two visits"), ("close-told", "We warned them"),
  ]

  private func keep(
    _ fixture: CaseworkFixture, _ file: Reference, _ form: [(String, String)]
  ) throws -> Response {
    try #require(try fixture.answer("/cases/\(file)/support", form: form))
  }

  private func words(_ fixture: CaseworkFixture, _ file: Reference) throws -> String {
    try #require(try fixture.answer("/cases/\(file)")).words
  }

  @Test(
    "is written down with age, offer and answer; the story keeps each", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    #expect(try keep(fixture, file, [("young", "1"), ("age", "16")]).status == 303)
    #expect(
      try words(fixture, file).contains("Person C, complained of 16 Nothing yet Offer support"))
    #expect(try keep(fixture, file, Self.offer + [("offer-answer", "accepted")]).status == 303)
    let page = try words(fixture, file)
    #expect(page.contains("A youth worker, Thornmere Council, 19 November 2026 Accepted"))
    #expect(page.contains("Person C, 16: nothing offered yet"))
    #expect(page.contains("Person C, 16: A youth worker, by Thornmere Council; accepted"))
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).contains("youth worker")))
    }
  }

  /// What was written down, how the case ends, and whether it asks.
  static let closings: [(support: [(String, String)]?, outcome: String, asks: Bool)] = [
    (nil, "warning", false), ([("young", "1"), ("age", "17")], "warning", true),
    ([("young", "1"), ("age", "17")], "order", true),
    ([("young", "1"), ("age", "17")], "resolved", false), (offer, "order", false),
    ([("young", "2"), ("age", "17")], "order", false),
  ]

  @Test(
    "is asked for before a case ends in an action against them, and a box passes the question",
    arguments: closings)
  func closing(support: [(String, String)]?, outcome: String, asks: Bool) throws {
    let (fixture, file) = try opened()
    if let support { #expect(try keep(fixture, file, support).status == 303) }
    let form = [("outcome", outcome)] + Self.close.dropFirst()
    let answer = try #require(try fixture.answer("/cases/\(file)/close", form: form))
    #expect(answer.status == (asks ? 422 : 303))
    guard asks else { return }
    #expect(answer.words.contains("is under 18 and was offered no support"))
    let passed = form + [("close-without-support", "yes")]
    #expect(try fixture.work("/cases/\(file)/close", as: .officer, form: passed) == 303)
    #expect(try fixture.file(file).state == .closed)
  }

  static let refusals: [([String: String], String)] = [
    (["young": "9"], "Choose who is under 18"), (["age": ""], "Enter their age in years"),
    (["age": "18"], "Enter an age from 5 to 17"), (["age": "4"], "Enter an age from 5 to 17"),
    (["offer": ""], "Enter what was offered"), (["offered-by": ""], "Choose who offers it"),
    (["offered-day": "21"], "Choose today or an earlier day"),
    (["offered-year": ""], "Day of the offer must include a year"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(changes: [String: String], words: String) throws {
    let (fixture, file) = try opened()
    let form = Self.offer.map { ($0.0, changes[$0.0] ?? $0.1) }
    let answer = try keep(fixture, file, form)
    #expect(answer.status == 422)
    #expect(answer.words.contains(words))
  }

  @Test("is measured as a share of the young people complained of", arguments: Engine.tested)
  func measured(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let period = Period.month(try #require(Month("2026-11")))
    func value() throws -> Measure.Value? {
      try fixture.database.read { try SupportStore.measure.value($0, period) }
    }
    #expect(try value() == nil)
    _ = try keep(fixture, file, [("young", "2"), ("age", "9")])  // the victim does not count
    #expect(try value() == nil)
    _ = try keep(fixture, file, [("young", "1"), ("age", "16")])
    #expect(try value()?.numerator == 0)
    _ = try keep(fixture, file, Self.offer)
    #expect(try value()?.numerator == 1)
    #expect(try value()?.denominator == 1)
    let days = Day(number: 20_000)..<Day(number: 20_030)
    for sql in [SupportStore.query(ID(1)), SupportStore.countQuery(days)] {
      let plan = try QueryPlan.of(sql, fixture.database)
      for table in ["s", "p"] { #expect(!plan.readsAll(of: table), "\(plan)") }
    }
  }
}
