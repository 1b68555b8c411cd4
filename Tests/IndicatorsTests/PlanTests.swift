import Access
import Database
import Design
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Indicators

@Suite("Making a plan", .database)
struct NewPlanTests {
  static let filled = [
    ("title", "Safer Borough 2029-33"), ("source", "Board"), ("tolerance", "5"),
    ("first", "2029/30"), ("last", "2032/33"), ("slug", ""),
  ]

  @Test("draws its word from the title and is noted", arguments: Engine.tested)
  func added(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let answer = try fixture.plan(EntryFixture.analyst, .new, form: Self.filled)
    #expect(answer?.headers.contains { $0.1 == "/plans/safer-borough-2029-33" } == true)
    let plan = try fixture.services.database.read {
      try PlanStore.find("safer-borough-2029-33", in: $0)
    }
    #expect(plan?.tolerance == Figure(5))
    #expect(plan?.isOpen == true)
    #expect(try fixture.actions() == ["indicators.plan-added"])
  }

  @Test(
    "is refused with words a person can act on",
    arguments: [
      ("title", "", "Enter the title of the plan"),
      ("source", "", "Enter the document or meeting it was agreed in"),
      ("tolerance", "x", "Enter a tolerance from 0 to 100 per cent, such as 5 or 7.5"),
      ("tolerance", "100.1", "Enter a tolerance from 0 to 100 per cent, such as 5 or 7.5"),
      ("first", "2029", "Enter the first year, such as 2029/30"),
      ("first", "1989/90", "Enter a year from 1990/91 to 2099/00"),
      ("last", "2028/29", "Enter a last year that is not before the first"),
      ("last", "2039/40", "Enter a last year within 10 years of the first"),
      ("slug", "Safer Borough", "Use small letters, digits and single hyphens"),
      ("slug", "new", "Use small letters, digits and single hyphens"),
      ("slug", "safe", "Choose another word: a plan has “safe” already"),
    ])
  func refused(field: String, text: String, message: String) throws {
    let fixture = try EntryFixture()
    let form = Self.filled.map { $0.0 == field ? (field, text) : $0 }
    let answer = try fixture.plan(EntryFixture.manager, .new, form: form)
    #expect(answer?.status == 422)
    #expect(answer?.text.contains(message) == true)
    #expect(try fixture.actions().isEmpty)
  }

  @Test("may run ten years and no more")
  func tenYears() throws {
    let form = Self.filled.map { $0.0 == "last" ? ("last", "2038/39") : $0 }
    #expect(try EntryFixture().plan(EntryFixture.manager, .new, form: form)?.status == 303)
  }

  @Test(
    "gives titles their words",
    arguments: [
      ("Safer Borough 2029-33", "safer-borough-2029-33"), ("  A  &  B ", "a-b"),
      ("Ĉu ne?", "u-ne"), ("New", nil), ("—", nil), ("", nil),
    ])
  func slugs(title: String, slug: String?) {
    #expect(PlanSlug(title: title)?.description == slug)
  }

  @Test("is refused as a word where it would not stand in an address")
  func badSlugs() {
    for text in ["", "a--b", "-a", "a-", "A", "é", "a/b", "a b", String(repeating: "a", count: 61)]
    {
      #expect(PlanSlug(text) == nil)
    }
  }

  @Test("for later years leaves the plan in force where it opens")
  func current() throws {
    let fixture = try EntryFixture()
    #expect(try fixture.plan(EntryFixture.manager, .new, form: Self.filled)?.status == 303)
    let april = Month(index: 2029 * 12 + 3).firstDay
    let opened = try fixture.services.database.read { read in
      try [Sample.today, april.adding(days: -1), april].map {
        try PlanStore.current(on: $0, in: read)?.slug
      }
    }
    #expect(opened == ["safe", "safe", "safer-borough-2029-33"])
  }
}

@Suite("Changing a plan", .database)
struct PlanChangeTests {
  private static let reason = ("reason", "Board of 3 March")

