import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("Changing the last day of an order", .database)
struct VariationTests {
  /// Adds an order that began on a day and changes its last day today.
  private static func vary(
    _ power: Power, from: String, ends: String, born: String? = nil, until: String
  ) throws -> Response {
    let fixture = try OrdersFixture()
    let path = try add(fixture, power, from: from, ends: ends, born: born)
    let form =
      RegisterTests.day("until", until).map { ($0.key, $0.value) } + [
        ("act", "varied"), ("version", "1"), ("reason", "Decided"),
        ("variation-rights", "Protest goes on"), ("variation-consultees", "Police, residents"),
      ] + power.variationTests(extends: true).map { ("variation-test", $0.key) }
    return try #require(try fixture.visit(path, form: form))
  }

  private static func add(
    _ fixture: OrdersFixture, _ power: Power, from: String, ends: String, born: String?
  ) throws -> String {
    let rules = try fixture.law(try #require(Day(from))).rules(of: power)
    var draft = OrderDraft(
      power: power, term: OrderTerm(starts: try #require(Day(from)), ends: Day(ends)))
    draft.content.name = "Sample"
    draft.content.born = born ?? ""
    draft.born = born.flatMap { Day($0) }
    let new = NewOrder(
      draft: draft, rules: rules, organisation: ID(1), organisationName: "Council")
    let reference = try fixture.services.database.write { write in
      try OrderStore(fixture.services).add(new, by: nil, at: OrdersFixture.now, in: write)
    }
    return "/orders/\(reference)"
  }

  /// Power, first day, last day, birth, the new last day, status and words.
  static let edges: [(Power, String, String, String?, String, Int, String)] = [
    (.publicSpaces, "2024-01-01", "2026-12-31", nil, "2029-12-31", 303, ""),
    (
      .publicSpaces, "2024-01-01", "2026-12-31", nil, "2030-01-01", 422,
      "One extension may add 3 years at most: to 31 December 2029 (section 60(3)(a)"
    ),
    (.publicSpaces, "2020-01-01", "2026-12-31", nil, "2029-12-31", 303, ""),
    // Within its six months alone (section 60A(2)), and shorter (section 60A(3)).
    (.expeditedPublicSpaces, "2026-09-01", "2026-11-30", nil, "2027-02-28", 303, ""),
    (
      .expeditedPublicSpaces, "2026-09-01", "2026-11-30", nil, "2027-03-01", 422,
      "In all it may last 6 months at most: to 28 February 2027 (section 60A(1) and (2)"
    ),
    (.expeditedPublicSpaces, "2026-09-01", "2027-02-28", nil, "2026-11-30", 303, ""),
    (.closureOrder, "2026-11-01", "2026-11-30", nil, "2027-02-28", 303, ""),
    (
      .closureOrder, "2026-11-01", "2026-11-30", nil, "2027-03-01", 422,
      "One extension may add 3 months at most: to 28 February 2027 (section 82(7)"
    ),
    (.closureOrder, "2026-06-01", "2026-11-29", nil, "2026-11-30", 303, ""),
    (
      .closureOrder, "2026-06-01", "2026-11-29", nil, "2026-12-01", 422,
      "In all it may last 6 months at most: to 30 November 2026 (section 82(8)"
    ),
    (.injunction, "2026-11-01", "2027-03-01", "2010-01-01", "2027-10-31", 303, ""),
    (.injunction, "2026-11-01", "2027-03-01", "2010-01-01", "2027-11-01", 422, "section 1(6)"),
    (.criminalBehaviour, "2026-11-01", "2028-03-01", "2010-01-01", "2029-10-31", 303, ""),
    (
      .criminalBehaviour, "2026-11-01", "2028-03-01", "2010-01-01", "2029-11-01", 422,
      "section 334(4)"
    ),
    // Shortened: no less than the shortest it could have been made for.
    (.criminalBehaviour, "2026-11-01", "2029-11-01", "1990-01-01", "2028-10-31", 303, ""),
    (
      .criminalBehaviour, "2026-11-01", "2029-11-01", "1990-01-01", "2028-10-30", 422,
      "It must last 2 years at least: to 31 October 2028 or later (section 334(5)"
    ),
    (.criminalBehaviour, "2026-11-01", "2028-11-01", "2010-01-01", "2027-10-31", 303, ""),
    (
      .criminalBehaviour, "2026-11-01", "2028-11-01", "2010-01-01", "2027-10-30", 422,
      "it must last 12 months at least: to 31 October 2027 or later (section 334(4)"
    ),
    (.injunction, "2026-12-01", "2027-03-01", "1990-01-01", "2026-11-30", 422, "on or after"),
    (.injunction, "2026-11-01", "2027-03-01", "1990-01-01", "2036-11-01", 303, ""),
    (.injunction, "2026-11-01", "2027-03-01", "1990-01-01", "2026-11-19", 422, "not past"),
    (.injunction, "2026-11-01", "2027-03-01", "1990-01-01", "2027-03-01", 422, "already"),
  ]

  @Test("is held against the law on both sides of each limit", arguments: edges)
  func limits(
    power: Power, from: String, ends: String, born: String?, until: String, status: Int,
    words: String
  ) throws {
    let response = try Self.vary(power, from: from, ends: ends, born: born, until: until)
    #expect(response.status == status, "\(response.words)")
    #expect(response.words.contains(words))
  }

  @Test(
    "holds an extension against the longest time where a rule names none for extensions",
    arguments: [("2027-02-28", 303), ("2027-03-01", 422)])
  func own(until: String, status: Int) throws {
    let fixture = try OrdersFixture()
    let today = OrdersFixture.today
    try fixture.services.database.write { write in
      let new = NewLawSet(key: "own", title: "Own", source: "our procedure", note: "")
      try LawStore.add(new, by: nil, at: OrdersFixture.now, in: write)
      let rule = LawRule(
        power: .injunction, limit: .longestMonths, value: 3, section: "paragraph 2")
      try LawStore.add(rule, to: try #require(try LawStore.find("own", write)), in: write)
      let set = try #require(try LawStore.find("own", write))
      try LawStore.date(set, from: today, through: nil, in: write)
    }
    let path = try Self.add(
      fixture, .injunction, from: "2026-11-01", ends: "2026-11-30", born: "1990-01-01")
    let form =
      RegisterTests.day("until", until).map { ($0.key, $0.value) } + [
        ("act", "varied"), ("version", "1"), ("reason", "Decided"),
      ]
    let response = try #require(try fixture.visit(path, form: form))
    #expect(response.status == status)
    let words = "One extension may add 3 months at most: to 28 February 2027 (paragraph 2"
    #expect(response.words.contains(words) == (status == 422))
  }

  private func review(_ fixture: OrdersFixture) throws -> (due: String, isOpen: Bool) {
    let found = try fixture.services.database.read { read in
      try read.first("SELECT due_on, settled_on FROM orders_due WHERE kind = 'youth-review'") {
        row in
        (due: try row.text(), isOpen: try row.optionalText() == nil)
      }
    }
    return try #require(found)
  }

  @Test(
    "begins the review period of a young person's order anew (section 337(2)(a)(ii))",
    arguments: Engine.tested)
  func restarted(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.add(
      fixture, .criminalBehaviour, from: "2026-05-01", ends: "2028-04-30", born: "2012-01-01")
    #expect(try review(fixture).due == "2027-04-30")
    let form =
      RegisterTests.day("until", "2029-04-30").map { ($0.key, $0.value) } + [
        ("act", "varied"), ("version", "1"), ("reason", "Decided"),
      ]
    #expect(try fixture.visit(path, form: form)?.status == 303)
    // Twelve months beginning with today, 20 November 2026.
    #expect(try review(fixture) == ("2027-11-19", true))
  }

  @Test(
    "gives a further review where the last one was carried out before (section 337(2)(b)(ii))",
    arguments: Engine.tested)
  func furtherReview(engine: Engine) throws {
    // Eighteen months have one review, which was carried out. Twelve months beginning with today end on
    // 19 November 2027: an order that ends a day before has no further one.
    for (until, due, isOpen) in [
      ("2027-11-18", "2026-08-31", false), ("2027-11-19", "2027-11-19", true),
      ("2028-08-31", "2027-11-19", true),
    ] {
      let fixture = try OrdersFixture(engine)
      let path = try Self.add(
        fixture, .criminalBehaviour, from: "2025-09-01", ends: "2027-02-28", born: "2012-01-01")
      #expect(try review(fixture) == ("2026-08-31", true))
      let reference = try #require(path.split(separator: "/").last)
      let settle = [
        ("order", String(reference)), ("settle", "youth-review"), ("due", "2026-08-31"),
      ]
      #expect(try fixture.visit("/orders/diary", form: settle)?.status == 303)
      #expect(try review(fixture) == ("2026-08-31", false))
      let form =
        RegisterTests.day("until", until).map { ($0.key, $0.value) } + [
          ("act", "varied"), ("version", "1"), ("reason", "Decided"),
        ]
      #expect(try fixture.visit(path, form: form)?.status == 303)
      #expect(try review(fixture) == (due, isOpen), "until \(until)")
    }
  }

  @Test(
    "is followed by the next period once a review was carried out (section 337(2)(b))",
    arguments: [
      // Under 18 at the end of the next period; 18 on its last day; over before it.
      ("2012-01-01", "2029-04-30", "2028-04-30", true),
      ("2010-04-30", "2029-04-30", "2027-04-30", false),
      ("2010-05-01", "2029-04-30", "2028-04-30", true),
      ("2012-01-01", "2028-04-29", "2027-04-30", false),
    ])
  func next(born: String, ends: String, due: String, isOpen: Bool) throws {
    let fixture = try OrdersFixture()
    let path = try Self.add(
      fixture, .criminalBehaviour, from: "2026-05-01", ends: ends, born: born)
    let reference = try #require(path.split(separator: "/").last)
    let form = [("order", String(reference)), ("settle", "youth-review"), ("due", "2027-04-30")]
    // The second time the page is an old one, and settles nothing.
    for _ in 1...2 {
      #expect(try fixture.visit("/orders/diary", form: form)?.status == 303)
      #expect(try review(fixture) == (due, isOpen))
    }
  }

  /// What is left out of the extension of a public spaces order, and the section it is refused with.
  static let asked: [(String, String)] = [
    ("necessary", "section 60(2)"), ("rights", "section 72(1)"),
    ("consultation", "section 72(3) and (4)"), ("variation-rights", "(section 72(1))"),
    ("variation-consultees", "(section 72(3))"),
  ]

  private static func extending(without left: String) -> [(String, String)] {
    RegisterTests.day("until", "2028-12-31").map { ($0.key, $0.value) }
      + [
        ("act", "varied"), ("version", "1"), ("reason", "The cabinet"),
        ("variation-rights", "Protest goes on"), ("variation-consultees", "Police, residents"),
      ].filter { $0.0 != left }
      + ["necessary", "rights", "consultation"].filter { $0 != left }.map { ("variation-test", $0) }
  }

  @Test("of public spaces asks the conditions, consultation and rights again", arguments: asked)
  func conditions(left: String, section: String) throws {
    let fixture = try OrdersFixture()
    let path = try Self.add(
      fixture, .publicSpaces, from: "2024-01-01", ends: "2026-12-31", born: nil)
    let response = try #require(try fixture.visit(path, form: Self.extending(without: left)))
    #expect(response.status == 422 && response.words.contains(section), "\(response.words)")
    #expect(try #require(try fixture.visit(path)).words.contains("To 31 December 2026"))
  }

  @Test("keeps what was asked and the rules it was taken under", arguments: Engine.tested)
  func keeps(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.add(
      fixture, .publicSpaces, from: "2024-01-01", ends: "2026-12-31", born: nil)
    #expect(try fixture.visit(path, form: Self.extending(without: ""))?.status == 303)
    let page = try #require(try fixture.visit(path)).words
    for words in [
      "To 31 December 2028", "Expression and assembly: Protest goes on",
      "Consulted: Police, residents", "(section 60(2))",
      "Held against: Longest extension: 3 years (section 60(3)(a)",
    ] { #expect(page.contains(words), "\(words) in \(page)") }
    let kept = try fixture.services.database.read { read in
      let reference = try #require(Reference(String(path.split(separator: "/")[1])))
      let order = try #require(try OrderStore(fixture.services).find(reference, read))
      return try OrderStore(fixture.services).changes(of: order.id, read).flatMap(\.rules)
    }
    #expect(kept.map(\.rule.limit) == [.extensionMonths] && kept.map(\.set) == ["asbcpa-2014"])
  }

  @Test("of an expedited order needs the consents anew (section 72A(3)(b))")
  func consents() throws {
    let fixture = try OrdersFixture()
    let path = try Self.add(
      fixture, .expeditedPublicSpaces, from: "2026-09-01", ends: "2026-11-30", born: nil)
    let form =
      RegisterTests.day("until", "2026-12-31").map { ($0.key, $0.value) } + [
        ("act", "varied"), ("version", "1"), ("reason", "The council"),
        ("variation-rights", "Protest goes on"), ("variation-consultees", "The head"),
      ]
    let refused = try #require(try fixture.visit(path, form: form))
    #expect(refused.status == 422 && refused.words.contains("72A(1)(b) and (3)(b)"))
    #expect(try fixture.visit(path, form: form + [("variation-test", "rights")])?.status == 303)
  }
}
