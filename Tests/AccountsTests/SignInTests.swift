import Access
import Database
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("Signing in", .database)
struct SignInTests {
  @Test("gives a session for the right password", arguments: Engine.tested)
  func right(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let outcome = try borough.signIn()
    #expect(outcome.stage == .full)
    #expect(try borough.identify(try #require(outcome.token))?.actor.account == id)
    #expect(try borough.actions() == ["account.signed-in"])
  }

  @Test("makes a hash of an older cost anew", arguments: Engine.tested)
  func rehash(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    _ = try borough.signIn()
    let hash = try borough.database.read {
      try borough.accounts.accounts.credentials(of: id, $0)?.hash
    }
    #expect(!Passwords.needsRehash(try #require(hash)))
    #expect(try borough.signIn().stage == .full)
  }

  @Test(
    "is refused alike for a wrong password, an unknown address and no password yet",
    arguments: Engine.tested)
  func wrong(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    try borough.account(email: "new@thornmere.example", hash: nil)
    #expect(try borough.signIn("officer@thornmere.example", "wrong words here") == .refused)
    #expect(try borough.signIn("nobody@thornmere.example", Borough.password) == .refused)
    #expect(try borough.signIn("new@thornmere.example", Borough.password) == .refused)
    #expect(try borough.signIn("not an address", Borough.password) == .refused)
    #expect(try borough.signIn("", "") == .refused)
    #expect(Set(try borough.actions()) == ["account.sign-in-refused"])
  }

  @Test(
    "counts an IPv6 client by its network",
    arguments: [
      ("2001:db8::1", "2001:db8:0:0:ffff::2", true), ("2001:db8::1", "2001:db8:0:1::1", false),
      ("192.0.2.1", "192.0.2.2", false), ("192.0.2.1", "192.0.2.1", true),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false), ("::ffff:192.0.2.1", "192.0.2.1", true),
    ])
  func network(one: String, other: String, isSame: Bool) {
    typealias Key = ThrottleStore.Key
    #expect((Key.network(of: one) == Key.network(of: other)) == isSame)
  }

  @Test("is refused for a disabled account", arguments: Engine.tested)
  func disabled(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    try borough.database.write { write in
      try borough.accounts.accounts.set(.disabled, of: id, version: 2, in: write)
    }
    #expect(try borough.signIn() == .refused)
  }

  @Test(
    "is refused with the demonstration's password outside the demonstration",
    arguments: Engine.tested)
  func demonstration(engine: Engine) throws {
    let hash = try Passwords.hash(Demonstration.password, cost: .least)
    let real = try Borough(engine)
    try real.account(hash: hash)
    #expect(try real.signIn("officer@thornmere.example", Demonstration.password) == .refused)
    let shown = try Borough(engine, demonstration: true)
    try shown.account(hash: hash)
    #expect(try shown.signIn("officer@thornmere.example", Demonstration.password).stage == .full)
  }

  @Test(
    "is held after five failures, for known and unknown addresses alike",
    arguments: Engine.tested, ["officer@thornmere.example", "nobody@thornmere.example"])
  func held(engine: Engine, email: String) throws {
    let borough = try Borough(engine)
    try borough.account()
    for _ in 1...5 { #expect(try borough.signIn(email, "wrong words here") == .refused) }
    let until = borough.now.adding(seconds: 30)
    #expect(try borough.signIn(email, Borough.password) == .held(until: until))
    borough.clock.advance(seconds: 29)
    #expect(try borough.signIn(email, Borough.password) == .held(until: until))
    borough.clock.advance(seconds: 1)
    let known = email == "officer@thornmere.example"
    #expect(try (borough.signIn(email, Borough.password).stage == .full) == known)
  }

  @Test(
    "is held longer with each further failure, and free again after success",
    arguments: Engine.tested)
  func growing(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    for _ in 1...5 { _ = try borough.signIn("officer@thornmere.example", "wrong words here") }
    borough.clock.advance(seconds: 30)
    #expect(try borough.signIn("officer@thornmere.example", "wrong words here") == .refused)
    borough.clock.advance(seconds: 59)
    #expect(try borough.signIn().stage == nil)
    borough.clock.advance(seconds: 1)
    #expect(try borough.signIn().stage == .full)
    for _ in 1...4 {
      #expect(try borough.signIn("officer@thornmere.example", "wrong words here") == .refused)
    }
    #expect(try borough.signIn().stage == .full)
  }

  @Test(
    "by one address is held after thirty failures over many accounts, others are not",
    arguments: Engine.tested)
  func address(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    let key = ThrottleStore.Key.address("192.0.2.1", borough.services.keyring)
    for _ in 1...30 { _ = try SignIn(borough.accounts, at: borough.now).hold([key]) }
    #expect(try borough.signIn() == .held(until: borough.now.adding(seconds: 30)))
    let other = try SignIn(borough.accounts, at: borough.now).tryPassword(
      email: "officer@thornmere.example", password: Borough.password, client: "192.0.2.2")
    #expect(other.stage == .full)
  }

  @Test("counts guesses sent at the same time", arguments: Engine.tested)
  func parallel(engine: Engine) throws {
    let borough = try Borough(engine)
    let key = ThrottleStore.Key.email(
      try #require(EmailAddress("officer@thornmere.example")), borough.services.keyring)
    let passed = Guarded(0)
    JoinableThread.concurrently(8) { _ in
      for _ in 0..<5
      where (try? SignIn(borough.accounts, at: borough.now).hold([key])) == .some(nil) {
        passed.withLock { $0 += 1 }
      }
    }
    #expect(passed.withLock { $0 } == 5)
  }

  @Test("forgets failures after an hour", arguments: Engine.tested)
  func forgotten(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    for _ in 1...4 { _ = try borough.signIn("officer@thornmere.example", "wrong words here") }
    borough.clock.advance(seconds: 3600)
    for _ in 1...4 {
      #expect(try borough.signIn("officer@thornmere.example", "wrong words here") == .refused)
    }
    #expect(try borough.signIn().stage == .full)
  }

  @Test("checks an unknown address against a hash of today's cost")
  func dummy() {
    #expect(!Passwords.needsRehash(SignIn.nobody))
  }
}
