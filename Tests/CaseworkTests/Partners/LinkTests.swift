import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("An action sent as a link", .database)
struct LinkTests {
  /// A case with an action of the second organisation, sent to its mailbox.
  private struct Sent {
    let fixture: CaseworkFixture
    let mail = Mailbox()
    let file: Reference

    init(_ engine: Engine = .sqlite, days: String = "7") throws {
      fixture = try CaseworkFixture(engine, carriers: [mail.carrier])
      file = try fixture.openCase(try fixture.report())
      _ = try fixture.answer(
        "/cases/\(file)/action",
        form: [("task", "Visit the Quagga yard"), ("agency", "2")]
          + fixture.date("due", "2026-11-27"))
      try send(days: days)
    }

    func send(days: String = "7") throws {
      let status = try fixture.work(
        "/cases/\(file)/link", as: .officer,
        form: [
          ("linked", "1"), ("mailbox", "desk@centre.example"), ("link-days", days),
          ("link-tells", "nobody"),
        ])
      #expect(status == 303)
      try mail.fetch(fixture.services)
    }

    func link() throws -> String { try #require(mail.link) }

    /// Somebody at a browser of their own, at the page of the link.
    func reader() throws -> Resident {
      let reader = Resident(fixture)
      try reader.go(try link())
      return reader
    }

    func askCode(_ reader: Resident) throws {
      try reader.post([("step", "code")])
      try mail.fetch(fixture.services)
    }

    func enter(_ reader: Resident, _ code: String? = nil) throws {
      let known = try #require(mail.code)
      try reader.post([("step", "open"), ("code", code ?? known)])
    }

    func answer(_ reader: Resident, _ words: String = "We went, all quiet") throws {
      try reader.post([("step", "answer"), ("answer", "done"), ("answer-words", words)])
    }

    func casePage() throws -> String {
      try #require(try fixture.answer("/cases/\(file)")).words
    }
  }

  @Test("is looked at by a scanner and answered once by a person", arguments: Engine.tested)
  func scanner(engine: Engine) throws {
    let sent = try Sent(engine)
    let scanner = Resident(sent.fixture)
    for _ in 0..<3 {
      try scanner.go(try sent.link())
      #expect(scanner.page.status == 200)
      #expect(!scanner.page.words.contains("Quagga"))
    }
    #expect(sent.mail.letters.count == 1)
    let person = try sent.reader()
    #expect(person.page.words.contains("have a code sent"))
    try sent.askCode(person)
    #expect(sent.mail.letters.map(\.address) == Array(repeating: "desk@centre.example", count: 2))
    #expect(!person.page.words.contains("Quagga"))
    try sent.enter(person)
    #expect(person.page.words.contains("Visit the Quagga yard By Friday 27 November 2026"))
    try sent.answer(person)
    #expect(person.page.words.contains("Somebody answered on 20 November 2026"))
    try sent.answer(person, "Once more")
    #expect(person.page.words.contains("It can be answered once"))
    let page = try sent.casePage()
    #expect(page.contains("Visit the Quagga yard. It is done: We went, all quiet"))
    #expect(!page.contains("Once more"))
    #expect(page.contains("Answered 20 November 2026"))
    #expect(page.contains("nobody has read it yet"))
    let trail = try sent.fixture.trail().filter { $0.contains("link") }
    #expect(
      trail.map { String($0.prefix { $0 != " " }) } == [
        "casework.case-link", "casework.link-code-sent", "casework.link-opened",
        "casework.link-answered",
      ])
    #expect(!trail.joined().contains("centre.example") && !trail.joined().contains("/answer/"))
  }

  @Test("is on the worklist once it was answered", arguments: Engine.tested)
  func worklist(engine: Engine) throws {
    let sent = try Sent(engine)
    let person = try sent.reader()
    try sent.askCode(person)
    try sent.enter(person)
    try sent.answer(person)
    let list = try #require(try sent.fixture.answer("/work?list=answers")).words
    #expect(list.contains(sent.file.description))
  }

  @Test("opens for the browser alone in which the code was entered, for half an hour")
  func holder() throws {
    let sent = try Sent()
    let (first, second) = (try sent.reader(), try sent.reader())
    try sent.askCode(first)
    try sent.enter(first)
    try second.go(try sent.link())
    #expect(!second.page.words.contains("Quagga"))
    try sent.answer(second, "From elsewhere")
    #expect(!(try sent.casePage().contains("From elsewhere")))
    sent.fixture.clock.advance(seconds: LinkRule.heldSeconds - 1)
    try first.go(try sent.link())
    #expect(first.page.words.contains("Quagga"))
    sent.fixture.clock.advance(seconds: 1)
    try first.go(try sent.link())
    #expect(!first.page.words.contains("Quagga"))
  }

