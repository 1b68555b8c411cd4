import Markup
import Database
import Access
import Design
import HTTP
import Kernel
import Partnership
import Secrets

/// Answers the pages on which a person sets up what they sign in with.
enum EnrolHandlers {
  /// Shows a button on GET, since mail scanners open links too; spends the link on POST.
  static func link(_ entry: EntryVisit, _ link: String) throws -> Response {
    guard entry.isPost else {
      return entry.page("Set your password") { csrf in LinkPage(link: link, csrf: csrf) }
    }
    try entry.requireOwnForm()
    let token = try Enrolment(entry.accounts, at: entry.now).spend(
      link: link, replacing: entry.token)
    guard let token else {
      return entry.page("Link no longer works", status: 410) { _ in SpentLinkPage() }
    }
    return entry.goOn(token, to: EntryRoute.newPassword.path)
  }

  static func newPassword(_ entry: EntryVisit) throws -> Response {
    guard let (pending, token) = try entry.pending(.password) else {
      return try entry.whereTheyAre()
    }
    func page(_ refusal: Refusal? = nil) -> Response {
      let state = FormState(refusal: refusal)
      return entry.page("Choose a password", state) { csrf in
        NewPasswordPage(state: state, csrf: csrf)
      }
    }
    guard entry.isPost else { return page() }
    try entry.requireOwnForm()
    let enrolment = Enrolment(entry.accounts, at: entry.now)
    let rule = try entry.visit.read { read in
      try enrolment.rule(for: pending.actor.account, read)
    }
    do {
      let form = try NewPasswordForm(entry.request.form, rule)
      let outcome = try enrolment.choose(password: form.password, of: pending, token: token)
      guard case .begun(let fresh, let stage) = outcome else { return entry.startAgain() }
      return entry.goOn(fresh, to: EntryRoute.next(stage, to: nil))
    } catch let refusal as Refusal { return page(refusal) }
  }

  static func enrol(_ entry: EntryVisit, _ to: String?) throws -> Response {
    guard let (pending, token) = try entry.pending(.enrol) else { return try entry.whereTheyAre() }
    guard entry.isPost else {
      return page(entry, to, pending, secret: OneTimeCode.newSecret())
    }
    try entry.requireOwnForm()
    let secret = entry.request.form["secret"] ?? ""
    let done = try entry.accounts.database.write { write -> (codes: [String], token: String)? in
      let account = pending.actor.account
      let codes = try Enrolment(entry.accounts, at: entry.now).enrol(
        account, secret: secret, code: entry.request.form["code"] ?? "", in: write)
      guard let codes else { return nil }
      guard try entry.accounts.sessions.end(token: token, at: entry.now, in: write) else {
        throw AccountsProblem.forged
      }
      let outcome = try SignIn(entry.accounts, at: entry.now).begin(
        account, .full, replacing: token, ["code": "enrolled"], in: write)
      guard case .begun(let fresh, _) = outcome else { return nil }
      return (codes, fresh)
    }
    guard let done else {
      let secret = OneTimeCode(secret: secret) == nil ? OneTimeCode.newSecret() : secret
      return page(entry, to, pending, secret: secret, refusal: SecondFactorOffer.refusal)
    }
    let shown = entry.page("Keep your recovery codes") { _ in
      RecoveryCodesPage(codes: done.codes, next: EntryRoute.next(.full, to: to))
    }
    return entry.setting(done.token, on: shown)
  }

  private static func page(
    _ entry: EntryVisit, _ to: String?, _ pending: FoundSession, secret: String,
    refusal: Refusal? = nil
  ) -> Response {
    let state = FormState(refusal: refusal)
    return entry.page("Set up your second factor", state) { csrf in
      EnrolPage(
        state: state, csrf: csrf, action: EntryRoute.enrol(to: to).path,
        offer: SecondFactorOffer(
          secret: secret, partnership: entry.visit.frame.partnership, name: pending.name))
    }
  }
}
