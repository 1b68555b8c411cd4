import Access
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

/// A browser that keeps its cookies and sends the secret of the form it was shown.
struct Browser {
  let borough: Borough
  var cookies: [String: String] = [:]
  var last = Response()

  init(_ borough: Borough) { self.borough = borough }

  var session: String? { cookies["hamlet"].flatMap { $0.isEmpty ? nil : $0 } }

  mutating func open(_ path: String) throws {
    try send(Request(.get, path: Self.parts(path), query: Self.query(path), headers: header))
  }

  mutating func post(_ path: String, _ fields: [(String, String)]) throws {
    let csrf = last.hidden("csrf").map { [("csrf", $0)] } ?? []
    let request = Request(
      .post, path: Self.parts(path), query: Self.query(path), headers: header,
      form: Fields(csrf + fields), client: "192.0.2.7")
    try send(request)
  }

  private var header: [String: String] {
    ["cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
  }

  private mutating func send(_ request: Request) throws {
    last = try borough.answer(request) ?? Response(status: 404)
    for name in ["hamlet", "hamlet-form"] {
      if let value = last.cookie(name) { cookies[name] = value }
    }
  }

  private static func parts(_ path: String) -> [String] {
    path.prefix { $0 != "?" }.split(separator: "/").map { String($0) }
  }

  private static func query(_ path: String) -> Fields {
    guard let mark = path.firstIndex(of: "?") else { return Fields() }
    let bytes = ArraySlice(path[path.index(after: mark)...].utf8)
    return (try? Fields(urlEncoded: bytes)) ?? Fields()
  }
}

@Suite("The pages of signing in", .database)
struct EntryPagesTests {
  @Test("sign a person in and send them where they were going", arguments: Engine.tested)
  func signIn(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    var browser = Browser(borough)
    try browser.open("/sign-in?to=/incidents")
    #expect(browser.last.status == 200)
    #expect(browser.last.header("Cache-Control") == "no-store")
    try browser.post(
      "/sign-in?to=/incidents",
      [("email", "officer@thornmere.example"), ("password", Borough.password)])
    #expect(browser.last.status == 303)
    #expect(browser.last.header("Location") == "/incidents")
    #expect(try borough.identify(try #require(browser.session)) != nil)
  }

  @Test(
    "set cookies fit for the address of the site", arguments: Engine.tested,
    [
      ("http://127.0.0.1:8080", "hamlet=", false),
      ("https://safety.example.org", "__Host-hamlet=", true),
    ])
  func cookies(engine: Engine, site: (url: String, name: String, isSecure: Bool)) throws {
    let borough = try Borough(engine) { $0.publicURL = site.url }
    let cookie = SessionCookie(borough.services.settings).holding("token").fieldValue
    #expect(cookie.hasPrefix(site.name + "token; Path=/; HttpOnly; SameSite=Lax"))
    #expect(cookie.hasSuffix("; Secure") == site.isSecure)
    #expect(!cookie.contains("Domain"))
  }

  @Test("keep the address but not the password when they refuse", arguments: Engine.tested)
  func refused(engine: Engine) throws {
    let borough = try Borough(engine)
    var browser = Browser(borough)
    try browser.open("/sign-in")
    try browser.post("/sign-in", [("email", "a@b.example"), ("password", "secret words typed")])
    #expect(browser.last.status == 422)
    #expect(browser.last.words.contains("a@b.example"))
    #expect(!browser.last.words.contains("secret words typed"))
    #expect(browser.last.words.contains("not right"))
    #expect(browser.session == nil)
  }

  @Test("refuse a form that was not opened in the same browser", arguments: Engine.tested)
  func forged(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    var browser = Browser(borough)
    try browser.open("/sign-in")
    browser.cookies["hamlet-form"] = SecretToken.random()
    try browser.post(
      "/sign-in", [("email", "officer@thornmere.example"), ("password", Borough.password)])
    #expect(browser.last.status == 422)
    #expect(browser.session == nil)
    #expect(try borough.actions() == [])
  }

  @Test("say how long to wait after too many tries", arguments: Engine.tested)
  func held(engine: Engine) throws {
    let borough = try Borough(engine)
    var browser = Browser(borough)
    try browser.open("/sign-in")
    for _ in 1...6 { try browser.post("/sign-in", [("email", "a@b.example"), ("password", "x")]) }
    #expect(browser.last.words.contains("Wait a minute and try again"))
  }

