import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Joining cases", .database)
struct JoinTests {
  private let fields = [("join-reason", "The same flat")]

  @Test(
    "moves what goes on to the case that takes it, and each leads to the other",
    arguments: Engine.tested)
  func join(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (first, second) = (try fixture.report(), try fixture.report())
    let from = try fixture.openCase(
      first, CaseworkFixture.asb.map { $0.0 == "priority" ? ("priority", "1") : $0 })
    let into = try fixture.openCase(second)
    try fixture.fill(from)
    try fixture.post(into, "vehicle", [("mark", "AB12 CDE")])
    try fixture.post(into, "tags", [("tags", "stairs")])
    for file in [from, into] { try fixture.post(file, "watch", []) }
    let told = [("join-told", "Ms Planted-Officer works on it")]
    let joined = try fixture.join(from, to: into, fields + told)
    #expect(joined.status == 303)
    #expect(joined.header("Location") == "/cases/\(into)")
    #expect(try fixture.reports(of: into) == [first, second])
    #expect(try fixture.reports(of: from).isEmpty)
    #expect(try fixture.file(into).priority == .first)
    #expect(try fixture.file(into).due?.description == "2026-11-23T17:00:00.000Z")
    let taker = try fixture.words("/cases/\(into)")
    for text in [
      "Person A Victim", "Mend the lock", "High, 40", "Thornmere Hate Centre Support for",
      "Another case joined \(from): The same flat", "It was joined to this case",
      "Assess again: new incident", "Broken door, Planted", "kitchen, stairs", "Guard dog",
    ] {
      #expect(taker.contains(text), "\(text)")
    }
    // Who is looked for by name or tag is found where they are now.
    #expect(
      try fixture.search("Person A").people.filter { $0.kind == .person }.map(\.place.reference)
        == [into])
    #expect(try Set(fixture.search("kitchen").records.map(\.place.reference)) == [from, into])
    // Beside the report stands that it happened, and nothing of anybody else.
    #expect(
      try fixture.told(first).last == "\(TieWords.joined) Ms Planted-Officer works on it")
    #expect(try fixture.told(second).count == 2)
    // What they are told from now on is told by the case that goes on.
    try fixture.post(
      into, "contact", [("with", "All"), ("said", "Visit"), ("told", "We visit Monday")])
    #expect(try fixture.told(first).last == "We visit Monday")
    let watched = try fixture.words("/work?whose=watched")
    #expect(watched.contains("\(into)") && !watched.contains("\(from)"))
    let trail = try fixture.trail()
    #expect(trail.contains("casework.case-join into=\(into)"))
    #expect(trail.contains("casework.case-joined from=\(from)"))
  }

  @Test("leaves the story where it was written, to be looked back at", arguments: Engine.tested)
  func left(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (from, into) = try fixture.two()
    try fixture.fill(from)
    _ = try fixture.join(from, to: into, fields)
    let old = try #require(try fixture.answer("/cases/\(from)"))
    #expect(old.status == 303)
    #expect(old.header("Location") == "/cases/\(into)")
    let left = try fixture.words("/cases/\(from)/left")
    for text in [
      "This case was joined to case \(into)", "State Joined to another case",
      "Heard from flat 12", "Joined to another case \(into): The same flat", "Call the landlord",
      "It was joined to another case and is not opened again", "kitchen",
    ] {
      #expect(left.contains(text), "\(text)")
    }
    #expect(!left.contains("Handed to another service"))
    #expect(!left.contains("Mend the lock Thornmere"))
    #expect(try fixture.file(from).due == nil)
    for (act, form, typed) in [
      ("reopen", [("reopen-reason", "It goes on")], "It goes on"),
      ("note", [("kind", "fact"), ("note", "Heard again")], "Heard again"),
    ] {
      let late = try fixture.post(from, act, form)
      #expect(late.status == 409 && late.words.contains("joined to another, which goes on"))
      #expect(late.words.contains(typed), "what was typed is there to be copied")
    }
    #expect(throws: CaseProblem.joined) {
      try fixture.post(from, "join", [("into", into.description)] + fields)
    }
  }

  @Test("leads from the first of three to the last")
  func chain() throws {
    let fixture = try CaseworkFixture()
    let (first, second) = try fixture.two()
    let third = try fixture.openCase(try fixture.report())
    _ = try fixture.join(first, to: second, fields)
    _ = try fixture.join(second, to: third, fields)
    let old = try #require(try fixture.answer("/cases/\(first)"))
    #expect(old.header("Location") == "/cases/\(third)")
    #expect(try fixture.reports(of: third).count == 3)
    let report = try fixture.report()
    let triage = try #require(
      try fixture.answer(
        "/work/triage/\(report)", form: CaseworkFixture.asb + [("joins", first.description)]))
    #expect(triage.words.contains("\(first) was joined to \(third): enter that one"))
    let again = try fixture.join(third, to: first, fields)
    #expect(again.status == 422)
    #expect(again.words.contains("\(first) was joined to this case already"))
  }

  static let refusals: [(into: String, form: [(String, String)], words: String)] = [
    ("", [("join-reason", "x")], "Enter the reference of a case, such as TM-7K42-0931"),
    ("TM-7K42-0931", [("join-reason", "x")], "There is no case TM-7K42-0931. Check it"),
    ("OWN", [("join-reason", "x")], "This is the case itself: enter the other one"),
    ("CLOSED", [("join-reason", "x")], "is closed. Open it again first, or choose another"),
    ("JOINED", [("join-reason", "x")], "was joined to OTHER: enter that one"),
    ("OTHER", [], "Enter why they are one case"),
    ("SHARED", [("join-reason", "x")], "Other organisations read SHARED. Look at which"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(into: String, form: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let (own, other) = try fixture.two()
    let (closed, joined) = try fixture.two()
    let shared = try fixture.givenCase()
    try fixture.post(
      closed, "close",
      [("outcome", "resolved"), ("close-reason", "x"), ("close-told", "It stopped")])
    _ = try fixture.join(joined, to: other, fields)
    func named(_ text: String) -> String {
      [
        ("OWN", own), ("OTHER", other), ("CLOSED", closed), ("JOINED", joined),
        ("SHARED", shared),
      ].reduce(text) { $0.replacing($1.0, with: $1.1.description) }
    }
    let answer = try fixture.post(own, "join", [("into", named(into))] + form)
    #expect(answer.status == 422)
    #expect(answer.words.contains(named(words)), "\(answer.words)")
    #expect(try fixture.file(own).state == .open)
    let looked = try #require(
      try fixture.answer(TieRoute.join(own, into: named(into)).path))
    #expect(looked.status == (into == "OTHER" || into == "SHARED" ? 200 : 422))
  }

  @Test("gives the case that goes on to no organisation that nobody chose")
  func parties() throws {
    let fixture = try CaseworkFixture()
    let (from, into) = try fixture.two()
    try fixture.give(from)
    try fixture.give(from, [("party", "3")])
    let page = try fixture.words(TieRoute.join(from, into: into.description).path)
    #expect(page.contains("Which organisations are given the case that goes on?"))
    _ = try fixture.join(from, to: into, fields + [("given", "2")])
    #expect(try fixture.sharedStatus("/cases/shared/\(into)", of: 2) == 200)
    #expect(try fixture.sharedStatus("/cases/shared/\(into)", of: 3) == 404)
    let kept = try #require(try fixture.shared("/cases/shared/\(from)", of: 3)).words
    #expect(kept.contains("State Joined to another case"))
    let taker = try fixture.words("/cases/\(into)")
    #expect(taker.contains("Organisation added Thornmere Hate Centre: Support for whoever"))
  }

  @Test("asks for a look where others read the case that goes on")
  func seen() throws {
    let fixture = try CaseworkFixture()
    let from = try fixture.openCase(try fixture.report())
    let into = try fixture.givenCase()
    let page = try fixture.words(TieRoute.join(from, into: into.description).path)
    #expect(page.contains("They may read what goes along Thornmere Hate Centre"))
    #expect(try fixture.join(from, to: into, fields).status == 422)
    #expect(try fixture.join(from, to: into, fields + [("seen", "yes")]).status == 303)
  }

  @Test("keeps what was due sooner, and work that has begun on either")
  func clocks() throws {
    let fixture = try CaseworkFixture()
    let from = try fixture.openCase(try fixture.report())
    try fixture.post(from, "contact", [("with", "All"), ("said", "Heard")])
    let update = try fixture.file(from).updateDue
    fixture.clock.advance(seconds: 338_400)  // Tuesday, 10 o'clock
    let into = try fixture.openCase(try fixture.report())
    _ = try fixture.join(from, to: into, fields)
    let file = try fixture.file(into)
    #expect(file.updateDue == update)
    #expect(file.startedAt?.description == "2026-11-20T12:00:00.000Z")
    #expect(file.due == file.interviewDue && update > file.interviewDue ?? update)
    let month = try fixture.database.read { try StartedInTime.month(of: fixture.now, $0) }
    #expect(month.total == KeptInTime(inTime: 1))
  }

  @Test("suggests cases near in place, and none that is closed")
  func suggested() throws {
    let fixture = try CaseworkFixture()
    let (own, near) = try fixture.two()
    let page = try fixture.words("/cases/\(own)/join")
    #expect(page.contains("\(near) Noise on the stairs same place, same telephone"))
    try fixture.post(
      near, "close",
      [("outcome", "resolved"), ("close-reason", "x"), ("close-told", "It stopped")])
    #expect(!(try fixture.words("/cases/\(own)/join").contains(near.description)))
  }

  @Test("counts those who worked either as workers of a complaint about one")
  func reviewed() throws {
    let fixture = try CaseworkFixture()
    let (from, into) = try fixture.two()
    try fixture.post(from, "allocate", [("owner", "3")])
    _ = try fixture.answer(
      "/cases/\(into)/allocate", as: .manager, form: [("owner", "2")])
    _ = try fixture.join(from, to: into, fields)
    try fixture.database.read { read in
      for reference in [from, into] {
        let linked = try LinkedCases(naming: [reference], fixture.services, read)
        #expect(Set(linked.cases) == [from, into])
        #expect(linked.worked(ID(2)) && linked.worked(ID(3)))
      }
    }
  }

  @Test("is found by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.file(try fixture.openCase(try fixture.report()))
    for query in TieStore.queries(file) {
      let plan = try QueryPlan.of(query, fixture.database)
      #expect(!plan.readsAll(of: "o"), "\(plan)")
    }
  }
}
