internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows requests for case reviews to those who open reports.
struct ReviewRequestHandlers {
  let visit: StaffVisit

  private var store: CaseReviewStore { CaseReviewStore(visit.services) }

  func list(_ page: Int) throws -> Response {
    try CaseworkPolicy.require(.open, visit.actor)
    return try visit.read { read in
      let (lines, hasMore) = try CaseReviewStore.page(page, read)
      return visit.page("Requests for case reviews", crumbs: ReportsHandlers.crumbs) {
        PageHead("Requests for case reviews", lede: "The latest first.")
        Sheet {
          DataTable(
            caption: "Requests", hidesCaption: true,
            columns: [.text("Reference"), .text("Received")],
            rows: lines.map { line in
              [
                .link(
                  line.reference.description, to: ReportsRoute.review(line.reference).path),
                .text(London.words(line.receivedAt)),
              ]
            }, empty: "Nobody has asked for one.")
          Turning(
            previous: page > 1 ? ReportsRoute.reviews(page: page - 1).path : nil,
            next: hasMore ? ReportsRoute.reviews(page: page + 1).path : nil)
        }
      }
    }
  }

  func show(_ reference: Reference) throws -> Response {
    try CaseworkPolicy.require(.open, visit.actor)
    return try visit.read { read in
      guard let line = try store.line(reference, read) else { throw CaseworkProblem.notFound }
      visit.shows("casework.review-opened", "case-review/\(reference)")
      let request = try store.content(line, read).reveal(for: "the page of the request")
      let crumbs =
        ReportsHandlers.crumbs + [
          Crumb("Requests for case reviews", ReportsRoute.reviews(page: 1).path)
        ]
      return visit.page("Request \(reference)", crumbs: crumbs) {
        Handling(note: "That you opened this request is recorded with your name.")
        PageHead(
          "Request for a case review", kicker: reference.description,
          lede: "Received \(London.words(line.receivedAt))")
        Sheet { SummaryList(Self.rows(request)) }
      }
    }
  }

  private static func rows(_ request: CaseReviewRequest) -> [ReportRows.Row] {
    [
      ("For", request.isOnBehalf ? "Somebody else, who agrees" : "Themselves", nil),
      ("In their words", request.story, nil),
      ("References", request.references.isEmpty ? "Not given" : request.references, nil),
      ("Name", request.name, nil),
      ("Telephone", request.phone.isEmpty ? "Not given" : request.phone, nil),
      ("Email", request.email.isEmpty ? "Not given" : request.email, nil),
    ]
  }
}
