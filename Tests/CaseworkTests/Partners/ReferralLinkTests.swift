import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A referral sent as a link", .database)
struct ReferralLinkTests {
  /// A case with a referral about somebody to the second organisation, sent to its mailbox.
  private struct Sent {
    let fixture: CaseworkFixture
    let mail = Mailbox()
    let file: Reference

    init(_ engine: Engine = .sqlite) throws {
      fixture = try CaseworkFixture(engine, carriers: [mail.carrier])
      file = try fixture.openCase(try fixture.report())
      try act("person", [("part", "victim"), ("name", "Ada Quagga"), ("person-contact", "Okapi")])
      try act(
        "referral",
        [
          ("refer-to", "2"), ("refer-person", "1"), ("refer-purpose", "Somebody to talk to"),
          ("refer-necessity", "Zebra agreed"), ("refer-shared", "identity"),
          ("refer-gateway", "cda-115"), ("refer-recipient-said", "yes"),
          ("refer-basis", "public-task"),
        ] + fixture.date("refer-due", "2026-11-27"))
      try send()
    }

    func act(_ act: String, _ form: [(String, String)]) throws {
      #expect(try fixture.work("/cases/\(file)/\(act)", as: .officer, form: form) == 303)
    }

    func send(_ words: String = "") throws {
      try act(
        "referral-link",
        [
          ("linked-referral", "1"), ("referral-mailbox", "desk@centre.example"),
          ("referral-days", "7"), ("referral-words", words),
        ])
      try mail.fetch(fixture.services)
    }

