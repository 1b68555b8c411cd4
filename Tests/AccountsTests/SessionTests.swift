import Access
import Database
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("A session", .database)
struct SessionTests {
  @Test("tells who has signed in", arguments: Engine.tested)
  func identify(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let token = try borough.session(of: id)
    let found = try #require(try borough.identify(token))
    #expect(found.actor == Actor(account: id, organisation: borough.council, role: .officer))
    #expect(found.name.reveal(for: "test") == "Officer D")
    #expect(found.csrf == Sessions.csrf(of: token))
    #expect(try borough.identify(SecretToken.random()) == nil)
    #expect(try borough.identify("") == nil)
  }

  @Test("keeps no token in the database", arguments: Engine.tested)
  func hashed(engine: Engine) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    let hash = try borough.database.read { read in
      try read.first("SELECT hash FROM session") { row in try row.bytes() }
    }
    #expect(hash == SecretToken.hash(token))
  }

  @Test(
    "ends when idle for half an hour", arguments: Engine.tested,
    [
      (1799.0, true), (1800.0, false),
    ])
  func idle(engine: Engine, edge: (seconds: Double, stands: Bool)) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    borough.clock.advance(seconds: edge.seconds)
    #expect((try borough.identify(token) != nil) == edge.stands)
  }

  @Test("goes on while it is seen, but not for more than twelve hours", arguments: Engine.tested)
  func absolute(engine: Engine) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    let sessions = Sessions(borough.services)
    for _ in 0..<26 {
      borough.clock.advance(seconds: 1650)
      let found = try #require(try borough.identify(token))
      try borough.database.write { try sessions.touch(found.session, at: borough.now, in: $0) }
    }
    borough.clock.advance(seconds: 299)
    #expect(try borough.identify(token) != nil)
    borough.clock.advance(seconds: 1)
    #expect(try borough.identify(token) == nil)
  }

  @Test("is noted as seen at most once a minute", arguments: Engine.tested)
  func notes(engine: Engine) throws {
    let borough = try Borough(engine)
    let token = try borough.session(of: try borough.account())
    borough.clock.advance(seconds: 59)
    #expect(try borough.identify(token)?.needsNote(at: borough.now) == false)
    borough.clock.advance(seconds: 1)
    #expect(try borough.identify(token)?.needsNote(at: borough.now) == true)
  }

  @Test("ends at once when the account is disabled", arguments: Engine.tested)
  func disabled(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    let token = try borough.session(of: id)
    try borough.database.write { write in
      try borough.accounts.accounts.set(.disabled, of: id, version: 1, in: write)
    }
    #expect(try borough.identify(token) == nil)
  }

  @Test("ends alone, or with every other of its account", arguments: Engine.tested)
  func ending(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let other = try borough.account(email: "other@thornmere.example")
    let tokens = try (0..<3).map { _ in try borough.session(of: id) }
    let stranger = try borough.session(of: other)
    let sessions = borough.accounts.sessions
    try borough.database.write { try sessions.end(token: tokens[0], at: borough.now, in: $0) }
    #expect(try tokens.map { try borough.identify($0) != nil } == [false, true, true])
    let kept = try borough.identify(tokens[2])?.session
    try borough.database.write {
      try sessions.endAll(of: id, but: kept, at: borough.now, in: $0)
    }
    #expect(try tokens.map { try borough.identify($0) != nil } == [false, false, true])
    try borough.database.write { try sessions.endAll(of: id, at: borough.now, in: $0) }
    #expect(try borough.identify(tokens[2]) == nil)
    #expect(try borough.identify(stranger) != nil)
  }

  @Test(
    "that waits for its second step identifies nobody", arguments: Engine.tested,
    [
      SessionStage.password, .code, .enrol,
    ])
  func pending(engine: Engine, stage: SessionStage) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let token = try borough.database.write { write in
      try borough.accounts.sessions.begin(id, stage, replacing: nil, at: borough.now, in: write)
    }
    #expect(try borough.identify(token) == nil)
    func pending() throws -> SessionStage? {
      try borough.database.read {
        try borough.accounts.sessions.pending(token: token, now: borough.now, $0)?.stage
      }
    }
    #expect(try pending() == stage)
    borough.clock.advance(seconds: 599)
    #expect(try pending() == stage)
    borough.clock.advance(seconds: 1)
    #expect(try pending() == nil)
  }

  @Test("is found by an index", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let borough = try Borough(engine)
    let sql: SQL = """
      SELECT s.id FROM session s JOIN account a ON a.id = s.account
      WHERE s.hash = \(SecretToken.hash("x")) AND s.ended IS NULL AND a.state = 'active'
      """
    let plan = try QueryPlan.of(sql, borough.database)
    #expect(!plan.readsAll(of: "session") && !plan.readsAll(of: "s"), "\(plan)")
  }
}
