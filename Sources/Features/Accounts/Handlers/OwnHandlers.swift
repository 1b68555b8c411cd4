import Markup
import Access
import Design
import HTTP
import Kernel
import Partnership

/// Answers the pages of a person's own account.
enum OwnHandlers {
  static func answer(_ visit: StaffVisit) throws -> Response? {
    let request = visit.request
    guard let route = OwnRoute(request.method, request.path, request.query) else { return nil }
    let desk = DeskVisit(visit)
    switch route {
    case .overview: return try overview(desk)
    case .password: return try OwnPasswordHandler.answer(desk)
    case .secondFactor: return try OwnSecondFactorHandler.set(desk)
    case .removeSecondFactor:
      return desk.isPost ? try OwnSecondFactorHandler.remove(desk) : nil
    case .recoveryCodes: return desk.isPost ? try OwnSecondFactorHandler.renew(desk) : nil
    case .signOutEverywhere: return desk.isPost ? try signOutEverywhere(desk) : nil
    }
  }

  static func overview(_ desk: DeskVisit, _ refusal: Refusal? = nil) throws -> Response {
    let account = desk.actor.account
    let model = try desk.visit.read { read -> OwnAccountModel in
      guard let found = try desk.accounts.accounts.find(account, read) else {
        throw AccountsProblem.notFound
      }
      let sessions = desk.accounts.sessions
      return OwnAccountModel(
        account: found,
        organisation: try desk.accounts.organisations.find(found.organisation, read)?.name ?? "",
        sessions: try sessions.standing(of: account, now: desk.now, read),
        current: try desk.token.flatMap { try sessions.find($0, read)?.id },
        codesLeft: try desk.accounts.factors.codesLeft(account, read),
        requiresSecondFactor: desk.accounts.settings.requiresSecondFactor,
        state: FormState(refusal: refusal), csrf: desk.csrf)
    }
    return desk.page("Your account", state: model.state) { OwnAccountPage(model: model) }
  }

  private static func signOutEverywhere(_ desk: DeskVisit) throws -> Response {
    let account = desk.actor.account
    try desk.visit.write { write in
      try desk.accounts.sessions.endAll(of: account, at: desk.now, in: write)
      try desk.accounts.record(
        "signed-out-everywhere", account, by: account, at: desk.now, in: write)
    }
    let gone = SessionCookie(desk.accounts.settings).gone
    return Response.redirect(to: EntryRoute.signIn(to: nil).path).setting(gone)
  }
}
