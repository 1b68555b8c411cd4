import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("What a conference shows to whom", .database)
struct ShareTests {
  private static let list = "/conferences/marac/shares"

  private func all(_ fixture: ConferencesFixture, in kind: String = "marac") throws
    -> [ConferenceShare]
  {
    try fixture.database.read { read in
      try ConferenceShareStore.page(1, of: kind, read).shares.map(\.share)
    }
  }

  /// A case of a conference that does not stand apart.
  private func openCase(_ fixture: ConferencesFixture) throws -> String {
    for (who, seat) in [
      (ConferencesFixture.Who.coordinator, Seat.coordinator), (.police, .member),
      (.housing, .member),
    ] { try fixture.seat(who, seat, in: "community-marac") }
    return try fixture.refer(
      ["criterion": "several", "instrument": "", "instrument-version": "", "score": ""],
      to: "community-marac")
  }

  @Test(
    "is on record when an organisation is asked, and of a MARAC nowhere else",
    arguments: Engine.tested)
  func asked(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let file = try fixture.refer()
    // The council asks itself, and the police, who referred: neither learns anything.
    #expect(try fixture.ask(file, ["1", "2", "3"], by: ConferencesFixture.today) == 303)
    let shares = try all(fixture)
    #expect(shares.map(\.organisation) == [ID(3)])
    #expect(shares[0].fields == [.identity, .events, .allegations])
    #expect(shares[0].lastDay == ConferencesFixture.today.adding(days: 90))
    #expect(shares[0].register == nil && shares[0].link == nil)
    let reference = try #require(Reference(String(file.split(separator: "/").last ?? "")))
    #expect(try fixture.database.read { try fixture.register.about(reference, $0) }.isEmpty)
    let page = try fixture.words(
      "\(Self.list)/\(try fixture.id("conference_share"))", as: .chair)
    for words in [
      "Thornmere Homes", "Crime and Disorder Act 1998, section 115", "Article 6(1)(e)",
      "paragraph 10", "Several know a part", "Its accounts read the case", "State Shown",
      "18 February 2027", "Person coordinator", "this record is the only one",
    ] { #expect(page.contains(words), "\(words): \(page)") }
    #expect(!page.contains("Rowan"))
    #expect(try fixture.services.trail().isEmpty)
    let trail = try fixture.words("/conferences/marac/trail", as: .chair)
    #expect(trail.contains("Record of what a conference showed read"))
  }

  @Test("stands in the register too, where the conference does not stand apart")
  func registered() throws {
    let fixture = try ConferencesFixture()
    let file = try openCase(fixture)
    #expect(try fixture.ask(file, ["3"], by: ConferencesFixture.today) == 303)
    let reference = try #require(Reference(String(file.split(separator: "/").last ?? "")))
    func register() throws -> [Share] {
      try fixture.database.read { try fixture.register.about(reference, $0) }
    }
    let share = try #require(try register().first)
    #expect(share.organisation == ID(3) && share.isKeptByRecord)
    #expect(share.terms.fields == [.identity, .events, .allegations])
    // Minutes of this conference are open for longer than those of the MARAC.
    #expect(share.lastDay == ConferencesFixture.today.adding(days: 180))
    #expect(
      share.terms.words.reveal(for: "a test").necessity == "Several know a part")
    #expect(try all(fixture, in: "community-marac").map(\.register) == [share.reference])
    let back = [("act", "ask-end"), ("asked-end", try fixture.id("conference_research"))]
    fixture.now = fixture.now.adding(seconds: 60)
    #expect(try fixture.status(file, as: .coordinator, form: back) == 303)
    #expect(try register().allSatisfy { !$0.isOpen(at: fixture.now) })
  }

  /// What ends what a link shows, and what the record then says.
  static let endings: [(act: String, ending: ConferenceShare.Ending?)] = [
    ("link-end", .takenBack), ("link", .replaced), ("answer", .answered), ("decline", .notTaken),
    ("ask-end", .takenBack), ("day", nil),
  ]

