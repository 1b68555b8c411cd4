import Access
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("A one-time link", .database)
struct LinkTests {
  func link(_ borough: Borough, _ id: ID<Account>) throws -> String {
    try borough.database.write {
      try borough.accounts.links.make(for: id, at: borough.now, in: $0)
    }
  }

  func spend(_ borough: Borough, _ link: String) throws -> ID<Account>? {
    try borough.database.write {
      try borough.accounts.links.spend(link, at: borough.now, in: $0)
    }
  }

  @Test("is spent once", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let link = try link(borough, id)
    #expect(try spend(borough, link) == id)
    #expect(try spend(borough, link) == nil)
    #expect(try spend(borough, SecretToken.random()) == nil)
  }

  @Test(
    "lasts three days", arguments: Engine.tested,
    [
      (72 * 3600.0 - 1, true), (72 * 3600.0, false),
    ])
  func expiry(engine: Engine, edge: (seconds: Double, stands: Bool)) throws {
    let borough = try Borough(engine)
    let link = try link(borough, try borough.account(hash: nil))
    borough.clock.advance(seconds: edge.seconds)
    #expect((try spend(borough, link) != nil) == edge.stands)
  }

  @Test("stops working when a newer one is made", arguments: Engine.tested)
  func superseded(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let first = try link(borough, id)
    let second = try link(borough, id)
    #expect(try spend(borough, first) == nil)
    #expect(try spend(borough, second) == id)
  }

  @Test("stops whoever spent an earlier one and has not gone on", arguments: Engine.tested)
  func stopped(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let link = try link(borough, id)
    let enrolment = Enrolment(borough.accounts, at: borough.now)
    let token = try #require(try enrolment.spend(link: link, replacing: nil))
    func isPending() throws -> Bool {
      try borough.database.read {
        try borough.accounts.sessions.pending(token: token, now: borough.now, $0) != nil
      }
    }
    #expect(try isPending())
    _ = try self.link(borough, id)
    #expect(try !isPending())
  }

  @Test("lets nobody choose a password once a newer one is made", arguments: Engine.tested)
  func overtaken(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let enrolment = Enrolment(borough.accounts, at: borough.now)
    let link = try link(borough, id)
    let token = try #require(try enrolment.spend(link: link, replacing: nil))
    let pending = try #require(
      try borough.database.read {
        try borough.accounts.sessions.pending(token: token, now: borough.now, $0)
      })
    _ = try self.link(borough, id)
    #expect(try enrolment.choose(password: Borough.password, of: pending, token: token) == .refused)
    #expect(try borough.signIn() == .refused)
  }

  @Test("does not open a disabled account", arguments: Engine.tested)
  func disabled(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let link = try link(borough, id)
    try borough.database.write { write in
      try borough.accounts.accounts.set(.disabled, of: id, version: 1, in: write)
    }
    #expect(try spend(borough, link) == nil)
  }

  @Test("stops working when its person changes their password otherwise", arguments: Engine.tested)
  func cancelled(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let link = try link(borough, id)
    let token = try borough.session(of: id)
    let new = "harbour candle gravel moth"
    let response = try OwnPagesTests().post(
      borough, "password", id, token,
      [("current", Borough.password), ("password", new), ("again", new)])
    #expect(response.status == 303)
    #expect(try spend(borough, link) == nil)
  }

  @Test("is spent by one of two who press at the same time", arguments: Engine.tested)
  func race(engine: Engine) throws {
    let borough = try Borough(engine)
    let link = try link(borough, try borough.account(hash: nil))
    let spent = Guarded(0)
    JoinableThread.concurrently(6) { _ in
      let id = try? spend(borough, link)
      if id != nil { spent.withLock { $0 += 1 } }
    }
    #expect(spent.withLock { $0 } == 1)
  }
}
