internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Answers the link by which somebody says how satisfied they are; a POST spends it, a look does not.
struct SurveyHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  private var now: Instant { visit.now }
  private var cookie: VisitorCookie { .survey(visit.services.settings) }
  private var store: SurveyStore { SurveyStore(keyring: visit.services.keyring) }

  func respond(_ link: String) throws -> Response {
    try visit.request.method == .post ? answer(link) : show(link, FormState())
  }

  /// What is shown once it was answered.
  func thanks() -> Response {
    visit.reportPage(SurveyOverPage.thanks) { SurveyOverPage(isThanks: true) }
  }

  private func show(_ link: String, _ state: FormState) throws -> Response {
    guard try visit.read({ try store.report(ofLink: link, at: now, $0) }) != nil else {
      return try over(link)
    }
    let token = cookie.token(of: visit.request) ?? SecretToken.random()
    return visit.reportPage(SurveyPage.title, state) {
      SurveyPage(
        path: ReportRoute.answer(link).path, state: state,
        csrf: VisitorCookie.secret(of: token).token())
    }.setting(cookie.holding(token))
  }

  private func answer(_ link: String) throws -> Response {
    let fields = visit.request.form
    let token = cookie.token(of: visit.request)
    guard let token, VisitorCookie.secret(of: token).accepts(fields["csrf"]) else {
      return try show(link, FormState(values: fields, refusal: FollowHandlers.stale))
    }
    if let minutes = desk.limit.minutes(.answer, from: visit.request.client, at: now) {
      let refusal = Refusal("", VisitLimit.words(minutes))
      return try show(link, FormState(values: fields, refusal: refusal))
    }
    let answers: SurveyAnswers
    do throws(Refusal) { answers = try SurveyAnswers(fields) } catch {
      return try show(link, FormState(values: fields, refusal: error))
    }
    let isKept = try visit.services.database.write { write in
      guard let report = try store.report(ofLink: link, at: now, write) else { return false }
      return try SurveyKeeping(services: visit.services, now: now).keep(
        answers, about: report, by: .link, in: write)
    }
    return try isKept ? Response.redirect(to: ReportRoute.answered.path).unkept : over(link)
  }

  private func over(_ link: String) throws -> Response {
    if let gone = try visit.read({ try Tombstone.report(ofLink: link, $0) }) {
      return visit.reportPage(DeletedReportPage.title) { DeletedReportPage(stone: gone) }
    }
    var response = visit.reportPage(SurveyOverPage.over) { SurveyOverPage(isThanks: false) }
    response.status = 404
    return response
  }
}
