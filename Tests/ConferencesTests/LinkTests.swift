import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("A question sent as a link", .database)
struct LinkTests {
  static let members = "/conferences/marac/members"

  /// Names the mailbox of the health trust.
  static func name(_ fixture: ConferencesFixture, _ address: String = "desk@trust.example") throws {
    let form = [("act", "mailbox"), ("mailbox-body", "4"), ("mailbox", address)]
    #expect(try fixture.status(members, as: .coordinator, form: form) == 303)
  }

  /// Asks the health trust about a case by a link; the case.
  static func sent(_ fixture: ConferencesFixture, days: String = "7") throws -> String {
    try name(fixture)
    let path = try fixture.refer([
      "name": "Quill Sample", "born-day": "2", "born-month": "3", "born-year": "1990",
    ])
    #expect(try fixture.ask(path, ["4"], by: ConferencesFixture.today.adding(days: 3)) == 303)
    #expect(try send(fixture, path, days) == 303)
    try fixture.mail.fetch(fixture.services)
    return path
  }

  static func send(
    _ fixture: ConferencesFixture, _ path: String, _ days: String = "7",
    as who: ConferencesFixture.Who = .coordinator
  ) throws -> Int {
    let page = try fixture.visit(path, as: .coordinator)?.text ?? ""
    let question =
      try page.firstMatch(of: /name="asked-link" value="(\d+)"/).map { String($0.1) }
      ?? fixture.id("conference_research")
    return try fixture.status(
      path, as: who,
      form: [("act", "link"), ("asked-link", question), ("link-days-\(question)", days)])
  }

