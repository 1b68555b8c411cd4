import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Markup
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Following a request for a case review", .database)
struct ReviewTrackTests {
  /// Asks for a review; its reference and secret as they are shown.
  private func ask(_ resident: Resident) throws -> (reference: String, secret: String) {
    try resident.go("/case-review")
    try resident.post(CaseReviewTests.form)
    let shown = resident.page.text.matches(of: /<strong class="ref as-h2"[^>]*>([^<]*)<\/strong>/)
      .map { String($0.1) }
    try #require(shown.count == 2)
    return (shown[0], shown[1])
  }

  private func open(
    _ resident: Resident, _ reference: String, _ secret: String
  ) throws {
    try resident.go("/case-review/track")
    try resident.post([("reference", reference), ("secret", secret)])
  }

  @Test(
    "reference and secret, shown until they were written down, open it anywhere",
    arguments: Engine.tested)
  func whole(_ engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    let (reference, secret) = try ask(resident)
    try resident.go("/case-review/own")
    #expect(resident.page.words.contains(secret), "it is there again until it was written down")
    try resident.post([])
    #expect(resident.path == "/case-review/own" && !resident.page.words.contains(secret))
    let elsewhere = Resident(fixture)
    try elsewhere.go("/case-review/own")
    #expect(elsewhere.path == "/case-review/track")
    try open(elsewhere, reference, secret.lowercased())
    #expect(elsewhere.path == "/case-review/own")
    #expect(elsewhere.page.words.contains("We received your request"))
    #expect(!elsewhere.page.words.contains("Planted"), "nothing that was written is shown again")
    try elsewhere.post([], to: "/case-review/leave")
    try elsewhere.go("/case-review/own")
    #expect(elsewhere.path == "/case-review/track")
  }

  @Test("a form that is sent twice shows the same secret", arguments: Engine.tested)
  func twice(_ engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    try resident.go("/case-review")
    let fields =
      CaseReviewTests.form + [
        ("csrf", resident.hidden("csrf") ?? ""), ("once", resident.hidden("once") ?? ""),
      ]
    var seen: [String] = []
    for _ in 0..<2 {
      try resident.go("/case-review")
      try resident.forge(fields)
      seen.append(resident.page.words)
    }
    #expect(seen[0] == seen[1] && seen[0].contains("Your secret"))
    #expect(
      try fixture.database.read { try $0.count("SELECT COUNT(*) FROM case_review_request") } == 1)
  }

  @Test(
    "it closes after half an hour, and another’s secret opens nothing", arguments: Engine.tested)
  func closed(_ engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (first, second) = (Resident(fixture), Resident(fixture))
    let (reference, secret) = try ask(first)
    let other = try ask(second)
    try open(second, reference, other.secret)
    #expect(second.page.status == 422)
    #expect(second.page.words.contains(ReviewTrackPage.unknown))
    try open(second, "TM-7K42-0931", secret)
    #expect(second.page.words.contains(ReviewTrackPage.unknown))
    fixture.clock.advance(seconds: 29 * 60)
    try first.go("/case-review/own")
    #expect(first.path == "/case-review/own")
    fixture.clock.advance(seconds: 2 * 60)
    try first.go("/case-review/own")
    #expect(first.path == "/case-review/track")
  }

  @Test("a request that came on paper has no secret, not even an empty one")
  func paper() throws {
    let fixture = try CaseworkFixture()
    let reference = try fixture.database.write { write in
      try CaseReviewStore(fixture.services).add(
        CaseReviewRequest(), once: "one", by: .letter, at: fixture.now, in: write
      ).reference
    }
    for secret in ["", "-", "0000-0000-0000"] {
      #expect(
        try fixture.database.read {
          try !ReviewFollowStore().accepts(secret, for: reference, $0)
        })
    }
  }

  @Test("many tries from one network are held back")
  func limited() throws {
    let resident = Resident(try CaseworkFixture())
    for _ in 0..<VisitLimit.Act.open.most {
      try open(resident, "TM-7K42-0931", "K7QD-2MXP-9RTA")
    }
    #expect(resident.page.words.contains(ReviewTrackPage.unknown))
    try open(resident, "TM-7K42-0931", "K7QD-2MXP-9RTA")
    #expect(resident.page.words.contains("Very much was sent from your network"))
  }

  @Test("an appeal that was upheld shows both decisions, and when the review is held")
  func reopened() throws {
    let decided = London.start(of: Self.applied)
    let day = Self.applied.adding(days: 30)
    let review = CaseReview(
      id: ID(1), reference: try #require(Reference("TM-7K42-0931")), version: 1,
      appliedOn: Self.applied, channel: .web, acknowledgedAt: decided, decidedAt: decided,
      decision: .review, rule: 1, heldOn: nil, consultedOn: nil, toldAt: nil, appealedOn: nil,
      appeal: nil, reopenedOn: day)
    let page = Timeline(OwnReviewSteps(review: review, rule: Self.rule).entries).renderedText()
    #expect(page.contains("They decided: the threshold is not met"))
    #expect(page.contains("You did not agree: there will be a review"))
    #expect(page.contains("By \(WorkingTime.statutory.day(21, after: day).weekdayWords)"))
  }

  static let applied = Day(number: 20_000)
  static let rule = ReviewRule(
    number: 1, validFrom: applied, needed: 3, withinMonths: 6, applyMonths: 1, acknowledgeDays: 5,
    decideDays: 10, meetDays: 21, appealDays: 15)

  @Test(
    "each step is told with its day, or by when it is to come",
    arguments: [
      (0, "We write to you that we have it"), (1, "decide whether there is a review"),
      (2, "They decided: there will be a review"), (3, "The review was held"),
      (4, "We wrote to you what came of it"), (5, "They decided: the threshold is not met"),
      (6, "and the decision stands."),
    ])
  func steps(_ stage: Int, _ words: String) throws {
    let at = { (step: Int) in stage >= step && stage < 5 ? London.start(of: Self.applied) : nil }
    let isRefused = stage >= 5
    let review = CaseReview(
      id: ID(1), reference: try #require(Reference("TM-7K42-0931")), version: 1,
      appliedOn: Self.applied, channel: .web,
      acknowledgedAt: isRefused ? London.start(of: Self.applied) : at(1),
      decidedAt: isRefused ? London.start(of: Self.applied) : at(2),
      decision: isRefused ? .noReview : at(2).map { _ in .review }, rule: 1,
      heldOn: at(3).map { _ in Self.applied }, consultedOn: nil, toldAt: at(4),
      appealedOn: stage == 6 ? Self.applied : nil, appeal: stage == 6 ? .notUpheld : nil)
    let page = Timeline(OwnReviewSteps(review: review, rule: Self.rule).entries).renderedText()
    #expect(page.contains(words))
    #expect(page.contains("By ") == (stage < 3))
    #expect(page.contains("If there is a review, it is held") == (stage < 2))
    #expect(page.contains("The review is held") == (stage == 2))
  }
}
