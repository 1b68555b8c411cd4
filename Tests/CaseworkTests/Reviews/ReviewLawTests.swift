import Access
import Commands
import Database
import FeatureKit
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

extension ReviewLaw {
  /// The set of the Act of 2014: three complaints, a month to make each, six to apply.
  static let act2014 = set("asbcpa-2014", from: Day("2014-10-20"))

  static func set(
    _ key: String, from: Day?, through: Day? = nil, complaints: Int = 3, apply: Int = 6
  ) -> ReviewLaw {
    ReviewLaw(
      key: key, version: 1, title: "The floor", source: "An Act", section: "section 104(4)",
      territory: "England and Wales", from: from, through: through, note: "", isShipped: true,
      floor: Floor(complaints: complaints, reportMonths: 1, applyMonths: apply))
  }
}

extension ComplaintTest {
  /// A test under the Act of 2014 and no procedure.
  init(behaviour: Day?, reported: Day?, applied: Day) {
    self.init(
      behaviour: behaviour, reported: reported, applied: applied, months: 6, reportMonths: 1)
  }
}

@Suite("The law a case review rests on", .database)
struct ReviewLawTests {
  @Test(
    "is the set that came into force last, goes on until there is another, and is never undated",
    arguments: [
      ("2014-10-19", "old"), ("2014-10-20", "old"), ("2026-12-31", "old"), ("2027-01-01", "new"),
      ("2027-12-31", "new"), ("2028-01-01", "old"), ("2029-01-01", "old"),
    ])
  func days(day: String, key: String) throws {
    let sets = [
      ReviewLaw.set("old", from: Day("2014-10-20")), .set("undated", from: nil),
      .set("new", from: Day("2027-01-01"), through: Day("2027-12-31")),
    ]
    let day = try #require(Day(day))
    #expect(ReviewLaw.on(day, of: sets)?.key == key)
    let ended = [ReviewLaw.set("only", from: Day("2014-10-20"), through: Day("2020-01-01"))]
    #expect(ReviewLaw.on(day, of: ended)?.key == "only")
    #expect(ReviewLaw.on(day, of: [.set("undated", from: nil)]) == nil)
  }

  private static let fields = [
    ("act", "add"), ("key", "cpa-2027"), ("title", "A lower floor"),
    ("source", "Crime and Policing Act 2026"), ("section", "section 7"), ("complaints", "2"),
    ("report-months", "2"), ("apply-months", "12"), ("note", "Check commencement"),
  ]

