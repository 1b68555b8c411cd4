import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Messages

@Suite("The outbox", .database)
struct OutboxTests {
  @Test("hands a message over once and keeps its words sealed", arguments: Engine.tested)
  func sends(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    let queued = try fixture.queue()
    #expect(queued.state == .waiting)
    try fixture.run()
    try fixture.run()
    let carried = fixture.carried.withLock { $0 }
    #expect(carried.count == 1)
    #expect(carried.first?.subject == "About TM-7K42-0931")
    #expect(carried.first?.body == Sensitive("Dear Ann Planted\nWe are on our way."))
    let sent = try #require(try fixture.record(queued.id))
    #expect(sent.state == .sent)
    #expect(sent.tries == 1)
    #expect(sent.templateVersion == 3)
    let words = try fixture.database.read { try fixture.outbox.words(of: queued.id, in: $0) }
    #expect(words?.address == Sensitive("ann@planted.example"))
  }

  @Test("forgets the words of a secret once it went, and shows them to nobody before")
  func secrets() throws {
    let fixture = try OutboxFixture()
    let queued = try fixture.queue(OutboxFixture.secret)
    #expect(try fixture.database.read { try fixture.outbox.words(of: queued.id, in: $0) } == nil)
    try fixture.run()
    let left = try fixture.database.read { read in
      try read.count("SELECT length(body) + length(address) FROM message")
    }
    #expect(left == 0)
    #expect(
      fixture.carried.withLock { $0.first?.body } == Sensitive("https://planted.example/link"))
  }

  @Test("keeps no name, address or word that can be read in its file")
  func sealed() throws {
    let fixture = try OutboxFixture()
    try fixture.queue()
    try fixture.queue(OutboxFixture.secret)
    let text = try fixture.database.read { read in
      try read.all("SELECT CAST(address AS TEXT), CAST(body AS TEXT), topic, subject FROM message")
      {
        row in try row.text() + row.text() + row.text() + row.text()
      }.joined()
    }
    #expect(!text.lowercased().contains("planted"))
    #expect(!text.contains("way"))
  }

  @Test("keeps nothing of a transaction that was taken back", arguments: Engine.tested)
  func takenBack(engine: Engine) throws {
    struct Back: Error {}
    let fixture = try OutboxFixture(engine)
    let message = try Message(
      OutboxFixture.wording, ["reference": .open("x"), "name": .open("y")], by: .email,
      to: Sensitive("a@b.example"), about: "test/1")
    #expect(throws: Back.self) {
      try fixture.database.write { write in
        try fixture.outbox.queue(message, at: fixture.now, in: write)
        throw Back()
      }
    }
    try fixture.run()
    #expect(fixture.carried.withLock(\.isEmpty))
  }

  /// The route, how the person may be reached, and what becomes of the message.
  static let tasks: [(MessageRoute, SafeContact, MessageState, String)] = [
    (.email, .anyWay, .waiting, ""),
    (.letter, .anyWay, .byHand, "Print it and post it"),
    (.phone, .anyWay, .byHand, "Call them"),
    (
      .text, .anyWay, .byHand,
      "Text messages cannot be sent from here: call, or send it from a phone"
    ),
    (
      .email, .never, .byHand,
      "The person must not be reached this way. Ask them how, or leave it"
    ),
    (
      .email, SafeContact(routes: [.phone]), .byHand,
      "The person must not be reached this way. Ask them how, or leave it"
    ),
  ]

  @Test("makes a task of what no machine may or can take", arguments: tasks)
  func becomesTask(
    route: MessageRoute, contact: SafeContact, state: MessageState, reason: String
  ) throws {
    let fixture = try OutboxFixture()
    let queued = try fixture.queue(by: route, contact: contact)
    #expect(queued.state == state)
    #expect(queued.reason == reason)
    try fixture.run()
    #expect(fixture.carried.withLock(\.count) == (state == .waiting ? 1 : 0))
  }

  @Test("waits for the hours in which the person may be reached", arguments: Engine.tested)
  func hours(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    // It is 9am: the person may be reached from 10 to 12.
    let contact = SafeContact(routes: [.email], minutes: 600..<720)
    let queued = try fixture.queue(contact: contact)
    try fixture.run()
    #expect(fixture.carried.withLock(\.isEmpty))
    fixture.clock.advance(seconds: 3600)
    try fixture.run()
    #expect(try fixture.record(queued.id)?.state == .sent)
  }

  @Test("sends nothing outside those hours at a later try either")
  func laterHours() throws {
    let fixture = try OutboxFixture(answer: { .delayed("Busy") })
    let queued = try fixture.queue(contact: SafeContact(routes: [.email], minutes: 540..<541))
    try fixture.run()
    fixture.clock.advance(seconds: 120)
    try fixture.run()
    let waiting = try #require(try fixture.record(queued.id))
    #expect(waiting.tries == 1)
    #expect(waiting.due.description == "2026-11-21T09:00:00.000Z")
  }

  @Test(
    "holds what waits, also between two tries, until somebody lets it go", arguments: Engine.tested)
  func holding(engine: Engine) throws {
    let fixture = try OutboxFixture(engine, answer: { .delayed("Busy") })
    let tried = try fixture.queue()
    try fixture.run()
    let untried = try fixture.queue()
    let other = try fixture.queue(about: "test/other")
    let topic = tried.topic
    func hold() throws -> Int {
      try fixture.database.write {
        try fixture.outbox.hold(about: topic, because: "Read it first", at: fixture.now, in: $0)
      }
    }
    #expect(try hold() == 2)
    #expect(try hold() == 0)
    fixture.clock.advance(seconds: 3600)
    try fixture.run()
    for message in [tried, untried] {
      let record = try #require(try fixture.record(message.id))
      #expect(record.state == .held && record.reason == "Read it first")
    }
    #expect(try fixture.record(other.id)?.state == .waiting)
    let before = fixture.carried.withLock(\.count)
    try fixture.decide(.release, on: tried.id)
    try fixture.run()
    #expect(fixture.carried.withLock(\.count) == before + 1)
  }

  @Test("tries again with growing pauses, and gives up after the seventh try")
  func backoff() throws {
    let fixture = try OutboxFixture(answer: { .delayed("The mail server cannot be reached") })
    let queued = try fixture.queue()
    for minutes in [1.0, 5, 15, 60, 240, 720] {
      try fixture.run()
      let waiting = try #require(try fixture.record(queued.id))
      #expect(waiting.state == .waiting)
      #expect(waiting.reason == "The mail server cannot be reached")
      #expect(waiting.due.since(fixture.now) == minutes * 60)
      fixture.clock.advance(seconds: minutes * 60 - 1)
      try fixture.run()
      #expect(try fixture.record(queued.id)?.tries == waiting.tries)
      fixture.clock.advance(seconds: 1)
    }
    try fixture.run()
    #expect(try fixture.record(queued.id)?.state == .failed)
    #expect(fixture.carried.withLock(\.count) == 7)
    try fixture.decide(.sendAgain, on: queued.id)
    try fixture.run()
    #expect(fixture.carried.withLock(\.count) == 8)
  }

  static let endings: [(Delivery, Recall?, MessageState)] = [
    (.accepted, nil, .sent), (.refused("No"), nil, .failed), (.unknown("?"), nil, .uncertain),
    (.unknown("?"), .accepted, .sent), (.unknown("?"), .unseen, .waiting),
  ]

  @Test("tells what came of a try", arguments: endings)
  func ends(delivery: Delivery, recall: Recall?, state: MessageState) throws {
    let fixture = try OutboxFixture(
      answer: { delivery }, recall: Self.always(recall))
    let queued = try fixture.queue()
    try fixture.run()
    #expect(try fixture.record(queued.id)?.state == state)
    #expect(fixture.carried.withLock(\.count) == 1)
  }

  private static func always(_ recall: Recall?) -> (@Sendable () -> Recall)? {
    guard let recall else { return nil }
    return { recall }
  }

  @Test("asks a carrier that does not answer several times before a person has to decide")
  func questions() throws {
    let fixture = try OutboxFixture(answer: { .unknown("?") }, recall: { .noAnswer })
    let queued = try fixture.queue()
    for _ in 0...Outbox.mostQuestions {
      try fixture.run()
      fixture.clock.advance(seconds: 3600)
    }
    #expect(try fixture.record(queued.id)?.state == .uncertain)
    #expect(fixture.carried.withLock(\.count) == 1)
  }

  @Test("holds a message until somebody lets it go", arguments: Engine.tested)
  func held(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    let queued = try fixture.queue(held: "Look at the report first")
    #expect(queued.state == .held)
    try fixture.run()
    #expect(fixture.carried.withLock(\.isEmpty))
    try fixture.decide(.release, on: queued.id)
    try fixture.run()
    #expect(try fixture.record(queued.id)?.state == .sent)
  }

  @Test("lets a held message go only where the person may be reached")
  func heldAndUnsafe() throws {
    let fixture = try OutboxFixture()
    let queued = try fixture.queue(contact: .never, held: "Look first")
    #expect(try fixture.decide(.release, on: queued.id).state == .byHand)
  }

  @Test("takes decisions only from the states they belong to")
  func decisions() throws {
    let fixture = try OutboxFixture()
    let sent = try fixture.queue()
    try fixture.run()
    for decision in Outbox.Decision.allCases {
      #expect(throws: MessageProblem.moved) { try fixture.decide(decision, on: sent.id) }
      #expect(throws: MessageProblem.notFound) { try fixture.decide(decision, on: ID(99)) }
    }
    let letter = try fixture.queue(by: .letter)
    #expect(try fixture.decide(.done, on: letter.id).state == .done)
    let waiting = try fixture.queue()
    #expect(try fixture.decide(.cancel, on: waiting.id).state == .cancelled)
    try fixture.run()
    #expect(fixture.carried.withLock(\.count) == 1)
  }

  @Test("is sealed anew after a rotation and still opens", arguments: Engine.tested)
  func reseal(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    let queued = try fixture.queue()
    try fixture.keyring.rotate(at: fixture.now)
    let ids = try fixture.database.write { try fixture.outbox.reseal(after: ID(0), in: $0) }
    #expect(ids == [queued.id])
    let body = try fixture.database.read { read in
      try read.first("SELECT body FROM message") { row in try row.bytes() }
    }
    #expect(fixture.keyring.sealedVersion(try #require(body)) == 2)
    try fixture.run()
    #expect(fixture.carried.withLock { $0.first?.address } == Sensitive("ann@planted.example"))
  }

  @Test(
    "sends what is kept apart, and shows it to those alone who ask by its topic",
    arguments: Engine.tested)
  func apart(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    let queued = try fixture.queue(about: "apart/conference/marac", held: "Look at it")
    let (open, kept) = try fixture.database.read { read in
      (
        try fixture.outbox.messages(.held, in: read).count,
        try fixture.outbox.messages(about: "apart/conference/marac", in: read).map(\.id)
      )
    }
    #expect(open == 0)
    #expect(kept == [queued.id])
    #expect(try fixture.database.read { try fixture.outbox.counts(in: $0) }.isEmpty)
    #expect(try fixture.record(queued.id) == nil)
    #expect(throws: MessageProblem.notFound) { try fixture.decide(.release, on: queued.id) }
    try fixture.queue(about: "apart/conference/marac")
    try fixture.run()
    #expect(fixture.carried.withLock { $0.count } == 1)
  }

  @Test("finds the messages of a state and of a record by an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    let byState = try QueryPlan.of(
      Outbox.listing(.byHand, before: nil, limit: 50), fixture.database)
    #expect(byState.uses(index: "message_open"), "\(byState)")
    let byTopic = try QueryPlan.of(Outbox.listing(about: "test/1", limit: 50), fixture.database)
    #expect(byTopic.uses(index: "message_topic"), "\(byTopic)")
    let byRoute = try QueryPlan.of(
      Outbox.listing(.byHand, by: .letter, before: nil, limit: 50), fixture.database)
    #expect(byRoute.uses(index: "message_open"), "\(byRoute)")
    let toSay = try QueryPlan.of(Outbox.saying([.phone], limit: 50), fixture.database)
    #expect(toSay.uses(index: "message_to_say"), "\(toSay)")
  }

  @Test("lists by itself what one route has", arguments: Engine.tested)
  func routes(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    let letter = try fixture.queue(by: .letter)
    try fixture.queue(by: .phone)
    let found = try fixture.database.read { read in
      (
        try fixture.outbox.messages(.byHand, by: .letter, in: read).map(\.id),
        try fixture.outbox.messages(.byHand, in: read).count
      )
    }
    #expect(found.0 == [letter.id] && found.1 == 2)
  }

  @Test(
    "knows what somebody has to say: calls, and texts that nothing sends",
    arguments: Engine.tested)
  func toSay(engine: Engine) throws {
    func found(_ routes: Set<MessageRoute>) throws -> [MessageRoute] {
      let fixture = try OutboxFixture(engine, routes: routes)
      for route in MessageRoute.allCases { try fixture.queue(by: route) }
      try fixture.queue(by: .text, held: "Look at it")
      try fixture.queue(by: .phone, about: "apart/conference/marac")
      try fixture.queue(by: .phone, contact: .never)
      return try fixture.database.read { try fixture.outbox.toSay(in: $0).map(\.route) }
    }
    #expect(
      try found([.email]).sorted { $0.rawValue < $1.rawValue } == [.phone, .phone, .text, .text])
    #expect(try found([.email, .text]) == [.phone, .phone])
  }

  @Test("is told that a message was said, held or not, once", arguments: Engine.tested)
  func said(engine: Engine) throws {
    let fixture = try OutboxFixture(engine)
    for held in [nil, "Look at it"] {
      let queued = try fixture.queue(by: .phone, held: held)
      func say() throws -> MessageRecord {
        try fixture.database.write { write in
          try fixture.outbox.said(queued.id, at: fixture.now, in: write)
        }
      }
      #expect(try say().state == .done)
      #expect(throws: MessageProblem.moved) { try say() }
    }
    let email = try fixture.queue()
    #expect(throws: MessageProblem.moved) {
      try fixture.database.write { write in
        try fixture.outbox.said(email.id, at: fixture.now, in: write)
      }
    }
  }
}
