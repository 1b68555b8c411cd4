import Access
import Database
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Letters

@Suite("The pages of the outbox", .database)
struct OutboxPageTests {
  @Test("list messages without names, addresses or words", arguments: Engine.tested)
  func list(engine: Engine) throws {
    let fixture = try LettersFixture(engine)
    try fixture.queue()
    let page = try #require(try fixture.get("/outbox", as: .administrator))
    #expect(page.words.contains("Decision on a report"))
    #expect(page.words.contains("To do by hand (1)"))
    #expect(!page.words.contains("Planted"))
  }

  @Test("show a letter to whoever may print it, and note that", arguments: Engine.tested)
  func open(engine: Engine) throws {
    let fixture = try LettersFixture(engine)
    let id = try fixture.queue()
    let hidden = try #require(try fixture.get("/outbox/\(id)", as: .administrator))
    #expect(!hidden.words.contains("Planted"))
    #expect(try fixture.actions().isEmpty)
    let shown = try #require(try fixture.get("/outbox/\(id)", as: .officer))
    #expect(shown.words.contains("Dear Ann Planted"))
    #expect(shown.words.contains("1 Planted Street"))
    #expect(try fixture.actions() == ["message.read"])
  }

  @Test("show the words of a one-time link to nobody")
  func secret() throws {
    let fixture = try LettersFixture()
    let id = try fixture.queue(LettersFixture.secret)
    for role in LettersPolicy.readers {
      let page = try #require(try fixture.get("/outbox/\(id)", as: role))
      #expect(!page.words.contains("Planted"))
    }
  }

  @Test("carry decisions out and note them", arguments: Engine.tested)
  func decide(engine: Engine) throws {
    let fixture = try LettersFixture(engine)
    let id = try fixture.queue()
    #expect(try fixture.post("/outbox/\(id)", [("decision", "done")], as: .officer)?.status == 303)
    #expect(try fixture.actions() == ["message.done"])
    #expect(throws: MessageProblem.moved) {
      try fixture.post("/outbox/\(id)", [("decision", "cancel")], as: .officer)
    }
    #expect(throws: LettersProblem.unclear) {
      try fixture.post("/outbox/\(id)", [("decision", "burn")], as: .officer)
    }
    #expect(try fixture.actions() == ["message.done"])
  }

  @Test("page through many", arguments: Engine.tested)
  func pages(engine: Engine) throws {
    let fixture = try LettersFixture(engine)
    for _ in 0..<LettersHandlers.pageSize + 1 { try fixture.queue() }
    let first = try #require(try fixture.get("/outbox", as: .officer))
    #expect(first.words.contains("/outbox?before=2"))
    let second = try #require(try fixture.get("/outbox?before=2", as: .officer))
    #expect(second.words.contains("/outbox/1\""))
    #expect(!second.words.contains("Earlier messages"))
  }

  @Test("show the messages of one route by themselves", arguments: Engine.tested)
  func routes(engine: Engine) throws {
    let fixture = try LettersFixture(engine)
    let letter = try fixture.queue()
    let call = try fixture.queue(by: .phone)
    let page = try #require(try fixture.get("/outbox?route=letter", as: .officer)).words
    #expect(page.contains("/outbox/\(letter)\"") && !page.contains("/outbox/\(call)\""))
    let all = try #require(try fixture.get("/outbox?route=pigeon", as: .officer)).words
    #expect(all.contains("/outbox/\(letter)\"") && all.contains("/outbox/\(call)\""))
    #expect(
      LettersRoute.list(.byHand, by: .letter, before: ID(7)).path == "/outbox?route=letter&before=7"
    )
  }

  @Test("say what is done with a letter and with a call")
  func deciding() throws {
    let fixture = try LettersFixture()
    for (route, words) in [
      (MessageRoute.letter, "It was printed and posted"), (.phone, "It was said"),
      (.text, "It is done"),
    ] {
      let id = try fixture.queue(by: route)
      let page = try #require(try fixture.get("/outbox/\(id)", as: .officer)).words
      #expect(page.contains(words), "\(page)")
    }
  }
}
