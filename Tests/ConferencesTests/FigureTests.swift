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
  /// Parts, and what is told of them.
  static let parts: [([Int], [Int?])] = [
    ([5, 6], [5, 6]), ([0, 6], [0, 6]), ([4, 6], [nil, nil]), ([4, 6, 9], [nil, nil, 9]),
    ([1, 2, 9], [nil, nil, 9]), ([4, 0], [nil, 0]), ([], []),
  ]

  @Test("hold small counts back where they are published", arguments: parts)
  func published(parts: [Int], shown: [Int?]) { #expect(PublishedCount.shown(parts) == shown) }

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
    let file = try fixture.visit("/conferences/marac/figures/file", as: .chair)?.text ?? ""
    #expect(file.contains("cases by who referred,Thornmere Constabulary,5"))
    #expect(file.contains("repeat,1 to 4: not shown") && !file.contains("repeat,1\r"))
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
    (["figures", "gangs", "--from", "2026-02-02", "--to", "2026-01-01"], 2, "after the last"),
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
      .figures("marac", from: day, to: nil), .figuresFile("marac", from: nil, to: day),
      .trail("marac", before: 5),
    ]
    for route in routes {
      let request = try Request(route.path)
      #expect(ConferencesRoute(.get, request.path, request.query) == route, "\(route.path)")
    }
  }
}
