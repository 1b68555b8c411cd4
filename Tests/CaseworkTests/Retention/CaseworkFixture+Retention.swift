import Access
import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  func retention(
    _ path: String, as role: Role = .manager, form: [(String, String)]? = nil
  ) throws -> Response? {
    let visit = StaffVisit(
      request: try Request(path, form: form), actor: Self.actor(role), now: now, frame: .sample,
      services: services)
    return try RetentionHandlers(visit: visit).respond()
  }

  func retentionStatus(
    _ path: String, as role: Role = .manager, form: [(String, String)]? = nil
  ) throws -> Int { try FeatureKit.status { try retention(path, as: role, form: form) } }

  /// A case with something in every part, closed now.
  func closedCase() throws -> (file: Reference, report: Reference) {
    let report = try report()
    let file = try openCase(report)
    try give(file)
    for (act, form) in [
      ("person", [("part", "victim"), ("name", "Zebedee Planted")]),
      ("note", [("kind", "fact"), ("note", "Planted words"), ("kept", "yes")]),
      ("action", [("task", "Planted task"), ("agency", "2")] + date("due", "2026-11-27")),
    ] { _ = try answer("/cases/\(file)/\(act)", form: form) }
    _ = try shared(
      "/cases/shared/\(file)/note", form: [("kind", "fact"), ("note", "Planted by a partner")])
    _ = try addEvidence(file)
    _ = try answer(
      "/cases/\(file)/close",
      form: [("outcome", "warning"), ("close-reason", "Planted"), ("close-told", "Planted")])
    return (file, report)
  }

  /// An application for a case review that names a report.
  func reviewRequest(about report: Reference) throws -> Reference {
    try database.write { write in
      let request = try CaseReviewStore(services).add(
        CaseReviewRequest(name: "Planted"), once: report.description, at: now, in: write)
      let review = try CaseReviewStore(services).review(request.reference, write)
      let form = try ComplaintForm(
        Fields(
          [("body", "council"), ("what", "Planted"), ("reference", report.description)]
            + date("behaviour", "2026-11-01") + date("reported", "2026-11-02")), [],
        applied: London.day(now), today: London.day(now))
      try CaseReviewRecords(keyring: services.keyring).add(
        form, to: review?.id ?? ID(0), by: Self.actor(.manager).account, at: now, in: write)
      return request.reference
    }
  }

  /// Ends it: the threshold was not met.
  func end(review: Reference) throws {
    try database.write { write in
      try write.run(
        """
        UPDATE case_review SET decided_at = \(now), decision = 'no-review', floor_met = 0
        WHERE request = (SELECT id FROM case_review_request WHERE reference = \(review.description))
        """)
    }
  }

  /// Moves the clock to a moment.
  func wait(until moment: String) {
    guard let moment = Instant(moment) else { return }
    clock.advance(seconds: moment.since(now))
  }
}
