import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("A case of a conference past its time", .database)
struct KeepingTests {
  private static let path = "/conferences/marac/keeping"

  /// Keeps a case of its own, so that there is a reason to be sealed.
  static func kept(_ fixture: ConferencesFixture) throws {
    let file = try #require(ID<Referral>(try fixture.id("conference_case")))
    try fixture.database.write { write in
      try KeepingStore(services: fixture.services).keep(
        try KeepUntilForm(Fields(keeping("2027-01-01")), today: ConferencesFixture.today), file,
        by: nil, at: fixture.now, in: write)
    }
  }

  private static func keeping(_ day: String) throws -> [(String, String)] {
    ConferencesFixture.day("until", try #require(Day(day))) + [("kept-reason", "Quagga inquiry")]
  }

  /// When a case ended, and the first day it is due after 72 months.
  static let edges = [
    ("2020-11-20", "2026-11-21"), ("2020-02-29", "2026-03-01"), ("2020-08-31", "2026-09-01"),
  ]

  @Test("is due on the day after so many months, and not before", arguments: edges)
  func due(ended: String, first: String) throws {
    let rule = KeepingRule(months: 72)
    let (ended, first) = (try #require(Day(ended)), try #require(Day(first)))
    #expect(rule.due(ended) == first)
    #expect(rule.cutoff(on: first) >= ended)
    #expect(rule.cutoff(on: first.adding(days: -1)) < ended)
  }

  /// A case that was heard, its action done and its meeting closed; six years and a day later.
  private func over(_ fixture: ConferencesFixture) throws -> (file: String, meeting: String) {
    let (file, meeting) = try MeetingTests.held(fixture)
    try fixture.database.write { write in
      let store = ActionStore(fixture.services)
      let id: ID<ConferenceAction> = try #require(
        try write.first("SELECT id FROM conference_action") { row in try row.id() })
      let action = try #require(try store.find(id, write))
      try store.answer(action, .done, "", by: nil, at: fixture.now, in: write)
    }
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    fixture.now = try #require(Instant("2032-11-20T12:00:00Z"))
    #expect(try fixture.words(Self.path, as: .coordinator).contains("No case is past its time"))
    fixture.now = fixture.now.adding(seconds: 86_400)
    return (file, meeting)
  }

  @Test("is looked at and deleted with all that belongs to it", arguments: Engine.tested)
  func deleted(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (file, meeting) = try over(fixture)
    let reference = String(file.split(separator: "/").last ?? "")
    #expect(try fixture.words(Self.path, as: .coordinator).contains(reference))
    let form = [("act", "delete"), ("case", reference)]
    #expect(try fixture.status(Self.path, as: .chair, form: form) == 404)
    #expect(try fixture.status(Self.path, as: .coordinator, form: form) == 303)
    #expect(try fixture.status(Self.path, as: .coordinator, form: form) == 404)
    for page in [file, meeting] {
      #expect(try fixture.status(page, as: .coordinator) == 404, "\(page)")
    }
    for table in SealedTable.allCases + [] where table != .mailbox {
      let count = try fixture.database.read { read in
        try read.count("SELECT COUNT(*) FROM \(SQL(trusted: table.rawValue))")
      }
      #expect(count == 0, "\(table)")
    }
    let tokens = try fixture.database.read { try $0.count("SELECT COUNT(*) FROM conference_token") }
    #expect(tokens == 0)
    let trail = try fixture.words("/conferences/marac/trail", as: .coordinator)
    #expect(trail.contains("deleted when its time was over") && trail.contains(reference))
  }

  @Test("is kept for a reason until a day, and due again after it")
  func keeps() throws {
    let fixture = try ConferencesFixture()
    let (file, _) = try over(fixture)
    let reference = String(file.split(separator: "/").last ?? "")
    let form = [("act", "keep"), ("case", reference)]
    #expect(try fixture.status(Self.path, as: .coordinator, form: form) == 422)
    #expect(
      try fixture.status(
        Self.path, as: .coordinator, form: form + (try Self.keeping("2033-01-31"))) == 303)
    let none = "No case is past its time"
    #expect(try fixture.words(Self.path, as: .coordinator).contains(none))
    fixture.now = try #require(Instant("2033-01-31T12:00:00Z"))
    #expect(try fixture.words(Self.path, as: .coordinator).contains(none))
    fixture.now = fixture.now.adding(seconds: 86_400)
    #expect(try fixture.words(Self.path, as: .coordinator).contains(reference))
  }

  @Test("is not due while something of it is not finished, or it is flagged")
  func unfinished() throws {
    let fixture = try ConferencesFixture()
    let (_, meeting) = try MeetingTests.held(fixture)
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    fixture.now = try #require(Instant("2032-11-22T12:00:00Z"))
    #expect(try fixture.words(Self.path, as: .coordinator).contains("No case is past its time"))
  }

  @Test(
    "is found by a request for one's own data, unless it stands apart", arguments: Engine.tested)
  func personalData(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    try fixture.seat(.coordinator, .coordinator, in: "community-marac")
    let changes = ["criterion": "several", "instrument": "", "instrument-version": "", "score": ""]
    try fixture.refer()
    try fixture.refer(changes, to: "community-marac", as: .coordinator)
    let source = ConferencePersonalData.source
    func found(_ name: String) throws -> [PersonalData.Found] {
      try fixture.database.read { try source.find(Sensitive(name), fixture.services, $0) }
    }
    func things(_ id: Int64) throws -> [PersonalRecord.Thing] {
      try fixture.database.read { try source.record(id, fixture.services, $0) }?.things ?? []
    }
    let own = try found("Rowan Sample")
    #expect(own.count == 1 && own[0].title.hasPrefix("Community MARAC TM-"))
    #expect(try things(own[0].id).filter(\.isTheirs).map(\.key) == ["own"])
    let other = try found("Kim Other")
    #expect(other.map { $0.name.reveal(for: "a test") } == ["Kim Other"])
    #expect(try things(other[0].id).filter(\.isTheirs).isEmpty)
    // The first is of the MARAC: its number opens nothing either.
    #expect(try things(2).isEmpty)
  }
}
