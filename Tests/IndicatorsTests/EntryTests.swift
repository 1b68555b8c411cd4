import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Entering a quarter's figures", .database)
struct EntryTests {
  private static let place = EntryFixture.place

  @Test("keeps figures, words and states with who typed them", arguments: Engine.tested)
  func keeps(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let names = EntryFields(
      indicator: try #require(try fixture.list().priorities[0].indicators.first))
    var form = try fixture.opened(fixture.safe)
    form[names.figure(Sample.period("2026-07"), .value)] = "1,041"
    form[names.commentary] = "A quiet summer."
    form[names.state] = "amber"
    form[names.stateReason] = "Two streets"
    let route = FiguresRoute.entry(Self.place, fixture.safe)
    let response = try fixture.send(EntryFixture.coordinator, route, form: form.pairs)
    #expect(response?.status == 303)
    let kept = try #require(try fixture.standing(0, "2026-07"))
    #expect(kept.amount.value == Figure(1041))
    #expect(kept.provenance == .typed(by: EntryFixture.coordinator.account))
    let due = try fixture.list().priorities[0].indicators[0]
    #expect(due.commentary?.words == "A quiet summer.")
    #expect(due.judgement?.state == .amber)
    #expect(due.figures[0].origin == "Typed by Person 13, 20 November 2026")
    #expect(try fixture.actions() == ["indicators.figures-entered"])
  }

  @Test("refuses by field, keeps what was typed and stores nothing of it")
  func refuses() throws {
    let fixture = try EntryFixture()
    let names = EntryFields(indicator: try fixture.list().priorities[0].indicators[0])
    var form = try fixture.opened(fixture.safe)
    form[names.figure(Sample.period("2026-07"), .value)] = "12"
    form[names.figure(Sample.period("2026-08"), .value)] = "-4"
    let route = FiguresRoute.entry(Self.place, fixture.safe)
    let response = try #require(
      try fixture.send(EntryFixture.analyst, route, form: form.pairs))
    #expect(response.status == 422)
    for words in [
      "<title>Error: ", "There is a problem", "value=\"12\"", "value=\"-4\"",
      "href=\"#\(names.figure(Sample.period("2026-08"), .value))\"", "Burglary, August 2026",
    ] { #expect(response.text.contains(words), "\(words)") }
    #expect(try fixture.standing(0, "2026-07") == nil)
    #expect(try fixture.actions().isEmpty)
  }

  @Test("asks for a reason before a held figure changes, and keeps the old one")
  func corrects() throws {
    let fixture = try EntryFixture()
    try fixture.burglaries("2026-07", [10])
    let names = EntryFields(indicator: try fixture.list().priorities[0].indicators[0])
    var form = try fixture.opened(fixture.safe)
    form[names.figure(Sample.period("2026-07"), .value)] = "11"
    let route = FiguresRoute.entry(Self.place, fixture.safe)
    let refused = try fixture.send(EntryFixture.analyst, route, form: form.pairs)
    #expect(refused?.status == 422)
    #expect(refused?.text.contains("Say why the figure for July 2026 changes") == true)
    form[names.reason] = "A late record"
    #expect(try fixture.send(EntryFixture.analyst, route, form: form.pairs)?.status == 303)
    let all = try fixture.services.database.read {
      try ObservationStore.page(1, of: fixture.members[0].indicator, in: $0)
    }
    #expect(all.map(\.amount.value) == [Figure(11), Figure(10)])
    #expect(all[0].reason == "A late record")
  }

  @Test("shows what records count, and types over it only with a reason")
  func computed() throws {
    let fixture = try EntryFixture()
    let due = try fixture.list().priorities[0].indicators[2]
    #expect(due.missingFigures == 0)
    #expect(due.figures[0].origin == "Computed from records: street files")
    let names = EntryFields(indicator: due)
    var form = try fixture.opened(fixture.safe)
    form[names.figure(Sample.period("2026-07"), .value)] = "90"
    let route = FiguresRoute.entry(Self.place, fixture.safe)
    #expect(try fixture.send(EntryFixture.analyst, route, form: form.pairs)?.status == 422)
    form[names.reason] = "Ten were of another borough"
    #expect(try fixture.send(EntryFixture.analyst, route, form: form.pairs)?.status == 303)
    #expect(try fixture.standing(2, "2026-07")?.amount.value == Figure(90))
  }

  @Test("shows both texts when two people change one field, and loses neither")
  func stale() throws {
    let fixture = try EntryFixture()
    let names = EntryFields(indicator: try fixture.list().priorities[0].indicators[0])
    let route = FiguresRoute.entry(Self.place, fixture.safe)
    let field = names.figure(Sample.period("2026-07"), .value)
    var mine = try fixture.opened(fixture.safe)
    var theirs = mine
    theirs[names.commentary] = "Theirs"
    theirs[field] = "50"
    #expect(try fixture.send(EntryFixture.analyst, route, form: theirs.pairs)?.status == 303)
    mine[names.commentary] = "Mine"
    mine[names.figure(Sample.period("2026-08"), .value)] = "60"
    let conflict = try #require(
      try fixture.send(EntryFixture.coordinator, route, form: mine.pairs))
    #expect(conflict.status == 409)
    #expect(conflict.text.contains(": somebody else saved “Theirs” while you typed"))
    #expect(conflict.text.contains("Mine"))
    #expect(conflict.text.contains("value=\"60\""))
    var again = try fixture.opened(fixture.safe)
    again[names.commentary] = "Mine"
    #expect(try fixture.send(EntryFixture.coordinator, route, form: again.pairs)?.status == 303)
    let words = try fixture.services.database.read {
      try StatementStore.commentary(of: fixture.members[0].id, in: $0).map(\.words)
    }
    #expect(words == ["Mine", "Theirs"])
    #expect(try fixture.standing(0, "2026-07")?.amount.value == Figure(50))
  }