  private static func date(_ key: String, _ version: Int, _ from: String) throws
    -> [(String, String)]
  {
    [("act", "date"), ("set", key), ("version", String(version))]
      + ReviewFixture.date("from-\(key)", try #require(Day(from)))
  }

  private func visit(
    _ fixture: ReviewFixture, _ form: [(String, String)]? = nil, as role: Role = .administrator
  ) throws -> Response? {
    try fixture.casework.visit("/reports/reviews/law", as: role, form: form)
  }

  @Test(
    "is added by an administrator, and tests applications of its days; a decision keeps its set",
    arguments: Engine.tested)
  func added(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    try fixture.act(.decide, ReviewFixture.decided)
    #expect(try fixture.review.law == "asbcpa-2014")
    let second = try ReviewFixture(fixture.casework, once: "second")
    #expect(try visit(fixture, Self.fields)?.status == 303)
    for ago in [40, 20] { try second.complain(ago) }
    #expect(try second.page().contains("2 of 2 complaints count. 3 are needed."))
    #expect(try visit(fixture, Self.date("cpa-2027", 1, "2026-11-01"))?.status == 303)
    let page = try second.page()
    #expect(page.contains("2 of 2 complaints count. 2 are needed."), "\(page)")
    #expect(page.contains("2 months beginning with the day it happened"))
    #expect(page.contains("Crime and Policing Act 2026, section 7"))
    let form = ReviewFixture.decided.filter { $0.0 != "decision" } + [("decision", "no-review")]
    let refused = try second.act(.decide, form)
    #expect(refused.status == 422 && refused.words.contains("section 7, Crime and Policing Act"))
    #expect(try fixture.page().contains("3 of 3 complaints count. 3 are needed."))
    #expect(try fixture.review.law == "asbcpa-2014", "a later set changes no decision")
    try second.act(.decide, ReviewFixture.decided)
    #expect(try second.review.law == "cpa-2027")
    let trail = try fixture.casework.trail()
    #expect(trail.contains { $0.hasPrefix("casework.review-law-added") })
    #expect(trail.contains { $0.hasPrefix("casework.review-law-dated") })
  }

  @Test(
    "is read by those who work with it, and changed by administrators alone", arguments: Role.all)
  func policy(role: Role) throws {
    let fixture = try ReviewFixture()
    func status(_ form: [(String, String)]?) throws -> Int {
      try FeatureKit.status { try visit(fixture, form, as: role) }
    }
    let reads = CaseworkPolicy.allows(.readLaw, CaseworkFixture.actor(role))
    #expect(try status(nil) == (reads ? 200 : 404))
    #expect(try status(Self.fields) == (role == .administrator ? 303 : 404))
  }

  static let refusals: [(String, String, String)] = [
    ("key", "Not a word", "Use small letters, figures and dashes, such as cpa-2026"),
    ("key", "asbcpa-2014", ReviewLawForm.taken),
    ("title", "", "what it is called"), ("source", "", "the Act"), ("section", "", "the section"),
    ("complaints", "0", "from 1 to 20"), ("complaints", "21", "from 1 to 20"),
    ("report-months", "61", "from 1 to 60"), ("apply-months", "six", "from 1 to 60"),
  ]

  @Test("is refused at the field that is wrong", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try ReviewFixture()
    let form = Self.fields.map { $0.0 == field ? (field, value) : $0 }
    let answer = try #require(try visit(fixture, form))
    #expect(answer.status == 422 && answer.words.contains(words), "\(answer.words)")
  }

  @Test("keeps a first day that was set, and tells when somebody else changed it")
  func fixed() throws {
    let fixture = try ReviewFixture()
    let moved = try #require(try visit(fixture, Self.date("asbcpa-2014", 1, "2020-01-01")))
    #expect(moved.status == 422 && moved.words.contains(ReviewLaw.fixed))
    let stale = try #require(try visit(fixture, Self.date("asbcpa-2014", 9, "2014-10-20")))
    #expect(stale.status == 422 && stale.words.contains(ReviewLawWork.changed))
    let unknown = try FeatureKit.status {
      try visit(fixture, Self.date("none", 1, "2026-01-01"))
    }
    #expect(unknown == 404)
    let ids = try #require(try visit(fixture)).text.matches(of: /\sid="([^"]+)"/).map(\.1)
    #expect(ids.count == Set(ids).count)
  }

  @Test("is listed, added and dated from the shell", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    func say(_ words: String...) -> Said {
      fixture.casework.services.shell(ReviewCommand.all, ["reviews"] + words)
    }
    #expect(say("law").out.contains("asbcpa-2014  3 complaints, 1 months to complain, 6 to apply"))
    let added = say(
      "law-add", "cpa-2027", "--title", "A lower floor", "--source", "An Act", "--section",
      "section 7", "--complaints", "2", "--report-months", "1", "--apply-months", "12")
    #expect(added.status == .done, "\(added.all)")
    #expect(say("law-date", "cpa-2027", "--from", "2027-04-01").status == .done)
    #expect(say("law-date", "none", "--from", "2027-04-01").status == .wrongUse)
    #expect(say("law-date", "cpa-2027", "--from", "2027-05-01").all.contains("first day stands"))
    let json = say("law", "--json").out
    #expect(json.contains("\"key\":\"cpa-2027\"") && json.contains("\"from\":\"2027-04-01\""))
  }

  @Test("is that of the Act for every decision of before", arguments: Engine.tested)
  func before(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    let step = try #require(ReviewLawSchema.migrations.first)
    try fixture.casework.database.write { write in
      try write.run("ALTER TABLE case_review DROP COLUMN law")
      try write.run("DROP TABLE case_review_law")
      try write.run("DELETE FROM migration WHERE name = \(step.name)")
      try write.run(
        "UPDATE case_review SET decided_at = \(fixture.casework.now), decision = 'review', floor_met = 1"
      )
    }
    let undecided = try ReviewFixtureRow.add(fixture)
    let all =
      Audit.migrations + JobQueue.migrations + KeptPages.migrations + WorkingDays.migrations
      + Outbox.migrations
      + Casework.feature.migrations
    #expect(try Migrator(all).migrate(fixture.casework.database.database) == [step.name])
    #expect(try fixture.review.law == "asbcpa-2014")
    let other = try fixture.casework.database.read { read in
      try CaseReviewStore(fixture.casework.services).review(undecided, read)
    }
    #expect(other?.law == nil)
  }
}

/// An application that nobody decided, written by hand.
private enum ReviewFixtureRow {
  static func add(_ fixture: ReviewFixture) throws -> Reference {
    try fixture.casework.database.write { write in
      let request = CaseReviewRequest(name: "Other", email: "o@planted.example", story: "Noise")
      return try CaseReviewStore(fixture.casework.services).add(
        request, once: "other", at: fixture.casework.now, in: write
      ).reference
    }
  }
}