  @Test("shows what it does and keeps nothing until it is saved", arguments: Engine.tested)
  func preview(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    try fixture.burglaries("2025-04", Array(repeating: 100, count: 12))
    try fixture.burglaries("2026-04", Array(repeating: 104, count: 6))
    let (page, form) = try fixture.checked(.facts, [("tolerance", "3"), Self.reason])
    #expect(page?.status == 200)
    #expect(page?.text.contains("State, Quarter 2, July to September 2026") == true)
    #expect(page?.text.contains("Published issues stay as they are.") == true)
    #expect(try fixture.changes().isEmpty)
    #expect(try fixture.states(0, ["2026/27 Q2"]) == [.amber])
    #expect(
      try fixture.plan(EntryFixture.coordinator, .form("safe", .facts), form: form)?.status == 303)
    #expect(try fixture.states(0, ["2026/27 Q2"]) == [.red])
    let change = try #require(try fixture.changes().first)
    #expect(change.what == "Amber up to")
    #expect([change.earlier, change.later, change.reason] == ["5%", "3%", "Board of 3 March"])
    #expect(change.author == "Coordinator")
    #expect(try fixture.actions() == ["indicators.plan-changed"])
  }

  @Test("asks again where something else is saved than was looked at")
  func again() throws {
    let fixture = try EntryFixture()
    var (_, form) = try fixture.checked(.facts, [("tolerance", "3"), Self.reason])
    form = form.map { $0.0 == "tolerance" ? ("tolerance", "2") : $0 }
    let answer = try fixture.plan(EntryFixture.manager, .form("safe", .facts), form: form)
    #expect(answer?.status == 200)
    #expect(answer?.text.contains("has changed since you looked") == true)
    #expect(try fixture.changes().isEmpty)
  }

  @Test("needs a reason, and says nothing had changed where nothing had")
  func reasons() throws {
    let fixture = try EntryFixture()
    let (page, _) = try fixture.checked(.facts, [("tolerance", "3")])
    #expect(page?.status == 422)
    #expect(page?.text.contains("Say why; it is kept with the change") == true)
    #expect(try fixture.change(.facts, [Self.reason])?.status == 303)
    #expect(try fixture.changes().isEmpty)
    #expect(try fixture.actions().isEmpty)
  }

  @Test(
    "shows both texts where two people change one field, and loses neither",
    arguments: Engine.tested)
  func conflict(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    let (_, mine) = try fixture.checked(.facts, [("title", "Mine"), Self.reason])
    try fixture.change(.facts, [("title", "Theirs"), ("tolerance", "4"), Self.reason])
    let answer = try fixture.plan(EntryFixture.manager, .form("safe", .facts), form: mine)
    #expect(answer?.status == 409)
    #expect(answer?.text.contains("Somebody saved “Theirs” while you typed.") == true)
    #expect(answer?.text.contains(#"value="Mine""#) == true)
    // Sent again as the page now has it, only the title changes: the other's tolerance stays.
    try fixture.change(.facts, [("title", "Mine"), Self.reason])
    let plan = try fixture.services.database.read { try PlanStore.find("safe", in: $0) }
    #expect(plan?.title == "Mine")
    #expect(plan?.tolerance == Figure(4))
  }

  @Test("adds priorities and puts them in order", arguments: Engine.tested)
  func priorities(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    try fixture.change(
      .newPriority,
      [("code", "C"), ("title", "Cohesion"), ("unmeasured", "Nothing measures it"), Self.reason])
    let read = {
      try fixture.services.database.read { try PlanStore.priorities(of: fixture.plan.id, in: $0) }
    }
    let added = try #require(try read().last)
    #expect(
      added.text == PriorityText(code: "C", title: "Cohesion", unmeasured: "Nothing measures it"))
    let refused = try fixture.checked(
      .newPriority, [("code", "C"), ("title", "Cohesion"), Self.reason])
    #expect(refused.page?.text.contains("Choose another code: Cohesion has this one") == true)
    #expect(refused.page?.text.contains("Choose another name") == true)
    for _ in 0..<3 {
      let answer = try fixture.plan(
        EntryFixture.manager, .raisePriority("safe", added.id), form: [])
      #expect(answer?.status == 303)
    }
    #expect(try read().map(\.code) == ["C", "A", "B"])
    try fixture.change(.priority(added.id), [("unmeasured", ""), Self.reason])
    #expect(try read().first?.unmeasured == nil)
    #expect(try fixture.changes().first?.later == "none")
  }

  @Test("is for those of the policy, and others do not learn that there is such a page")
  func rights() throws {
    let fixture = try EntryFixture()
    let member = fixture.members[0].id
    let tasks: [PlanTask] = [
      .facts, .closing, .newPriority, .priority(fixture.safe), .newIndicator(fixture.safe),
      .names(member), .wanted(member), .definition(member), .targets(member), .breaks(member),
      .alias(member),
    ]
    let routes = [PlanRoute.new, .importing("safe")] + tasks.map { PlanRoute.form("safe", $0) }
    for role in Role.all {
      let actor = Actor(account: ID(20), organisation: ID(1), role: role)
      let may = IndicatorPolicy.allows(.define, actor)
      for route in routes {
        #expect(try fixture.plan(actor, route)?.status == (may ? 200 : nil), "\(role) \(route)")
        #expect(try (fixture.plan(actor, route, form: []) != nil) == may)
      }
      for route in [
        PlanRoute.raisePriority("safe", fixture.young), .raiseIndicator("safe", member),
      ] {
        #expect(try (fixture.plan(actor, route, form: []) != nil) == may)
        #expect(try fixture.plan(actor, route) == nil)
      }
      let lead = PlanRoute.lead("safe", fixture.safe)
      let mayAppoint = may && IndicatorPolicy.allows(.publish, actor)
      #expect(try (fixture.plan(actor, lead, form: []) != nil) == mayAppoint)
      #expect(try fixture.plan(actor, .indicator("safe", member))?.status == 200)
      #expect(try fixture.plan(actor, .changes("safe", page: 1))?.status == 200)
    }
  }

  @Test("is refused of a published document and of a closed plan", arguments: Engine.tested)
  func closed(engine: Engine) throws {
    let fixture = try EntryFixture(engine)
    try fixture.services.database.write { try Archive.load(at: Sample.now, in: $0) }
    #expect(throws: PlanProblem.published) {
      try fixture.plan(EntryFixture.manager, .form("csp-2017-21", .facts))
    }
    #expect(try fixture.plan(EntryFixture.manager, .form("csp-2017-21", .closing)) == nil)
    try fixture.change(.closing, [Self.reason])
    for form in [nil, [("title", "x")]] {
      #expect(throws: PlanProblem.closed) {
        try fixture.plan(EntryFixture.manager, .form("safe", .facts), form: form)
      }
    }
    #expect(throws: PlanProblem.closed) {
      try fixture.plan(EntryFixture.manager, .raisePriority("safe", fixture.young), form: [])
    }
    try fixture.change(.closing, [Self.reason])
    #expect(try fixture.plan(EntryFixture.manager, .form("safe", .facts))?.status == 200)
    #expect(try fixture.changes().map(\.later) == ["open to change", "closed to change"])
  }

  @Test("of one plan never reaches another's priorities and indicators")
  func foreign() throws {
    let fixture = try EntryFixture()
    #expect(try fixture.plan(EntryFixture.manager, .new, form: NewPlanTests.filled)?.status == 303)
    let slug = "safer-borough-2029-33"
    #expect(try fixture.plan(EntryFixture.manager, .form(slug, .priority(fixture.safe))) == nil)
    #expect(
      try fixture.plan(EntryFixture.manager, .form(slug, .wanted(fixture.members[0].id))) == nil)
    #expect(
      try fixture.plan(EntryFixture.manager, .indicator(slug, fixture.members[0].id)) == nil)
  }
}

