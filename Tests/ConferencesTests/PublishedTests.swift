import Access
import Database
import FeatureKit
import HTTP
import Kernel
import TestKit
import Testing

@testable import Conferences

@Suite("What a conference may publish", .database)
struct PublishedTests {
  private static func figures(
    _ bodies: [Int], repeats: Int = 0, people: Int = 0, actions: [ConferenceAction.State: Int] = [:]
  ) -> ConferenceFigures {
    let day = ConferencesFixture.today
    return ConferenceFigures(
      from: day, to: day,
      bodies: bodies.enumerated().map { place, cases in
        .init(organisation: ID(Int64(place + 1)), cases: cases, repeats: place == 0 ? repeats : 0)
      }, criteria: [:], actions: actions, people: people)
  }

  private static func lines(_ figures: ConferenceFigures) -> [PublishedFigures.Line] {
    PublishedFigures(figures) { "Body \($0.organisation)" }.lines
  }

  /// Cases by body and those that repeat, and what is told of the bodies, of all, and of the two ways.
  static let tables: [([Int], Int, [String])] = [
    ([5, 6], 0, ["5", "6", "11", "0", "11", "11"]),
    ([4, 6], 0, ["1 to 4: not shown", "not shown", "10", "0", "10", "10"]),
    (
      [3], 0,
      ["1 to 4: not shown"] + ["1 to 4: not shown", "0"] + ["1 to 4: not shown"] + [
        "1 to 4: not shown"
      ]
    ),
    ([20], 1, ["20", "20", "1 to 4: not shown", "not shown", "20"]),
    ([], 0, ["0", "0", "0", "0"]),
  ]

  @Test(
    "hides counts of 1 to 4, the next that gives one away, and tells noughts", arguments: tables)
  func told(bodies: [Int], repeats: Int, words: [String]) {
    let lines = Self.lines(Self.figures(bodies, repeats: repeats))
    #expect(lines.prefix(words.count).map(\.words) == words)
  }

  @Test("hides people heard where they are few, or would tell how many came back")
  func people() {
    func told(_ people: Int, repeats: Int) -> String? {
      Self.lines(Self.figures([20], repeats: repeats, people: people)).last?.words
    }
    #expect(told(19, repeats: 0) == "19")
    #expect(told(4, repeats: 0) == "1 to 4: not shown")
    #expect(told(19, repeats: 1) == "not shown")
  }

  @Test("lets nobody work a small count out, though they know the rule", arguments: 1...80)
  func onlooker(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func draw(_ most: Int) -> Int { Int.random(in: 0...most, using: &generator) }
    let bodies = (0...draw(4)).map { _ in draw(seed.isMultiple(of: 2) ? 9 : 4) }
    let cases = bodies.reduce(0, +)
    let states = ConferenceAction.State.allCases
    let actions = Dictionary(uniqueKeysWithValues: states.map { ($0, draw(7)) })
    let figures = Self.figures(bodies, repeats: draw(cases), people: cases, actions: actions)
    let lines = Self.lines(figures).dropLast()
    let truth =
      bodies + [cases, figures.repeats, cases - figures.repeats, cases]
      + states.map { actions[$0] ?? 0 } + [actions.values.reduce(0, +)]
    #expect(lines.count == truth.count)
    let isWithheld = lines.allSatisfy { Int($0.words) == nil }
    let ranges = lines.map { line -> ClosedRange<Int> in
      if let count = Int(line.words) { return count...count }
      if line.words == PublishedFigures.small { return 1...4 }
      return (isWithheld ? 0 : 5)...80
    }
    let n = bodies.count
    let onlooker = Onlooker(
      ranges,
      sums: [
        (Array(0..<n), n), ([n + 1, n + 2], n + 3), ([n], n + 3),
        (Array(n + 4..<n + 4 + states.count), n + 4 + states.count),
      ])
    for (place, count) in truth.enumerated() {
      if let told = Int(Array(lines)[place].words) { #expect(told == count) }
      guard (1...4).contains(count) else { continue }
      #expect(onlooker.values(of: place).count == 2, "\(truth) \(lines.map(\.words))")
    }
  }

  @Test("is of a whole year that is over, and of no days besides", arguments: Engine.tested)
  func years(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    for day in ["2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01"] {
      for _ in 0..<(day == "2025-04-01" ? 6 : 5) {
        let file = try fixture.refer(["name": "Sample \(day.hasSuffix("1") ? "Ash" : "Birch")"])
        let reference = String(file.split(separator: "/").last ?? "")
        try fixture.database.write { write in
          try write.run(
            "UPDATE conference_case SET referred_on = \(day), repeat_of = NULL WHERE reference = \(reference)"
          )
        }
      }
    }
    let path = "/conferences/marac/figures/file"
    func file(_ query: String) throws -> Response? {
      try fixture.visit("\(path)\(query)", as: .chair)
    }
    // Today is in 2026/27.
    for (query, count) in [
      ("", "11"), ("?year=2025%2F26", "11"), ("?year=2024%2F25", "5"),
      ("?from=2025-04-02&to=2026-03-31", "11"),
    ] {
      let text = try #require(try file(query)).text
      #expect(text.contains("cases by who referred,all,\(count)"), "\(query): \(text)")
    }
    #expect(try fixture.status("\(path)?year=2026%2F27", as: .chair) == 404)
    let page = try fixture.words("/conferences/marac/figures", as: .chair)
    #expect(page.contains("File of 2025/26") && !page.contains("File of 2026/27"))
    #expect(page.contains("days that overlap, taken from each other"))
  }
}
