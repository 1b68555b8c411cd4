import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("Figures of a conference", .database)
struct FigureTests {
  @Test("name the law a death review rests on, and its condition", arguments: Engine.tested)
  func deathReview(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let kind = try #require(try fixture.database.read { try KindStore.find("death-review", $0) })
    #expect(kind.source.contains("section 9") && kind.source.contains("section 8A"))
    #expect(kind.source.contains("check commencement"))
    #expect(
      kind.criteria.map(\.title)
        == ["A death that resulted, or appears to have resulted, from domestic abuse"])
  }

  @Test("count cases, repeats and their rate", arguments: Engine.tested)
  func counts(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    for name in ["Ash", "Birch", "Cedar", "Dale", "Ash"] {
      try fixture.refer(["name": "\(name) Sample"])
    }
    let page = try fixture.words("/conferences/marac/figures", as: .coordinator)
    #expect(page.contains("Cases 5 Repeats 1 20 in 100 cases"), "\(page)")
    #expect(page.contains("Not counted"))
    let kind = try #require(try fixture.database.read { try KindStore.find("marac", $0) })
    var rules = kind.rules
    rules.adultWomen = 2500
    rules.adultWomenSource = "A census"
    try fixture.database.write { try KindStore.change(kind, to: rules, in: $0) }
    #expect(
      try fixture.words("/conferences/marac/figures", as: .coordinator).contains("women 20.0"))
    #expect(
      try fixture.words("/conferences/marac/figures", as: .coordinator).contains(
        "The yardstick for these days is 40.0: no further from it than chance gives"))
  }

  /// Cases, adult women, the yardstick, the days, and what is said.
  static let standings: [(Int, Int, Int?, Int, String?)] = [
    (5, 25_000, 40, 365, "The yardstick for these days is 40.0: 38.0 below it"),
    (200, 25_000, 40, 365, "40.0: 40.0 above it"), (25, 25_000, 40, 73, "is 8.0: no further"),
    (5, 25_000, nil, 365, nil),
  ]

  @Test(
    "stand beside the yardstick of as many days, and differ by more than chance or do not",
    arguments: standings)
  func yardstick(
    cases: Int, women: Int, yardstick: Int?, days: Int, words: String?
  ) throws {
    let fixture = try ConferencesFixture()
    var generator = SeededGenerator(seed: 1)
    let last = ConferencesFixture.today
    let figures = try fixture.database.write { write in
      let store = ReferralStore(fixture.services)
      for _ in 0..<cases {
        _ = try store.add(
          NewReferral(criterion: "judgement", organisation: ID(2), referredOn: last), to: "marac",
          by: nil, at: fixture.now, using: &generator, in: write)
      }
      return try ConferenceFigures(
        of: "marac", from: last.adding(days: 1 - days), to: last, write)
    }
    var rules = KindRules()
    #expect(RateStanding(figures, rules) == nil)
    (rules.adultWomen, rules.yardstick) = (women, yardstick)
    let said = try #require(RateStanding(figures, rules)).words
    if let words { #expect(said?.contains(words) == true, "\(said ?? "")") }
    if words == nil { #expect(said == nil) }
  }

  /// Two quarters, and what is said of them.
  static let trends: [([Int], String)] = [
    ([3, 0, 0], "None in either"), ([0, 3, 4], "No more than chance gives"),
    ([0, 2, 14], "More than the quarter before"), ([0, 14, 2], "Fewer than the quarter before"),
    ([0], ""),
  ]

  @Test("say a trend only where it is more than chance", arguments: trends)
  func trend(counts: [Int], words: String) { #expect(GroundTrends.trend(counts) == words) }

  @Test("count tensions by class in the quarters that are over", arguments: Engine.tested)
  func tensions(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    try fixture.seat(.coordinator, .coordinator, in: "tension")
    try fixture.seat(.police, .member, in: "tension")
    let changes = [
      "criterion": "experienced", "instrument": "", "instrument-version": "", "score": "",
    ]
    for _ in 0..<3 { try fixture.refer(changes, to: "tension", as: .police) }
    func counts(_ day: String) throws -> ([String], [Int]) {
      let day = try #require(Day(day))
      let trends = try fixture.database.read { try GroundTrends(of: "tension", through: day, $0) }
      return (trends.quarters.suffix(2).map(\.description), trends.counts(of: "experienced"))
    }
    #expect(try counts("2026-12-30") == (["2026/27 Q1", "2026/27 Q2"], [0, 0, 0, 0, 0]))
    #expect(try counts("2026-12-31") == (["2026/27 Q2", "2026/27 Q3"], [0, 0, 0, 0, 3]))
    #expect(try fixture.status("/conferences/tension/figures", as: .police) == 404)
    let page = try fixture.words("/conferences/tension/figures", as: .coordinator)
    #expect(page.contains("Restricted") && page.contains("Experienced"))
  }

  static let session = [
    ("month", "2026-10"), ("audience", "staff"), ("sessions", "3"), ("people", "41"),
  ]

  /// What is changed, and what the form says.
  static let refusals: [(String, String, String)] = [
    ("month", "October", "Enter the month"), ("month", "2026-12", "has begun"),
    ("audience", "", "for whom"), ("sessions", "1001", "0 to 1000"),
    ("people", "-1", "0 to 100000"),
    ("sessions", "0", "come to no session"),
  ]

  @Test("take counts of sessions, and nothing else of them", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try ConferencesFixture()
    try fixture.seat(.chair, .chair, in: "tension")
    let form = Self.session.map { $0.0 == field ? (field, value) : $0 }
    let answer = try fixture.visit("/conferences/tension/figures", as: .chair, form: form)
    #expect(answer?.status == 422 && answer?.words.contains(words) == true)
  }

  /// The seed: 26 vulnerable victims supported.
  @Test(
    "count the 26 people the community MARAC supported, not referrals", arguments: Engine.tested)
  func supported(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    _ = try MeetingTests.held(fixture)
    try fixture.seat(.coordinator, .coordinator, in: "community-marac")
    try fixture.seat(.police, .member, in: "community-marac")
    let measure = try #require(
      ConferenceMeasures.all.first { $0.key == "conferences.people-supported" })
    func value(_ period: Period) throws -> Double? {
      try fixture.database.read { try measure.value($0, period) }?.numerator
    }
    let november = Period.month(ConferencesFixture.today.month)
    #expect(try value(november) == nil)
    let changes = [
      "criterion": "several", "instrument": "", "instrument-version": "", "score": "",
    ]
    // Twenty-six people; two come back, about another side.
    let again = [("Sample Alder", "Another Other"), ("Sample Birch", "")]
    let first =
      [("Sample Alder", "Kim Other"), ("Sample Birch", "Kim Other")]
      + (2..<26).map { ("Sample \(Self.letters($0))", "Kim Other") }
    let meeting = try fixture.call(kind: "community-marac")
    for (name, other) in first + again {
      let file = try fixture.refer(
        changes.merging(["name": name, "other": other]) { $1 }, to: "community-marac")
      try fixture.list(file, on: meeting)
    }
    // One waits, and the one of the MARAC was not supported here.
    try fixture.refer(changes.merging(["name": "Sample Waits"]) { $1 }, to: "community-marac")
    try fixture.visit(meeting, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    #expect(try value(november) == 0)
    try fixture.visit(meeting, as: .coordinator, form: [("act", "sign")])
    for item in 2...29 {
      let answer = try fixture.visit(
        meeting, as: .coordinator, form: [("act", "start"), ("item", try fixture.item(item))])
      #expect(answer?.status == 303)
    }
    #expect(try value(november) == 26)
    #expect(try value(.month(ConferencesFixture.today.month.adding(months: -1))) == nil)
    #expect(
      try fixture.words("/conferences/community-marac/figures", as: .coordinator).contains(
        "People heard 26"))
    let file = try fixture.visit("/conferences/community-marac/figures/file", as: .coordinator)
    #expect(file?.text.contains("people heard at meetings,all,0") == true, "a year that is over")
    try fixture.database.write { write in
      try write.run("UPDATE conference_kind SET is_apart = 1 WHERE key = 'community-marac'")
    }
    #expect(try value(november) == nil)
  }

  /// A made-up word of letters alone for a number, each another.
  private static func letters(_ number: Int) -> String {
    String(number).map { digit in
      ["Ba", "Ce", "Di", "Fo", "Gu", "Ha", "Je", "Ki", "Lo", "Mu"][digit.wholeNumberValue ?? 0]
    }.joined()
  }

  @Test("give sessions to indicators once every month has a count", arguments: Engine.tested)
  func sessions(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    try fixture.seat(.chair, .chair, in: "tension")
    let path = "/conferences/tension/figures"
    #expect(try fixture.status(path, as: .chair, form: Self.session) == 303)
    let more = Self.session.map { $0.0 == "sessions" ? ($0.0, "5") : $0 }
    #expect(try fixture.status(path, as: .chair, form: more) == 303)
    let page = try fixture.words(path, as: .chair)
    #expect(page.contains("October 2026 Staff 5 41"), "\(page)")
    #expect(try fixture.status("/conferences/marac/figures", as: .chair, form: more) == 404)
    let measure = ConferenceMeasures.all[0]
    let (october, september) = (try #require(Month("2026-10")), try #require(Month("2026-09")))
    func count(_ period: Period) throws -> Double? {
      try fixture.database.read { try measure.value($0, period)?.numerator }
    }
    #expect(try count(.month(october)) == 5)
    #expect(try count(.month(september)) == nil)
    #expect(try count(.quarter(october.quarter)) == nil)
  }

  @Test("count what was referred on the first and the last day, and no other")
  func edges() throws {
    let fixture = try ConferencesFixture()
    try fixture.refer()
    for (from, to, count) in [
      ("2026-11-20", "2026-11-20", 1), ("2026-11-21", "2026-12-01", 0),
      ("2026-01-01", "2026-11-19", 0),
    ] {
      let page = try fixture.words("/conferences/marac/figures?from=\(from)&to=\(to)", as: .chair)
      #expect(page.contains("Cases \(count) "), "\(from) \(to)")
    }
  }
}

@Suite("Commands of conferences", .database)
struct CommandTests {
  private func shell(_ fixture: ConferencesFixture, _ words: String...) -> Said {
    fixture.services.shell(Conferences.feature.commands, ["conferences"] + words)
  }

  @Test("name the first coordinator, who then signs in", arguments: Engine.tested)
  func seating(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine, seating: false)
    #expect(try fixture.status("/conferences/marac", as: .coordinator) == 404)
    let said = shell(
      fixture, "seat", "marac", "coordinator@thornmere.example", "--as", "coordinator")
    #expect(said.status == .done, "\(said.all)")
    #expect(try fixture.status("/conferences/marac", as: .coordinator) == 200)
    #expect(shell(fixture, "members", "marac").out.contains("account 1  Coordinator"))
    #expect(shell(fixture, "unseat", "marac", "coordinator@thornmere.example").status == .done)
    #expect(try fixture.status("/conferences/marac", as: .coordinator) == 404)
  }

  /// What is typed, and how it ends.
  static let said: [([String], Int32, String)] = [
    (["kinds"], 0, "stands apart"), (["meetings", "gangs"], 0, "No meeting"),
    (["due", "gangs"], 0, "Nothing is due"),
    (["figures", "gangs"], 0, "cases by who referred,all,0"),
    (["meetings", "marac"], 1, "stands apart"), (["due", "marac"], 1, "stands apart"),
    (["figures", "marac"], 1, "stands apart"), (["meetings", "none"], 1, "no conference"),
    (["seat", "marac", "nobody@x.example", "--as", "chair"], 1, "Nobody signs in"),
    (["seat", "marac", "administrator@thornmere.example", "--as", "chair"], 1, "may not sit"),
    (["seat", "marac", "chair@thornmere.example"], 2, "--as"),
    (["figures", "gangs", "--year", "2025/26"], 0, "cases by who referred,all,0"),
    (["figures", "gangs", "--year", "2026/27"], 2, "a year that is over"),
    (["cases", "gangs"], 0, "no such case"), (["cases", "marac"], 1, "stands apart"),
    (["refer", "marac", "-"], 1, "stands apart"), (["call", "marac", "-"], 1, "stands apart"),
    (["hold", "marac", "1", "begin"], 1, "stands apart"),
    (["find", "marac", "-"], 1, "stands apart"), (["trail", "marac"], 1, "stands apart"),
    (["minutes", "marac", "1", "/nowhere/x.pdf"], 1, "stands apart"),
    (["copies", "marac", "TM-7K42-0931"], 1, "stands apart"),
    (["minutes", "gangs", "1", "/nowhere/x.pdf"], 1, "no meeting"),
    (["copies", "gangs", "TM-7K42-0931"], 1, "no such case"),
    (["hold", "gangs", "7", "begin"], 1, "no meeting"),
    (["hold", "gangs", "7", "sign"], 2, "ACT"), (["meeting", "gangs", "x"], 1, "no meeting"),
    (["flags", "gangs"], 0, "No flag"), (["flags", "gangs", "--end", "TM-1"], 1, "no such case"),
    (
      [
        "sessions", "gangs", "--month", "2026-10", "--audience", "staff", "--sessions", "1",
        "--people", "1",
      ], 1, "counts no sessions"
    ),
    (
      [
        "sessions", "tension", "--month", "2026-13", "--audience", "staff", "--sessions", "1",
        "--people", "1",
      ], 2, "--month"
    ),
  ]

  @Test("say what they did, or why not", arguments: said)
  func saying(arguments: [String], status: Int32, words: String) throws {
    let said = try ConferencesFixture().services.shell(
      Conferences.feature.commands, ["conferences"] + arguments)
    #expect(said.status.rawValue == status && said.all.contains(words), "\(said.all)")
  }
}

@Suite("Paths of conferences")
struct RouteTests {
  @Test("are read as they are written")
  func routes() throws {
    var generator = SeededGenerator(seed: 1)
    let reference = Reference(letters: "TM", using: &generator)
    let day = ConferencesFixture.today
    let routes: [ConferencesRoute] = [
      .index, .actions, .desk("marac", CaseFilter()),
      .desk("marac", CaseFilter(state: .heard, page: 3)),
      .refer("marac"), .referral("marac", reference, for: nil),
      .referral("marac", reference, for: 4),
      .newMeeting("marac"), .meeting("marac", 3, item: nil), .meeting("marac", 3, item: 9),
      .minutes("marac", 3), .print("marac", 3), .members("marac"), .rules("marac"), .flags("marac"),
      .keeping("marac"),
      .figures("marac", from: day, to: nil), .figuresFile("marac", nil),
      .figuresFile("marac", FinancialYear(startingIn: 2025)),
      .trail("marac", before: 5),
    ]
    for route in routes {
      let request = try Request(route.path)
      #expect(ConferencesRoute(.get, request.path, request.query) == route, "\(route.path)")
    }
  }
}
