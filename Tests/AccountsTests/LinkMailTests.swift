import Access
import Database
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Accounts

@Suite("A one-time link by email", .database)
struct LinkMailTests {
  /// A mail server that takes everything.
  private static let mail = Carrier(name: "The mail server", routes: [.email]) { _ in .accepted }

  private func post(
    _ borough: Borough, _ path: [String], _ fields: [(String, String)]
  ) throws -> Response {
    let admin = try borough.account(.administrator, email: "admin@thornmere.example")
    let request = Request(.post, path: path, form: Fields(fields))
    return try #require(try borough.answer(request, as: admin, .administrator))
  }

  private func messages(_ borough: Borough, about id: ID<Account>) throws -> [MessageRecord] {
    try borough.database.read { read in
      try borough.services.outbox.messages(about: AccountRecord.subject(id), in: read)
    }
  }

  @Test("goes to the person where mail is set, and is not shown", arguments: Engine.tested)
  func sent(engine: Engine) throws {
    let borough = try Borough(engine, carriers: [Self.mail])
    let id = try borough.account()
    let path = ["admin", "accounts", id.description, "link"]
    let response = try post(borough, path, [("way", "email")])
    #expect(response.status == 303)
    let message = try #require(try messages(borough, about: id).first)
    #expect(message.state == .waiting)
    #expect(message.isSecret)
    #expect(message.subject == "Choose your password")
    #expect(try borough.actions() == ["account.link-made"])
  }

  @Test("is shown all the same to whoever asks for it", arguments: ["email", "shown", ""])
  func shown(way: String) throws {
    let borough = try Borough(.sqlite, carriers: way == "email" ? [] : [Self.mail])
    let id = try borough.account()
    let path = ["admin", "accounts", id.description, "link"]
    let response = try post(borough, path, [("way", way)])
    #expect(response.words.contains("http://127.0.0.1:8080/link/"))
    #expect(try messages(borough, about: id).isEmpty)
  }

  @Test("goes to whoever an account is added for", arguments: Engine.tested)
  func added(engine: Engine) throws {
    let borough = try Borough(engine, carriers: [Self.mail])
    let fields = [
      ("name", "Analyst J"), ("email", "analyst@thornmere.example"), ("role", "analyst"),
      ("organisation", borough.council.description),
    ]
    let response = try post(borough, ["admin", "accounts", "add"], fields)
    #expect(response.status == 303)
    #expect(try messages(borough, about: ID(2)).map(\.state) == [.waiting])
  }

  @Test("carries the link in its words, sealed, and works")
  func works() throws {
    let sent = Guarded<String>("")
    let mail = Carrier(name: "The mail server", routes: [.email]) { envelope in
      sent.withLock { $0 = envelope.body.reveal(for: "test") }
      return .accepted
    }
    let borough = try Borough(.sqlite, carriers: [mail])
    let id = try borough.account(hash: nil)
    _ = try post(borough, ["admin", "accounts", id.description, "link"], [("way", "email")])
    try borough.send()
    let words = sent.withLock { $0 }
    let start = try #require(words.range(of: "/link/"))
    let token = String(words[start.upperBound...].prefix { !$0.isWhitespace })
    let spent = try borough.database.write { write in
      try borough.accounts.links.spend(token, at: borough.now, in: write)
    }
    #expect(spent == id)
    #expect(try messages(borough, about: id).map(\.state) == [.sent])
  }
}
