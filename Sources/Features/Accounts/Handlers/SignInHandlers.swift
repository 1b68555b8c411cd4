import Markup
import Database
import Access
import Design
import HTTP
import Kernel
import Partnership

/// Answers the pages of signing in and out.
enum SignInHandlers {
  static func answer(_ visit: PublicVisit) throws -> Response? {
    guard let route = EntryRoute(visit.request.method, visit.request.path, visit.request.query)
    else { return nil }
    let entry = EntryVisit(visit)
    switch route {
    case .signIn(let to):
      if entry.isPost { return try signIn(entry, to) }
      return visit.isSignedIn
        ? .redirect(to: EntryRoute.next(.full, to: to)) : page(entry, to)
    case .code(let to): return try code(entry, to)
    case .enrol(let to): return try EnrolHandlers.enrol(entry, to)
    case .newPassword: return try EnrolHandlers.newPassword(entry)
    case .link(let token): return try EnrolHandlers.link(entry, token)
    case .signOut: return try signOut(entry)
    }
  }

  private static func page(
    _ entry: EntryVisit, _ to: String?, _ refusal: String? = nil
  ) -> Response {
    let typed = Fields([("email", entry.request.form["email"] ?? "")])
    let state = FormState(values: typed, refusal: refusal.map { Refusal("email", $0) })
    return entry.page("Sign in", state) { csrf in
      SignInPage(
        state: state, csrf: csrf, to: to, isDemonstration: entry.visit.frame.isDemonstration)
    }
  }

  private static func signIn(_ entry: EntryVisit, _ to: String?) throws -> Response {
    guard entry.hasOwnForm else {
      return page(entry, to, "The page was open for too long. Enter your details again")
    }
    let form = entry.request.form
    let outcome = try SignIn(entry.accounts, at: entry.now).tryPassword(
      email: form["email"] ?? "", password: form["password"] ?? "",
      client: entry.request.client, replacing: entry.token)
    switch outcome {
    case .begun(let token, let stage):
      return entry.goOn(token, to: EntryRoute.next(stage, to: to))
    case .refused:
      return page(
        entry, to, "The email address or the password is not right. Check both and try again")
    case .held(let until): return page(entry, to, wait(until, entry.now))
    }
  }

  private static func code(_ entry: EntryVisit, _ to: String?) throws -> Response {
    guard let (pending, token) = try entry.pending(.code) else { return try entry.whereTheyAre() }
    func page(_ refusal: String? = nil) -> Response {
      let state = FormState(refusal: refusal.map { Refusal("code", $0) })
      return entry.page("Enter your code", state) { csrf in
        CodePage(state: state, csrf: csrf, to: to)
      }
    }
    guard entry.isPost else { return page() }
    try entry.requireOwnForm()
    let outcome = try SignIn(entry.accounts, at: entry.now).tryCode(
      entry.request.form["code"] ?? "", of: pending, token: token)
    switch outcome {
    case .begun(let token, let stage):
      return entry.goOn(token, to: EntryRoute.next(stage, to: to))
    case .refused:
      return page("The code is not right, or was used before. Wait for the next one and enter it")
    case .held(let until): return page(wait(until, entry.now))
    }
  }

  /// Signs out by POST with the session's own secret; anything else leaves the session alone.
  private static func signOut(_ entry: EntryVisit) throws -> Response {
    guard entry.isPost, let token = entry.token else {
      return .redirect(to: EntryRoute.signIn(to: nil).path)
    }
    guard Sessions.csrf(of: token).accepts(entry.request.form["csrf"]) else {
      throw AccountsProblem.forged
    }
    try entry.accounts.database.write { write in
      let found = try entry.accounts.sessions.find(token, write)
      try entry.accounts.sessions.end(token: token, at: entry.now, in: write)
      guard let account = found?.actor.account else { return }
      try entry.accounts.record("signed-out", account, by: account, at: entry.now, in: write)
    }
    return entry.startAgain()
  }

  static func wait(_ until: Instant, _ now: Instant) -> String {
    let minutes = max(1, Int((until.since(now) / 60).rounded(.up)))
    let words = minutes == 1 ? "a minute" : "\(minutes) minutes"
    return "There were too many tries. Wait \(words) and try again"
  }
}
