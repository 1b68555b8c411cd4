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

@Suite("Handing a case on", .database)
struct HandOnTests {
  static let words = [
    ("hand-on-reason", "All of it is theirs"), ("hand-on-told", "They call you this week"),
    ("hand-on-tells", "nothing"),
  ]

  /// What a case that is passed tells, with the grounds.
  static let telling =
    words.dropLast() + [
      ("hand-on-tells", "something"), ("hand-on-necessity", "They cannot begin without"),
      ("hand-on-shared", "identity"), ("hand-on-gateway", "cda-115"),
      ("hand-on-recipient-said", "yes"),
      ("hand-on-basis", "public-task"), ("hand-on-until-day", "20"),
      ("hand-on-until-month", "2"), ("hand-on-until-year", "2027"),
    ]

  private static func byEmail(_ report: inout NewReport) {
    report.reporter = Sensitive(
      Reporter(name: "Zebedee Planted", email: "zeb@planted.example", way: .email))
  }

  private func hand(
    _ fixture: CaseworkFixture, _ file: Reference, to: String,
    _ form: [(String, String)] = words
  ) throws -> Response {
    try fixture.post(file, "hand-on", [("to", to)] + form)
  }

  @Test(
    "lets an organisation with accounts lead it, while its clocks go on", arguments: Engine.tested)
  func lead(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report(Self.byEmail)
    let file = try fixture.openCase(report)
    try fixture.give(file)
    let before = try fixture.file(file)
    #expect(try hand(fixture, file, to: "2").status == 303)
    let led = try fixture.file(file)
    #expect(led.lead == ID(2))
    #expect((led.state, led.due, led.startDue) == (.open, before.due, before.startDue))
    let page = try fixture.words("/cases/\(file)")
    #expect(page.contains("Led by Thornmere Hate Centre"))
    #expect(page.contains("Lead handed to an organisation Thornmere Hate Centre. All of it"))
    #expect(try fixture.words("/work?list=led").contains(file.description))
    let told = try #require(try fixture.told(report).last)
    #expect(
      told == "Thornmere Hate Centre now leads the work on your report. They call you this week")
    let letters = try fixture.messages(about: report).map(\.title)
    #expect(letters.contains(HandOnTelling.wording.title))
    #expect(try fixture.trail().contains("casework.case-hand-on to=Thornmere Hate Centre"))
  }

  @Test("lets the lead record contacts, which begin the work", arguments: Engine.tested)
  func contact(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    try fixture.give(file)
    let form = [("with", "Complainant"), ("said", "Heard it"), ("told", "We visit on Monday")]
    let path = "/cases/shared/\(file)/contact"
    #expect(try fixture.sharedStatus(path, form: form) == 404)
    _ = try hand(fixture, file, to: "2")
    let page = try #require(try fixture.shared("/cases/shared/\(file)")).words
    #expect(page.contains("You lead this case"))
    #expect(page.contains("Led by You"))
    fixture.clock.advance(seconds: 3600)
    #expect(try fixture.sharedStatus(path, form: form) == 303)
    let led = try fixture.file(file)
    #expect(led.startedAt == fixture.now)
    #expect(led.updateDue == WorkingTime.statutory.due(after: 10, from: fixture.now))
    #expect(try fixture.told(report).last == "We visit on Monday")
    #expect(try fixture.words("/cases/\(file)").contains("nobody has read it yet"))
    // Another party does not record contacts for the lead.
    try fixture.give(file, [("party", "3")])
    #expect(try fixture.sharedStatus(path, of: 3, form: form) == 404)
  }

  @Test("closes it as passed where the service has no account here", arguments: Engine.tested)
  func passed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (outside, agency) = (
      try fixture.report(Self.byEmail), try fixture.report(Self.byEmail)
    )
    let (first, second) = (try fixture.openCase(outside), try fixture.openCase(agency))
    let service = [("service", "Harbour Housing")]
    #expect(try hand(fixture, first, to: "outside", service + Self.words).status == 303)
    #expect(try hand(fixture, second, to: "3").status == 303)
    for (file, report, name) in [
      (first, outside, "Harbour Housing"), (second, agency, "Thornmere Constabulary"),
    ] {
      let found = try fixture.file(file)
      #expect(found.state == .closed)
      #expect(found.due == nil)
      #expect(found.standing == "Passed to \(name)")
      #expect(
        try fixture.told(report).last == "\(name) deals with it now. They call you this week")
      let letters = try fixture.messages(about: report).map(\.title)
      #expect(letters.contains(OutcomeTelling.wording.title))
      #expect(try fixture.database.read { try fixture.store.find(report, $0)?.state } == .closed)
      #expect(try fixture.words("/cases/\(file)").contains("State Passed to \(name)"))
    }
    try fixture.post(first, "reopen", [("reopen-reason", "They sent it back")])
    let again = try fixture.file(first)
    #expect((again.state, again.passedTo) == (.open, nil))
  }

  @Test(
    "shares what the service is told, on grounds and until a day, and nothing where it is told nothing",
    arguments: Engine.tested)
  func shared(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let service = [("service", "Harbour Housing")]
    func shares(_ file: Reference) throws -> [Share] {
      try fixture.database.read { try fixture.services.shares.about(file, $0) }
    }
    let quiet = try fixture.openCase(try fixture.report())
    #expect(try hand(fixture, quiet, to: "outside", service + Self.words).status == 303)
    #expect(try shares(quiet).isEmpty)
    for (to, name) in [("outside", "Harbour Housing"), ("3", nil)] {
      let file = try fixture.openCase(try fixture.report())
      #expect(try hand(fixture, file, to: to, service + Self.telling).status == 303)
      let share = try #require(try shares(file).first)
      #expect(share.outside?.reveal(for: "test") == name)
      #expect(share.organisation == (name == nil ? ID(3) : nil))
      #expect(share.terms.lastDay == Day("2027-02-20"))
      let words = share.terms.words.reveal(for: "test")
      #expect(words.purpose == "All of it is theirs")
      #expect(words.necessity == "They cannot begin without")
    }
  }

  @Test(
    "is refused at the field where what is told lacks what the law asks",
    arguments: [
      ("hand-on-tells", "Choose whether they are told"),
      ("hand-on-shared", "Choose what is shared"),
      ("hand-on-gateway", "Choose the power or duty"), ("hand-on-basis", "Choose the basis"),
      ("hand-on-necessity", "Enter why they need to know"),
      ("hand-on-until-day", "Last day they may use it"),
    ])
  func lacking(field: String, words: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let answer = try hand(fixture, file, to: "3", Self.telling.filter { $0.0 != field })
    #expect(answer.status == 422 && answer.words.contains(words), "\(answer.words)")
    #expect(try fixture.file(file).state == .open)
    #expect(try fixture.database.read { try fixture.services.shares.about(file, $0) }.isEmpty)
  }

  @Test("is taken back, and the organisation stays a party", arguments: Engine.tested)
  func back(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let file = try fixture.openCase(report)
    try fixture.give(file)
    #expect(
      try fixture.post(file, "take-back", [("take-back-reason", "x")]).words.contains(
        "No other organisation leads it"))
    _ = try hand(fixture, file, to: "2")
    let ended = try fixture.post(
      file, "party-end",
      [("ended", "1"), ("ending", "x")] + fixture.date("ends", "2026-11-20"))
    #expect(ended.words.contains("It leads the case: take the lead back first"))
    #expect(try fixture.post(file, "take-back", []).words.contains("Enter why"))
    let form = [("take-back-reason", "They have nobody")]
    #expect(try fixture.post(file, "take-back", form).status == 303)
    #expect(try fixture.file(file).lead == nil)
    #expect(try fixture.told(report).last == HandOnTelling.takenBack)
    #expect(try fixture.sharedStatus("/cases/shared/\(file)") == 200)
    let shared = try #require(try fixture.shared("/cases/shared/\(file)")).words
    #expect(!shared.contains("They have nobody"))
    #expect(!shared.contains("You lead this case"))
  }

  static let refusals: [(to: String, form: [(String, String)], words: String)] = [
    ("", words, "Choose who takes it"), ("9", words, "Choose who takes it"),
    ("outside", words, "Enter the name of the service"),
    ("3", [words[1]], "Enter why it is handed on"),
    ("3", [words[0]], "Enter what those who reported it are told"),
    ("2", words, "give it the case first, under Organisations"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(to: String, form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    let answer = try hand(fixture, file, to: to, form)
    #expect(answer.status == 422)
    #expect(answer.words.contains(words), "\(answer.words)")
    #expect(try fixture.file(file).version == 1)
  }

  @Test("keeps the lead where a reporter is confidential, or the party ends")
  func kept() throws {
    let fixture = try CaseworkFixture()
    let hidden = try fixture.givenCase { $0.identity = .confidential }
    #expect(try hand(fixture, hidden, to: "2").words.contains("asked not to be named"))
    let ending = try fixture.openCase(try fixture.report())
    try fixture.give(ending, fixture.date("until", "2026-12-17"))
    #expect(try hand(fixture, ending, to: "2").words.contains("until 17 December 2026 only"))
  }

  @Test("takes nobody whom the lead would not see")
  func sight() throws {
    let fixture = try CaseworkFixture()
    let led = try fixture.givenCase()
    _ = try hand(fixture, led, to: "2")
    let words = "Thornmere Hate Centre leads \(led) and sees only reporters who gave their names"
    let hidden = try fixture.report { $0.identity = .confidential }
    let decided = try #require(
      try fixture.answer(
        "/work/triage/\(hidden)", form: CaseworkFixture.asb + [("joins", led.description)]))
    #expect(decided.status == 422)
    #expect(decided.words.contains(words))
    let file = try fixture.openCase(hidden)
    let form = [("join-reason", "One flat"), ("seen", "yes")]
    let joined = try fixture.join(file, to: led, form)
    #expect(joined.status == 422)
    #expect(joined.words.contains(words))
    let named = try fixture.openCase(try fixture.report())
    #expect(try fixture.join(named, to: led, form).status == 303)
  }

  @Test("is for those who may, and its paths are read as they are written")
  func policy() throws {
    let reference = try #require(CasePolicyTests.reference)
    for route in [HandOnRoute.handOn(reference), .takeBack(reference)] {
      let path = route.path.split(separator: "/").map(String.init)
      #expect(HandOnRoute(.post, path, Fields())?.path == route.path)
    }
    for (role, letters) in CasePolicyTests.table {
      let fixture = try CaseworkFixture()
      let file = try fixture.openCase(try fixture.report())
      let may = Array(letters)[5] == "y"  // tie
      #expect(try fixture.work("/cases/\(file)/hand-on", as: role) == (may ? 200 : 404))
      for act in ["hand-on", "take-back"] {
        #expect(try fixture.work("/cases/\(file)/\(act)", as: role, form: []) == (may ? 422 : 404))
      }
    }
  }
}