  @Test(
    "lets one of two who save at once through, and shows the other both",
    arguments: Engine.tested)
  func atOnce(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let names = EntryFields(indicator: try fixture.list().priorities[0].indicators[0])
    let route = FiguresRoute.entry(Self.place, fixture.safe)
    let opened = try fixture.opened(fixture.safe)
    let statuses = Guarded<[Int]>([])
    let threads = [EntryFixture.analyst, EntryFixture.coordinator].map { actor in
      JoinableThread {
        var form = opened
        form[names.commentary] = "Written by \(actor.account)"
        form[names.figure(Sample.period("2026-07"), .value)] = "\(actor.account)"
        let status = (try? fixture.send(actor, route, form: form.pairs))?.status ?? 0
        statuses.withLock { $0.append(status) }
      }
    }
    for thread in threads { thread.join() }
    #expect(statuses.withLock { $0.sorted() } == [303, 409])
    let all = try fixture.services.database.read {
      try ObservationStore.count(of: fixture.members[0].indicator, in: $0)
    }
    #expect(all == 1)
  }

  @Test("lists what is due, from whom, and what is missing")
  func due() throws {
    let fixture = try EntryFixture()
    try fixture.burglaries("2026-07", [10, 11])
    let page = try #require(
      try fixture.send(EntryFixture.analyst, .due(Self.place))
    ).text
    for words in [
      "Figures for Quarter 2, July to September 2026", "September 2026", "Voluntary Action",
      "Not signed off", "Led by Person 11", "All 3 held",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(try fixture.list().missing == 1 + 3 + 1 + 4)
  }

  @Test(
    "is not for partners, councillors or auditors",
    arguments: [
      EntryFixture.police, .init(account: ID(20), organisation: ID(1), role: .auditor),
      .init(account: ID(21), organisation: ID(1), role: .councillor),
    ])
  func policy(actor: Actor) throws {
    let fixture = try EntryFixture()
    for route in [
      FiguresRoute.due(Self.place), .entry(Self.place, fixture.safe),
      .signOff(Self.place, fixture.safe), .publication(Self.place), .returns(Self.place),
    ] { #expect(try fixture.send(actor, route) == nil) }
  }

  @Test(
    "gives each role its rights, and a lead those of its priority",
    arguments: [
      (Role.administrator, "e....", "e...."), (.manager, "ecjsp", "ecjsp"),
      (.officer, ".....", ".cjs."), (.analyst, "ec...", "ecjs."), (.coordinator, "ecj.p", "ecjsp"),
      (.partner, ".....", ".cjs."), (.councillor, ".....", "....."), (.auditor, ".....", "....."),
    ])
  func rights(role: Role, alone: String, leading: String) {
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    for (isLead, expected) in [(false, alone), (true, leading)] {
      let rights = EntryRights(actor, isLead: isLead)
      let found = [
        rights.mayEnter ? "e" : ".", rights.mayComment ? "c" : ".", rights.mayJudge ? "j" : ".",
        rights.maySign ? "s" : ".", rights.mayPublish ? "p" : ".",
      ]
      #expect(found.joined() == expected)
    }
  }

  @Test("shows a partner who leads a priority that priority alone")
  func leadingPartner() throws {
    let fixture = try EntryFixture()
    let lead = Actor(account: EntryFixture.lead.account, organisation: ID(7), role: .partner)
    let page = try #require(try fixture.send(lead, .due(Self.place))).text
    #expect(page.contains("Safe homes"))
    #expect(!page.contains("First-time entrants"))
    #expect(!page.contains("Returns of agencies"))
    #expect(try fixture.send(lead, .entry(Self.place, fixture.young)) == nil)
  }

  @Test("knows no archive, no year outside the plan, and no single month")
  func places() throws {
    let fixture = try EntryFixture()
    for (plan, period) in [("safe", "2031/32 Q1"), ("none", "2026/27 Q1"), ("safe", "2026-07")] {
      let place = FiguresPlace(plan: plan, period: Sample.period(period))
      #expect(try fixture.send(EntryFixture.analyst, .due(place)) == nil)
    }
  }

  @Test("writes every path so that it reads it back")
  func routes() {
    let (place, priority) = (Self.place, ID<Priority>(3))
    let routes: [FiguresRoute] = [
      .start, .due(place), .entry(place, priority), .signOff(place, priority), .returnsStart,
      .returns(place), .agency(place, "police"), .form(place, "police"),
      .confirm(place, "police"), .chase(place, "police"), .publication(place),
    ]
    for route in routes {
      let path = route.path.split(separator: "/").map(String.init)
      #expect(FiguresRoute(.get, path, Fields()) == route)
      #expect(IndicatorRoute(.get, path, Fields()) == nil)
    }
  }
}
