import Markup
import Partnership
import Access
import Design
import HTTP
import Kernel
import Secrets

/// Changes a person's own password; their other sessions end, this one goes on under a new token.
enum OwnPasswordHandler {
  static func answer(_ desk: DeskVisit) throws -> Response {
    guard desk.isPost else { return page(desk) }
    let enrolment = Enrolment(desk.accounts, at: desk.now)
    let rule = try desk.visit.read { try enrolment.rule(for: desk.actor.account, $0) }
    do {
      try check(desk.request.form["current"] ?? "", field: "current", desk)
      let form = try NewPasswordForm(desk.request.form, rule)
      return try change(desk, hash: Passwords.hash(form.password))
    } catch let refusal as Refusal { return page(desk, refusal) }
  }

  /// Throws a refusal unless the password is the person's own; tries are counted.
  static func check(_ password: String, field: String, _ desk: DeskVisit) throws {
    let account = desk.actor.account
    let key = ThrottleStore.Key.code("password of \(account)", desk.accounts.keyring)
    if let until = try SignIn(desk.accounts, at: desk.now).hold([key]) {
      throw Refusal(field, SignInHandlers.wait(until, desk.now))
    }
    let hash = try desk.visit.read { try desk.accounts.accounts.credentials(of: account, $0)?.hash }
    guard let hash, try Passwords.verify(password, hash) else {
      throw Refusal(field, "This is not your present password. Enter it again")
    }
    try desk.visit.write { try desk.accounts.throttle.clear(key, in: $0) }
  }

  private static func change(_ desk: DeskVisit, hash: String) throws -> Response {
    let account = desk.actor.account
    let token = try desk.visit.write { write in
      try desk.accounts.accounts.set(passwordHash: hash, of: account, at: desk.now, in: write)
      try desk.accounts.sessions.endAll(of: account, at: desk.now, in: write)
      try desk.accounts.links.cancel(for: account, at: desk.now, in: write)
      try desk.accounts.record("password-changed", account, by: account, at: desk.now, in: write)
      return try desk.accounts.sessions.begin(
        account, .full, replacing: nil, at: desk.now, in: write)
    }
    return desk.done(.passwordChanged, at: OwnRoute.overview.path)
      .setting(SessionCookie(desk.accounts.settings).holding(token))
  }

  private static func page(_ desk: DeskVisit, _ refusal: Refusal? = nil) -> Response {
    let state = FormState(refusal: refusal)
    return desk.page(
      "Change your password", crumbs: [Crumb("Your account", OwnRoute.overview.path)],
      state: state
    ) { OwnPasswordPage(state: state, csrf: desk.csrf) }
  }
}
