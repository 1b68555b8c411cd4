import Access
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("The pages of one's own account", .database)
struct OwnPagesTests {
  func post(
    _ borough: Borough, _ page: String, _ id: ID<Account>, _ token: String,
    _ fields: [(String, String)]
  ) throws -> Response {
    let request = Request(
      .post, path: ["account", page], headers: ["cookie": "hamlet=\(token)"],
      form: Fields(fields))
    return try borough.answer(request, as: id, .officer) ?? Response(status: 404)
  }

  @Test("show the person's sessions and mark this one", arguments: Engine.tested)
  func overview(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let token = try borough.session(of: id)
    _ = try borough.session(of: id)
    let request = Request(.get, path: ["account"], headers: ["cookie": "hamlet=\(token)"])
    let words = try #require(try borough.answer(request, as: id, .officer)).words
    #expect(words.contains("This one"))
    #expect(words.contains("Another"))
    #expect(words.contains("officer@thornmere.example"))
  }

  @Test(
    "change the password, end other sessions and go on under a new token",
    arguments: Engine.tested)
  func password(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let token = try borough.session(of: id)
    let other = try borough.session(of: id)
    let new = "harbour candle gravel moth"
    let wrong = try post(
      borough, "password", id, token,
      [("current", "not this one at all"), ("password", new), ("again", new)])
    #expect(wrong.status == 422)
    let right = try post(
      borough, "password", id, token,
      [("current", Borough.password), ("password", new), ("again", new)])
    #expect(right.header("Location") == "/account?done=password-changed")
    #expect(try borough.identify(token) == nil)
    #expect(try borough.identify(other) == nil)
    #expect(try borough.identify(try #require(right.cookie("hamlet"))) != nil)
    #expect(try borough.signIn() == .refused)
    #expect(try borough.signIn("officer@thornmere.example", new).stage == .full)
  }

  @Test("hold up who guesses the present password", arguments: Engine.tested)
  func guessing(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let token = try borough.session(of: id)
    for _ in 1...5 { _ = try post(borough, "password", id, token, [("current", "guess")]) }
    let held = try post(borough, "password", id, token, [("current", Borough.password)])
    #expect(held.words.contains("There were too many tries"))
  }

  @Test("set up, renew and remove the second factor with the password", arguments: Engine.tested)
  func secondFactor(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let token = try borough.session(of: id)
    let secret = OneTimeCode.newSecret()
    let code = try #require(OneTimeCode(secret: secret)).code(at: borough.now)
    let fields = [("secret", secret), ("code", code), ("current", Borough.password)]
    let shown = try post(borough, "second-factor", id, token, fields)
    #expect(shown.words.contains("Keep your recovery codes"))
    #expect(try borough.signIn().stage == .code)
    let renewed = try post(borough, "recovery-codes", id, token, [("current", Borough.password)])
    #expect(renewed.words.contains("Keep your recovery codes"))
    let refused = try post(borough, "remove-second-factor", id, token, [("current", "wrong")])
    #expect(refused.status == 422)
    let removed = try post(
      borough, "remove-second-factor", id, token, [("current", Borough.password)])
    #expect(removed.status == 303)
    #expect(try borough.signIn().stage == .full)
  }

  @Test("sign out everywhere", arguments: Engine.tested)
  func everywhere(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let tokens = try (0..<3).map { _ in try borough.session(of: id) }
    let response = try post(borough, "sign-out-everywhere", id, tokens[0], [])
    #expect(response.header("Location") == "/sign-in")
    for token in tokens { #expect(try borough.identify(token) == nil) }
    #expect(try borough.actions() == ["account.signed-out-everywhere"])
  }
}
