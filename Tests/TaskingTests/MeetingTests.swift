import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Tasking

@Suite("Meetings and actions", .database)
struct MeetingTests {
  static let week = Week(TaskingFixture.today)

  /// A form of an action that is accepted, to be changed.
  static let form: [String: String] = [
    "problem": "Mopeds at night, Wherry Quay", "task": "Patrols on Fridays", "place": "ward:W0",
    "stage": "response", "agency": "2", "person": "", "due-day": "27", "due-month": "11",
    "due-year": "2026", "review-day": "11", "review-month": "12", "review-year": "2026",
  ]

  static func held(_ day: String) -> [(String, String)] {
    let parts = day.split(separator: "-")
    return [
      ("held-year", String(parts[0])), ("held-month", String(parts[1])),
      ("held-day", String(parts[2])),
    ]
  }

  static func planned(_ engine: Engine = .sqlite) throws -> TaskingFixture {
    let fixture = try TaskingFixture(engine)
    try fixture.visit("/tasking", as: .coordinator, form: held("2026-11-17"))
    return fixture
  }

  static func add(
    _ fixture: TaskingFixture, _ changes: [String: String] = [:], week: Week = week
  ) throws -> Response? {
    let fields = form.merging(changes) { $1 }.map { ($0.key, $0.value) }
    return try fixture.visit("/tasking/\(week)/actions", as: .coordinator, form: fields)
  }

