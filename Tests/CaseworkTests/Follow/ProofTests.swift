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

@Suite("Opening one's reports with a code", .database)
struct ProofTests {
  static func reporter(
    _ way: ContactWay? = .email, email: String = "Zeb@Planted.example", safety: String = ""
  ) -> Sensitive<Reporter> {
    Sensitive(
      Reporter(
        name: "Zebedee Planted", phone: "07700 900 123", email: email, way: way, safety: safety))
  }

  /// Asks for a code, which is sent if it may be.
  static func ask(
    _ fixture: CaseworkFixture, _ contact: String, as resident: Resident? = nil
  ) throws -> Resident {
    let resident = resident ?? Resident(fixture)
    try resident.go("/report/track/lost")
    try resident.post([("contact", contact)])
    try fixture.work()
    return resident
  }

  @Test("shows the reports of the contact, and opens one of them", arguments: Engine.tested)
  func opening(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    let first = try fixture.report { $0.reporter = Self.reporter() }
    fixture.clock.advance(seconds: 86_400)
    let second = try fixture.report { $0.reporter = Self.reporter(email: "zeb@planted.EXAMPLE") }
    let other = try fixture.report { $0.reporter = Self.reporter(email: "other@planted.example") }
    let resident = try Self.ask(fixture, "ZEB@planted.example")
    #expect(resident.path == "/report/track/code")
    #expect(room.envelopes.map(\.subject) == ["Your code"])
    #expect(!room.last.contains("report") && room.code.count == 9)
    // It goes where the reporter said, not where somebody typed.
    #expect(room.envelopes.map { $0.address.reveal(for: "test") } == ["zeb@planted.EXAMPLE"])
    try resident.post([("code", room.code)])
    #expect(resident.path == "/report/track/mine")
    let words = resident.page.words
    #expect(words.contains(first.description) && words.contains(second.description))
    #expect(!words.contains(other.description) && !words.contains("Planted"))
    try resident.post([("reference", other.description)])
    #expect(resident.path == "/report/track/mine")
    try resident.post([("reference", first.description)])
    #expect(resident.path == "/report/track/own")
    #expect(resident.page.words.contains(first.description))
    #expect(resident.page.words.contains("All your reports"))
    try resident.post([], to: "/report/track/leave")
    for path in ["/report/track/own", "/report/track/mine", "/report/track/code"] {
      try resident.go(path)
      #expect(["/report/track", "/report/track/lost"].contains(resident.path))
    }
    #expect(try fixture.services.actionsTaken() == ["casework.contact-proved"])
  }

  /// A page without what is drawn anew for each browser.
  static func bare(_ resident: Resident) -> String {
    var text = resident.page.text
    if let token = resident.hidden("csrf") { text = text.replacing(token, with: "TOKEN") }
    let headers = resident.page.headers.filter { $0.0 != "Set-Cookie" }.map { "\($0.0): \($0.1)" }
    return "\(resident.path) \(resident.page.status) \(headers.sorted()) \(text)"
  }

  @Test(
    "shows the same pages for a known and an unknown contact, tokens aside",
    arguments: ["zeb@planted.example", "07700 900 123"])
  func alike(contact: String) throws {
    func pages(isKnown: Bool) throws -> [String] {
      let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
      if isKnown {
        _ = try fixture.report {
          $0.reporter = Self.reporter(contact.contains("@") ? .email : .text)
        }
      }
      let resident = Resident(fixture)
      var pages: [String] = []
      try resident.go("/report/track/lost")
      pages.append(Self.bare(resident))
      try resident.post([("contact", contact)])
      pages.append(Self.bare(resident))
      try fixture.work()
      for _ in 0...ContactProofStore.mostTries {
        try resident.post([("code", "0000 0000")])
        pages.append(Self.bare(resident))
      }
      return pages
    }
    let known = try pages(isKnown: true)
    #expect(known == (try pages(isKnown: false)))
    #expect(known.last?.contains(CodePage.over) == true)
  }

  @Test("does the same work for a known and an unknown contact while they wait")
  func sameTime() throws {
    func rows(isKnown: Bool) throws -> [Int] {
      let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
      if isKnown { _ = try fixture.report { $0.reporter = Self.reporter() } }
      let resident = Resident(fixture)
      try resident.go("/report/track/lost")
      try resident.post([("contact", "zeb@planted.example")])
      return try fixture.database.read { read in
        try ["contact_proof", "job", "message"].map { table in
          try read.count("SELECT COUNT(*) FROM " + SQL(trusted: table))
        }
      }
    }
    #expect(try rows(isKnown: true) == (try rows(isKnown: false)))
    #expect(try rows(isKnown: true) == [1, 2, 0])
  }

  static let silent: [(String, @Sendable (inout NewReport) -> Void)] = [
    ("anonymous", { $0.identity = .anonymous }),
    ("calls", { $0.reporter = reporter(.phone) }),
    ("another way", { $0.reporter = reporter(.text) }),
    ("no contact", { $0.reporter = reporter(.unwanted) }),
    ("no way", { $0.reporter = reporter(nil) }),
    ("safety", { $0.reporter = reporter(safety: "Not while he is at home") }),
    (
      "flagged",
      { $0.story = Sensitive(ReportStory(narrative: "He hits her", flags: [.domestic])) }
    ),
  ]