  private func reader(_ fixture: ConferencesFixture) throws -> Stranger {
    let limit = VisitLimit()
    let reader = Stranger(fixture.services) { try AskedRoute.answer($0, limit) }
    try reader.go(try #require(fixture.mail.link))
    return reader
  }

  private func open(_ reader: Stranger, _ fixture: ConferencesFixture) throws {
    try reader.post([("step", "code")])
    try fixture.mail.fetch(fixture.services)
    try reader.post([("step", "open"), ("code", try #require(fixture.mail.code))])
  }

  private static let answer = [
    ("step", "answer"), ("answer", "known"), ("facts", "Two visits in October"),
    ("given-by", "Duty nurse Sample"),
  ]

  @Test("is looked at by a scanner and answered once by a person", arguments: Engine.tested)
  func scanner(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let path = try Self.sent(fixture)
    for _ in 0..<3 {
      let scanner = try reader(fixture)
      #expect(scanner.page.status == 200)
      #expect(!scanner.page.words.contains("Quill"))
    }
    #expect(fixture.mail.letters.count == 1)
    let person = try reader(fixture)
    try open(person, fixture)
    #expect(
      fixture.mail.letters.map(\.address) == Array(repeating: "desk@trust.example", count: 2))
    for word in ["Quill Sample", "2 March 1990", "Kim Other", "by 23 November 2026"] {
      #expect(person.page.words.contains(word), "\(word)")
    }
    for word in ["Quagga", "DASH", "MARAC", "Constabulary", "Mornings", "TM-"] {
      #expect(!person.page.words.contains(word), "\(word)")
    }
    try person.post([("step", "answer"), ("answer", "known"), ("facts", "x")])
    #expect(person.page.status == 422)
    #expect(person.page.words.contains("Enter your name and what you do there"))
    try person.post(Self.answer)
    #expect(person.page.words.contains("Somebody answered on 20 November 2026"))
    try person.post(Self.answer.map { $0.0 == "facts" ? ($0.0, "Once more") : $0 })
    let page = try fixture.words(path, as: .coordinator)
    for word in ["Two visits in October", "Duty nurse Sample", "Answered by link"] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(!page.contains("Once more"))
    let trail = try fixture.words("/conferences/marac/trail", as: .coordinator)
    for word in [
      "Asked by a link of a conference", "Code for a link of a conference sent",
      "Link of a conference opened by its code", "Answered what a conference asked, by a link",
      "Whoever has the link", "Mailbox of an organisation named",
    ] {
      #expect(trail.contains(word), "\(word)")
    }
    #expect(!trail.contains("trust.example"))
    #expect(try fixture.services.trail().isEmpty, "what stands apart is in the trail of all")
  }

  @Test("names no conference in its letters, and is in nobody's outbox")
  func letters() throws {
    let fixture = try ConferencesFixture()
    _ = try Self.sent(fixture)
    try open(try reader(fixture), fixture)
    for letter in fixture.mail.letters {
      for word in ["MARAC", "conference", "Quill", "abuse"] {
        #expect(!(letter.subject + letter.body).contains(word), "\(word)")
      }
    }
    let counts = try fixture.database.read { try fixture.services.outbox.counts(in: $0) }
    #expect(counts.isEmpty)
  }

  @Test("counts wrong codes, and is locked after too many")
  func wrong() throws {
    let fixture = try ConferencesFixture()
    let path = try Self.sent(fixture)
    let person = try reader(fixture)
    for _ in 0..<LinkRule.mostCodes { try person.post([("step", "code")]) }
    try fixture.mail.fetch(fixture.services)
    for _ in 0..<LinkRule.mostTries {
      try person.post([("step", "open"), ("code", "0000-0000")])
      #expect(person.page.status == 422)
    }
    try person.post([("step", "open"), ("code", try #require(fixture.mail.code))])
    #expect(!person.page.words.contains("Quill"))
    #expect(try fixture.words(path, as: .coordinator).contains("Too many codes: send it anew"))
    try person.forge([("step", "code")])
    #expect(person.page.status == 422)
  }

  @Test("does not work once it is taken back, replaced, answered otherwise, not taken, or too old")
  func gone() throws {
    func isGone(_ change: (ConferencesFixture, String) throws -> Void) throws -> Bool {
      let fixture = try ConferencesFixture()
      let path = try Self.sent(fixture)
      let link = try #require(fixture.mail.link)
      let person = try reader(fixture)
      try open(person, fixture)
      #expect(person.page.words.contains("Quill"))
      try change(fixture, path)
      try person.post(Self.answer)
      try person.go(link)
      #expect(!(try fixture.words(path, as: .coordinator).contains("Two visits")))
      return person.page.words.contains("This link does not work")
    }
    let takenBack = try isGone { (fixture, path) throws in
      let form = [("act", "link-end"), ("link", try fixture.id("conference_link"))]
      let (first, again) = (
        try fixture.status(path, as: .coordinator, form: form),
        try fixture.status(path, as: .coordinator, form: form)
      )
      #expect((first, again) == (303, 422))
    }
    let replaced = try isGone { (fixture, path) throws in
      #expect(try Self.send(fixture, path) == 303)
    }
    let answered = try isGone { (fixture, path) throws in
      let form = [
        ("act", "answer"), ("version", "1"), ("answer", "nothing"), ("given-by", "By phone"),
      ]
      #expect(try fixture.status("\(path)?for=4", as: .coordinator, form: form) == 303)
    }
    let declined = try isGone { (fixture, path) throws in
      let form = [("act", "decline"), ("version", "1"), ("reason", "Elsewhere")]
      #expect(try fixture.status(path, as: .coordinator, form: form) == 303)
    }
    let expired = try isGone { fixture, _ in
      fixture.now = fixture.now.adding(seconds: 8 * 86_400)
    }
    #expect(takenBack && replaced && answered && declined && expired)
  }

  @Test("is sent by those who prepare, to a named mailbox, where mail goes")
  func refused() throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    _ = try fixture.ask(path, ["4"], by: ConferencesFixture.today)
    #expect(try Self.send(fixture, path) == 422)
    try Self.name(fixture)
    #expect(try Self.send(fixture, path, as: .police) == 404)
    #expect(try Self.send(fixture, path, "365") == 422)
    #expect(try Self.send(fixture, path) == 303)
    try Self.name(fixture, "")
    #expect(try Self.send(fixture, path) == 422)
    let form = [("act", "mailbox"), ("mailbox-body", "4"), ("mailbox", "desk")]
    #expect(try fixture.status(Self.members, as: .coordinator, form: form) == 422)
    #expect(try fixture.status(Self.members, as: .chair, form: form) == 404)
    #expect(!(try fixture.words(Self.members, as: .police).contains("trust.example")))
    let without = try ConferencesFixture(hasMail: false)
    let other = try without.refer()
    _ = try without.ask(other, ["4"], by: ConferencesFixture.today)
    try Self.name(without)
    #expect(try Self.send(without, other) == 422)
  }
}
