internal import Database
internal import Design
internal import HTTP
internal import Partnership
internal import Secrets

/// Opens something of somebody’s own by its reference and secret, in a browser that a fresh token then
/// names: a report, or a request for a case review.
struct SecretOpening {
  let visit: PublicVisit
  let desk: ReportDesk
  let cookie: VisitorCookie
  /// The page that asks for both.
  let page: (FormState, _ csrf: String) -> Response

  private var token: String? { cookie.token(of: visit.request) }

  /// The page that asks, with a token for its form where the browser has none.
  func ask(_ state: FormState = FormState()) -> Response {
    let token = token ?? SecretToken.random()
    let response = page(state, VisitorCookie.secret(of: token).token())
    return self.token == nil ? response.setting(cookie.holding(token)) : response
  }

  /// Opens what was asked for and goes to its page.
  ///
  /// `find` lets the fresh token in, in place of the old one, and says whether the two go together;
  /// `unknown` is what is answered where they do not.
  func open(
    to path: String, unknown: (TrackForm) throws -> Response,
    find: (TrackForm, _ old: String, _ fresh: String, Write) throws -> Bool
  ) throws -> Response {
    guard let token, VisitorCookie.secret(of: token).accepts(visit.request.form["csrf"]) else {
      return refused(FollowHandlers.stale)
    }
    if let minutes = desk.limit.minutes(.open, from: visit.request.client, at: visit.now) {
      return refused(Refusal("", VisitLimit.words(minutes)))
    }
    let typed: TrackForm
    do throws(Refusal) {
      typed = try TrackForm(visit.request.form, letters: visit.services.settings.letters)
    } catch { return refused(error) }
    let fresh = SecretToken.random()
    guard try visit.services.database.write({ try find(typed, token, fresh, $0) }) else {
      return try unknown(typed)
    }
    return Response.redirect(to: path).setting(cookie.holding(fresh)).unkept
  }

  /// The page again with what was wrong; the secret is typed anew.
  func refused(_ refusal: Refusal) -> Response {
    let values = Fields([("reference", visit.request.form["reference"] ?? "")])
    return ask(FormState(values: values, refusal: refusal))
  }
}