    /// Somebody who entered the code.
    func reader() throws -> Resident {
      let reader = Resident(fixture)
      try reader.go(try #require(mail.link))
      try reader.post([("step", "code")])
      try mail.fetch(fixture.services)
      try reader.post([("step", "open"), ("code", try #require(mail.code))])
      return reader
    }

    func answer(_ reader: Resident, _ answer: String, _ words: String = "") throws {
      try reader.post([("step", "answer"), ("answer", answer), ("answer-words", words)])
    }

    func casePage() throws -> String {
      try #require(try fixture.answer("/cases/\(file)")).words
    }
  }

  @Test(
    "shows what it is for, the name and the day, and nothing else of the case",
    arguments: Engine.tested)
  func sight(engine: Engine) throws {
    let sent = try Sent(engine)
    let stranger = Resident(sent.fixture)
    for _ in 0..<2 { try stranger.go(try #require(sent.mail.link)) }
    #expect(!stranger.page.words.contains("Quagga") && !stranger.page.words.contains("talk to"))
    let reader = try sent.reader()
    #expect(reader.page.words.contains("Somebody to talk to It is about Ada Quagga."))
    #expect(reader.page.words.contains("Please answer by Friday 27 November 2026"))
    for hidden in ["Okapi", "Zebra", "Noise on the stairs", sent.file.description, "Planted"] {
      #expect(!reader.page.words.contains(hidden), "\(hidden)")
    }
  }

  static let replies: [(answer: String, words: String, state: String, kind: String)] = [
    ("accepted", "", "Accepted", "Referral answered"),
    ("accepted", "Sam calls on Monday", "Accepted", "Referral answered"),
    ("declined", "Outside our area", "Declined", "Referral answered"),
  ]

  @Test(
    "is accepted or declined once, and the case and the worklist say so", arguments: Engine.tested,
    replies)
  func answered(
    engine: Engine, reply: (answer: String, words: String, state: String, kind: String)
  ) throws {
    let sent = try Sent(engine)
    #expect(try sent.fixture.file(sent.file).due.map { London.day($0) } == Day("2026-11-24"))
    let reader = try sent.reader()
    try sent.answer(reader, reply.answer, reply.words)
    #expect(reader.page.words.contains("Somebody answered on 20 November 2026"))
    try sent.answer(reader, "declined", "Once more")
    let page = try sent.casePage()
    #expect(page.contains(reply.state) && page.contains(reply.kind) && page.contains(reply.words))
    #expect(!page.contains("Once more"))
    #expect(page.contains("nobody has read it yet"))
    let list = try #require(try sent.fixture.answer("/work?list=answers")).words
    #expect(list.contains(sent.file.description))
    let trail = try sent.fixture.trail().filter { $0.contains("link") }
    #expect(
      trail.map { String($0.prefix { $0 != " " }) } == [
        "casework.case-referral-link", "casework.link-code-sent", "casework.link-opened",
        "casework.link-answered",
      ])
    #expect(!trail.joined().contains("centre.example"))
  }

  @Test("that asks something waits on, and the next link has the answer", arguments: Engine.tested)
  func asks(engine: Engine) throws {
    let sent = try Sent(engine)
    let first = try sent.reader()
    try sent.answer(first, "asks", "Do they speak Welsh?")
    #expect(first.page.words.contains("It can be answered once"))
    let page = try sent.casePage()
    #expect(page.contains("Question about a referral") && page.contains("Do they speak Welsh?"))
    #expect(page.contains("20 November 2026: they ask something"))
    try sent.send("They do, a little")
    let second = try sent.reader()
    #expect(second.page.words.contains("The partnership says: They do, a little"))
    try sent.answer(second, "accepted")
    #expect(!(try sent.casePage().contains("they ask something")))
  }

  @Test("is a share of its own until it is answered, taken back or over", arguments: Engine.tested)
  func shares(engine: Engine) throws {
    func open(_ sent: Sent) throws -> [Bool] {
      try sent.fixture.database.read { read in
        try sent.fixture.services.shares.about(sent.file, read).map {
          $0.isOpen(at: sent.fixture.now)
        }
      }
    }
    let answered = try Sent(engine)
    #expect(try open(answered) == [true, true])
    let shares = try answered.fixture.database.read {
      try answered.fixture.services.shares.about(answered.file, $0)
    }
    #expect(shares.map(\.isKeptByRecord) == [true, false])
    #expect(shares.map(\.lastDay) == [Day("2026-11-27"), Day("2026-11-27")])
    #expect(shares[0].terms.grounds == shares[1].terms.grounds)
    try answered.answer(try answered.reader(), "asks", "When?")
    #expect(try open(answered) == [false, true])
    try answered.send()
    #expect(try open(answered) == [true, false, true])
    try answered.answer(try answered.reader(), "accepted")
    #expect(try open(answered) == [false, false, false])

    let back = try Sent(engine)
    try back.send()
    #expect(try open(back) == [true, false, true])
    try back.act("link-end", [("link", "2")])
    #expect(try open(back) == [false, false, true])

    let over = try Sent(engine)
    try over.act("referral-answer", [("referral", "1"), ("answer", "accepted")])
    #expect(try open(over) == [false, false])
  }

  @Test("is not sent once its share was revoked, and is once its day is over")
  func revoked() throws {
    let form = [
      ("linked-referral", "1"), ("referral-mailbox", "desk@centre.example"), ("referral-days", "7"),
    ]
    for isOver in [false, true] {
      let sent = try Sent()
      try sent.fixture.database.write { write in
        let shares = sent.fixture.services.shares
        for share in try shares.about(sent.file, write) {
          try shares.end(
            share.reference, ShareEnd(sent.fixture.now, because: Sensitive("Revoked")), write)
        }
      }
      if isOver { sent.fixture.clock.advance(seconds: 8 * 86_400) }
      let answer = try sent.fixture.answer("/cases/\(sent.file)/referral-link", form: form)
      #expect(answer?.status == (isOver ? 303 : 422))
      if !isOver {
        #expect(answer?.words.contains("The share of this referral was revoked") == true)
      }
    }
  }

  @Test("is refused at the field, and the link is not spent")
  func refused() throws {
    let sent = try Sent()
    let reader = try sent.reader()
    let table = [
      ("", "", "Choose whether you take it"), ("declined", "", "Enter why you do not take it"),
      ("asks", "", "Enter what you ask"), ("done", "x", "Choose whether you take it"),
    ]
    for (answer, words, message) in table {
      try sent.answer(reader, answer, words)
      #expect(reader.page.status == 422 && reader.page.words.contains(message), "\(answer)")
    }
    try sent.answer(reader, "accepted")
    #expect(reader.page.words.contains("Somebody answered"))
  }

  @Test("does not work once it is taken back, replaced or answered otherwise")
  func gone() throws {
    func isGone(_ change: (Sent) throws -> Void) throws -> Bool {
      let sent = try Sent()
      let reader = try sent.reader()
      let link = try #require(sent.mail.link)
      try change(sent)
      try sent.answer(reader, "declined", "Too late")
      try reader.go(link)
      #expect(!(try sent.casePage().contains("Too late")))
      return reader.page.words.contains("This link does not work")
    }
    #expect(try isGone { try $0.act("link-end", [("link", "1")]) })
    #expect(try isGone { try $0.send() })
    #expect(
      try isGone { try $0.act("referral-answer", [("referral", "1"), ("answer", "accepted")]) })
  }

  @Test(
    "is sent to one mailbox of a referral that waits",
    arguments: [
      ("linked-referral", "", "Choose the referral"),
      ("linked-referral", "9", "This referral was answered already"),
      ("referral-mailbox", "desk", "Enter one mailbox"),
      ("referral-days", "365", "Choose for how long the link works"),
    ])
  func sending(field: String, value: String, words: String) throws {
    let sent = try Sent()
    let form = [
      ("linked-referral", "1"), ("referral-mailbox", "desk@centre.example"), ("referral-days", "7"),
    ]
    let response = try #require(
      try sent.fixture.answer(
        "/cases/\(sent.file)/referral-link", form: form.filter { $0.0 != field } + [(field, value)])
    )
    #expect(response.status == 422 && response.words.contains(words))
  }

  @Test("is not read by parties of the case, nor what it is asked", arguments: Engine.tested)
  func parties(engine: Engine) throws {
    let sent = try Sent(engine)
    let reader = try sent.reader()
    try sent.answer(reader, "asks", "Is Giraffe at home?")
    try sent.fixture.give(sent.file, [("party", "3")])
    let page = try #require(
      try sent.fixture.shared("/cases/shared/\(sent.file)", of: 3)
    ).words
    #expect(!page.contains("Giraffe") && !page.contains("Somebody to talk to"))
  }
}
