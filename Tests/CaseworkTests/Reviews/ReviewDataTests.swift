import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("What case reviews keep of whoever asks for it", .database)
struct ReviewDataTests {
  private func fixture(_ engine: Engine, onBehalf: Bool) throws -> CaseworkFixture {
    let fixture = try CaseworkFixture(engine, personalData: [ReviewPersonalData.source])
    var request = CaseReviewRequest(
      name: onBehalf ? "Friend Planted" : "Zebedee Planted", phone: "07700 900123",
      story: "Planted noise, call 07700 900123, not 07700 900999")
    if onBehalf {
      request.isOnBehalf = true
      request.victim = CaseReviewRequest.Victim(
        name: "Zebedee Planted", agreedOn: "2026-11-19", agreedHow: "In writing")
    }
    try fixture.database.write { [request] write in
      _ = try CaseReviewStore(fixture.services).add(
        request, once: "one", at: fixture.now, in: write)
    }
    let review = try #require(
      try fixture.database.read { try CaseReviewStore.page(1, $0) }.reviews.first)
    for (act, form) in [
      (ReviewAct.acknowledge, []),
      (.account, [("of", "3"), ("account", "Called on Quentin Thirdparty")]),
    ] {
      let version = try fixture.database.read { read in
        try CaseReviewStore(fixture.services).review(review.reference, read)?.version
      }
      let path = ReportsRoute.actOn(review.reference, act).path
      let fields = [("version", String(version ?? 0))] + form
      #expect(try fixture.status(path, as: .manager, form: fields) == 303)
    }
    return fixture
  }

  private func chosen(_ fixture: CaseworkFixture) throws -> Reference {
    let request = try fixture.dataRequest()
    let path = "/data-requests/\(request)/people"
    #expect(try #require(try fixture.access(path)).words.contains("Case review TM-"))
    #expect(try fixture.accessStatus(path, form: [("record", "review-1")]) == 303)
    return request
  }

  @Test("gives the application and the letters, others struck out", arguments: Engine.tested)
  func own(engine: Engine) throws {
    let fixture = try fixture(engine, onBehalf: false)
    let request = try chosen(fixture)
    let items = try fixture.review(request).items
    let outcomes = Dictionary(uniqueKeysWithValues: items.map { ($0.item.title, $0.outcome) })
    #expect(outcomes["The application"] == .given)
    #expect(outcomes["Case review: request received"] == .given)
    #expect(outcomes["What a body did"] == .open)
    let given = try fixture.released(request)
    #expect(given.contains("Planted noise, call 07700 900123, not \(Striking.mark)"))
    #expect(!given.contains("Thirdparty"))
  }

  @Test("waits for a person where one spoke for another", arguments: Engine.tested)
  func behalf(engine: Engine) throws {
    let fixture = try fixture(engine, onBehalf: true)
    let items = try fixture.review(try chosen(fixture)).items
    #expect(!items.isEmpty && items.allSatisfy { $0.outcome == .open })
  }

  @Test("names nobody else's application, and is read by an index", arguments: Engine.tested)
  func others(engine: Engine) throws {
    let fixture = try fixture(engine, onBehalf: false)
    let found = try fixture.database.read { read in
      try ReviewPersonalData.source.find(Sensitive("Quentin Nobody"), fixture.services, read)
    }
    #expect(found.isEmpty)
    // PostgreSQL reads so many of so few rows whole.
    guard engine == .sqlite else { return }
    let plan = try QueryPlan.of(ReviewPersonalData.query, fixture.database)
    #expect(plan.uses(index: "case_review_applied"), "\(plan)")
  }
}