  @Test("takes five wrong codes, then none of that code", arguments: Engine.tested)
  func wrong(engine: Engine) throws {
    let sent = try Sent(engine)
    let reader = try sent.reader()
    try sent.askCode(reader)
    for _ in 0..<LinkRule.mostTries {
      try sent.enter(reader, "0000-0000")
      #expect(reader.page.status == 422)
      #expect(reader.page.words.contains("This code is not right, or is too old"))
    }
    try sent.enter(reader)
    #expect(!reader.page.words.contains("Quagga"))
    let wrong = try sent.fixture.trail().filter { $0.hasPrefix("casework.link-wrong-code") }
    #expect(wrong.count == LinkRule.mostTries + 1)
    try reader.go(try sent.link())
    try sent.askCode(reader)
    try sent.enter(reader, try #require(sent.mail.code).lowercased().replacing("-", with: " "))
    #expect(reader.page.words.contains("Quagga"))
  }

  @Test("sends five codes, then tells to ask for another link")
  func codes() throws {
    let sent = try Sent()
    let reader = try sent.reader()
    for _ in 0..<LinkRule.mostCodes { try sent.askCode(reader) }
    #expect(sent.mail.letters.count == 1 + LinkRule.mostCodes)
    try sent.askCode(reader)
    #expect(sent.mail.letters.count == 1 + LinkRule.mostCodes)
    sent.fixture.clock.advance(seconds: LinkRule.codeSeconds)
    try reader.go(try sent.link())
    #expect(reader.page.words.contains("No further code is sent"))
    #expect(try sent.casePage().contains("Too many codes: send it anew"))
  }

  @Test(
    "takes a code for a quarter of an hour",
    arguments: [(LinkRule.codeSeconds - 1, true), (LinkRule.codeSeconds, false)])
  func codeTime(seconds: Double, opens: Bool) throws {
    let sent = try Sent()
    let reader = try sent.reader()
    try sent.askCode(reader)
    sent.fixture.clock.advance(seconds: seconds)
    try sent.enter(reader)
    #expect(reader.page.words.contains("Quagga") == opens)
  }

  @Test(
    "works until the end of its last day",
    arguments: [("2026-11-23T23:59:59Z", true), ("2026-11-24T00:00:00Z", false)])
  func expiry(moment: String, works: Bool) throws {
    let sent = try Sent(days: "3")
    let until = try #require(Instant(moment))
    sent.fixture.clock.advance(seconds: until.since(sent.fixture.now))
    let reader = try sent.reader()
    #expect(reader.page.words.contains("have a code sent") == works)
    #expect(reader.page.words.contains("This link does not work") != works)
    #expect(try sent.casePage().contains("Not answered by 23 November 2026") != works)
  }

  @Test("does not work once it is taken back, replaced, done otherwise, or the case is closed")
  func gone() throws {
    func isGone(_ change: (Sent) throws -> Void) throws -> Bool {
      let sent = try Sent()
      let (reader, link) = (try sent.reader(), try sent.link())
      try sent.askCode(reader)
      try sent.enter(reader)
      try change(sent)
      try sent.answer(reader)
      try reader.go(link)
      #expect(!reader.page.words.contains("Quagga"))
      #expect(!(try sent.casePage().contains("We went")))
      return reader.page.words.contains("This link does not work")
    }
    let takenBack = try isGone { sent in
      let path = "/cases/\(sent.file)/link-end"
      let (first, again) = (
        try sent.fixture.work(path, as: .officer, form: [("link", "1")]),
        try sent.fixture.work(path, as: .officer, form: [("link", "1")])
      )
      #expect((first, again) == (303, 422))
    }
    let replaced = try isGone { try $0.send() }
    let done = try isGone { sent in
      _ = try sent.fixture.answer("/cases/\(sent.file)/finish", form: [("action", "1")])
    }
    let closed = try isGone { sent in
      _ = try sent.fixture.answer(
        "/cases/\(sent.file)/close",
        form: [("outcome", "warning"), ("close-reason", "x"), ("close-told", "x")])
    }
    #expect(takenBack && replaced && done && closed)
  }

  @Test("says the same of a link that never was as of one that is too old")
  func unknown() throws {
    let sent = try Sent()
    let stranger = Resident(sent.fixture)
    try stranger.go("/answer/" + String(repeating: "x", count: 43))
    #expect(stranger.page.words.contains("This link does not work"))
    #expect(stranger.page.status == 200)
    #expect(throws: Resident.Missing.self) { try stranger.go("/answer/x") }
  }

  @Test("changes nothing without the form of the page")
  func forged() throws {
    let sent = try Sent()
    let reader = try sent.reader()
    try reader.forge([("step", "code")])
    #expect(reader.page.status == 422)
    try sent.mail.fetch(sent.fixture.services)
    #expect(sent.mail.letters.count == 1)
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("linked", "", "Choose the action"), ("linked", "9", "This action is done already"),
    ("mailbox", "", "Enter the mailbox of one person or team"),
    ("mailbox", "a@b.example, c@d.example", "Enter one mailbox"),
    ("mailbox", "desk", "Enter one mailbox"), ("mailbox", "desk@centre", "Enter one mailbox"),
    ("link-days", "365", "Choose for how long the link works"),
    ("link-tells", "", "Choose whether it tells of somebody"),
    ("link-tells", "somebody", "Choose the power or duty that lets it be shared"),
    ("link-tells", "somebody", "Enter why they need to know, and why no less would do"),
  ]

  static let telling = [
    ("linked", "1"), ("mailbox", "desk@centre.example"), ("link-days", "7"),
    ("link-tells", "somebody"), ("link-necessity", "They cannot visit without"),
    ("link-shared", "contact"), ("link-gateway", "cda-115"),
    ("link-recipient-said", "yes"), ("link-basis", "public-task"),
  ]

  /// What ends the link, and so the share.
  static let endings: [(act: String, form: [(String, String)])] = [
    ("link-end", [("link", "2")]), ("finish", [("action", "1")]), ("link", telling),
    ("answer", []), ("none", []),
  ]

  @Test("that tells of somebody is a share until the link ends", arguments: Engine.tested, endings)
  func shares(engine: Engine, ending: (act: String, form: [(String, String)])) throws {
    let sent = try Sent(engine)
    func kept() throws -> [Share] {
      try sent.fixture.database.read { try sent.fixture.services.shares.about(sent.file, $0) }
    }
    #expect(try kept().isEmpty)
    let path = "/cases/\(sent.file)/"
    #expect(try sent.fixture.work(path + "link", as: .officer, form: Self.telling) == 303)
    try sent.mail.fetch(sent.fixture.services)
    let share = try #require(try kept().first)
    #expect(share.organisation == ID(2) && share.lastDay == Day("2026-11-27"))
    #expect(share.isKeptByRecord && share.terms.fields == [.contact])
    #expect(share.terms.words.reveal(for: "a test").purpose == "Visit the Quagga yard")
    #expect(try sent.casePage().contains("Until 27 November 2026 From 20 November 2026"))
    switch ending.act {
    case "answer":
      let reader = try sent.reader()
      try sent.askCode(reader)
      try sent.enter(reader)
      try sent.answer(reader)
    case "none":
      sent.fixture.clock.advance(seconds: 8 * 86_400)
    default:
      #expect(try sent.fixture.work(path + ending.act, as: .officer, form: ending.form) == 303)
    }
    let ended = try #require(try kept().last)
    #expect(ended.reference == share.reference && !ended.isOpen(at: sent.fixture.now))
    #expect(
      try kept().filter { $0.isOpen(at: sent.fixture.now) }.count == (ending.act == "link" ? 1 : 0))
  }

