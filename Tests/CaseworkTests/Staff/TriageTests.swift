import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Deciding about a report", .database)
struct TriageTests {
  private static func reporter(_ way: ContactWay?, safety: String = "") -> Sensitive<Reporter> {
    Sensitive(
      Reporter(
        name: "Zebedee Planted", phone: "07700 900 123", email: "zeb@planted.example", way: way,
        safety: safety))
  }

  @Test("opens a case, keeps the reason and tells the reporter", arguments: Engine.tested)
  func asb(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report { $0.reporter = Self.reporter(.email) }
    let file = try fixture.file(try fixture.openCase(report))
    #expect(file.title == "Noise on the stairs")
    #expect(file.priority == .second)
    #expect(file.owner == CaseworkFixture.actor(.officer).account)
    #expect(file.startDue.description == "2026-11-24T17:00:00.000Z")
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    #expect(found.state == .triaged)
    let told = try #require(try fixture.told(report).last)
    #expect(told.contains("working on it"))
    #expect(told.contains("Tuesday 24 November 2026"))
    // No mail server is set in tests: the letter becomes a task.
    #expect(try fixture.messages(about: report).map(\.state) == [.byHand])
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.report-decided") })
    #expect(!(try fixture.trail().joined().contains("witnesses")))
  }

  static let others: [(TriageDecision, [(String, String)], String)] = [
    (
      .police, [("service", "the police, on 101")],
      "may be a crime, so we pass it to the police, on 101"
    ),
    (.otherService, [("service", "Housing repairs")], "Housing repairs deals with this"),
    (.notOurs, [("why", "Parking is for the landlord")], "Parking is for the landlord"),
  ]

