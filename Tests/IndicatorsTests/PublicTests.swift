import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("The public page of performance", .database)
struct PublicTests {
  @Test("says before the first issue what will be there and when")
  func nothing() throws {
    let page = try #require(try EntryFixture().publicly("/performance")).text
    for words in ["Nothing has been published yet", "What will be here", "in November"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test("tells changes with their bases, chance and comparability, and links to its files")
  func story() throws {
    let fixture = try EntryFixture()
    try fixture.burglaries("2025-07", [40, 40, 40])
    try fixture.burglaries("2026-07", [50, 50, 50])
    try fixture.services.database.write { write in
      let saying = Saying(
        member: fixture.members[0].id, period: EntryFixture.place.period, author: "Lead",
        now: EntryFixture.now)
      try StatementStore.comment("<i>Locks</i> were given out", saying, in: write)
    }
    _ = try fixture.send(
      EntryFixture.manager, .publication(EntryFixture.place), form: [("reason", "Today")])
    let page = try #require(try fixture.publicly("/performance")).text
    for words in [
      "The biggest changes", "More, which we did not want.", "Chance. ", "Comparability. ",
      "Provisional", "What we cannot say", "Satisfied victims", "Not supplied",
      "fy2026-27-q2-issue-1.csv", "fy2026-27-q2-issue-1/print", "What each number counts",
      "There is no other.", "&lt;i&gt;Locks", "offences counted", "Published before",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("Person 1"))
    for unit in ["offence", "victim", "incident", "person"] {
      #expect(page.contains("counts: \(unit)"), "\(unit)")
    }
    let print = try #require(
      try fixture.publicly("/performance/safe/fy2026-27-q2-issue-1/print")
    ).text
    #expect(print.contains("class=\"paper contain\""))
    #expect(print.contains("Priority B: Youth"))
    #expect(print.contains("Counts: person. Wanted: "))
    let sheet = try #require(
      try fixture.publicly("/performance/safe/fy2026-27-q2-issue-1.csv"))
    #expect(sheet.text.hasPrefix("Priority,Code,Indicator,Unit,Wanted,"))
    #expect(sheet.header("Content-Disposition")?.contains("safe-fy2026-27-q2-issue-1.csv") == true)
  }

  @Test(
    "says more than chance only of what is so among all that were tested",
    arguments: [
      (["0.04", "0.5", "0.6"], "not with 3 numbers tested"),
      (["0.001", "0.5", "0.6"], "also with 3 numbers tested"), (["0.04"], "alone would give; that"),
      (["0.3", "0.5"], "can be chance"),
    ])
  func survivors(probabilities: [String], words: String) {
    let rows = probabilities.map { row("A \($0)", "120", "100", "20", probability: $0) }
    #expect(issue(rows).chanceSentence(rows[0]).contains(words))
  }

  @Test("counts with their verbs", arguments: [(0, "0 are"), (1, "1 is"), (2, "2 are")])
  func verbs(count: Int, words: String) { #expect(Worked.are(count) == words) }

  @Test("leads with the largest changes that may be compared, not those of small counts")
  func biggest() {
    let rows = [
      row("A", "100", "90", "11.11"), row("B", "18", "9", "100"), row("C", "50", "100", "-50"),
      row("D", "40", "100", "-60", comparable: false), row("E", "70", "70", "0"),
    ]
    #expect(BiggestChanges(issue(rows)).rows.map(\.title) == ["C", "A"])
  }

  @Test("writes every path so that it reads it back, and knows no others")
  func routes() {
    let slug = "fy2026-27-q2-issue-1"
    let routes: [PerformanceRoute] = [
      .latest, .issues(plan: "safe"), .issue(plan: "safe", slug: slug),
      .print(plan: "safe", slug: slug), .file(plan: "safe", slug: slug, .csv),
      .file(plan: "safe", slug: slug, .xlsx), .file(plan: "safe", slug: slug, .json),
    ]
    for route in routes {
      #expect(PerformanceRoute(.get, parts(route.path), Fields()) == route)
    }
    for path in ["/performance/safe/a.b.csv", "/performance/safe/a/b", "/performance/a/b/c/d"] {
      #expect(PerformanceRoute(.get, parts(path), Fields()) == nil)
    }
  }

  @Test(
    "knows an issue by its period and number",
    arguments: [
      ("fy2026-27-q2-issue-1", true), ("fy2026-27-issue-12", true), ("2026-07-issue-1", true),
      ("fy2026-27-q2-issue-0", false), ("fy2026-27-q2-issue-01", false), ("issue-1", false),
      ("fy2026-27-q2", false),
    ])
  func slugs(text: String, isKnown: Bool) {
    let found = PublicIssue.parse(slug: text)
    #expect((found != nil) == isKnown)
    if let found { #expect(PublicIssue.slug(found.period, found.number) == text) }
  }

  private func parts(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  private func row(
    _ title: String, _ value: String, _ before: String, _ percent: String,
    comparable: Bool = true, probability: String? = nil
  ) -> PublicIssue.Row {
    let run = PublicIssue.Run(
      months: "", value: shown(value), previous: shown(before), changePercent: percent,
      difference: nil, state: "none", reason: nil, chance: "",
      isBeyondChance: probability.flatMap { Double($0) }.map { $0 < 0.05 } ?? false,
      probability: probability,
      comparability: "", isComparable: comparable)
    return PublicIssue.Row(
      code: title, title: title,
      definition: .init(
        number: 1, from: "2024-04", kind: "count", unit: "offence", numerator: "",
        denominator: nil, source: "", owner: "", frequency: ""),
      wanted: "", wantedReason: "", now: run, yearToDate: nil, rollingYear: nil, target: nil,
      gap: nil, annualReason: nil, judgement: nil, commentary: nil, origins: [],
      isProvisional: false)
  }

  private func shown(_ value: String) -> PublicIssue.Shown {
    PublicIssue.Shown(value: value, numerator: nil, denominator: nil, missing: nil)
  }

  private func issue(_ rows: [PublicIssue.Row]) -> PublicIssue {
    PublicIssue(
      plan: .init(
        slug: "safe", title: "Safe", years: "", source: "", isSynthetic: false, tolerance: "5"),
      period: "2026/27 Q2", months: "", before: "", number: 1, note: "", day: "2026-11-20",
      priorities: [.init(code: "A", title: "A", signedOff: nil, rows: rows)])
  }
}
