internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of those who work on applications for case reviews.
struct ReviewHandlers {
  let visit: StaffVisit

  static let crumbs =
    ReportsHandlers.crumbs + [Crumb("Case reviews", ReportsRoute.reviews(page: 1).path)]

  /// The way back, for those who see the list.
  static func crumbs(for actor: Actor) -> [Crumb] {
    CaseworkPolicy.allows(.listReviews, actor) ? crumbs : ServiceHandlers.crumbs(for: actor)
  }

  private var store: CaseReviewStore { CaseReviewStore(visit.services) }
  private var isForm: Bool { visit.request.method == .post }

  func list(_ page: Int) throws -> Response {
    try CaseworkPolicy.require(.listReviews, visit.actor)
    return try visit.read { read in
      let (reviews, hasMore) = try CaseReviewStore.page(page, read)
      let model = ReviewListModel(
        page: page, reviews: reviews, hasMore: hasMore,
        rules: try ReviewRules(read),
        years: try ReviewYear.all(through: visit.services.clock.today, read),
        today: visit.services.clock.today,
        mayOpen: CaseworkPolicy.allows(.review, visit.actor),
        mayConfigure: CaseworkPolicy.allows(.configure, visit.actor))
      return visit.page("Case reviews", crumbs: ReportsHandlers.crumbs) {
        ReviewListPage(model: model)
      }
    }
  }

  func show(
    _ reference: Reference, _ act: ReviewAct? = nil, refusal: Refusal? = nil, status: Int? = nil
  ) throws -> Response {
    try CaseworkPolicy.require(.review, visit.actor)
    let model = try visit.read { read in try self.model(reference, act, refusal, read) }
    visit.shows("casework.review-opened", model.review.subject)
    let page = Page(
      frame: visit.frame, title: "Case review \(reference)", crumbs: Self.crumbs, refusal: refusal
    ) {
      ErrorSummary(refusal)
      ReviewPage(model: model)
    }
    return .html(page, status: status ?? (refusal == nil ? 200 : 422))
  }

  /// Carries a form out; a refused one is shown again with what was typed.
  func act(_ act: ReviewAct, _ reference: Reference) throws -> Response {
    try CaseworkPolicy.require(.review, visit.actor)
    guard isForm else { return try show(reference) }
    do {
      try visit.write { write in
        guard let review = try store.review(reference, write) else {
          throw CaseworkProblem.notFound
        }
        guard Int(visit.request.form["version"] ?? "") == review.version else {
          throw DatabaseError.stale
        }
        try ReviewActs(visit: visit, review: review).carryOut(act, in: write)
        try visit.record("casework.review-\(act.rawValue)", review.subject, in: write)
      }
    } catch let refusal as Refusal {
      return try show(reference, act, refusal: refusal)
    } catch DatabaseError.stale {
      let words =
        "Somebody else wrote into this review meanwhile. Look at it below and send yours again"
      return try show(reference, act, refusal: Refusal("", words), status: 409)
    }
    return .redirect(to: ReportsRoute.review(reference).path)
  }

  private func model(
    _ reference: Reference, _ act: ReviewAct?, _ refusal: Refusal?, _ read: Read
  ) throws -> ReviewModel {
    guard let review = try store.review(reference, read) else { throw CaseworkProblem.notFound }
    let records = CaseReviewRecords(keyring: visit.services.keyring)
    let complaints = try records.complaints(of: review.id, read)
    let rule = try ReviewActs.rule(of: review, read)
    let law = try ReviewLawStore.of(review, read)
    let request = try store.content(review, read)
    let linked = try LinkedCases(review, visit.services, read)
    return ReviewModel(
      review: review, request: request, complaints: complaints,
      own: try ownReports(review, request, complaints, read), rule: rule,
      verdict: ReviewVerdict(
        complaints.map { $0.tested(applied: review.appliedOn, rule: rule, law: law) },
        applied: review.appliedOn, rule: rule, law: law),
      linked: linked, people: try ReviewPeople(review, linked, visit.services, read),
      recommendations: try records.recommendations(of: review.id, read),
      records: try records.records(of: review.id, read),
      agencies: try visit.services.people.agencies(read),
      shares: try visit.services.shares.about(reference, read), now: visit.now,
      today: visit.services.clock.today,
      actor: visit.actor.account,
      mayPrepare: CaseworkPolicy.allows(.panel, visit.actor), csrf: visit.frame.csrf,
      refused: act.map { ($0, FormState(values: visit.request.form, refusal: refusal)) })
  }

  private func ownReports(
    _ review: CaseReview, _ request: Sensitive<CaseReviewRequest>, _ complaints: [ReviewComplaint],
    _ read: Read
  ) throws -> [OwnReport] {
    guard review.decidedAt == nil else { return [] }
    let entered = complaints.compactMap {
      Reference($0.content.reveal(for: "the reports of a review").reference)
    }
    return try OwnReport.all(
      of: request.reveal(for: "the reports of a review"), applied: review.appliedOn,
      visit.services.keyring, read
    ).filter { !entered.contains($0.reference) }
  }
}
