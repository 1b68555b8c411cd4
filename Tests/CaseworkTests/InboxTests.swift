import FeatureKit
import Secrets
import Database
import Access
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The reports inbox", .database)
struct InboxTests {
  static func add(
    _ fixture: CaseworkFixture, _ change: (inout NewReport) -> Void = { _ in }
  ) throws -> Reference {
    let receipt = try fixture.database.write { write in
      try fixture.store.add(CaseworkFixture.report(change), at: fixture.now, in: write).receipt
    }
    return try #require(Reference(receipt.reference))
  }

  static let taken: [(String, String)] = [
    ("channel", "phone"), ("kind", "rowdy"), ("postcode", "TM1 0AA"), ("day", "today"),
    ("hour", "9"), ("narrative", "Shouting"), ("identity", "anonymous"),
    ("once", String(repeating: "a", count: 43)),
  ]

  @Test("answers each role as the policy says", arguments: Role.all)
  func roles(role: Role) throws {
    let fixture = try CaseworkFixture()
    let reference = try Self.add(fixture)
    let actor = CaseworkFixture.actor(role)
    func wanted(_ right: CaseworkRight) -> Bool { CaseworkPolicy.allows(right, actor) }
    #expect(try fixture.status("/reports/\(reference)", as: role) == (wanted(.open) ? 200 : 404))
    #expect(try fixture.status("/reports/new", as: role) == (wanted(.take) ? 200 : 404))
    #expect(try fixture.status("/reports/service", as: role) == (wanted(.configure) ? 200 : 404))
    #expect(try fixture.status("/reports/satisfaction", as: role) == (wanted(.list) ? 200 : 404))
    #expect(try fixture.status("/reports/reviews", as: role) == (wanted(.listReviews) ? 200 : 404))
    let list = try fixture.status("/reports", as: role)
    let mayElse = wanted(.take) || wanted(.configure)
    #expect(list == (wanted(.list) ? 200 : mayElse ? 303 : 404))
  }

  @Test("leads to the case reviews whoever may see them", arguments: [Role.coordinator, .officer])
  func reviews(role: Role) throws {
    let page = try #require(try CaseworkFixture().visit("/reports", as: role)).text
    #expect(page.contains("href=\"/reports/reviews\""))
  }

  @Test(
    "lists flagged reports first, then the longest waiting, and names nobody",
    arguments: Engine.tested)
  func listing(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let first = try Self.add(fixture)
    fixture.clock.advance(seconds: 60)
    let second = try Self.add(fixture)
    fixture.clock.advance(seconds: 60)
    let flagged = try Self.add(fixture) {
      $0.story = Sensitive(ReportStory(narrative: "Planted", flags: [.child]))
    }
    let doubtful = try Self.add(fixture) {
      $0.story = Sensitive(ReportStory(narrative: "Planted", doubts: [.links]))
    }
    let page = try #require(try fixture.visit("/reports", as: .officer)).words
    let places = [flagged, first, second].map { page.range(of: $0.description)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(!page.contains(doubtful.description) && !page.contains("Planted"))
    let other = try #require(try fixture.visit("/reports?show=doubtful", as: .officer)).words
    #expect(other.contains(doubtful.description) && !other.contains(first.description))
    let withdrawn = try #require(try fixture.visit("/reports?show=withdrawn", as: .officer))
    #expect(withdrawn.words.contains("There are none."))
    let coordinator = try #require(try fixture.visit("/reports", as: .coordinator))
    #expect(!coordinator.text.contains("/reports/\(first)\""))
  }

  @Test("turns pages of fifty")
  func pages() throws {
    let fixture = try CaseworkFixture()
    for _ in 0..<51 { _ = try Self.add(fixture) }
    let first = try #require(try fixture.visit("/reports", as: .officer)).text
    #expect(first.contains("page=2") && first.contains("Next page"))
    let second = try #require(try fixture.visit("/reports?page=2", as: .officer)).text
    #expect(second.contains("Previous page") && !second.contains("Next page"))
  }

  @Test(
    "opens a report with all that was told, on record before it is sent",
    arguments: Engine.tested)
  func opening(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let reference = try Self.add(fixture) {
      $0.subject = Sensitive(ReportSubject(name: "Quentin Planted", vehicle: "QQ00 QIQ"))
      $0.strands = [.religion]
    }
    let page = try #require(try fixture.visit("/reports/\(reference)", as: .officer))
    for words in ["Zebedee Planted", "07700 900 123", "Quentin Planted", "QQ00 QIQ", "Religion"] {
      #expect(page.words.contains(words), "\(words)")
    }
    #expect(!page.text.prefix(400).contains("Planted"))
    #expect(try fixture.trail() == ["casework.report-opened "])
    let again = try #require(try fixture.visit("/reports/\(reference)", as: .manager)).words
    #expect(again.contains("Person 3") && again.contains("Report opened"))
  }

  @Test(
    "clears a flag once somebody has acted, and not what was added meanwhile",
    arguments: Engine.tested)
  func clearing(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let reference = try Self.add(fixture) {
      $0.story = Sensitive(ReportStory(narrative: "x", flags: [.suicide]))
    }
    let page = try #require(try fixture.visit("/reports/\(reference)", as: .officer))
    #expect(page.words.contains("suicide or self-harm"))
    let path = "/reports/\(reference)/clear"
    #expect(throws: (any Error).self) {
      try fixture.visit(path, as: .officer, form: [("version", "2")])
    }
    #expect(try fixture.status(path, as: .coordinator, form: [("version", "1")]) == 404)
    #expect(try fixture.status(path, as: .officer, form: [("version", "1")]) == 303)
    let report = try fixture.database.read { try fixture.store.find(reference, $0) }
    #expect(report?.isFlagged == false && report?.clearedAt == fixture.now)
    #expect(try fixture.trail().last == "casework.flag-cleared ")
  }

