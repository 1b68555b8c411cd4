import FeatureKit
import Partnership
import Secrets
import Access
import Database
import HTTP
import Kernel
import TestKit
import Testing
import Translation

@testable import Casework

@Suite("Reporting", .database)
struct PublicTests {
  /// What is posted on each page of a plain report, in order, after "What is happening?".
  static let answers: [[(String, String)]] = [
    [("postcode", "tm10aa"), ("place", "")],
    [("day", "yesterday"), ("hour", "23"), ("act", "continue")],
    [("narrative", "Shouting on the stairs, Planted")], [("subject-name", "Quentin Planted")],
    [("effect", "No sleep")],
    [
      ("identity", "named"), ("name", "Zebedee Planted"), ("phone", "07700 900123"),
      ("way", "phone"),
    ],
  ]

  /// Answers every page up to the check.
  static func write(_ resident: Resident, _ kind: String = "litter") throws {
    try resident.go("/report")
    try resident.go("/report/what")
    try resident.post([("kind", kind)])
    if resident.path == "/report/now" { try resident.post([]) }
    for answer in answers { try resident.post(answer) }
  }

  @Test(
    "goes from danger to a reference in twelve pages at most",
    arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    try Self.write(resident, "night-noise")
    #expect(resident.path == "/report/check")
    for words in ["Night time noise", "TM1 0AA", "11pm (night)", "Shouting", "Zebedee Planted"] {
      #expect(resident.page.words.contains(words), "\(words)")
    }
    #expect(resident.page.words.contains("Tuesday 24 November 2026"))
    fixture.clock.advance(seconds: 60)
    try resident.post([])
    #expect(resident.path == "/report/sent" && resident.seen.count <= 12)
    #expect(resident.page.words.contains("case review"))
    #expect(
      try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report WHERE ward = 'W0'") }
        == 1)
    #expect(try fixture.trail() == ["casework.report-made channel=web kind=night-noise"])
  }

  @Test("sends a report once, however often the form is sent")
  func once() throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    try Self.write(resident)
    let check = resident.path
    try resident.post([])
    let first = resident.page.words
    try resident.post([], to: check)
    #expect(resident.path == "/report/sent" && resident.page.words == first)
    try resident.go("/report/where")
    #expect(resident.path == "/report/sent")
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report") } == 1)
    try resident.post([])
    #expect(resident.path == "/")
    try resident.go("/report/sent")
    #expect(resident.path == "/report/what")
  }

  @Test("keeps every answer over a closed browser for seven days and no longer")
  func keeping() throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    try Self.write(resident)
    fixture.clock.advance(seconds: 7 * 86_400 - 60)
    try resident.go("/report/check")
    #expect(resident.path == "/report/check" && resident.page.words.contains("Shouting"))
    fixture.clock.advance(seconds: 61)
    try resident.go("/report/check")
    #expect(resident.path == "/report/what")
    let purged = try fixture.database.write { try DraftStore.purge(at: fixture.now, in: $0) }
    #expect(purged == 1)
  }

  @Test(
    "asks for the first answer that is missing",
    arguments: [
      "/report/check", "/report/you", "/report/when", "/report/place", "/report/is-it",
    ])
  func missing(path: String) throws {
    let resident = Resident(try CaseworkFixture())
    try resident.go(path)
    #expect(resident.path == "/report/what")
    try resident.post([("kind", "litter")])
    try resident.go(path)
    #expect(resident.path == "/report/where")
  }

  @Test(
    "refuses an answer at its field and keeps what was written",
    arguments: [
      ("what", [("kind", "")], KindForm.missing),
      ("what", [("kind", "nonsense")], KindForm.missing),
      ("where", [("postcode", ""), ("place", " ")], PlaceForm.missing),
      ("where", [("postcode", "TM1"), ("place", "")], PlaceForm.wrongPostcode),
      ("where", [("postcode", "TM9 9ZZ"), ("place", "")], PlaceForm.unknownPostcode),
      ("when", [("act", "continue")], OccasionForm.missing),
      ("when", [("day", "today"), ("hour", "13")], OccasionForm.future),
      ("when", [("day", "other")], "Enter the day it happened"),
      (
        "when",
        [("day", "other"), ("date-day", "19"), ("date-month", "11"), ("date-year", "2024")],
        OccasionForm.oldest
      ),
      (
        "when",
        [("day", "other"), ("date-day", "21"), ("date-month", "11"), ("date-year", "2026")],
        OccasionForm.future
      ),
      ("words", [("narrative", "  ")], WordsForm.missing),
      ("you", [("name", "Planted")], ReporterForm.missing),
      ("you", [("identity", "named"), ("way", "none")], ReporterForm.noName),
      ("you", [("identity", "confidential")], ReporterForm.noWay),
      ("you", [("identity", "confidential"), ("way", "text")], ReporterForm.noPhone),
      ("you", [("identity", "confidential"), ("way", "email")], ReporterForm.noEmail),
      (
        "you", [("identity", "confidential"), ("way", "phone"), ("phone", "12345")],
        ReporterForm.wrongPhone
      ),
      (
        "you", [("identity", "confidential"), ("way", "email"), ("email", "a@b")],
        ReporterForm.wrongEmail
      ),
    ] as [(String, [(String, String)], String)])
  func refusing(step: String, fields: [(String, String)], words: String) throws {
    let resident = Resident(try CaseworkFixture())
    try Self.write(resident)
    try resident.go("/report/\(step)?change=yes")
    if step == "when" {
      try resident.post([("remove", "0")])
      #expect(resident.page.status == 200)
    }
    try resident.post(fields)
    #expect(resident.page.status == 422)
    #expect(resident.page.words.contains(words))
    #expect(resident.page.text.contains("<title>Error: "))
    #expect(resident.path == "/report/\(step)?change=yes&again=yes")
    #expect(!resident.page.text.prefix(400).contains("Planted"))
    for (_, value) in fields where value.count > 3 && step != "what" {
      #expect(resident.page.text.contains(value), "\(value)")
    }
  }

  @Test("shows what was refused by an address of its own, until an answer is taken")
  func again() throws {
    let resident = Resident(try CaseworkFixture())
    try resident.go("/report/what")
    try resident.post([("kind", "")])
    #expect(resident.path == "/report/what?again=yes" && resident.page.status == 422)
    try resident.post([("kind", "litter")], to: "/report/what")
    try resident.post([("postcode", "TM1"), ("place", "")])
    // Another look at the page sends nothing again; the page itself is without the error.
    try resident.go("/report/where?again=yes")
    #expect(resident.page.text.contains("value=\"TM1\"") && resident.page.status == 422)
    try resident.go("/report/where")
    #expect(resident.page.status == 200 && !resident.page.text.contains("TM1"))
    try resident.go("/report/what?again=yes")
    #expect(resident.page.status == 200)
    try resident.post([("postcode", "tm10aa"), ("place", "")], to: "/report/where")
    #expect(resident.path == "/report/when")
    try resident.go("/report/where?again=yes")
    #expect(resident.page.status == 200 && !resident.page.text.contains("\"TM1\""))
  }

  @Test("keeps what was refused sealed, and no draft of what no page takes")
  func refusedSealed() throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    try Self.write(resident)
    try resident.go("/report/you?change=yes")
    try resident.post([("identity", "named"), ("name", "Planted Again"), ("way", "none")])
    let kept = try fixture.database.read { read in
      try read.all("SELECT content FROM report_draft") { try $0.bytes() }
    }
    #expect(kept.count == 1)
    #expect(!String(decoding: kept[0], as: UTF8.self).contains("Planted Again"))
    try resident.go("/report/words?change=yes")
    try resident.post([("narrative", String(repeating: "x", count: 100_001))])
    #expect(resident.path == "/report/words?change=yes" && resident.page.status == 422)
  }

  @Test("loses nothing where the form is old, and asks to send it again")
  func stale() throws {
    let resident = Resident(try CaseworkFixture())
    try Self.write(resident)
    try resident.go("/report/words?change=yes")
    try resident.forge([("narrative", "Written for an hour")])
    #expect(resident.page.status == 422)
    #expect(resident.page.text.contains("Written for an hour"))
    resident.forget()
    try resident.post([("narrative", "Written for an hour")])
    #expect(resident.page.status == 422 && resident.page.text.contains("Written for an hour"))
  }

  @Test("changes one answer from the check and comes back to it")
  func changing() throws {
    let resident = Resident(try CaseworkFixture())
    try Self.write(resident)
    try resident.go("/report/words?change=yes")
    #expect(resident.page.text.contains("Shouting on the stairs"))
    try resident.post([("narrative", "Singing")])
    #expect(resident.path == "/report/check" && resident.page.words.contains("Singing"))
    try resident.go("/report/what?change=yes")
    try resident.post([("kind", "gathering")])
    #expect(resident.path == "/report/is-it?change=yes")
    try resident.post([("exception", "still")])
    #expect(resident.path == "/report/check")
  }

  @Test(
    "explains what is mostly no anti-social behaviour, helps, and never says no",
    arguments: [
      "children-playing", "gathering", "parking", "repairs",
    ])
  func exceptions(id: String) throws {
    let resident = Resident(try CaseworkFixture())
    try resident.go("/report/what")
    try resident.post([("kind", id)])
    let exception = try #require(ReportKind.of(id).exception)
    #expect(resident.path == "/report/is-it")
    #expect(resident.page.words.contains(String(exception.explanation.prefix(40))))
    try resident.post([])
    #expect(resident.page.status == 422)
    try resident.post([("exception", "help")])
    #expect(resident.path == "/report/help")
    #expect(resident.page.words.contains(exception.help[0].title))
    try resident.post([("exception", "still")], to: "/report/is-it")
    #expect(resident.path == "/report/where")
  }

  @Test("shows the line for noise first, and asks which place was meant")
  func lines() throws {
    let fixture = try CaseworkFixture()
    try fixture.database.write { write in
      try ServiceLines.set(.noiseLine, "020 7946 0123", in: write)
    }
    let resident = Resident(fixture)
    try resident.go("/report/what")
    try resident.post([("kind", "rowdy")])
    #expect(resident.path == "/report/now" && resident.page.words.contains("020 7946 0123"))
    try resident.post([])
    try resident.post([("postcode", ""), ("place", "stairs of Ropewalk House")])
    #expect(resident.path == "/report/place")
    #expect(resident.page.words.contains("Ropewalk, Millwharf Ropewalk Court, Tannery None of"))
    try resident.post([("choice", "street/2")])
    #expect(resident.path == "/report/when")
    try resident.go("/report/where")
    try resident.post([("postcode", ""), ("place", "The moon")])
    #expect(resident.path == "/report/when")
  }

  @Test(
    "shows the line for noise beside the question whether it is late, and no other",
    arguments: ["repairs", "parking"])
  func late(id: String) throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    for line in ["", "020 7946 0123"] {
      try fixture.database.write { write in try ServiceLines.set(.noiseLine, line, in: write) }
      try resident.go("/report/what")
      try resident.post([("kind", id)])
      #expect(resident.path == "/report/is-it")
      #expect(
        resident.page.words.contains("Call 020 7946 0123") == (id == "repairs" && !line.isEmpty))
    }
  }

  @Test("takes several times, and any of them back")
  func occasions() throws {
    let resident = Resident(try CaseworkFixture())
    try Self.write(resident)
    try resident.go("/report/when")
    try resident.post([("day", "today"), ("hour", "1"), ("act", "add")])
    #expect(resident.path == "/report/when")
    #expect(resident.page.words.contains("Friday 20 November 2026, about 1am (night)"))
    try resident.post([("remove", "0")])
    #expect(!resident.page.words.contains("19 November"))
  }

  @Test("keeps nothing of an anonymous reporter, whatever they wrote")
  func anonymous() throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    try Self.write(resident)
    try resident.go("/report/you?change=yes")
    try resident.post([("identity", "anonymous"), ("name", "Zebedee"), ("phone", "07700 900123")])
    #expect(!resident.page.words.contains("Zebedee"))
    try resident.post([])
    let reporter = try fixture.database.read { read in
      let report = try #require(try fixture.store.find(ID<Report>(1), read))
      #expect(report.identity == .anonymous)
      return try fixture.store.details(report, read).reporter.reveal(for: "test")
    }
    #expect(reporter == Reporter())
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report_token") } == 0)
  }

  @Test("shows nothing of an earlier report: a known and an unknown number see the same pages")
  func same() throws {
    let fixture = try CaseworkFixture()
    func pages(_ phone: String) throws -> [String] {
      let resident = Resident(fixture)
      try Self.write(resident)
      try resident.go("/report/you?change=yes")
      try resident.post([
        ("identity", "confidential"), ("phone", phone), ("way", "phone"),
      ])
      let check = resident.page.words.replacing(phone, with: "")
      try resident.post([])
      let receipt = resident.page.words.split(separator: " ").filter { !$0.contains("-") }
      return [check, receipt.joined(separator: " ")]
    }
    let first = try pages("07700 900123")
    #expect(try pages("07700 900123") == first)
    #expect(try pages("07700 900456") == first)
  }

  @Test(
    "notes the language the pages were read in, but of nobody who stays anonymous",
    arguments: [("named", "Cymraeg (cy)"), ("anonymous", nil)] as [(String, String?)])
  func language(_ identity: String, _ noted: String?) throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    resident.language = Language(code: "cy", name: "Cymraeg", isRightToLeft: false)
    try Self.write(resident)
    try resident.go("/report/you")
    try resident.post([
      ("identity", identity), ("name", "Zebedee Planted"), ("phone", "07700 900123"),
      ("way", "phone"),
    ])
    try resident.post([])
    #expect(resident.path == "/report/sent")
    let details = try fixture.database.read { read in
      try fixture.store.details(try #require(try fixture.store.find(ID<Report>(1), read)), read)
    }
    #expect(details.reporter.reveal(for: "a test").language == noted)
    #expect(
      ReportRows.reporter(details).contains { $0.value == "Cymraeg (cy)" } == (noted != nil))
  }

  @Test("holds a doubtful report and a flagged one, and refuses neither")
  func held() throws {
    let fixture = try CaseworkFixture()
    for (narrative, trap) in [
      ("Buy https://a.example https://b.example", "x"), ("I want to die", ""),
    ] {
      let resident = Resident(fixture)
      try Self.write(resident)
      try resident.go("/report/words?change=yes")
      try resident.post([("narrative", narrative), ("website", trap)])
      fixture.clock.advance(seconds: 60)
      try resident.post([])
      #expect(resident.path == "/report/sent")
    }
    let counts = try fixture.database.read(InboxStore.counts)
    #expect(counts == InboxCounts(new: 1, flagged: 1, doubtful: 1))
  }

  @Test("holds back one address after a busy hour's worth, and keeps the draft")
  func limit() throws {
    let fixture = try CaseworkFixture()
    let desk = ReportDesk()
    for _ in 0..<VisitLimit.Act.send.most {
      #expect(desk.limit.minutes(.send, from: "192.0.2.7", at: fixture.now) == nil)
    }
    let resident = Resident(fixture, desk: desk)
    try Self.write(resident)
    try resident.post([])
    #expect(resident.page.status == 422 && resident.page.words.contains("60 minutes"))
    #expect(resident.page.words.contains("Shouting"))
    fixture.clock.advance(seconds: 3600)
    try resident.post([])
    #expect(resident.path == "/report/sent")
    let other = Resident(fixture, desk: desk, client: "192.0.2.8")
    try Self.write(other)
    try other.post([])
    #expect(other.path == "/report/sent")
  }

  @Test("can be deleted at any time, and is kept by no cache")
  func discarding() throws {
    let fixture = try CaseworkFixture()
    let resident = Resident(fixture)
    try Self.write(resident)
    #expect(resident.page.header("Cache-Control") == "no-store")
    #expect(resident.page.text.contains("data-leave"))
    try resident.post([], to: "/report/discard")
    #expect(resident.path == "/report")
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report_draft") } == 0)
  }
}
