import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// What the handlers of signing in share: the form's secret, the page around a form, the redirect.
struct EntryVisit {
  let visit: PublicVisit
  let accounts: AccountServices
  private let formCookie: FormCookie
  private let sessionCookie: SessionCookie

  init(_ visit: PublicVisit) {
    self.visit = visit
    accounts = AccountServices(visit.services)
    formCookie = FormCookie(visit.services.settings)
    sessionCookie = SessionCookie(visit.services.settings)
  }

  var request: Request { visit.request }
  var now: Instant { visit.now }
  var isPost: Bool { request.method == .post }
  /// The token of the session, or of the sign-in under way, that the browser sent.
  var token: String? { sessionCookie.token(of: request) }
  /// Whether the form was opened in the same browser, not long ago.
  var hasOwnForm: Bool { formCookie.accepts(request) }

  /// Throws unless the form was opened in the same browser.
  func requireOwnForm() throws {
    guard hasOwnForm else { throw AccountsProblem.forged }
  }

  /// A page with one form; `content` gets the token the form must send.
  func page(
    _ title: String, _ state: FormState = FormState(), status: Int? = nil,
    @HTMLBuilder content: (_ csrf: String) -> some HTML
  ) -> Response {
    let (token, cookie) = formCookie.token(for: request)
    let page = Page(frame: visit.frame, title: title, refusal: state.refusal) {
      ErrorSummary(state.refusal)
      content(token)
    }
    let response = Response.html(page, status: status ?? (state.refusal == nil ? 200 : 422)).unkept
    return cookie.map(response.setting) ?? response
  }

  /// Goes on to the next step with the new token.
  func goOn(_ token: String, to path: String) -> Response {
    Response.redirect(to: path).setting(sessionCookie.holding(token))
  }

  /// Sets a new token with a page.
  func setting(_ token: String, on response: Response) -> Response {
    response.setting(sessionCookie.holding(token))
  }

  /// Back to the first page, with no session.
  func startAgain() -> Response {
    Response.redirect(to: EntryRoute.signIn(to: nil).path).setting(sessionCookie.gone)
  }

  /// To where whoever sent it is in signing in; who is signed in stays so.
  func whereTheyAre() throws -> Response {
    guard let token else { return .redirect(to: EntryRoute.signIn(to: nil).path) }
    let stage = try visit.read { read -> SessionStage? in
      let sessions = accounts.sessions
      if try sessions.identify(token: token, now: now, read) != nil { return .full }
      return try sessions.pending(token: token, now: now, read)?.stage
    }
    return stage.map { .redirect(to: EntryRoute.next($0, to: nil)) } ?? startAgain()
  }

  /// The sign-in under way, where it waits for this step.
  func pending(_ stage: SessionStage) throws -> (FoundSession, token: String)? {
    guard let token else { return nil }
    let found = try visit.read { read in
      try accounts.sessions.pending(token: token, now: now, read)
    }
    guard let found, found.stage == stage else { return nil }
    return (found, token)
  }
}