  @Test("let a link be opened many times and spent once", arguments: Engine.tested)
  func link(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let link = try borough.database.write {
      try borough.accounts.links.make(for: id, at: borough.now, in: $0)
    }
    var scanner = Browser(borough)
    for _ in 1...3 { try scanner.open("/link/\(link)") }
    var browser = Browser(borough)
    try browser.open("/link/\(link)")
    try browser.post("/link/\(link)", [])
    #expect(browser.last.header("Location") == "/sign-in/password")
    #expect(try borough.identify(try #require(browser.session)) == nil)
    try browser.open("/sign-in/password")
    try browser.post("/sign-in/password", [("password", "short"), ("again", "short")])
    #expect(browser.last.status == 422)
    try browser.post(
      "/sign-in/password", [("password", Borough.password), ("again", "another thing typed")])
    #expect(browser.last.words.contains("the two are not the same"))
    try browser.post(
      "/sign-in/password", [("password", Borough.password), ("again", Borough.password)])
    #expect(browser.last.header("Location") == Accounts.home)
    #expect(try borough.identify(try #require(browser.session))?.actor.account == id)
    try scanner.post("/link/\(link)", [])
    #expect(scanner.last.status == 410)
    #expect(scanner.last.words.contains("no longer works"))
    #expect(
      try borough.actions() == [
        "account.link-spent", "account.password-changed", "account.signed-in",
      ])
  }

  @Test("ask for a code and change the cookie with it", arguments: Engine.tested)
  func code(engine: Engine) throws {
    let borough = try Borough(engine) { $0.requiresSecondFactor = true }
    try borough.account()
    var browser = Browser(borough)
    try browser.open("/sign-in")
    try browser.post(
      "/sign-in", [("email", "officer@thornmere.example"), ("password", Borough.password)])
    #expect(browser.last.header("Location") == "/sign-in/second-factor")
    let first = browser.session
    try browser.open("/sign-in/second-factor")
    let secret = try #require(browser.last.hidden("secret"))
    #expect(browser.last.words.contains("otpauth://totp/"))
    let code = try #require(OneTimeCode(secret: secret))
    try browser.post("/sign-in/second-factor", [("secret", secret), ("code", "000000")])
    #expect(browser.last.hidden("secret") == secret)
    try browser.post(
      "/sign-in/second-factor", [("secret", secret), ("code", code.code(at: borough.now))])
    #expect(browser.last.words.contains("Keep your recovery codes"))
    #expect(browser.session != first)
    #expect(try borough.identify(try #require(browser.session)) != nil)
    borough.clock.advance(seconds: 60)
    var again = Browser(borough)
    try again.open("/sign-in")
    try again.post(
      "/sign-in", [("email", "officer@thornmere.example"), ("password", Borough.password)])
    #expect(again.last.header("Location") == "/sign-in/code")
    try again.open("/sign-in/code")
    try again.post("/sign-in/code", [("code", "12345")])
    #expect(again.last.status == 422)
    try again.post("/sign-in/code", [("code", code.code(at: borough.now))])
    #expect(again.last.status == 303)
  }

  private static let steps = ["/sign-in/code", "/sign-in/second-factor", "/sign-in/password"]

  @Test("leave who is signed in as they are", arguments: Engine.tested, steps)
  func signedIn(engine: Engine, path: String) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    var browser = Browser(borough)
    browser.cookies["hamlet"] = token
    try browser.open(path)
    #expect(browser.last.header("Location") == Accounts.home)
    #expect(browser.session == token)
    #expect(try borough.identify(token) != nil)
    try browser.post(path, [("code", "000000"), ("password", "x"), ("again", "x")])
    #expect(browser.last.header("Location") == Accounts.home && browser.session == token)
  }

  @Test("send who has no sign-in under way to its beginning", arguments: Engine.tested, steps)
  func nothingPending(engine: Engine, path: String) throws {
    let borough = try Borough(engine)
    var browser = Browser(borough)
    try browser.open(path)
    #expect(browser.last.header("Location") == "/sign-in")
    browser.cookies["hamlet"] = SecretToken.random()
    try browser.open(path)
    #expect(browser.last.header("Location") == "/sign-in" && browser.session == nil)
  }

  @Test("lead from another step to the one that waits", arguments: Engine.tested)
  func otherStep(engine: Engine) throws {
    let borough = try Borough(engine) { $0.requiresSecondFactor = true }
    try borough.account()
    var browser = Browser(borough)
    try browser.open("/sign-in")
    try browser.post(
      "/sign-in", [("email", "officer@thornmere.example"), ("password", Borough.password)])
    for path in ["/sign-in/code", "/sign-in/password"] {
      try browser.open(path)
      #expect(browser.last.header("Location") == "/sign-in/second-factor", "\(path)")
    }
    try browser.open("/sign-in/second-factor")
    #expect(browser.last.status == 200)
  }

  @Test("sign out by POST with the session's own secret only", arguments: Engine.tested)
  func signOut(engine: Engine) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    func post(_ csrf: String) throws -> Response? {
      try borough.answer(
        Request(
          .post, path: ["sign-out"], headers: ["cookie": "hamlet=\(token)"],
          form: Fields([("csrf", csrf)])))
    }
    _ = try borough.answer(
      Request(.get, path: ["sign-out"], headers: ["cookie": "hamlet=\(token)"]))
    #expect(throws: AccountsProblem.forged) { try post("wrong") }
    #expect(try borough.identify(token) != nil)
    let response = try post(Sessions.csrf(of: token).token())
    #expect(response?.cookie("hamlet") == "")
    #expect(try borough.identify(token) == nil)
  }
}
