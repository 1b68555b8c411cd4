import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Deciding on a case review, and an appeal", .database)
struct ReviewDecidingTests {
  /// A rule in force from a day, with the working days to acknowledge an application and to appeal.
  private func rule(
    _ number: Int, from day: String, acknowledge: Int = 5, _ fixture: ReviewFixture
  ) throws {
    let rule = ReviewRule(
      number: number, validFrom: try #require(Day(day)), needed: 3, acknowledgeDays: acknowledge,
      decideDays: 10, meetDays: 20, appealDays: 15)
    try fixture.casework.database.write { write in
      try rule.add(by: nil, at: fixture.casework.now, in: write)
    }
  }

  private func held(_ fixture: ReviewFixture) throws {
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    try fixture.act(.decide, ReviewFixture.decided)
    try fixture.act(.panel, meeting(fixture) + [("chair", "Chair D, of another borough")])
  }

  private func meeting(_ fixture: ReviewFixture) -> [(String, String)] {
    ReviewFixture.date("held", fixture.casework.services.clock.today) + [
      ("independent", "yes"), ("independence", "Of a borough that had no part"),
      ("took-part", "1"), ("victim", "statement"), ("found", "Nobody put them together"),
    ]
  }

  private func told(_ fixture: ReviewFixture) throws {
    try fixture.act(
      .outcome,
      ReviewFixture.date("consulted", fixture.casework.services.clock.today) + [
        ("outcome", "One person answers you now"), ("plan-said", "They want it soon"),
      ])
  }

  private func account(_ role: Role) -> String {
    CaseworkFixture.actor(role).account.description
  }

  @Test("rests on nothing that was reported the day after the application", arguments: [0, 1])
  func later(days: Int) throws {
    let fixture = try ReviewFixture()
    fixture.casework.wait(until: "2026-11-25T12:00:00Z")
    let day = try fixture.review.appliedOn.adding(days: days)
    let answer = try fixture.act(
      .complaint,
      [("body", "council"), ("what", "Planted")] + ReviewFixture.date("reported", day))
    #expect(answer.status == (days == 0 ? 303 : 422))
    let told = answer.words.contains("must not be after the application, which came on")
    #expect(told == (days == 1))
    let behaved = try fixture.act(
      .complaint,
      [("body", "council"), ("what", "Planted")] + ReviewFixture.date("behaviour", day))
    #expect(behaved.status == (days == 0 ? 303 : 422))
  }