  @Test("sends no code where the way is not the safe one", arguments: silent)
  func silence(name: String, change: @Sendable (inout NewReport) -> Void) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try fixture.report {
      $0.reporter = Self.reporter()
      change(&$0)
    }
    _ = try Self.ask(fixture, "zeb@planted.example")
    #expect(room.envelopes.isEmpty, "\(name)")
  }

  @Test("opens nothing once one of the reports is flagged")
  func flaggedMeanwhile() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try fixture.report { $0.reporter = Self.reporter() }
    let resident = try Self.ask(fixture, "zeb@planted.example")
    _ = try fixture.report {
      $0.reporter = Self.reporter()
      $0.story = Sensitive(ReportStory(narrative: "He hits her", flags: [.domestic]))
    }
    try resident.post([("code", room.code)])
    #expect(resident.page.words.contains("None can be opened here now."))
  }

  @Test("is refused at the field", arguments: ["", "zeb", "@", "12", "zeb@planted"])
  func refusals(contact: String) throws {
    let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
    let resident = try Self.ask(fixture, contact)
    #expect(resident.page.status == 422)
    #expect(resident.page.words.contains(ProofForm.missing([.email, .text])))
  }

  @Test("asks for what can be sent from here, and says so where nothing can")
  func ways() throws {
    let none = Resident(try CaseworkFixture())
    try none.go("/report/track/lost")
    #expect(none.page.words.contains("Codes cannot be sent from here."))
    let mail = try CaseworkFixture(carriers: [PostRoom([.email]).carrier])
    let resident = try Self.ask(mail, "07700 900123")
    #expect(resident.page.words.contains(ProofForm.missing([.email])))
  }

  @Test("takes a code for fifteen minutes, five tries and once", arguments: [899.0, 900.0])
  func times(seconds: Double) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try fixture.report { $0.reporter = Self.reporter() }
    let resident = try Self.ask(fixture, "zeb@planted.example")
    for _ in 1..<ContactProofStore.mostTries {
      try resident.post([("code", room.code == "1234 5678" ? "1234 5679" : "1234 5678")])
      #expect(resident.page.words.contains(CodePage.wrong))
    }
    try resident.post([("code", "12")])
    #expect(resident.page.words.contains(CodePage.missing))
    fixture.clock.advance(seconds: seconds)
    try resident.post([("code", room.code.filter(\.isNumber))])
    #expect(resident.path == (seconds < 900 ? "/report/track/mine" : "/report/track/lost"))
    fixture.clock.advance(seconds: 1800)
    try resident.go("/report/track/mine")
    #expect(resident.path == "/report/track/lost")
  }

  @Test("takes a code in the browser that asked for it alone")
  func elsewhere() throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(carriers: [room.carrier])
    _ = try fixture.report { $0.reporter = Self.reporter() }
    _ = try Self.ask(fixture, "zeb@planted.example")
    let code = room.code
    let thief = try Self.ask(fixture, "other@planted.example")
    try thief.post([("code", code)])
    #expect(thief.page.words.contains(CodePage.wrong))
    try thief.forge([("code", code)])
    #expect(thief.page.status == 422)
  }

  @Test("sends one contact three codes in an hour and six in a day", arguments: Engine.tested)
  func limits(engine: Engine) throws {
    let room = PostRoom()
    let fixture = try CaseworkFixture(engine, carriers: [room.carrier])
    _ = try fixture.report { $0.reporter = Self.reporter() }
    var sent: [Int] = []
    for _ in 0..<3 {
      for _ in 0..<4 { _ = try Self.ask(fixture, "zeb@planted.example") }
      sent.append(room.envelopes.count)
      fixture.clock.advance(seconds: 3600)
    }
    #expect(sent == [3, 5, 5])  // the fourth of each hour counts among the six of the day
    fixture.clock.advance(seconds: 86_400)
    _ = try Self.ask(fixture, "zeb@planted.example")
    #expect(room.envelopes.count == 6)
  }

  @Test("holds back who asks for the codes of many from one network")
  func network() throws {
    let fixture = try CaseworkFixture(carriers: [PostRoom().carrier])
    let desk = ReportDesk()
    for number in 0..<VisitLimit.Act.prove.most {
      let resident = try Self.ask(
        fixture, "r\(number)@planted.example", as: Resident(fixture, desk: desk))
      #expect(resident.path == "/report/track/code")
    }
    let resident = try Self.ask(
      fixture, "last@planted.example", as: Resident(fixture, desk: desk))
    #expect(resident.page.words.contains("wait 60 minutes"))
  }

  @Test("keeps the contact sealed, and forgets it after a day", arguments: Engine.tested)
  func forgotten(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, carriers: [PostRoom().carrier])
    _ = try Self.ask(fixture, "hidden@planted.example")
    if let path = fixture.database.path {
      for file in [path, path + "-wal"] {
        #expect(!(try Bytes.latin(of: file).contains("hidden@")))
      }
    }
    let count: SQL = "SELECT COUNT(*) FROM contact_proof"
    fixture.clock.advance(seconds: 86_399)
    _ = try fixture.database.write { try DraftStore.purge(at: fixture.now, in: $0) }
    #expect(try fixture.database.read { try $0.count(count) } == 1)
    fixture.clock.advance(seconds: 1)
    _ = try fixture.database.write { try DraftStore.purge(at: fixture.now, in: $0) }
    #expect(try fixture.database.read { try $0.count(count) } == 0)
  }

  @Test("finds the reports of a contact by an index", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let hashes = ContactToken.email("zeb@planted.example").hashes(fixture.services.keyring)
    let plan = try QueryPlan.of(ProvedContact.query(.email, hashes), fixture.database)
    #expect(!plan.readsAll(of: "report_token") && !plan.readsAll(of: "report"), "\(plan)")
  }
}