  @Test("closes what is for others, and says so", arguments: others)
  func other(decision: TriageDecision, fields: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    let form = [
      ("decision", decision.rawValue), ("reason", "It is"), ("priority", "3"), ("step", "decide"),
    ]
    #expect(try fixture.work("/work/triage/\(report)", as: .officer, form: form + fields) == 303)
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    #expect(found.state == .closed)
    #expect(try fixture.told(report).last?.contains(words) == true)
    #expect(
      try fixture.database.read { try CaseStore(fixture.services).find(of: found.id, $0) } == nil)
  }

  static let refusals: [([(String, String)], String)] = [
    ([("decision", "")], "Choose what the report is"),
    ([("reason", " ")], "Enter why: it is kept with the report"),
    ([("priority", "4")], "Choose a priority"),
    ([("title", "")], "Enter a title for the case, or the reference of the case it joins"),
    ([("joins", "nothing")], "Enter the reference of a case, such as TM-7K42-0931, or nothing"),
    ([("joins", "TM-7K42-0931")], "No open case has this reference. Check it, or open a new case"),
    ([("decision", "police")], "Enter who takes it, such as “the police, on 101”"),
    ([("decision", "not-ours")], "Enter what the reporter is to be told of why"),
  ]

  @Test("is refused at the field, and nothing is lost", arguments: refusals)
  func refused(changes: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    let changed = Set(changes.map(\.0))
    let form = CaseworkFixture.asb.filter { !changed.contains($0.0) } + changes
    let response = try #require(try fixture.answer("/work/triage/\(report)", form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
    if !changed.contains("reason") { #expect(response.text.contains("Three nights")) }
    #expect(try fixture.told(report) == [""])
  }

  @Test(
    "shows the letter before it goes, and sends nothing by showing it", arguments: Engine.tested)
  func preview(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report { $0.reporter = Self.reporter(.email) }
    let form = CaseworkFixture.asb.filter { $0.0 != "step" }
    let page = try #require(try fixture.answer("/work/triage/\(report)", form: form))
    #expect(page.status == 200)
    #expect(page.words.contains("Hello Zebedee Planted"))
    #expect(page.words.contains("/report/track"))
    #expect(try fixture.messages(about: report).isEmpty)
  }

  static let routes: [(ContactWay?, String, MessageRoute?, MessageState)] = [
    (.email, "", .email, .byHand), (.text, "", .text, .byHand), (.phone, "", .phone, .byHand),
    (.unwanted, "", nil, .byHand), (nil, "", nil, .byHand),
    (.email, "Not before six, never leave a message", .email, .held),
  ]

  @Test(
    "writes by the way the reporter chose, and holds what words about safety need",
    arguments: routes)
  func ways(way: ContactWay?, safety: String, route: MessageRoute?, state: MessageState) throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report { $0.reporter = Self.reporter(way, safety: safety) }
    _ = try fixture.openCase(report)
    let messages = try fixture.messages(about: report)
    #expect(messages.map(\.route) == [route].compactMap(\.self))
    #expect(messages.allSatisfy { $0.state == state })
  }

  @Test("holds the letter of a flagged report")
  func flagged() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report {
      $0.reporter = Self.reporter(.email)
      $0.story = Sensitive(ReportStory(narrative: "He hits her", flags: [.domestic]))
    }
    _ = try fixture.openCase(report)
    #expect(try fixture.messages(about: report).map(\.state) == [.held])
  }

  @Test("is taken once, by whoever is first")
  func twice() throws {
    let fixture = try CaseworkFixture()
    let report = try fixture.report()
    _ = try fixture.openCase(report)
    let status = try fixture.work("/work/triage/\(report)", as: .manager, form: CaseworkFixture.asb)
    #expect(status == 409)
  }

  @Test(
    "joins a report to an open case, which takes the more urgent priority", arguments: Engine.tested
  )
  func joins(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    let second = try fixture.report()
    let form = CaseworkFixture.asb.map { $0.0 == "priority" ? ("priority", "1") : $0 }
    #expect(try fixture.openCase(second, form + [("joins", file.description)]) == file)
    #expect(try fixture.file(file).priority == .first)
    let reports = try fixture.database.read { read in
      try CaseStore(fixture.services).reports(of: try fixture.found(file, read).id, read)
    }
    #expect(reports.count == 2)
  }

  @Test(
    "suggests reports near by or of the same contact, and merges nothing", arguments: Engine.tested)
  func links(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    func place(_ east: Int) -> ReportPlace {
      ReportPlace(
        key: "x/\(east)", name: "Place", ward: nil, easting: 500_000 + east, northing: 200_000)
    }
    let reporters = [0, 150, 151, 5000].map { east in
      { (new: inout NewReport) in
        new.place = place(east)
        new.reporter = Sensitive(Reporter(phone: east == 5000 ? "07700 900 999" : ""))
      }
    }
    let (near, atEdge, _, shared) = (
      try fixture.report(reporters[0]), try fixture.report(reporters[1]),
      try fixture.report(reporters[2]), try fixture.report(reporters[3])
    )
    fixture.clock.advance(seconds: 10 * 86_400)
    let own = try fixture.report {
      $0.place = place(0)
      $0.reporter = Sensitive(Reporter(phone: "+44 7700 900999"))
    }
    let found = try fixture.database.read { read in
      try ReportLinks.of(try #require(try fixture.store.find(own, read)), read)
    }
    #expect(found.map(\.report.reference) == [near, atEdge, shared])
    #expect(found.map(\.metres) == [0, 150, 5000])
    #expect(found[0].words == "same place, 10 days before")
    #expect(found[1].words == "150 metres away, 10 days before")
    #expect(found[2].words.contains("same telephone, email or vehicle"))
    fixture.clock.advance(seconds: 181 * 86_400)
    let late = try fixture.report { $0.place = place(0) }
    let none = try fixture.database.read { read in
      try ReportLinks.of(try #require(try fixture.store.find(late, read)), read)
    }
    #expect(none.isEmpty)
  }

  @Test(
    "suggests none that came half a year later or more", arguments: Engine.tested,
    [(179, 2), (180, 0)])
  func later(engine: Engine, case one: (days: Int, count: Int)) throws {
    let fixture = try CaseworkFixture(engine)
    let place = ReportPlace(
      key: "x/0", name: "Place", ward: nil, easting: 500_000, northing: 200_000)
    let old = try fixture.report {
      $0.place = place
      $0.reporter = Sensitive(Reporter(phone: "07700 900 999"))
    }
    fixture.clock.advance(seconds: Double(one.days) * 86_400)
    _ = try fixture.report { $0.place = place }
    _ = try fixture.report { $0.reporter = Sensitive(Reporter(phone: "07700 900 999")) }
    let found = try fixture.database.read { read in
      try ReportLinks.of(try #require(try fixture.store.find(old, read)), read)
    }
    #expect(found.count == one.count)
  }

  @Test("looks for links by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let report = try fixture.report()
    let found = try #require(try fixture.database.read { try fixture.store.find(report, $0) })
    let place = try #require(found.place)
    let near = try QueryPlan.of(ReportLinks.near(place, found), fixture.database)
    #expect(near.uses(index: "report_ground"), "\(near)")
    let sharing = try QueryPlan.of(ReportLinks.sharing(found), fixture.database)
    #expect(!sharing.readsAll(of: "report_token"), "\(sharing)")
  }
}

extension CaseworkFixture {
  func found(_ reference: Reference, _ read: Read) throws -> CaseFile {
    guard let file = try CaseStore(services).find(reference, read) else {
      throw CaseProblem.notFound
    }
    return file
  }
}