  @Test("is refused at the field", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let sent = try Sent()
    let form = [
      ("linked", "1"), ("mailbox", "desk@centre.example"), ("link-days", "7"),
      ("link-tells", "nobody"),
    ]
    let response = try #require(
      try sent.fixture.answer(
        "/cases/\(sent.file)/link", form: form.filter { $0.0 != field } + [(field, value)]))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
  }

  @Test("is not offered where no mail server is set")
  func noMail() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    _ = try fixture.answer(
      "/cases/\(file)/action",
      form: [("task", "Visit"), ("agency", "2")] + fixture.date("due", "2026-11-27"))
    let words = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(words.contains("No mail server is set, so no link can be sent"))
    let form = [("linked", "1"), ("mailbox", "desk@centre.example"), ("link-days", "7")]
    #expect(try fixture.work("/cases/\(file)/link", as: .officer, form: form) == 422)
  }

  @Test("keeps token, code and mailbox out of the database, and its letters from the outbox")
  func sealed() throws {
    let sent = try Sent()
    let reader = try sent.reader()
    try sent.askCode(reader)
    let token = try #require(try sent.link().split(separator: "/").last)
    let code = try #require(sent.mail.code)
    let path = try #require(sent.fixture.database.path)
    for file in [path, path + "-wal"] {
      let text = try Bytes.latin(of: file)
      for word in [String(token), code, "desk@centre.example"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
    let about = try sent.fixture.database.read { read in
      try sent.fixture.services.outbox.messages(about: "case/\(sent.file)", in: read)
    }
    #expect(about.count == 2)
    let secret = about.filter(\.isSecret).count
    #expect(secret == 2)
    #expect(!about.map(\.subject).joined().contains(sent.file.description))
  }

  @Test("is read by its index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let plan = try QueryPlan.of(LinkStore.query(of: ID(1)), fixture.database)
    #expect(plan.uses(index: "case_link_of"), "\(plan)")
  }
}
