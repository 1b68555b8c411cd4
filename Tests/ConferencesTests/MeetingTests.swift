import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("A meeting of a conference", .database)
struct MeetingTests {
  /// The form that decides an action.
  static func decide(
    _ item: String, body: String = "3", owner: String = "",
    due: Day = ConferencesFixture.today
  ) -> [(String, String)] {
    ConferencesFixture.day("due", due) + [
      ("act", "decide"), ("item", item), ("body", body), ("verb", "fit"), ("task", "the locks"),
      ("owner", owner),
    ]
  }

  /// A meeting that goes on, with one case open, what was said of it, an action and a guest.
  static func held(
    _ fixture: ConferencesFixture, owner: String = ""
  ) throws -> (file: String, meeting: String) {
    let (file, meeting) = (try fixture.refer(), try fixture.call())
    try fixture.list(file, on: meeting)
    _ = try fixture.ask(file, ["2", "3"], by: ConferencesFixture.today)
    try fixture.visit(
      file, as: .housing,
      form: [("act", "answer"), ("version", "1"), ("answer", "known"), ("facts", "Homes facts")])
    let item = try fixture.item()
    let steps: [[(String, String)]] = [
      [("act", "begin"), ("version", "1")], [("act", "sign")], [("act", "start"), ("item", item)],
      [("act", "discuss"), ("item", item), ("version", "1"), ("discussion", "What was weighed")],
      decide(item, body: owner.isEmpty ? "3" : "1", owner: owner),
      [("act", "note"), ("guest", "Nurse Sample"), ("guest-body", "4"), ("part", "observer")],
    ]
    for step in steps {
      let answer = try fixture.visit(meeting, as: .coordinator, form: step)
      #expect(answer?.status == 303, "\(step) \(answer?.words ?? "")")
    }
    return (file, meeting)
  }

  @Test(
    "has its agenda in the order of its kind: children first, urgent before",
    arguments: Engine.tested)
  func order(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let meeting = try fixture.call()
    var references: [String] = []
    for (name, children, urgent) in [
      ("Ash Sample", "", false), ("Birch Sample", "2", false), ("Cedar Sample", "1", true),
      ("Dale Sample", "0", true),
    ] {
      var changes = ["name": name, "children": children]
      if urgent { changes["urgent"] = "yes" }
      let file = try fixture.refer(changes)
      references.append(String(file.split(separator: "/").last ?? ""))
      try fixture.list(file, on: meeting)
    }
    let page = try fixture.words(meeting, as: .coordinator)
    func place(_ text: String) -> Int? {
      let parts = page.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? parts[0].count : nil
    }
    let cases = [2, 1, 3, 0].compactMap { place(references[$0]) }
    #expect(cases.count == 4 && cases == cases.sorted(), "\(page)")
    let agenda = AgendaPart.allCases.filter { $0 != .cases }.compactMap { place($0.title) }
    #expect(agenda.count == 5)
    #expect(Array(agenda.dropFirst()) == agenda.dropFirst().sorted(), "\(page)")
  }

  @Test("opens what others found once it has begun, to those who signed", arguments: Engine.tested)
  func signing(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (file, meeting) = (try fixture.refer(), try fixture.call())
    try fixture.list(file, on: meeting)
    _ = try fixture.ask(file, ["3"], by: ConferencesFixture.today)
    try fixture.visit(
      file, as: .housing,
      form: [("act", "answer"), ("version", "1"), ("answer", "known"), ("facts", "Homes facts")])
    #expect(try fixture.status(meeting, as: .police, form: [("act", "sign")]) == 303)
    #expect(!(try fixture.words(file, as: .police).contains("Homes facts")))
    try fixture.visit(meeting, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    #expect(try fixture.words(file, as: .police).contains("Homes facts"))
    let item = try fixture.item()
    #expect(
      try fixture.words("\(meeting)?item=\(item)", as: .police).contains("Homes facts"))
    #expect(try fixture.status("\(meeting)/minutes", as: .police) == 200)
    // Whoever did not sign reads none of it, though they sit there.
    #expect(try fixture.status("\(meeting)/minutes", as: .housing) == 404)
    #expect(!(try fixture.words(meeting, as: .housing).contains("Actions for this case")))
  }

