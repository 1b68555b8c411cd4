internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Answers the pages of a request for a case review that its applicant follows.
struct ReviewTrackHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  private var cookie: VisitorCookie { .review(visit.services.settings) }
  private var token: String? { cookie.token(of: visit.request) }
  private var store: ReviewFollowStore { ReviewFollowStore() }
  private var isPost: Bool { visit.request.method == .post }

  func respond(_ route: ReviewTrackRoute) throws -> Response {
    switch route {
    case .track: try isPost ? open() : opening.ask()
    case .leave: try leave()
    case .own, .ask: try isPost ? note() : show()
    }
  }

  private var opening: SecretOpening {
    SecretOpening(visit: visit, desk: desk, cookie: cookie) { state, csrf in
      visit.reportPage(ReviewTrackPage.title, state) { ReviewTrackPage(state: state, csrf: csrf) }
    }
  }

  private func open() throws -> Response {
    try opening.open(to: ReviewTrackRoute.own.path) { _ in
      opening.refused(Refusal("reference", ReviewTrackPage.unknown))
    } find: { typed, old, fresh, write in
      guard try store.accepts(typed.secret, for: typed.reference, write) else { return false }
      try store.close(old, in: write)
      try store.open(fresh, typed.reference, at: visit.now, in: write)
      return true
    }
  }

  private func show() throws -> Response {
    try visit.read { read in
      guard let token, let opened = try store.opened(token, at: visit.now, read),
        let review = try CaseReviewStore(visit.services).review(opened.reference, read)
      else { return Response.redirect(to: ReviewTrackRoute.track.path).unkept }
      let page = OwnReviewPage(
        review: review, rule: try ReviewActs.rule(of: review, read),
        secret: opened.isNoted ? nil : ReviewFollowStore.secret(of: token, opened.reference),
        csrf: VisitorCookie.secret(of: token).token())
      return visit.reportPage(page.title) { page }
    }
  }

  /// The secret was written down.
  private func note() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    try visit.services.database.write { write in try store.note(token, in: write) }
    return Response.redirect(to: ReviewTrackRoute.own.path).unkept
  }

  private func leave() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    try visit.services.database.write { write in try store.close(token, in: write) }
    return Response.redirect(to: "/").setting(cookie.gone).unkept
  }

  private func hasOwnForm(_ token: String) -> Bool {
    VisitorCookie.secret(of: token).accepts(visit.request.form["csrf"])
  }
}