  @Test("by a link ends with the link", arguments: Engine.tested, endings)
  func link(engine: Engine, end: (act: String, ending: ConferenceShare.Ending?)) throws {
    let (act, ending) = end
    let fixture = try ConferencesFixture(engine)
    let file = try LinkTests.sent(fixture)
    let link = try #require(try all(fixture).first)
    #expect(link.link != nil && link.fields == [.identity])
    #expect(link.lastDay == ConferencesFixture.today.adding(days: 7))
    fixture.now = fixture.now.adding(seconds: act == "day" ? 8 * 86_400 : 60)
    if act == "link" {
      #expect(try LinkTests.send(fixture, file) == 303)
    } else if act != "day" {
      let form = [
        ("act", act), ("link", try fixture.id("conference_link")), ("version", "1"),
        ("answer", "nothing"),
        ("given-by", "By phone"), ("reason", "Elsewhere"),
        ("asked-end", try fixture.id("conference_research")),
      ]
      let path = act == "answer" ? "\(file)?for=4" : file
      #expect(try fixture.status(path, as: .coordinator, form: form) == 303)
    }
    let found = try all(fixture)
    let after = try #require(found.first { $0.id == link.id })
    #expect(!after.isOpen(at: fixture.now))
    #expect(after.ending == ending)
    #expect(
      found.filter { $0.link != nil && $0.isOpen(at: fixture.now) }.count == (act == "link" ? 1 : 0)
    )
  }

  @Test("ends with the question, the sight of the case with it", arguments: Engine.tested)
  func sight(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let file = try fixture.refer()
    _ = try fixture.ask(file, ["3"], by: ConferencesFixture.today)
    #expect(try fixture.status(file, as: .housing) == 200)
    let back = [("act", "ask-end"), ("asked-end", try fixture.id("conference_research"))]
    #expect(try fixture.status(file, as: .housing, form: back) == 404)
    #expect(try fixture.status(file, as: .coordinator, form: back) == 303)
    #expect(try fixture.status(file, as: .coordinator, form: back) == 422)
    #expect(try fixture.status(file, as: .housing) == 404)
    #expect(!(try fixture.words("/conferences/marac", as: .housing).contains("To answer")))
    // Asked anew, it is a share of its own.
    #expect(try fixture.ask(file, ["3"], by: ConferencesFixture.today) == 303)
    #expect(try fixture.ask(file, ["3"], by: ConferencesFixture.today) == 422)
    #expect(try fixture.status(file, as: .housing) == 200)
    #expect(try all(fixture).map(\.ending) == [nil, .takenBack])
    fixture.now = fixture.now.adding(seconds: 90 * 86_400)
    #expect(try fixture.status(file, as: .housing) == 200)
    fixture.now = fixture.now.adding(seconds: 86_400)
    #expect(try fixture.status(file, as: .housing) == 404)
    #expect(try all(fixture).allSatisfy { !$0.isOpen(at: fixture.now) })
  }

  @Test("ends when the case was heard, and not for what was not", arguments: Engine.tested)
  func heard(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (file, meeting) = try MeetingTests.held(fixture)
    let waiting = try fixture.refer(["name": "Ash Sample"])
    try fixture.list(waiting, on: meeting)
    _ = try fixture.ask(waiting, ["3"], by: ConferencesFixture.today)
    fixture.now = fixture.now.adding(seconds: 60)
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    #expect(try all(fixture).map(\.ending) == [nil, .heard])
    // Housing did not sign: what it was asked is over, what was not heard it is asked still.
    #expect(try fixture.status(file, as: .housing) == 404)
    #expect(try fixture.status(waiting, as: .housing) == 200)
  }

  @Test("is refused where the referral names no ground of that day")
  func law() throws {
    let fixture = try ConferencesFixture()
    let file = try fixture.refer()
    fixture.choices = ShareChoices(grounds: [], agreements: [], needsAgreement: false)
    let ask =
      ConferencesFixture.day("due", ConferencesFixture.today) + [
        ("asked", "3"), ("act", "ask"),
      ]
    let gone = try fixture.visit(file, as: .coordinator, form: ask)
    #expect(gone?.status == 422 && gone?.words.contains("no longer in force") == true)
    fixture.choices = nil
    try fixture.database.write { write in
      try write.run(
        "UPDATE conference_case SET grounds = NULL, basis = 'public-task', condition = 'none'")
    }
    let earlier = try fixture.visit(file, as: .coordinator, form: ask)
    #expect(earlier?.status == 422 && earlier?.words.contains("refer them anew") == true)
    #expect(try all(fixture).isEmpty)
    // Nobody is asked without the record.
    let asked = try fixture.database.read { read in
      try read.count("SELECT COUNT(*) FROM conference_research")
    }
    #expect(asked == 0)
  }

  @Test("is read by those who lead the conference alone")
  func readers() throws {
    let fixture = try ConferencesFixture()
    _ = try fixture.ask(fixture.refer(), ["3"], by: ConferencesFixture.today)
    let leads: Set<ConferencesFixture.Who> = [.coordinator, .chair]
    let share = try fixture.id("conference_share")
    for who in ConferencesFixture.Who.allCases {
      for path in [Self.list, "\(Self.list)/\(share)"] {
        #expect(try fixture.status(path, as: who) == (leads.contains(who) ? 200 : 404), "\(who)")
      }
    }
    // Of another conference it is not found.
    try fixture.seat(.coordinator, .coordinator, in: "gangs")
    #expect(try fixture.status("/conferences/gangs/shares/\(share)", as: .coordinator) == 404)
    #expect(try fixture.status("\(Self.list)/\(share)1", as: .coordinator) == 404)
  }

  @Test("is found by its indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    for (sql, index) in [
      (ConferenceShareStore.pageQuery(1, of: "marac"), "conference_share_kind"),
      (ConferenceShareStore.aboutQuery(ID(1)), "conference_share_case"),
      (OutcomeStore.saidQuery(at: ID(1)), "conference_outcome_at"),
      (AgendaStore.spellsQuery(of: ID(1)), "conference_spell_of"),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(plan.uses(index: index), "\(plan)")
    }
  }
}