  @Test("cannot be signed once it is closed, nor before its day")
  func late() throws {
    let fixture = try ConferencesFixture()
    let meeting = try fixture.call(on: ConferencesFixture.today.adding(days: 1))
    #expect(try fixture.status(meeting, as: .police, form: [("act", "sign")]) == 422)
    #expect(
      try fixture.status(meeting, as: .coordinator, form: [("act", "begin"), ("version", "1")])
        == 422)
    fixture.now = fixture.now.adding(seconds: 86_400)
    try fixture.visit(meeting, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    #expect(try fixture.status(meeting, as: .police, form: [("act", "sign")]) == 422)
    #expect(try fixture.status("\(meeting)/minutes", as: .police) == 404)
  }

  @Test(
    "shows two who minute the same case both texts, and loses neither", arguments: Engine.tested)
  func conflict(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, meeting) = try Self.held(fixture)
    let item = try fixture.item()
    let form = [
      ("act", "discuss"), ("item", item), ("version", "1"), ("discussion", "My own words"),
    ]
    let answer = try fixture.visit("\(meeting)?item=\(item)", as: .chair, form: form)
    #expect(answer?.status == 409)
    #expect(answer?.words.contains("What was weighed") == true)
    #expect(answer?.text.contains("My own words") == true)
    #expect(answer?.text.contains("name=\"version\" value=\"2\"") == true)
    let merged = [("act", "discuss"), ("item", item), ("version", "2"), ("discussion", "Both")]
    #expect(try fixture.status("\(meeting)?item=\(item)", as: .chair, form: merged) == 303)
    #expect(try fixture.words("\(meeting)/minutes", as: .chair).contains("Both"))
  }

  @Test(
    "tells not possible from not done, and hands on what is unfinished", arguments: Engine.tested)
  func actions(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, meeting) = try Self.held(fixture)
    for _ in 0..<3 {
      try fixture.visit(meeting, as: .coordinator, form: Self.decide(fixture.item()))
    }
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    fixture.now = fixture.now.adding(seconds: 86_400)
    let next = try fixture.call()
    try fixture.visit(next, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    #expect(try fixture.words(next, as: .coordinator).contains("4 not finished"))
    func say(_ place: Int, _ state: String, _ why: String) throws -> Int {
      let action = try fixture.id("conference_action", place)
      return try fixture.status(
        next, as: .coordinator,
        form: [
          ("act", "outcome"), ("action", action), ("version", "1"), ("state", state),
          ("outcome-\(action)", why),
        ])
    }
    #expect(try say(1, "done", "") == 303)
    #expect(try say(2, "not-possible", "") == 422)
    #expect(try say(2, "not-possible", "No door") == 303)
    #expect(try say(3, "not-done", "No time") == 303)
    #expect(try say(3, "done", "") == 422)
    let page = try fixture.words(next, as: .coordinator)
    #expect(page.contains("2 not finished") && page.contains("Not done"))
    let figures = try fixture.words("/conferences/marac/figures", as: .chair)
    #expect(figures.contains("1 of 4") && figures.contains("1 not possible, 1 not done"))
  }

  @Test(
    "hands on what earlier meetings left, and not what later ones decided",
    arguments: Engine.tested)
  func earlier(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, older) = try Self.held(fixture)
    let also = try fixture.call()
    #expect(try fixture.words(also, as: .coordinator).contains("1 not finished"))
    // The older one was never closed; what later ones decide is not from before it.
    #expect(try fixture.words(older, as: .coordinator).contains("0 not finished"))
    fixture.now = fixture.now.adding(seconds: 86_400)
    let next = try fixture.call()
    #expect(try fixture.words(next, as: .coordinator).contains("1 not finished"))
    try fixture.visit(next, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    let file = try fixture.refer(["name": "Ash Sample"])
    try fixture.list(file, on: next)
    try fixture.visit(
      next, as: .coordinator, form: [("act", "start"), ("item", try fixture.item(2))])
    let decide = try Self.decide(fixture.item(2), due: ConferencesFixture.today.adding(days: 2))
    #expect(try fixture.status(next, as: .coordinator, form: decide) == 303)
    #expect(try fixture.words(older, as: .coordinator).contains("0 not finished"))
    #expect(try fixture.words(also, as: .coordinator).contains("1 not finished"))
  }

  @Test("closes what was heard with its minutes, and at once to whoever loses the seat")
  func closed() throws {
    let fixture = try ConferencesFixture()
    try fixture.seat(.health, .member)
    let (file, meeting) = try Self.held(fixture)
    try fixture.visit(meeting, as: .health, form: [("act", "sign")])
    #expect(try fixture.words(file, as: .health).contains("Rowan Sample"))
    let seat = [("act", "end"), ("account", "8")]
    #expect(
      try fixture.status("/conferences/marac/members", as: .coordinator, form: seat) == 303)
    for page in [file, meeting, "\(meeting)/minutes"] {
      #expect(try fixture.status(page, as: .health) == 404, "\(page)")
    }
    try fixture.seat(.health, .member)
    #expect(try fixture.status("\(meeting)/minutes", as: .health) == 200)
    fixture.now = fixture.now.adding(seconds: 90 * 86_400)
    #expect(try fixture.status(file, as: .health) == 200)
    fixture.now = fixture.now.adding(seconds: 86_400)
    for page in [file, "\(meeting)/minutes"] {
      #expect(try fixture.status(page, as: .health) == 404, "\(page)")
    }
  }

  @Test("keeps a clock for each case, one at a time")
  func clock() throws {
    let fixture = try ConferencesFixture()
    let (_, meeting) = try Self.held(fixture)
    let other = try fixture.refer(["name": "Ash Sample"])
    try fixture.list(other, on: meeting)
    fixture.now = fixture.now.adding(seconds: 9 * 60)
    #expect(try fixture.words(meeting, as: .coordinator).contains("9 of 12 minutes"))
    fixture.now = fixture.now.adding(seconds: 4 * 60)
    try fixture.visit(
      meeting, as: .coordinator, form: [("act", "start"), ("item", try fixture.item(2))])
    fixture.now = fixture.now.adding(seconds: 60)
    let page = try fixture.words(meeting, as: .coordinator)
    #expect(page.contains("1 of 12 minutes") && page.contains("13 minutes"))
  }

  @Test("counts only a case's own time, each spell of it", arguments: Engine.tested)
  func spells(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (file, meeting) = try Self.held(fixture)
    try fixture.list(fixture.refer(["name": "Ash Sample"]), on: meeting)
    let (one, two) = (try fixture.item(), try fixture.item(2))
    let minutes: [(act: String, item: String, after: Double)] = [
      ("start", two, 5), ("start", one, 20), ("start", one, 1), ("stop", one, 2),
    ]
    for (act, item, after) in minutes {
      fixture.now = fixture.now.adding(seconds: after * 60)
      #expect(
        try fixture.status(
          "\(meeting)?item=\(item)", as: .coordinator, form: [("act", act), ("item", item)]) == 303)
    }
    fixture.now = fixture.now.adding(seconds: 600)
    // 5 minutes, then 20 of the other, then 1 and 2 more: opening what is open starts nothing anew.
    let page = try fixture.words("\(meeting)?item=\(one)", as: .coordinator)
    #expect(page.contains("8 of 12 minutes"), "\(page)")
    #expect(
      try fixture.words("\(meeting)?item=\(two)", as: .coordinator).contains("20 of 12 minutes"))
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    let paper = try fixture.words("\(meeting)/minutes", as: .coordinator)
    #expect(paper.contains("8 minutes.") && paper.contains("20 minutes."), "\(paper)")
    #expect(try fixture.words(file, as: .coordinator).contains("8"))
  }

  @Test("marks what was heard, flags it for 12 months, and gives back the rest")
  func closing() throws {
    let fixture = try ConferencesFixture()
    let (file, meeting) = try Self.held(fixture)
    let other = try fixture.refer(["name": "Ash Sample"])
    try fixture.list(other, on: meeting)
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    #expect(try fixture.words(file, as: .chair).contains("State Heard"))
    #expect(try fixture.words(file, as: .chair).contains("20 November 2027"))
    let page = try fixture.words(other, as: .chair)
    #expect(page.contains("Put it on an agenda") && page.contains("State To be decided"))
    #expect(try fixture.status(meeting, as: .coordinator, form: Self.decide(fixture.item())) == 422)
    fixture.now = fixture.now.adding(seconds: 340 * 86_400)
    #expect(try fixture.words("/conferences/marac/flags", as: .chair).contains("To come"))
    let reference = String(file.split(separator: "/").last ?? "")
    #expect(
      try fixture.status("/conferences/marac/flags", as: .chair, form: [("case", reference)]) == 303
    )
    #expect(try fixture.words("/conferences/marac/flags", as: .chair).contains("No flag ends"))
  }

  @Test("has minutes that name their reader and close after their days", arguments: Engine.tested)
  func minutes(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, meeting) = try Self.held(fixture)
    try fixture.visit(meeting, as: .police, form: [("act", "sign")])
    let page = try fixture.words("\(meeting)/minutes", as: .police)
    for word in [
      "Rowan Sample", "What was weighed", "Fit the locks", "Nurse Sample", "signed on paper",
      "Destroy by 18 February 2027", "Do not copy or forward",
    ] {
      #expect(page.contains(word), "\(word)")
    }
    fixture.now = fixture.now.adding(seconds: 90 * 86_400)
    #expect(try fixture.status("\(meeting)/minutes", as: .police) == 200)
    fixture.now = fixture.now.adding(seconds: 86_400)
    #expect(try fixture.status("\(meeting)/minutes", as: .police) == 404)
    #expect(try fixture.status("\(meeting)/minutes", as: .chair) == 200)
    let trail = try fixture.words("/conferences/marac/trail", as: .chair)
    #expect(trail.contains("Minutes of a conference read"))
  }

  @Test("gives an officer who does not sit there the task, and not the case")
  func ownAction() throws {
    let fixture = try ConferencesFixture()
    let (file, _) = try Self.held(fixture, owner: "4")
    let reference = String(file.split(separator: "/").last ?? "")
    let page = try fixture.words("/conferences/actions", as: .officer)
    #expect(page.contains("Fit the locks"))
    for word in ["Rowan", "MARAC", reference, "Quagga"] { #expect(!page.contains(word), "\(word)") }
    #expect(try fixture.words("/conferences", as: .officer).contains("1 action is waiting"))
    let due = try fixture.database.read { read in
      try Conferences.feature.dueWork(
        ConferencesFixture.Who.officer.actor, fixture.services, read)
    }
    #expect(due.map { $0.words.reveal(for: "a test") } == ["Fit the locks"])
    #expect(due.map(\.from) == ["A conference"])
    #expect(due.map(\.path) == ["/conferences/actions"])
    for who in [ConferencesFixture.Who.administrator, .auditor, .health] {
      let none = try fixture.database.read { read in
        try Conferences.feature.dueWork(who.actor, fixture.services, read)
      }
      #expect(none.isEmpty, "\(who)")
    }
    #expect(!page.contains("Action 1"))
    let action = try fixture.ownAction(as: .officer)
    #expect(action.count == 20)
    let form = [
      ("action", action), ("version", "1"), ("state", "not-possible"),
      ("outcome-\(action)", "No door"),
    ]
    // Its number means nothing here.
    #expect(
      try fixture.status(
        "/conferences/actions", as: .officer,
        form: [("action", try fixture.id("conference_action"))] + form.dropFirst())
        == 404)
    #expect(try fixture.status("/conferences/actions", as: .housing, form: form) == 404)
    #expect(try fixture.status("/conferences/actions", as: .officer, form: form) == 303)
    #expect(!(try fixture.words("/conferences/actions", as: .officer).contains("locks")))
  }

  @Test("keeps who chaired: somebody who is here and signed", arguments: Engine.tested)
  func chairing(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, meeting) = try Self.held(fixture)
    func chair(_ attendance: String, as who: ConferencesFixture.Who = .coordinator) throws -> Int {
      try fixture.status(meeting, as: who, form: [("act", "chair"), ("chair", attendance)])
    }
    #expect(
      try fixture.words("\(meeting)/minutes", as: .chair).contains(
        "Who chaired was not written down"))
    try fixture.visit(meeting, as: .chair, form: [("act", "sign")])
    let (first, observer, last) = (
      try fixture.id("conference_attendance"), try fixture.id("conference_attendance", 2),
      try fixture.id("conference_attendance", 3)
    )
    // The coordinator signed first.
    for refused in [observer, "9", ""] { #expect(try chair(refused) == 422, "\(refused)") }
    #expect(try chair(first) == 303)
    #expect(try chair(last, as: .police) == 404)
    #expect(try chair(last) == 303)
    // Signing again takes nothing away.
    try fixture.visit(meeting, as: .chair, form: [("act", "sign")])
    #expect(try fixture.words(meeting, as: .coordinator).contains("Chairs, signed"))
    try fixture.visit(meeting, as: .coordinator, form: [("act", "close"), ("version", "2")])
    #expect(try chair(first) == 422)
    let paper = try fixture.words("\(meeting)/minutes", as: .chair)
    #expect(paper.contains("Chaired by Person chair."), "\(paper)")
  }

  @Test("minutes what came of earlier actions, as it was said that day", arguments: Engine.tested)
  func outcomes(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, first) = try Self.held(fixture)
    for _ in 0..<3 { try fixture.visit(first, as: .coordinator, form: Self.decide(fixture.item())) }
    try fixture.visit(first, as: .coordinator, form: [("act", "close"), ("version", "2")])
    fixture.now = fixture.now.adding(seconds: 86_400)
    let next = try fixture.call()
    try fixture.visit(next, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    func say(
      _ place: Int, _ state: String, _ why: String, at meeting: String, _ version: String
    ) throws {
      let action = try fixture.id("conference_action", place)
      #expect(
        try fixture.status(
          meeting, as: .coordinator,
          form: [
            ("act", "outcome"), ("action", action), ("version", version), ("state", state),
            ("outcome-\(action)", why),
          ]) == 303)
    }
    try say(1, "done", "Two locks", at: next, "1")
    try say(2, "not-possible", "No door", at: next, "1")
    try say(3, "not-done", "No time", at: next, "1")
    #expect(try fixture.words("\(next)/minutes", as: .chair).contains("Nothing said yet"))
    try fixture.visit(next, as: .coordinator, form: [("act", "close"), ("version", "2")])
    let before = try fixture.words("\(next)/minutes", as: .chair)
    for words in [
      "Done Two locks", "Not possible No door", "Not done No time", "Left for the next meeting",
    ] { #expect(before.contains(words), "\(words): \(before)") }
    fixture.now = fixture.now.adding(seconds: 86_400)
    let last = try fixture.call()
    try fixture.visit(last, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    try say(3, "done", "At last", at: last, "2")
    // What was said at the meeting before stays as it was said; what it decided shows how it stands.
    let after = try fixture.words("\(next)/minutes", as: .chair)
    #expect(after.contains("Not done No time") && !after.contains("At last"), "\(after)")
    #expect(try fixture.words("\(last)/minutes", as: .chair).contains("Done At last"))
    let decided = try fixture.words("\(first)/minutes", as: .chair)
    #expect(decided.contains("Not possible No door") && decided.contains("Done At last"))
  }

  /// The rules of the MARAC as its form sends them, with another order of the agenda.
  static func reordered(_ fixture: ConferencesFixture, _ order: String) throws -> [(String, String)]
  {
    let kind = try #require(try fixture.database.read { try KindStore.find("marac", $0) })
    return RulesForm.fields(kind.rules).pairs.filter { $0.name != "agenda" }
      .map { ($0.name, $0.value) } + [("agenda", order), ("version", String(kind.version))]
  }

  @Test("keeps the order it was called with, and every case of it", arguments: Engine.tested)
  func keptOrder(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (file, past) = try Self.held(fixture)
    try fixture.visit(past, as: .coordinator, form: [("act", "close"), ("version", "2")])
    let open = try fixture.call()
    let waiting = try fixture.refer(["name": "Ash Sample", "children": "1"])
    try fixture.list(waiting, on: open)
    let rules = try Self.reordered(fixture, "actions cases other")
    #expect(try fixture.status("/conferences/marac/rules", as: .coordinator, form: rules) == 303)
    #expect(try fixture.words("\(past)/minutes", as: .chair).contains("What was weighed"))
    // A case put on it now takes its part from the meeting's own order.
    let late = try fixture.refer(["name": "Birch Sample"])
    try fixture.list(late, on: open)
    let page = try fixture.words(open, as: .coordinator)
    #expect(page.contains("2 cases") && page.contains("Cases with children"), "\(page)")
    try fixture.visit(open, as: .coordinator, form: [("act", "begin"), ("version", "1")])
    for item in [try fixture.item(2), try fixture.item(3)] {
      #expect(
        try fixture.status(open, as: .coordinator, form: [("act", "start"), ("item", item)]) == 303)
    }
    try fixture.visit(open, as: .coordinator, form: [("act", "close"), ("version", "2")])
    for case let heard in [file, waiting, late] {
      #expect(try fixture.words(heard, as: .chair).contains("State Heard"), "\(heard)")
    }
    // The next meeting has the new order.
    #expect(!(try fixture.words(fixture.call(), as: .chair).contains("Cases with children")))
  }

  @Test("shows a case whose part is in no order at its end")
  func partsLeft() throws {
    let fixture = try ConferencesFixture()
    let meeting = try fixture.call()
    try fixture.list(fixture.refer(["children": "1"]), on: meeting)
    try fixture.database.write {
      try $0.run("UPDATE conference_meeting SET agenda = 'actions other'")
    }
    let page = try fixture.words(meeting, as: .chair)
    #expect(page.contains("1 case"))
    let parts = page.components(["Any other business", "Cases with children"])
    #expect(parts == [0, 1], "\(page)")
  }

  @Test("names who wrote other business meanwhile, and shows both texts", arguments: Engine.tested)
  func otherConflict(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let (_, meeting) = try Self.held(fixture)
    let theirs = [("act", "other"), ("version", "2"), ("other", "Their words")]
    #expect(try fixture.status(meeting, as: .chair, form: theirs) == 303)
    let mine = [("act", "other"), ("version", "2"), ("other", "My own words")]
    let answer = try fixture.visit(meeting, as: .coordinator, form: mine)
    #expect(answer?.status == 409)
    #expect(answer?.words.contains("Not saved: Person chair wrote here while you did") == true)
    #expect(answer?.words.contains("The command line") == false)
    #expect(answer?.words.contains("Their words") == true)
    #expect(answer?.text.contains("My own words") == true)
    let both = [("act", "other"), ("version", "3"), ("other", "Both")]
    #expect(try fixture.status(meeting, as: .coordinator, form: both) == 303)
    #expect(try fixture.words("\(meeting)/minutes", as: .chair).contains("Both"))
  }

  /// What a meeting is called with, and what the form says.
  static let refusals: [(Int, String, String, String)] = [
    (-1, "10:00", "", "not past"), (4, "10:00", "urgent", "held by 23 November 2026"),
    (3, "ten", "urgent", "such as 14:30"), (367, "10:00", "", "within a year"),
  ]

  @Test("is refused on a day it cannot be held", arguments: refusals)
  func calling(days: Int, starts: String, urgent: String, words: String) throws {
    let fixture = try ConferencesFixture()
    var form =
      ConferencesFixture.day("held", ConferencesFixture.today.adding(days: days)) + [
        ("starts", starts), ("venue", "Town hall"),
      ]
    if !urgent.isEmpty { form.append(("urgent", "yes")) }
    let answer = try fixture.visit("/conferences/marac/meetings/new", as: .chair, form: form)
    #expect(answer?.status == 422 && answer?.words.contains(words) == true)
  }

  @Test("keeps the statement it was called under, when the rules change")
  func statement() throws {
    let fixture = try ConferencesFixture()
    let meeting = try fixture.call()
    let kind = try #require(try fixture.database.read { try KindStore.find("marac", $0) })
    var fields = RulesForm.fields(kind.rules).pairs.filter { $0.name != "statement" }
      .map { ($0.name, $0.value) }
    fields += [("statement", "Another statement"), ("version", "1")]
    #expect(try fixture.status("/conferences/marac/rules", as: .chair, form: fields) == 404)
    #expect(try fixture.status("/conferences/marac/rules", as: .coordinator, form: fields) == 303)
    #expect(try fixture.status("/conferences/marac/rules", as: .coordinator, form: fields) == 422)
    #expect(!(try fixture.words(meeting, as: .police).contains("Another statement")))
    #expect(
      try fixture.words("/conferences/marac/members", as: .police).contains("Another statement"))
    #expect(try fixture.words(fixture.call(), as: .police).contains("Another statement"))
  }
}

extension String {
  /// The order in which some words stand in it, each by its number; those that are missing are left out.
  fileprivate func components(_ words: [String]) -> [Int] {
    words.indices.compactMap { place in firstRange(of: words[place]).map { (place, $0.lowerBound) }
    }
    .sorted { $0.1 < $1.1 }.map(\.0)
  }
}
