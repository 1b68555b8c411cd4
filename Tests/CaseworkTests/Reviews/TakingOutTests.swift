import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A complaint taken out of an application", .database)
struct TakingOutTests {
  private func complaints(_ fixture: ReviewFixture) throws -> [ReviewComplaint] {
    let records = CaseReviewRecords(keyring: fixture.casework.services.keyring)
    let review = try fixture.review
    return try fixture.casework.database.read { try records.complaints(of: review.id, $0) }
  }

  private func takeOut(
    _ complaint: ReviewComplaint, _ fixture: ReviewFixture, why: String = "Entered twice",
    as role: Role = .manager
  ) throws -> Response {
    try fixture.act(
      .drop, [("complaint", complaint.id.description), ("why", why)], as: role)
  }

  @Test("stays on record with the reason, which is asked", arguments: Engine.tested)
  func record(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try fixture.complain(30)
    let first = try #require(try complaints(fixture).first)
    let refused = try takeOut(first, fixture, why: "")
    #expect(refused.status == 422 && refused.words.contains("Enter why it is taken out"))
    #expect(try takeOut(first, fixture).status == 303)
    #expect(try complaints(fixture).isEmpty)
    let page = try fixture.page()
    for words in ["A complaint taken out", "Planted shouting", "Entered twice"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test(
    "is not taken out by who worked its case, and goes on to bar them", arguments: Engine.tested)
  func workers(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    let file = try fixture.casework.openCase(try fixture.casework.report())
    try fixture.complain(30, reference: file.description)
    let first = try #require(try complaints(fixture).first)
    let refused = try takeOut(first, fixture, as: .officer)
    #expect(refused.status == 422 && refused.words.contains(ReviewActs.entered))
    #expect(try takeOut(first, fixture).status == 303)
    for ago in [90, 60, 30] { try fixture.complain(ago) }
    let decided = try fixture.act(.decide, ReviewFixture.decided, as: .officer)
    #expect(decided.status == 422 && decided.words.contains(ReviewActs.worked))
  }

  @Test("is taken out by who entered it, also where they worked its case", arguments: Engine.tested)
  func own(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    let file = try fixture.casework.openCase(try fixture.casework.report())
    let form = [("body", "council"), ("what", "Planted"), ("reference", file.description)]
    #expect(try fixture.act(.complaint, form, as: .officer).status == 303)
    try fixture.complain(30)
    let page = try fixture.page(as: .officer)
    #expect(
      page.contains("Take a complaint out") && !page.contains("Choose one Complaint 1 Complaint 2"))
    let known = try complaints(fixture)
    #expect(try takeOut(known[1], fixture, as: .officer).words.contains(ReviewActs.entered))
    #expect(try takeOut(known[0], fixture, as: .officer).status == 303)
    #expect(try complaints(fixture).map(\.id) == [known[1].id])
  }

  @Test("parts complaints of its own application alone", arguments: Engine.tested)
  func apart(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    let other = try ReviewFixture(fixture.casework, once: "twice")
    for fixture in [fixture, other] {
      try fixture.complain(30)
      let first = try #require(try complaints(fixture).first)
      try fixture.complain(30, [("same", first.id.description)])
    }
    let elsewhere = try #require(try complaints(other).first)
    let answer = try takeOut(elsewhere, fixture)
    #expect(answer.status == 422 && answer.words.contains("Choose which complaint"))
    let (review, id) = (try fixture.review, elsewhere.id)
    let records = CaseReviewRecords(keyring: fixture.casework.services.keyring)
    try fixture.casework.database.write { try records.drop(id, of: review.id, in: $0) }
    #expect(try complaints(other).map(\.sameAs) == [nil, id])
  }
}

@Suite("What an application is about", .database)
struct ReviewReferencesTests {
  @Test("is told by the references the applicant gives too", arguments: Engine.tested)
  func given(engine: Engine) throws {
    let casework = try CaseworkFixture(engine)
    let file = try casework.openCase(try casework.report())
    let fixture = try ReviewFixture(casework, about: "My case is \(file).")
    let refused = try fixture.act(.decide, ReviewFixture.decided, as: .officer)
    #expect(refused.status == 422 && refused.words.contains(ReviewActs.worked))
    let page = try fixture.page()
    #expect(page.contains("May not decide or chair"))
  }

  @Test("bars who decided that a report is no case", arguments: Engine.tested)
  func undone(engine: Engine) throws {
    let casework = try CaseworkFixture(engine)
    let report = try casework.report()
    let decided = try casework.answer(
      "/work/triage/\(report)",
      form: [
        ("decision", "not-ours"), ("reason", "A matter between neighbours"), ("priority", "3"),
        ("why", "It is not ours"), ("step", "decide"),
      ])
    #expect(decided?.status == 303)
    let fixture = try ReviewFixture(casework)
    try fixture.complain(30, reference: report.description)
    let refused = try fixture.act(.decide, ReviewFixture.decided, as: .officer)
    #expect(refused.status == 422 && refused.words.contains(ReviewActs.worked))
  }
}
