internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Answers the public page of case reviews and keeps what is asked for on it.
struct CaseReviewHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  private var cookie: VisitorCookie { .review(visit.services.settings) }
  private var token: String? { cookie.token(of: visit.request) }

  func respond() throws -> Response {
    guard visit.request.method == .post else { return try show(FormState()) }
    let fields = visit.request.form
    func refused(_ refusal: Refusal) throws -> Response {
      try show(FormState(values: fields, refusal: refusal))
    }
    guard let token, VisitorCookie.secret(of: token).accepts(fields["csrf"]) else {
      return try refused(Self.stale)
    }
    if let minutes = desk.limit.minutes(.review, from: visit.request.client, at: visit.now) {
      return try refused(Refusal("", VisitLimit.words(minutes)))
    }
    let form: CaseReviewForm
    do throws(Refusal) { form = try CaseReviewForm(fields, today: London.day(visit.now)) } catch {
      return try refused(error)
    }
    try keep(form.request, once: fields["once"] ?? token, token)
    return Response.redirect(to: ReviewTrackRoute.own.path).unkept
  }

  private func keep(_ request: CaseReviewRequest, once: String, _ token: String) throws {
    try visit.services.database.write { write in
      let (reference, isNew) = try CaseReviewStore(visit.services).add(
        request, once: once, at: visit.now, in: write)
      if isNew {
        try visit.services.audit.record(
          AuditEvent(
            actor: nil, action: "casework.review-requested", subject: "case-review/\(reference)",
            at: visit.now), in: write)
      }
      try ReviewFollowStore().begin(token, reference, at: visit.now, in: write)
    }
  }

  private func show(_ state: FormState) throws -> Response {
    let token = token ?? SecretToken.random()
    return try visit.read { read in
      let lines = try ServiceLines(read)
      let years = try ReviewYear.all(through: visit.services.clock.today, read)
      let response = visit.reportPage(CaseReviewPage.title, state) {
        CaseReviewPage(
          state: state, csrf: VisitorCookie.secret(of: token).token(),
          once: visit.request.form["once"] ?? SecretToken.random(), lines: lines,
          years: years)
      }
      return self.token == nil ? response.setting(cookie.holding(token)) : response
    }
  }

  private static let stale = Refusal(
    "",
    "The page was open for too long, or your browser keeps no cookies for this site. What you wrote "
      + "is still below: send it again")
}