  @Test("takes a report for somebody once, with its source", arguments: Engine.tested)
  func taking(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let page = try #require(try fixture.visit("/reports/new", as: .officer, form: Self.taken))
    #expect(page.status == 200 && page.words.contains("Give the reporter both now"))
    let again = try #require(try fixture.visit("/reports/new", as: .officer, form: Self.taken))
    #expect(again.words == page.words)
    let report = try #require(try fixture.database.read { try fixture.store.find(ID(1), $0) })
    #expect(report.channel == .phone && report.takenBy == CaseworkFixture.actor(.officer).account)
    #expect(report.place?.key == "postcode/TM1 0AA" && !report.isDoubtful)
    #expect(try fixture.trail() == ["casework.report-taken channel=phone kind=rowdy"])
  }

  @Test(
    "counts a taken report's clocks from the day it reached somebody", arguments: Engine.tested)
  func reached(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let today = fixture.services.clock.today
    func form(_ ago: Int, happened: Int) -> [(String, String)] {
      Self.taken.filter { $0.0 != "day" } + [("day", "other"), ("known", "yes")]
        + ReviewFixture.date("date", today.adding(days: -happened))
        + ReviewFixture.date("received", today.adding(days: -ago))
    }
    for (ago, happened, words) in [
      (-1, 1, Arrival.notThen), (93, 100, Arrival.notThen), (3, 2, Arrival.beforeIt),
    ] {
      let refused = try fixture.visit(
        "/reports/new", as: .officer, form: form(ago, happened: happened))
      #expect(refused?.status == 422 && refused?.words.contains(words) == true, "\(ago)")
    }
    let taken = try fixture.visit("/reports/new", as: .officer, form: form(92, happened: 92))
    #expect(taken?.words.contains("an officer should have started on it by 5pm on") == true)
    let report = try #require(try fixture.database.read { try fixture.store.find(ID(1), $0) })
    #expect(London.day(report.receivedAt) == today.adding(days: -92))
    #expect(
      report.dueAt == CaseStandard.shipped.begin(report.priority, from: report.receivedAt))
    let page = try #require(try fixture.visit("/reports/\(report.reference)", as: .officer))
    #expect(page.words.contains("The reporter knows them"))
  }

  @Test(
    "takes at a partner's centre what comes there alone",
    arguments: [
      ("hate-centre", 200), ("housing", 200), ("phone", 422), ("web", 422), ("", 422),
    ])
  func centres(channel: String, status: Int) throws {
    let fixture = try CaseworkFixture()
    let form = Self.taken.map { $0.0 == "channel" ? ($0.0, channel) : $0 }
    #expect(try fixture.status("/reports/new", as: .partner, form: form) == status)
  }

  @Test("refuses every wrong part of a taken report at once")
  func refusing() throws {
    let fixture = try CaseworkFixture()
    let form = [("once", String(repeating: "a", count: 43))]
    let page = try #require(try fixture.visit("/reports/new", as: .officer, form: form))
    #expect(page.status == 422)
    for words in [
      TakingForm.noChannel, KindForm.missing, PlaceForm.missing, OccasionForm.missing,
      WordsForm.missing, ReporterForm.missing,
    ] { #expect(page.words.contains(words), "\(words)") }
  }

  @Test("shows the public the lines somebody entered, and none before", arguments: Engine.tested)
  func service(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    try resident.go("/report")
    #expect(!resident.page.words.contains("Rather talk to someone?"))
    let lines = [("phone", "020 7946 0000"), ("phone-hours", "8am to 8pm")]
    #expect(try fixture.status("/reports/service", as: .manager, form: lines) == 303)
    try resident.go("/report")
    #expect(resident.page.words.contains("Call 020 7946 0000, 8am to 8pm ."))
    #expect(try fixture.status("/reports/service", as: .manager, form: [("phone", "")]) == 303)
    try resident.go("/report")
    #expect(!resident.page.words.contains("Rather talk to someone?"))
    let long = [("phone", String(repeating: "1", count: 101))]
    #expect(try fixture.status("/reports/service", as: .manager, form: long) == 422)
  }

  @Test(
    "asks about the local strands that were chosen and something else, about all of them before",
    arguments: Engine.tested)
  func strands(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let titles = HateStrand.allCases.map(\.title)
    func asked() throws -> [String] {
      let page = try #require(try fixture.visit("/reports/new", as: .officer)).words
      return titles.filter(page.contains)
    }
    #expect(try asked() == titles)
    let line = [("local-strands", "Refugee")]
    #expect(try fixture.status("/reports/service", as: .manager, form: line) == 303)
    #expect(try asked() == titles.filter { $0 != HateStrand.age.title })
    for wrong in ["hair", "race", "age; other"] {
      let form = [("local-strands", wrong)]
      #expect(try fixture.status("/reports/service", as: .manager, form: form) == 422, "\(wrong)")
    }
  }

  @Test("reads lists by their indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    for filter in InboxFilter.allCases {
      let plan = try QueryPlan.of(InboxStore.query(filter, 2), fixture.database)
      let index = filter == .flagged ? "report_flagged" : "report_inbox"
      #expect(plan.uses(index: index), "\(filter): \(plan)")
    }
    for (sql, index) in [
      (ReportEvents.query(ID(1), isPublic: true), "report_event_of"),
      (ReportStore.occasionsQuery(ID(1)), "report_occasion_of"),
      (CaseReviewStore.query(1), "case_review_applied"),
      (InboxStore.countsQuery, "report_inbox"), (InboxStore.flaggedQuery, "report_flagged"),
      (NoticesDue.query, "report_notice_open"),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(plan.uses(index: index), "\(plan)")
    }
  }

  @Test(
    "reads each of its addresses back",
    arguments: [
      ReportsRoute.list(.new, page: 1), .list(.doubtful, page: 3), .take, .service,
      .reviews(page: 2),
      .report(Reference("TM-7K42-0931")!), .review(Reference("TM-7K42-0931")!),
    ])
  func routes(route: ReportsRoute) throws {
    let request = try Request(route.path)
    #expect(ReportsRoute(.get, request.path, request.query) == route)
  }

  @Test(
    "reads each public address back",
    arguments: ReportStep.allCases.flatMap {
      [ReportRoute.step($0, isChange: true), .step($0, isChange: false)]
    } + [ReportRoute.start, .track, .own])
  func publicRoutes(route: ReportRoute) throws {
    let request = try Request(route.path)
    #expect(ReportRoute(.get, request.path, request.query) == route)
  }
}
