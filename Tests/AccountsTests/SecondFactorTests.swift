import Access
import Database
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("The second factor", .database)
struct SecondFactorTests {
  struct Enrolled {
    let id: ID<Account>
    let code: OneTimeCode
    let recovery: [String]
  }

  func enrolled(_ borough: Borough) throws -> Enrolled {
    let id = try borough.account()
    let secret = OneTimeCode.newSecret()
    let code = try #require(OneTimeCode(secret: secret))
    let recovery = try borough.database.write { write in
      try Enrolment(borough.accounts, at: borough.now).enrol(
        id, secret: secret, code: code.code(at: borough.now), in: write)
    }
    return Enrolled(id: id, code: code, recovery: try #require(recovery))
  }

  func second(_ borough: Borough, _ typed: String, _ token: String) throws -> SignIn.Outcome {
    let pending = try borough.database.read {
      try borough.accounts.sessions.pending(token: token, now: borough.now, $0)
    }
    return try SignIn(borough.accounts, at: borough.now).tryCode(
      typed, of: try #require(pending), token: token)
  }

  @Test("is asked for after the password, and changes the token", arguments: Engine.tested)
  func asked(engine: Engine) throws {
    let borough = try Borough(engine)
    let person = try enrolled(borough)
    borough.clock.advance(seconds: 60)
    let first = try borough.signIn()
    #expect(first.stage == .code)
    let token = try #require(first.token)
    #expect(try borough.identify(token) == nil)
    let outcome = try second(borough, person.code.code(at: borough.now), token)
    #expect(outcome.stage == .full)
    #expect(outcome.token != token)
    #expect(try borough.identify(try #require(outcome.token)) != nil)
    #expect(try borough.identify(token) == nil)
  }

  @Test("takes no code twice, not even the one it was set up with", arguments: Engine.tested)
  func reuse(engine: Engine) throws {
    let borough = try Borough(engine)
    let person = try enrolled(borough)
    let code = person.code.code(at: borough.now)
    #expect(try second(borough, code, try #require(borough.signIn().token)) == .refused)
    borough.clock.advance(seconds: 30)
    let next = person.code.code(at: borough.now)
    #expect(try second(borough, next, try #require(borough.signIn().token)).stage == .full)
    #expect(try second(borough, next, try #require(borough.signIn().token)) == .refused)
  }

  @Test("takes each recovery code once, in any spelling", arguments: Engine.tested)
  func recovery(engine: Engine) throws {
    let borough = try Borough(engine)
    let person = try enrolled(borough)
    #expect(person.recovery.count == 10)
    let spelt = person.recovery[3].lowercased().filter { $0 != "-" }
    #expect(try second(borough, spelt, try #require(borough.signIn().token)).stage == .full)
    let again = try second(borough, person.recovery[3], try #require(borough.signIn().token))
    #expect(again == .refused)
    let left = try borough.database.read {
      try borough.accounts.factors.codesLeft(person.id, $0)
    }
    #expect(left == 9)
  }

  @Test("takes no recovery code of somebody else", arguments: Engine.tested)
  func stranger(engine: Engine) throws {
    let borough = try Borough(engine)
    let person = try enrolled(borough)
    let other = try borough.account(email: "other@thornmere.example")
    let taken = try borough.database.write { write in
      try borough.accounts.factors.take(
        person.recovery[0], of: other, at: borough.now, in: write)
    }
    #expect(taken == nil)
  }

  @Test("is held after five wrong codes", arguments: Engine.tested)
  func held(engine: Engine) throws {
    let borough = try Borough(engine)
    let person = try enrolled(borough)
    borough.clock.advance(seconds: 60)
    let token = try #require(borough.signIn().token)
    for _ in 1...5 { #expect(try second(borough, "000", token) == .refused) }
    let code = person.code.code(at: borough.now)
    #expect(
      try second(borough, code, token) == .held(until: borough.now.adding(seconds: 30)))
  }

  @Test("must be set up at sign-in where the setting requires it", arguments: Engine.tested)
  func required(engine: Engine) throws {
    let borough = try Borough(engine) { $0.requiresSecondFactor = true }
    try borough.account()
    #expect(try borough.signIn().stage == .enrol)
  }

  @Test(
    "is not set up by a wrong code or an unreadable secret", arguments: Engine.tested,
    [
      ("MZXW6YTBOI", "000000"), ("not base32!", "000000"), ("", ""),
    ])
  func wrong(engine: Engine, typed: (secret: String, code: String)) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let codes = try borough.database.write { write in
      try Enrolment(borough.accounts, at: borough.now).enrol(
        id, secret: typed.secret, code: typed.code, in: write)
    }
    #expect(codes == nil)
    #expect(try borough.signIn().stage == .full)
  }

  @Test("is gone once removed", arguments: Engine.tested)
  func removed(engine: Engine) throws {
    let borough = try Borough(engine)
    let person = try enrolled(borough)
    try borough.database.write { try borough.accounts.factors.remove(from: person.id, in: $0) }
    #expect(try borough.signIn().stage == .full)
  }
}
