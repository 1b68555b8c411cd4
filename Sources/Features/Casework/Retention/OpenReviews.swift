internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Cases and reports that open case reviews are about; they are kept until the review is over.
struct OpenReviews {
  let keyring: Keyring

  /// What of some records open reviews name.
  func holds(of references: Set<Reference>, _ read: Read) throws -> [RecordHold] {
    guard !references.isEmpty else { return [] }
    let open = try read.all(Self.openQuery) { row in try row.id(CaseReviewRequest.self) }
    guard !open.isEmpty else { return [] }
    return try read.all(Self.query(open)) { row -> RecordHold? in
      let review: Reference = try row.parsed()
      let id: ID<ReviewComplaint> = try row.id()
      let content: Sensitive<ReviewComplaint.Content> = try ReportSealing.value(
        keyring.open(
          row.bytes(), table: CaseReviewRecords.complaints, row: id, column: "content"))
      let about = Reference(content.reveal(for: "what an open review is about").reference)
      guard let about, references.contains(about) else { return nil }
      return RecordHold(
        about, "Case review \(review) is open", path: ReportsRoute.review(review).path)
    }.compactMap(\.self)
  }

  /// Open reviews: a few dozen, whatever was applied for in all.
  static let openQuery: SQL = """
    SELECT request FROM case_review WHERE \(RetentionQueries.isReviewOpen)
    ORDER BY decided_at, request LIMIT 1000
    """

  /// The complaints they name.
  static func query(_ open: [ID<CaseReviewRequest>]) -> SQL {
    """
    SELECT q.reference, x.id, x.content FROM case_review_complaint x
    JOIN case_review_request q ON q.id = x.request
    WHERE x.request IN (\(list: open)) ORDER BY x.request, x.id LIMIT 5000
    """
  }
}
