import Database
import Kernel
import Messages
import TestKit
import Testing

@testable import Casework

@Suite("What is due", .database)
struct RetentionPlanTests {
  private static func rules(_ fixture: CaseworkFixture) throws -> [RetentionKind: RetentionRule] {
    try fixture.database.read { read in
      try RetentionStore(services: fixture.services, now: fixture.now).rules(read)
    }
  }

  static let kinds: [(RetentionKind, String)] = [
    (.file, "case_file_closed"), (.evidence, "case_file_closed"), (.report, "report_ended"),
    (.review, "case_review_request_received"),
  ]

  @Test("is read by indexes", arguments: Engine.tested, kinds)
  func due(engine: Engine, kind: (RetentionKind, String)) throws {
    let fixture = try CaseworkFixture(engine)
    let sql = RetentionQueries.due(
      kind.0, try Self.rules(fixture), at: fixture.now, page: 1, limit: 51)
    let plan = try QueryPlan.of(sql, fixture.database)
    #expect(plan.uses(index: kind.1), "\(plan)")
    for table in ["case_file", "report", "case_review", "case_review_request", "retention_hold"] {
      #expect(!plan.readsAll(of: table), "\(plan)")
    }
  }

  @Test("and what keeps it, what was deleted, and what is forgotten too", arguments: Engine.tested)
  func others(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for (sql, index) in [
      (OpenReviews.openQuery, "case_review_standing"),
      (OpenReviews.query([ID(1), ID(2)]), "case_review_complaint_of"),
      (Tombstone.query(2), "retention_tombstone_at"),
      (Forgetting.answersQuery(fixture.now), "report_survey_words"),
      (Outbox.forgetting(before: fixture.now, limit: 500), "message_words"),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(plan.uses(index: index), "\(plan)")
    }
  }
}