  @Test("has its days by the rule of the day it was applied for", arguments: Engine.tested)
  func days(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try rule(1, from: "2026-01-01", acknowledge: 5, fixture)
    try rule(2, from: "2026-11-21", acknowledge: 1, fixture)
    fixture.casework.wait(until: "2026-11-23T12:00:00Z")
    for path in ["/work", ReportsRoute.reviews(page: 1).path] {
      let page = try #require(
        path == "/work"
          ? try fixture.casework.answer(path, as: .officer)
          : try fixture.casework.visit(path, as: .officer)
      ).words
      #expect(page.contains("Acknowledge it by 27 November 2026"), "\(path)")
    }
  }

  @Test(
    "is neither recommended on, told nor appealed by who worked the case",
    arguments: [ReviewAct.recommend, .outcome, .appeal])
  func worked(act: ReviewAct) throws {
    let fixture = try ReviewFixture()
    let file = try fixture.casework.openCase(try fixture.casework.report())
    try fixture.complain(30, reference: file.description)
    for ago in [60, 90] { try fixture.complain(ago) }
    try fixture.act(.decide, ReviewFixture.decided)
    try fixture.act(.panel, meeting(fixture) + [("chair", "Chair D")])
    let refused = try fixture.act(act, [], as: .officer)
    #expect(refused.status == 422 && refused.words.contains(ReviewActs.worked))
    #expect(try fixture.page(as: .officer).contains(ReviewActs.worked))
  }

  @Test("names people of the directory who decided, none who worked a case")
  func deciders() throws {
    let fixture = try ReviewFixture()
    let file = try fixture.casework.openCase(try fixture.casework.report())
    try fixture.complain(30, reference: file.description)
    for ago in [60, 90] { try fixture.complain(ago) }
    let form = ReviewFixture.decided.filter { $0.0 != "who" }
    let nobody = try fixture.act(.decide, form)
    #expect(nobody.status == 422 && nobody.words.contains(Deciders.missing))
    let barred = try fixture.act(.decide, form + [("deciders", account(.officer))])
    #expect(barred.status == 422 && barred.words.contains("worked a case this is about"))
    #expect(
      try fixture.act(.decide, form + [("deciders", account(.coordinator))]).status == 303)
    let words = "Who decided Person \(account(.coordinator)), Thornmere Council"
    #expect(try fixture.page().contains(words))
  }

  @Test(
    "bars by whole names",
    arguments: [("Person 3", true), ("3 Person", true), ("Persona 33", false)])
  func names(typed: String, isBarred: Bool) throws {
    let fixture = try ReviewFixture()
    let file = try fixture.casework.openCase(try fixture.casework.report())
    for ago in [30, 60, 90] { try fixture.complain(ago, reference: file.description) }
    let officer = account(.officer)
    let typed = typed.replacing("3", with: officer)
    let answer = try fixture.act(
      .decide, ReviewFixture.decided.filter { $0.0 != "who" } + [("who", "\(typed), council")])
    #expect(answer.status == (isBarred ? 422 : 303), "\(typed)")
  }

  @Test("gives the chair of the meeting the seat, and takes none but who has it")
  func chair() throws {
    let fixture = try ReviewFixture()
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    try fixture.act(.decide, ReviewFixture.decided)
    let unsaid = try fixture.act(
      .panel, meeting(fixture).filter { $0.0 != "independence" } + [("chair", "Chair D")])
    #expect(unsaid.status == 422 && unsaid.words.contains(PanelForm.noIndependence))
    let review = try fixture.review
    try fixture.casework.database.write { write in
      try write.run(
        """
        INSERT INTO case_review_seat (request, account, part, since)
        VALUES (\(review.id), \(CaseworkFixture.actor(.coordinator).account), 'chair', '2026-11-20')
        """)
    }
    for other in [("chair", "Chair D"), ("chair-account", account(.partner))] {
      let refused = try fixture.act(.panel, meeting(fixture) + [other])
      #expect(refused.status == 422 && refused.words.contains("The seat of the chair is"))
    }
    let answer = try fixture.act(
      .panel, meeting(fixture) + [("chair-account", account(.coordinator))])
    #expect(answer.status == 303)
    #expect(try fixture.page().contains("Of a borough that had no part"))
  }

  @Test("records that one body that has no entry decided too")
  func bodies() {
    let council = Agency(id: ID(1), key: "council", name: "Thornmere Council", kind: .council)
    let bodies = RelevantBodies([council])
    #expect(bodies.all.map(\.kind) == [.council, .police, .health, .housing])
    #expect(
      bodies.chosen(["1", "health"]).map(\.name) == [council.name, "The integrated care board"])
  }

  @Test("has what bodies are to answer on the worklist until they did, late in red")
  func answers() throws {
    let fixture = try ReviewFixture()
    try held(fixture)
    let today = fixture.casework.services.clock.today
    let form = [("to", "3"), ("recommendation", "Name one person")]
    for (day, status) in [(today.adding(days: -1), 422), (today, 303)] {
      let answer = try fixture.act(.recommend, form + ReviewFixture.date("due", day))
      #expect(answer.status == status)
    }
    let words = "Answer of Thornmere Constabulary to a recommendation by 20 November 2026"
    try told(fixture)
    #expect(try fixture.casework.answer("/work", as: .officer)?.words.contains(words) == true)
    #expect(try fixture.page().contains("20 November 2026 Waiting"))
    fixture.casework.wait(until: "2026-11-21T12:00:00Z")
    #expect(try fixture.page().contains("20 November 2026 Late"))
    #expect(try fixture.page().contains("They want it soon"))
    let id = try fixture.review.id
    let records = CaseReviewRecords(keyring: fixture.casework.services.keyring)
    let one = try #require(
      try fixture.casework.database.read { try records.recommendations(of: id, $0) }.first)
    try fixture.act(
      .answer, [("which", one.id.description), ("answer", "accepted"), ("answer-words", "Done")])
    #expect(try fixture.casework.answer("/work", as: .officer)?.words.contains(words) != true)
  }

  @Test("is appealed against, decided by others, and told in a letter", arguments: Engine.tested)
  func appeal(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try held(fixture)
    try told(fixture)
    let today = fixture.casework.services.clock.today
    try fixture.act(
      .appeal, ReviewFixture.date("appealed", today) + [("appeal-words", "It names no dates")])
    #expect(
      try fixture.casework.answer("/work", as: .officer)?.words.contains("Decide the appeal")
        == true)
    let end = [("result", "upheld"), ("appeal-words", "It names no dates, so it is made anew")]
    let own = try fixture.act(.appeal, end + [("appeal-who", "Director E")])
    #expect(own.status == 422 && own.words.contains(ReviewActs.decidedFirst))
    let first = try fixture.act(
      .appeal, end + [("appeal-deciders", account(.manager))], as: .officer)
    #expect(first.status == 422 && first.words.contains("decided first"))
    let nobody = try fixture.act(.appeal, end, as: .officer)
    #expect(nobody.status == 422 && nobody.words.contains(Deciders.missing))
    #expect(
      try fixture.act(.appeal, end + [("appeal-who", "Director E")], as: .officer).status == 303)
    #expect(try fixture.review.appeal == .upheld)
    let outbox = fixture.casework.services.outbox
    let subject = try fixture.review.subject
    let letter = try fixture.casework.database.read { read in
      let letters = try outbox.messages(about: subject, in: read)
      return try letters.filter { $0.title.contains("appeal") }.compactMap {
        try outbox.words(of: $0.id, in: read)?.body.reveal(for: "test")
      }
    }
    #expect(letter.count == 1)
    #expect(
      letter.first?.contains("found to be right. It names no dates, so it is made anew") == true)
  }

  /// A refusal that is appealed against; the floor is not met.
  private func refused(_ fixture: ReviewFixture) throws {
    try fixture.complain(30)
    let weighed = ReviewFactor.allCases.map { ($0.rawValue, "Weighed") }
    let decided = ReviewFixture.decided.filter { $0.0 != "decision" }
    let form = decided + weighed + [("decision", "no-review"), ("absent", "It knows nothing")]
    #expect(try fixture.act(.decide, form).status == 303)
    let today = fixture.casework.services.clock.today
    try fixture.act(
      .appeal, ReviewFixture.date("appealed", today) + [("appeal-words", "Nobody came")])
  }

  private func decide(_ result: ReviewAppeal, _ fixture: ReviewFixture) throws -> Response {
    try fixture.act(
      .appeal,
      [
        ("result", result.rawValue), ("appeal-words", "The weeks before belong to it"),
        ("appeal-who", "Director E"),
      ], as: .officer)
  }

  @Test(
    "opens the review where an appeal against a refusal is upheld, with days of its own",
    arguments: Engine.tested)
  func reopened(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try rule(1, from: "2026-01-01", fixture)
    try refused(fixture)
    fixture.casework.wait(until: "2026-12-02T12:00:00Z")
    #expect(try decide(.upheld, fixture).status == 303)
    let review = try fixture.review
    let today = fixture.casework.services.clock.today
    #expect(review.decision == .review && review.reopenedOn == today)
    #expect(review.state == "Review to be held" && review.appealedOn == nil)
    let meet = WorkingTime.statutory.day(20, after: today)
    let page = try fixture.page()
    #expect(page.contains("An appeal against the refusal was upheld on 2 December 2026"))
    #expect(page.contains("Hold the review") && page.contains("By \(meet.weekdayWords)"))
    #expect(page.contains("Nobody came") && page.contains("The weeks before belong to it"))
    let work = try #require(try fixture.casework.answer("/work", as: .officer)).words
    #expect(work.contains("Hold the review by \(meet.words)"), "\(work)")
    #expect(try fixture.casework.trail().contains { $0.hasPrefix("casework.review-reopened") })
    let outbox = fixture.casework.services.outbox
    let letters = try fixture.casework.database.read { read in
      try outbox.messages(about: review.subject, in: read).map { message in
        try outbox.words(of: message.id, in: read)?.body.reveal(for: "test") ?? ""
      }
    }
    let letter = try #require(letters.first { $0.contains("there will be a case review. It is") })
    #expect(letter.contains("It is held by \(meet.words). The weeks before belong to it"))
    let early = try fixture.act(
      .appeal, ReviewFixture.date("appealed", today) + [("appeal-words", "Again")])
    #expect(early.status == 422, "its outcome alone can be appealed against")
    try fixture.act(
      .panel,
      ReviewFixture.date("held", today) + [
        ("chair", "Chair D, of another borough"), ("independent", "yes"),
        ("independence", "Of a borough that had no part"), ("took-part", "1"),
        ("victim", "statement"), ("found", "Nobody put the reports together"),
      ])
    try told(fixture)
    #expect(try fixture.review.toldAt != nil)
    let year = try #require(
      try fixture.casework.database.read { try ReviewYear.all(through: today, $0) }.first)
    #expect(year.notMet == 1 && year.held == 1, "both stand in the four counts")
    let again = try fixture.act(
      .appeal, ReviewFixture.date("appealed", today) + [("appeal-words", "The outcome is thin")])
    #expect(again.status == 303)
    #expect(try fixture.review.state == "Appealed against")
  }

  @Test("opens nothing where the appeal is not upheld", arguments: Engine.tested)
  func stands(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try refused(fixture)
    #expect(try decide(.notUpheld, fixture).status == 303)
    let review = try fixture.review
    #expect(review.decision == .noReview && review.reopenedOn == nil)
    #expect(review.appeal == .notUpheld && review.state == "Appeal decided")
    #expect(!(try fixture.casework.trail().contains { $0.hasPrefix("casework.review-reopened") }))
    let work = try #require(try fixture.casework.answer("/work", as: .officer)).words
    #expect(!work.contains("Hold the review"))
  }

  @Test("says that an appeal came late, and keeps why it was accepted", arguments: [15, 16])
  func late(days: Int) throws {
    let fixture = try ReviewFixture()
    try rule(1, from: "2026-01-01", fixture)
    try held(fixture)
    try told(fixture)
    let appealed = WorkingTime.statutory.day(days, after: fixture.casework.services.clock.today)
    fixture.casework.wait(until: "2027-01-08T12:00:00Z")
    let form = ReviewFixture.date("appealed", appealed) + [("appeal-words", "No dates")]
    let answer = try fixture.act(.appeal, form)
    #expect(answer.status == (days == 15 ? 303 : 422))
    guard days == 16 else {
      #expect(!(try fixture.page().contains("It came late")))
      return
    }
    #expect(answer.words.contains(AppealForm.noLateReason))
    #expect(try fixture.act(.appeal, form + [("late", "They were in hospital")]).status == 303)
    let page = try fixture.page()
    #expect(page.contains("It came late and was accepted"))
    #expect(page.contains("They were in hospital"))
  }

  @Test(
    "counts years without any with noughts, from the first to the present", arguments: Engine.tested
  )
  func years(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    func years(_ day: String) throws -> [ReviewYear] {
      let day = try #require(Day(day))
      return try fixture.database.read { try ReviewYear.all(through: day, $0) }
    }
    #expect(try years("2026-11-20").map(\.applications) == [0])
    try fixture.database.write { write in
      _ = try CaseReviewStore(fixture.services).add(
        CaseReviewRequest(name: "Planted"), once: "one", applied: Day("2024-03-31"),
        at: fixture.now, in: write)
    }
    #expect(try years("2026-11-20").map(\.applications) == [0, 0, 0, 1])
    let plan = try QueryPlan.of(ReviewYear.firstQuery, fixture.database)
    #expect(plan.uses(index: "case_review_applied"), "\(plan)")
  }
}
