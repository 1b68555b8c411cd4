import Access
import Database
import FeatureKit
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Conferences

@Suite("A conference", .database)
struct ApartTests {
  /// Every page of a conference, and the right it asks for.
  private static func pages(_ path: String, _ meeting: String) -> [(String, ConferenceRight)] {
    [
      ("/conferences/marac", .see), ("/conferences/marac?state=heard", .see),
      ("/conferences/marac/refer", .refer), ("/conferences/marac/members", .see),
      ("/conferences/marac/rules", .seat), ("/conferences/marac/meetings/new", .prepare),
      ("/conferences/marac/keeping", .keep), ("/conferences/marac/flags", .prepare),
      ("/conferences/marac/figures", .count),
      ("/conferences/marac/figures/file", .count), ("/conferences/marac/trail", .trail),
      (path, .see), (meeting, .see), ("\(meeting)/minutes", .prepare),
    ]
  }

  @Test(
    "is open by seat, and to no role by itself", arguments: ConferencesFixture.Who.allCases)
  func pages(who: ConferencesFixture.Who) throws {
    let fixture = try ConferencesFixture()
    let (path, meeting) = (try fixture.refer(), try fixture.call())
    try fixture.visit(meeting, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    let seat: Seat? =
      switch who {
      case .coordinator: .coordinator
      case .chair: .chair
      case .police: .member
      default: nil
      }
    // A member who was asked nothing sees no case: that is in the tests of research.
    guard who != .housing else { return }
    for (page, right) in Self.pages(path, meeting) {
      let may = seat.map { ConferencePolicy.allows(right, $0) } ?? false
      #expect(try fixture.status(page, as: who) == (may ? 200 : 404), "\(page)")
      if !may {
        #expect(
          try fixture.status(page, as: who, form: [("act", "x"), ("wanted", "Rowan")]) == 404,
          "\(page)")
      }
    }
    let own = ConferencePolicy.sitting.contains(who.role) ? 200 : 404
    for page in ["/conferences", "/conferences/actions"] {
      #expect(try fixture.status(page, as: who) == own, "\(page)")
      let words = try fixture.words(page, as: who)
      #expect(seat != nil || !words.contains("MARAC"), "\(page)")
    }
  }