@Suite("Paths of plans")
struct PlanRouteTests {
  static let routes: [PlanRoute] = [
    .new, .form("a", .facts), .form("a", .closing), .form("a", .newPriority),
    .form("a", .priority(ID(2))), .form("a", .newIndicator(ID(2))), .form("a", .names(ID(3))),
    .form("a", .wanted(ID(3))), .form("a", .definition(ID(3))), .form("a", .targets(ID(3))),
    .form("a", .breaks(ID(3))), .form("a", .alias(ID(3))), .indicator("a", ID(3)),
    .changes("a", page: 1), .changes("a", page: 2), .file("a", .csv), .file("a", .xlsx),
    .importing("a"),
    .raisePriority("a", ID(2)), .raiseIndicator("a", ID(3)), .lead("a", ID(2)),
  ]

  @Test("are read as they are written", arguments: routes)
  func roundTrip(route: PlanRoute) throws {
    let parts = route.path.split(separator: "?").map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    let path = parts[0].split(separator: "/").map(String.init)
    #expect(PlanRoute(.get, path, query) == route)
  }

  @Test(
    "leave the plan itself to its own page, and refuse others",
    arguments: [
      ["plans"], ["plans", "a"], ["plans", "a", "x"], ["plans", "a", "indicators", "x"],
      ["plans", "a", "indicators", "3", "x"], ["plans", "a", "priorities", "2", "x"],
      ["plans", "a", "plan.pdf"],
    ])
  func refused(path: [String]) { #expect(PlanRoute(.get, path, Fields()) == nil) }
}

@Suite("Where there is no plan", .database)
struct NoPlanTests {
  private func page(_ actor: Actor, _ path: [String]) throws -> String? {
    let visit = StaffVisit(
      request: Request(.get, path: path), actor: actor, now: EntryFixture.now, frame: .sample,
      services: try DemonstrationTests.services(.sqlite))
    return try Indicators.feature.staffPages(visit)?.text
  }

  @Test(
    "every place of the menu says so, and leads those who may to making one",
    arguments: [["indicators"], ["indicators", "figures"], ["plans"]])
  func empty(path: [String]) throws {
    let found = try #require(try page(EntryFixture.coordinator, path))
    #expect(found.contains("There is no plan yet"))
    #expect(found.contains(#"href="/plans/new""#))
    let reader = Actor(account: ID(20), organisation: ID(1), role: .auditor)
    #expect(try page(reader, path)?.contains(#"href="/plans/new""#) != true)
  }

  @Test("a partner's return says so too")
  func partner() throws {
    let found = try page(EntryFixture.police, ["indicators", "returns"])
    #expect(found?.contains("There is no plan yet") == true)
  }
}