  @Test("are one a week", arguments: Engine.tested)
  func planning(engine: Engine) throws {
    let fixture = try TaskingFixture(engine)
    let path = "/tasking"
    #expect(try fixture.visit(path)?.words.contains("No meeting is planned yet") == true)
    let done = try #require(
      try fixture.visit(path, as: .coordinator, form: Self.held("2026-11-17")))
    #expect(done.header("Location") == "/tasking/2026-W47")
    let again = try #require(
      try fixture.visit(path, as: .coordinator, form: Self.held("2026-11-20")))
    #expect(again.status == 422)
    #expect(again.words.contains("Week 2026-W47 has a meeting already"))
    #expect(try fixture.actions() == ["tasking.meeting-planned"])
    #expect(try fixture.status(path, as: .officer, form: Self.held("2026-11-24")) == 404)
    #expect(
      try fixture.visit(path, as: .coordinator, form: Self.held("2036-11-24"))?.status == 422)
  }

  @Test(
    "write decisions down as records, with their first line of history", arguments: Engine.tested)
  func adding(engine: Engine) throws {
    let fixture = try Self.planned(engine)
    #expect(try Self.add(fixture, ["person": "6"])?.status == 303)
    let page = try #require(try fixture.visit("/tasking/\(Self.week)")).words
    for words in ["Mopeds at night, Wherry Quay", "Westgate. Response", "Thornmere Constabulary"] {
      #expect(page.contains(words), "\(words)")
    }
    let action = try #require(try fixture.visit("/tasking/actions/1")).words
    #expect(action.contains("Decided Person 5, 20 November 2026, midday"))
    #expect(action.contains("Person 6"))
    #expect(try fixture.actions().last == "tasking.action-added")
  }

  @Test(
    "refuse a decision field by field",
    arguments: [
      ("problem", "", "Enter the problem"), ("task", " ", "Enter what is to be done"),
      ("problem", "Van AB12 CDE at the quay", "Take the number plate out"),
      ("task", "Look for ab12cde", "Take the number plate out"),
      ("problem", String(repeating: "x", count: 121), "Use 120 characters or fewer"),
      ("place", "ward:none", "Choose the place"), ("stage", "other", "Choose the stage"),
      ("agency", "9", "Choose the organisation that owns it"),
      ("person", "4", "Choose somebody of Thornmere Constabulary, or nobody"),
      ("due-day", "16", "Choose a day on or after the meeting, 17 November 2026"),
      ("due-day", "31", "that month has fewer days"),
      ("review-day", "", "Review day must include a day"),
      ("review-month", "11", "Choose a day on or after the due day"),
    ])
  func refused(field: String, value: String, words: String) throws {
    let fixture = try Self.planned()
    let response = try #require(try Self.add(fixture, [field: value]))
    #expect(response.status == 422)
    #expect(response.words.contains(words))
    #expect(response.text.contains("Patrols on Fridays") || field == "task")
    #expect(try fixture.actions() == ["tasking.meeting-planned"])
  }

  @Test(
    "take in what came of an action, with the reason where one is needed",
    arguments: [
      ("done", "", 303), ("done", "Four Fridays", 303), ("not-done", "", 422),
      ("not-done", "Staff were ill", 303), ("not-possible", "", 422),
      ("not-possible", "The land is not ours", 303), ("lost", "x", 422),
    ])
  func reporting(state: String, reason: String, status: Int) throws {
    let fixture = try Self.planned()
    _ = try Self.add(fixture)
    let form = [("act", "report"), ("version", "1"), ("state", state), ("reason", reason)]
    let response = try #require(try fixture.visit("/tasking/actions/1", as: .officer, form: form))
    #expect(response.status == status)
    #expect(
      try fixture.actions().contains("tasking.action-reported") == (status == 303))
  }

  @Test("show both texts to whoever saves over somebody's change, and lose neither")
  func stale() throws {
    let fixture = try Self.planned()
    _ = try Self.add(fixture)
    let path = "/tasking/actions/1"
    func report(_ version: Int, _ state: String, _ reason: String, _ role: Role) throws -> Response
    {
      try #require(
        try fixture.visit(
          path, as: role,
          form: [
            ("act", "report"), ("version", String(version)), ("state", state), ("reason", reason),
          ]))
    }
    #expect(try report(1, "done", "Four Fridays", .officer).status == 303)
    let refused = try report(1, "not-done", "Nobody went", .manager)
    #expect(refused.status == 409)
    #expect(refused.words.contains("Not saved: Person 3 changed this action"))
    for words in ["Four Fridays", "Nobody went"] { #expect(refused.words.contains(words)) }
    #expect(refused.text.contains(#"name="version" value="2""#))
    #expect(try report(2, "not-done", "Nobody went", .manager).status == 303)
    let history = try #require(try fixture.visit(path)).words
    #expect(history.contains("State : Done → Not done"))
    #expect(history.contains("State : To do → Done"))
    #expect(try report(3, "not-done", "Nobody went", .manager).status == 303)
    #expect(try fixture.actions().count { $0 == "tasking.action-reported" } == 2)
  }

  @Test("let a partner report on what its own organisation owns, and on nothing else")
  func partner() throws {
    let fixture = try Self.planned()
    _ = try Self.add(fixture)
    _ = try Self.add(fixture, ["agency": "1"])
    let form = [("act", "report"), ("version", "1"), ("state", "done"), ("reason", "")]
    #expect(try fixture.status("/tasking/actions/1", as: .partner, form: form) == 303)
    #expect(try fixture.status("/tasking/actions/2", as: .partner, form: form) == 404)
    #expect(try fixture.status("/tasking/actions/2", as: .auditor, form: form) == 404)
    let page = try #require(try fixture.visit("/tasking/actions/2", as: .partner)).words
    #expect(!page.contains("How it stands"))
    let change = Self.form.merging(["act": "change", "version": "1"]) { $1 }
    #expect(
      try fixture.status(
        "/tasking/actions/2", as: .officer, form: change.map { ($0.key, $0.value) }) == 404)
  }

  @Test("take up first what is unfinished, then what else the last meeting decided")
  func carried() throws {
    let fixture = try TaskingFixture()
    for day in ["2026-11-03", "2026-11-10", "2026-11-17"] {
      try fixture.visit("/tasking", as: .coordinator, form: Self.held(day))
    }
    let weeks = [-2, -1].map { Self.week.adding(weeks: $0) }
    for (problem, week) in [
      ("Old and done", weeks[0]), ("Old and open", weeks[0]), ("New and done", weeks[1]),
      ("New and open", weeks[1]),
    ] { _ = try Self.add(fixture, ["problem": problem], week: week) }
    for id in [1, 3] {
      try fixture.visit(
        "/tasking/actions/\(id)", as: .officer,
        form: [("act", "report"), ("version", "1"), ("state", "done"), ("reason", "")])
    }
    let meeting = try fixture.services.database.read { read in
      try #require(try MeetingStore.find(Self.week, read))
    }
    let carried = try fixture.services.database.read { read in
      try MeetingReader(services: fixture.services).carried(meeting, read)
    }
    #expect(carried.map(\.content.problem) == ["Old and open", "New and open", "New and done"])
    let list = try #require(try fixture.visit("/tasking/actions?state=done")).words
    #expect(list.contains("Old and done") && !list.contains("Old and open"))
  }

  @Test("decide nothing more once closed, and are closed once")
  func closed() throws {
    let fixture = try Self.planned()
    let close = "/tasking/\(Self.week)/close"
    #expect(try fixture.status(close, as: .officer, form: [("version", "1")]) == 404)
    #expect(throws: DatabaseError.stale) {
      try fixture.visit(close, as: .coordinator, form: [("version", "9")])
    }
    #expect(try fixture.status(close, as: .coordinator, form: [("version", "1")]) == 303)
    #expect(try fixture.status(close, as: .coordinator, form: [("version", "2")]) == 409)
    #expect(throws: TaskingProblem.closed) { try Self.add(fixture) }
    #expect(try fixture.status("/tasking/\(Self.week)/prepare", as: .analyst, form: []) == 409)
  }

  @Test("are listed through indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try TaskingFixture(engine)
    let database = fixture.services.database
    let indexed: [(SQL, String)] = [
      (ActionStore.meetingQuery(ID(1)), "tasking_action_of"),
      (ActionStore.statesQuery([ID(1), ID(2)]), "tasking_action_of"),
      (ActionStore.stateQuery(.toDo, 2), "tasking_action_by_state"),
      (ActionStore.overdueQuery(on: TaskingFixture.today), "tasking_action_by_state"),
    ]
    for (query, index) in indexed {
      let plan = try QueryPlan.of(query, database)
      #expect(plan.uses(index: index), "\(plan)")
    }
    for query in [
      MeetingStore.pageQuery(2), MeetingStore.beforeQuery(Self.week),
      MeetingReader.openQuery(before: Self.week), ActionStore.changesQuery(ID(1)),
    ] {
      let plan = try QueryPlan.of(query, database)
      for table in ["tasking_action", "a", "c"] { #expect(!plan.readsAll(of: table), "\(plan)") }
    }
  }
}

@Suite("A number plate")
struct NumberPlateTests {
  @Test(
    "is found in a text however it is written",
    arguments: [
      ("Van AB12 CDE seen", true), ("ab12cde", true), ("(AB12CDE)", true), ("AB12  CDE", false),
      ("XAB12 CDE", false), ("AB12 CDEF", false), ("Room AB12, CDE", false), ("", false),
      ("Mopeds at Wherry Quay in 2026", false),
    ])
  func isIn(text: String, expected: Bool) { #expect(NumberPlate.isIn(text) == expected) }

  @Test(
    "is brought to one form",
    arguments: [
      ("ab12 cde", "AB12CDE"), (" AB12-CDE ", "AB12CDE"), ("1 ABC", "1ABC"), ("A1", "A1"),
      ("ABCDE", nil), ("A", nil), ("AB12CDEFG", nil), ("AB12 CD£", nil), ("", nil),
    ] as [(String, String?)])
  func form(written: String, expected: String?) {
    #expect(NumberPlate(written)?.text.reveal(for: "test") == expected)
  }
}
