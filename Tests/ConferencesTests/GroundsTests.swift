import Commands
import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("The grounds of a conference", .database)
struct GroundsTests {
  private static let rules = "/conferences/marac/rules"

  private func kind(_ fixture: ConferencesFixture, _ key: String = "marac") throws
    -> ConferenceKind
  {
    try #require(try fixture.database.read { try KindStore.find(key, $0) })
  }

  /// The form of the rules with some fields otherwise.
  private func form(_ fixture: ConferencesFixture, _ changes: [(String, String)]) throws
    -> [(String, String)]
  {
    let kind = try kind(fixture)
    let usual = RulesForm.fields(kind).pairs.map { ($0.name, $0.value) }
    return usual.filter { field in !changes.contains { $0.0 == field.0 } } + changes
      + [("version", String(kind.version))]
  }

  @Test(
    "change without a release, and earlier referrals keep theirs", arguments: Engine.tested)
  func changed(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let before = try fixture.refer(["score": "14"])
    let form = try form(
      fixture,
      [
        ("ground-score", "Visible high risk: a score of 16 or more"), ("ground-score-least", "16"),
        ("ground-escalation", ""), ("ground-new-2", "A child saw it"),
      ])
    #expect(try fixture.status(Self.rules, as: .chair, form: form) == 404)
    #expect(try fixture.status(Self.rules, as: .coordinator, form: form) == 303)
    let kind = try kind(fixture)
    #expect(kind.criteria.map(\.key) == ["v2-1", "judgement", "repeat", "v2-4"])
    #expect(kind.earlierCriteria.map(\.key) == ["score", "escalation"])
    #expect(kind.criterion("score")?.least == 14)
    let page = try fixture.words(before, as: .chair)
    #expect(page.contains("Visible high risk: a score of 14 or more"), "\(page)")
    // Today's ground on both sides of its score; that of before is offered no more.
    for (ground, score, status) in [
      ("v2-1", "15", 422), ("v2-1", "16", 303), ("v2-1", "24", 303), ("v2-1", "25", 422),
      ("score", "24", 422), ("escalation", "", 422), ("v2-4", "", 303),
    ] {
      let answer = try fixture.status(
        "/conferences/marac/refer", as: .police,
        form: ConferencesFixture.referral([
          "name": "Ash \(ground) \(score) Sample", "criterion": ground, "score": score,
        ]))
      #expect(answer == status, "\(ground) \(score)")
    }
    let figures = try fixture.words("/conferences/marac/figures", as: .chair)
    #expect(figures.contains("a score of 14 or more") && figures.contains("a score of 16 or more"))
    #expect(!figures.contains("Escalation"))
  }

  /// What is typed, and what the form says.
  static let refusals: [(field: String, value: String, words: String)] = [
    ("ground-score-least", "1000", "Enter a whole number from 0 to 999, or nothing"),
    ("ground-score-least", "-1", "Enter a whole number from 0 to 999, or nothing"),
    ("ground-score-most", "13", "Enter a highest score of 14 or more"),
    ("ground-score-least", "", "Enter the least score, or no highest one"),
    ("ground-new-1", "PROFESSIONAL judgement", "Give each ground other words"),
    ("repeat", "0", "let no ground ask for an earlier referral"),
  ]

  @Test("are refused where they make no sense", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try ConferencesFixture()
    let answer = try fixture.visit(
      Self.rules, as: .coordinator, form: form(fixture, [(field, value)]))
    #expect(
      answer?.status == 422 && answer?.words.contains(words) == true, "\(answer?.words ?? "")")
    #expect(try kind(fixture).version == 1)
  }

  @Test("cannot all end")
  func none() throws {
    let fixture = try ConferencesFixture()
    let empty = try kind(fixture).criteria.map { ("ground-\($0.key)", "") }
    let answer = try fixture.visit(Self.rules, as: .coordinator, form: form(fixture, empty))
    #expect(answer?.status == 422 && answer?.words.contains("Leave one ground or more") == true)
  }

  @Test("stay where nothing of them changes, also their keys")
  func same() throws {
    let fixture = try ConferencesFixture()
    let before = try kind(fixture)
    #expect(
      try fixture.status(Self.rules, as: .coordinator, form: form(fixture, [("cadence", "7")]))
        == 303)
    let after = try kind(fixture)
    #expect(after.criteria == before.criteria && after.earlierCriteria.isEmpty)
    #expect(after.rules.cadenceDays == 7)
  }

  private func say(_ fixture: ConferencesFixture, _ words: [String], _ fields: String) throws
    -> Said
  {
    let path = try TemporaryFolder.ofCase().path + "/fields.json"
    try Data(fields.utf8).write(to: URL(filePath: path))
    return fixture.services.shell(Conferences.feature.commands, ["conferences"] + words + [path])
  }

  @Test("change from the shell, one field at a time", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let said = try say(fixture, ["rules", "marac"], #"{"ground-score-least": 15}"#)
    #expect(said.status == .done, "\(said.all)")
    let kind = try kind(fixture)
    #expect(kind.criteria.first?.least == 15 && kind.criteria.first?.most == 24)
    #expect(kind.criteria.first?.title == "Visible high risk: a score of 14 or more")
    #expect(kind.earlierCriteria.map(\.key) == ["score"])
  }

  @Test("a kind of conference is added from the shell, and used", arguments: Engine.tested)
  func added(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let whole = """
      {"key": "stalking", "title": "Stalking panel", "apart": "yes",
       "subject-title": "Person at risk", "other-title": "Person who harms",
       "source": "Local protocol, 2026", "purpose": "Plans safety", "statement": "We keep it here",
       "agenda": "actions cases other", "cadence": 28, "emergency": 3, "research": 5, "repeat": 12,
       "flag": 0, "case-minutes": 10, "minutes-days": 60, "keep": 72,
       "agency": ["council", "police", "housing"], "role": ["coordinator", "partner"],
       "ground-new-1": "Fixation", "ground-new-2": "A score of 9 or more",
       "ground-new-2-least": 9}
      """
    let torn = whole.replacing("\"apart\": \"yes\"", with: "\"apart\": \"\"")
    #expect(try say(fixture, ["add"], torn).all.contains("apart: Say yes or no"))
    let taken = whole.replacing("\"stalking\"", with: "\"marac\"")
    #expect(try say(fixture, ["add"], taken).all.contains("key: Another conference"))
    let none = whole.replacing("Fixation", with: "").replacing("A score of 9 or more", with: "")
    #expect(try say(fixture, ["add"], none).all.contains("Leave one ground or more"))
    let said = try say(fixture, ["add"], whole)
    #expect(said.status == .done && said.all.contains("Stalking panel is added"), "\(said.all)")
    let kind = try kind(fixture, "stalking")
    #expect(kind.isApart && kind.rules.agenda == [.actions, .cases, .other])
    #expect(kind.criteria.map(\.title) == ["Fixation", "A score of 9 or more"])
    try fixture.seat(.coordinator, .coordinator, in: "stalking")
    try fixture.seat(.police, .member, in: "stalking")
    let file = try fixture.refer(["criterion": kind.criteria[0].key], to: "stalking")
    #expect(try fixture.status(file, as: .coordinator) == 200)
    #expect(try fixture.status(file, as: .housing) == 404)
    #expect(try fixture.services.trail().isEmpty)
  }
}