  @Test("shows nothing of itself in the trail of others, and all of it in its own")
  func trail() throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    try fixture.visit(path, as: .coordinator)
    let others = try fixture.database.read { read in
      var filter = AuditFilter()
      let all = try fixture.services.audit.page(filter, before: nil, limit: 100, read).entries
      filter.subject = "apart/conference/marac"
      return all + (try fixture.services.audit.page(filter, before: nil, limit: 9, read).entries)
    }
    #expect(others.isEmpty)
    let own = try fixture.words("/conferences/marac/trail", as: .coordinator)
    #expect(own.contains("Referred to a conference") && own.contains("Case of a conference read"))
    #expect(!own.contains("Rowan"))
  }

  @Test("that does not stand apart is in the trail of all, without names")
  func openTrail() throws {
    let fixture = try ConferencesFixture()
    try fixture.seat(.coordinator, .coordinator, in: "gangs")
    try fixture.visit("/conferences/gangs", as: .coordinator)
    #expect(try fixture.services.actionsTaken() == ["conferences.read"])
  }

  @Test("is asked for a name, which is found by every word and not kept", arguments: Engine.tested)
  func names(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let path = try fixture.refer()
    let reference = String(path.split(separator: "/").last ?? "")
    func found(_ name: String, as who: ConferencesFixture.Who) throws -> Bool {
      let form = [("wanted", name)]
      let page = try fixture.visit("/conferences/marac", as: who, form: form)?.words ?? ""
      return page.contains("Rowan Sample") && page.contains(reference)
    }
    #expect(try found("rowan", as: .coordinator))
    #expect(try found("SAMPLE Rowan", as: .police))
    #expect(try found("kim", as: .coordinator))
    #expect(try !found("rowan quill", as: .coordinator))
    #expect(try !found("rowan", as: .housing))
    let none = try fixture.visit("/conferences/marac", as: .police, form: [("wanted", "r")])
    #expect(none?.status == 422)
  }

  @Test("keeps what is about people sealed, also after a rotation", arguments: Engine.tested)
  func sealing(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (path, meeting) = try MeetingTests.held(fixture)
    let copy = [
      ("act", "copy"), ("copy-case", "TM-7K42-0931"), ("copy-words", "Quagga"),
      ("copy-reason", "Rowan"),
    ]
    #expect(try fixture.status(path, as: .chair, form: copy) == 303)
    try LinkTests.name(fixture)
    try KeepingTests.kept(fixture)
    let action = try fixture.ownAction(as: .housing)
    let said = [
      ("action", action), ("version", "1"), ("state", "not-done"),
      ("outcome-\(action)", "Quagga locks"),
    ]
    #expect(try fixture.status("/conferences/actions", as: .housing, form: said) == 303)
    try DisclosureTests.kept(fixture)
    for table in SealedTable.allCases {
      let rows = try fixture.database.read { read in
        try read.all("SELECT content FROM \(SQL(trusted: table.rawValue))") { try $0.bytes() }
      }
      #expect(!rows.isEmpty, "\(table)")
      for row in rows {
        let text = String(decoding: row, as: UTF8.self)
        for word in ["Rowan", "Quagga", "Town", "locks", "Nurse", "weighed", "desk"] {
          #expect(!text.contains(word), "\(word) in \(table)")
        }
      }
    }
    _ = try LinkTests.sent(fixture)
    for sealing in ConferencesReseal.sealings {
      let ids = try fixture.database.write { write in try sealing(fixture.services, 0, write) }
      #expect(!ids.isEmpty)
    }
    #expect(try fixture.words(path, as: .coordinator).contains("Rowan Sample"))
    #expect(try fixture.words("\(meeting)/minutes", as: .coordinator).contains("What was weighed"))
    let found = try fixture.visit("/conferences/marac", as: .chair, form: [("wanted", "rowan")])
    #expect(found?.words.contains("Rowan Sample") == true)
  }

  @Test("has queries that read an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let sight = CaseSight.own(
      ID(2), ID(3), heardFrom: ConferencesFixture.today, on: ConferencesFixture.today)
    let queries: [SQL] = [
      ReferralStore.listQuery(CaseFilter(), of: "marac", sight: .all),
      ReferralStore.listQuery(CaseFilter(state: .heard, page: 2), of: "marac", sight: sight),
      ReferralStore.namedQuery([[[1]], [[2]]], in: "marac", sight: sight),
      ResearchStore.openQuery(in: "marac", of: ID(2)),
      ResearchStore.openQuery(in: "marac", of: nil),
      MeetingStore.latestQuery(of: "marac"), AgendaStore.itemsQuery(of: ID(1)),
      ActionStore.unfinishedQuery(of: "marac", before: (ConferencesFixture.today, ID(1))),
      ActionStore.ownedQuery(by: ID(1)),
      KeepingStore.query(
        in: "marac", KeepingRule(months: 72), on: ConferencesFixture.today),
      CopyStore.query(of: ID(1)), ResearchLinkStore.query(of: ID(1)),
      FlagStore.query(in: "marac", by: ConferencesFixture.today),
      MemberStore.membersQuery("marac"), MemberStore.seatsQuery(ID(1)),
      ConferenceFigures.bodiesQuery(
        of: "marac", from: ConferencesFixture.today, to: ConferencesFixture.today),
      PeopleHeard.query(
        of: "marac", from: ConferencesFixture.today, to: ConferencesFixture.today),
      GroundTrends.query(
        of: "marac", from: ConferencesFixture.today, to: ConferencesFixture.today),
      SessionStore.query(
        of: "tension", ConferencesFixture.today.month...ConferencesFixture.today.month),
    ]
    for query in queries {
      let plan = try QueryPlan.of(query, fixture.database)
      for table in [
        "c", "r", "m", "i", "a", "t", "p", "l", "k", "conference_member", "conference_case",
      ] {
        #expect(!plan.readsAll(of: table), "\(query.text) \(plan)")
      }
    }
  }

  @Test("gives no record an id by which those of others could be counted", arguments: Engine.tested)
  func ids(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    _ = try MeetingTests.held(fixture)
    _ = try LinkTests.sent(fixture)
    let others = ["conference_member", "conference_link", "conference_share"]
    let tables = SealedTable.allCases.map(\.rawValue) + others
    let filled = try fixture.database.read { read in
      try tables.filter { table in
        let least = try read.first("SELECT MIN(id) FROM \(SQL(trusted: table))") { row in
          try row.optionalInt()
        }
        guard let least = least ?? nil else { return false }
        #expect(least > 1 << 48, "\(table)")
        return true
      }
    }
    #expect(filled.count > 8, "\(filled)")
  }
}
