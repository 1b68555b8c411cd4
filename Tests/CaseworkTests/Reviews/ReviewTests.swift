import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Working on a case review", .database)
struct ReviewTests {
  @Test("goes from the application to the outcome and the four counts", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try fixture.act(.acknowledge, [])
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    #expect(try fixture.page().contains("3 of 3 complaints count."))
    try fixture.act(.decide, ReviewFixture.decided)
    let today = fixture.casework.services.clock.today
    try fixture.act(
      .panel,
      ReviewFixture.date("held", today) + [
        ("chair", "Chair D, of another borough"), ("independent", "yes"),
        ("independence", "Of a borough that had no part"), ("took-part", "1"),
        ("victim", "statement"), ("found", "Nobody put the reports together"),
      ])
    try fixture.act(
      .recommend,
      [("to", "3"), ("recommendation", "Name one person")] + ReviewFixture.date("due", today))
    let records = CaseReviewRecords(keyring: fixture.casework.services.keyring)
    let id = try fixture.review.id
    let one = try #require(
      try fixture.casework.database.read { try records.recommendations(of: id, $0) }.first)
    try fixture.act(
      .answer,
      [("which", one.id.description), ("answer", "accepted"), ("answer-words", "Done in May")])
    try fixture.act(
      .outcome,
      ReviewFixture.date("consulted", today) + [
        ("outcome", "One person answers you now"), ("satisfied", "yes"),
      ])
    let said = try fixture.casework.database.read { read in
      try read.first("SELECT satisfied FROM case_review") { row in try row.optionalText() } ?? nil
    }
    #expect(said == "yes")
    let page = try fixture.page()
    for words in [
      "State Outcome told", "Name one person", "Accepted", "Done in May",
      "Nobody put the reports together", "Sent a statement", "One person answers you now",
    ] { #expect(page.contains(words), "\(words)") }
    let years = try fixture.casework.database.read { try ReviewYear.all(through: today, $0) }
    #expect(years.count == 1)
    #expect(years[0].applications == 1 && years[0].notMet == 0)
    #expect(years[0].held == 1 && years[0].withRecommendations == 1)
    #expect(
      try fixture.casework.trail().filter { $0.contains("review-") }.map {
        String($0.prefix { $0 != " " })
      }.filter { $0 != "casework.review-opened" }
        == [
          "casework.review-acknowledge", "casework.review-complaint", "casework.review-complaint",
          "casework.review-complaint", "casework.review-decide", "casework.review-panel",
          "casework.review-recommend", "casework.review-answer", "casework.review-outcome",
        ])
    #expect(
      try fixture.casework.database.read { read in
        try read.count("SELECT COUNT(*) FROM message")
      } == 3)
  }

  @Test(
    "stands on the worklist with its next step until the outcome was told",
    arguments: Engine.tested)
  func worklist(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    func due(as role: Role = .officer) throws -> String {
      try #require(try fixture.casework.answer("/work", as: role)).words
    }
    #expect(try due().contains("Acknowledge it"))
    #expect(!(try due().contains("Acknowledge it by")), "there is no rule with days")
    try fixture.casework.database.write { write in
      try write.run(
        """
        INSERT INTO case_review_rule (number, valid_from, needed, acknowledge_days, decide_days,
          meet_days, appeal_days, set_at)
        VALUES (1, '2026-01-01', 3, 3, 10, 20, 20, \(fixture.casework.now))
        """)
    }
    #expect(try due().contains("Acknowledge it by 25 November 2026"))
    #expect(!(try due(as: .coordinator).contains("Acknowledge it by")))
    try fixture.act(.acknowledge, [])
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    #expect(try due().contains("Decide on the threshold by 4 December 2026"))
    try fixture.act(.decide, ReviewFixture.decided)
    #expect(try due().contains("Hold the review by 18 December 2026"))
    try fixture.act(
      .panel,
      ReviewFixture.date("held", fixture.casework.services.clock.today) + [
        ("chair", "Chair D, of another borough"), ("independent", "yes"),
        ("independence", "Of a borough that had no part"), ("took-part", "1"),
        ("victim", "statement"), ("found", "Nobody put the reports together"),
      ])
    #expect(!(try due().contains("Hold the review by")))
    #expect(try due().contains("Tell the outcome"))
    let plan = try QueryPlan.of(CaseReviewStore.openQuery, fixture.casework.database)
    #expect(plan.uses(index: "case_review_due"), "\(plan)")
    let answers = try QueryPlan.of(RecommendationsDue.query, fixture.casework.database)
    #expect(answers.uses(index: "case_review_recommendation_due"), "\(answers)")
  }

  @Test("cannot be refused where the floor is met, in the database neither")
  func floor() throws {
    let fixture = try ReviewFixture()
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    let answer = try fixture.act(
      .decide,
      ReviewFixture.decided.filter { $0.0 != "decision" } + [("decision", "no-review")])
    #expect(answer.status == 422)
    #expect(answer.words.contains("section 104(4)"))
    #expect(try fixture.review.decidedAt == nil)
    #expect(throws: DatabaseError.self) {
      try fixture.casework.database.write { write in
        try write.run(
          """
          UPDATE case_review SET decision = 'no-review', decided_at = \(fixture.casework.now),
            floor_met = 1
          """)
      }
    }
  }

  @Test("asks for what is weighed where the floor is not met (section 104(5))")
  func factors() throws {
    let fixture = try ReviewFixture()
    try fixture.complain(30)
    let form = ReviewFixture.decided.filter { $0.0 != "decision" } + [("decision", "no-review")]
    let refused = try fixture.act(.decide, form)
    #expect(refused.status == 422 && refused.words.contains("section 104(5)"))
    let weighed = ReviewFactor.allCases.map { ($0.rawValue, "Weighed: \($0.rawValue)") }
    let alone = try fixture.act(.decide, form + weighed)
    #expect(alone.status == 422 && alone.words.contains(DecidingBodies.noReason))
    try fixture.act(
      .decide,
      form + [("absent", "It knows nothing of it")]
        + ReviewFactor.allCases.map { ($0.rawValue, "Weighed: \($0.rawValue)") })
    #expect(try fixture.review.decision == .noReview)
    let page = try fixture.page()
    #expect(page.contains("Weighed: harm"))
    #expect(page.contains("The integrated care board. It knows nothing of it"))
  }

  @Test("is decided by the council and the police at least", arguments: ["1", "3", "2"])
  func bodies(only: String) throws {
    let fixture = try ReviewFixture()
    let answer = try fixture.act(
      .decide,
      ReviewFixture.decided.filter { $0.0 != "bodies" } + [("bodies", only)]
        + ReviewFactor.allCases.map { ($0.rawValue, "Weighed") })
    #expect(answer.status == 422 && answer.words.contains(DecidingBodies.missing))
  }

  @Test("is neither recorded, decided nor chaired by who worked the case", arguments: Engine.tested)
  func worked(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    let report = try fixture.casework.report()
    let file = try fixture.casework.openCase(report)
    let officer = CaseworkFixture.actor(.officer).account
    for reference in [report.description, file.description, ""] {
      try fixture.complain(30, reference: reference)
    }
    #expect(try fixture.page().contains("May not decide or chair"))
    let refused = try fixture.act(.decide, ReviewFixture.decided, as: .officer)
    #expect(refused.status == 422 && refused.words.contains(ReviewActs.worked))
    let named = try fixture.act(
      .decide,
      ReviewFixture.decided.filter { $0.0 != "who" } + [("who", "person \(officer), council")])
    #expect(named.status == 422 && named.words.contains("may not decide on it"))
    try fixture.act(.decide, ReviewFixture.decided)
    let today = fixture.casework.services.clock.today
    let chaired = try fixture.act(
      .panel,
      ReviewFixture.date("held", today) + [
        ("chair", "Person \(officer)"), ("independent", "yes"),
        ("independence", "Said to be"), ("took-part", "1"),
        ("victim", "none"), ("found", "Something"),
      ])
    #expect(chaired.status == 422 && chaired.words.contains("may not chair"))
  }

  @Test("says a form was overtaken, and keeps what was typed")
  func stale() throws {
    let fixture = try ReviewFixture()
    let path = ReportsRoute.actOn(fixture.reference, .complaint).path
    try fixture.complain(30)
    let answer = try #require(
      try fixture.casework.visit(
        path, as: .manager, form: [("version", "1"), ("body", "police"), ("what", "Typed words")]))
    #expect(answer.status == 409)
    #expect(answer.words.contains("Somebody else wrote into this review meanwhile"))
    #expect(answer.text.contains("Typed words"))
  }

  @Test("is taken for somebody who calls, with the day it came", arguments: Engine.tested)
  func taken(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let form =
      [
        ("channel", "phone"), ("for", "other"), ("story", "Planted"), ("name", "Planted"),
        ("phone", "07700 900123"), ("once", "once"), ("safe", "phone"), ("times", "morning"),
        ("victim", "Victoria Planted"), ("agreed-how", "On the telephone"),
      ] + ReviewFixture.date("applied", fixture.services.clock.today.adding(days: -3))
      + ReviewFixture.date("agreed", fixture.services.clock.today.adding(days: -4))
    #expect(try fixture.status("/reports/reviews/new", as: .officer, form: form) == 303)
    let found = try fixture.database.read { try CaseReviewStore.page(1, $0) }.reviews
    #expect(found.map(\.channel) == [.phone])
    #expect(found[0].appliedOn == fixture.services.clock.today.adding(days: -3))
    let future = form + ReviewFixture.date("applied", fixture.services.clock.today.adding(days: 1))
    let refused =
      future.filter { !$0.0.hasPrefix("applied") }
      + ReviewFixture.date("applied", fixture.services.clock.today.adding(days: 1))
    #expect(try fixture.status("/reports/reviews/new", as: .officer, form: refused) == 422)
    #expect(try fixture.status("/reports/reviews/new", as: .coordinator) == 404)
  }

  @Test("is sealed: no word of it stands in the file")
  func sealed() throws {
    let fixture = try ReviewFixture()
    try fixture.complain(30, reference: "PLANTED-77")
    let bytes = try Bytes.latin(of: try #require(fixture.casework.database.path))
    #expect(!bytes.contains("Planted") && !bytes.contains("PLANTED"))
  }

  static let refusals: [(ReviewAct, [(String, String)], String)] = [
    (.complaint, [("body", "council")], "Enter what it was about"),
    (.complaint, [("what", "x")], "Choose whom it was made to"),
    (.complaint, [("what", "x"), ("body", "council"), ("same", "99")], "Choose a complaint"),
    (
      .complaint,
      [
        ("what", "x"), ("body", "council"), ("behaviour-day", "31"), ("behaviour-month", "2"),
        ("behaviour-year", "2026"),
      ], "must be a real date"
    ),
    (.drop, [("why", "x")], "Choose which complaint"),
    (.panel, [], "There is no review to be held"),
    (.recommend, [], "Recommendations follow the meeting"),
    (.answer, [("which", "1"), ("answer", "accepted"), ("answer-words", "x")], "answered already"),
    (.outcome, [], "after the meeting"), (.appeal, [], "nothing to appeal against"),
  ]

  @Test("refuses each step out of order or without its words", arguments: refusals)
  func refusing(act: ReviewAct, form: [(String, String)], words: String) throws {
    let fixture = try ReviewFixture()
    let answer = try fixture.act(act, form)
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
  }

  @Test("lists by an index, and counts a year by one", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let plan = try QueryPlan.of(CaseReviewStore.query(1), fixture.database)
    #expect(plan.uses(index: "case_review_applied"), "\(plan)")
    let year = try QueryPlan.of(
      ReviewYear.query(fixture.services.clock.today.month.financialYear), fixture.database)
    #expect(!year.readsAll(of: "case_review"), "\(year)")
  }
}
