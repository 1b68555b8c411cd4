import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A case as an organisation sees it", .database)
struct SharedCaseTests {
  private func page(_ fixture: CaseworkFixture, _ file: Reference) throws -> String {
    try #require(try fixture.shared("/cases/shared/\(file)")).words
  }

  private func note(
    _ fixture: CaseworkFixture, _ file: Reference, _ words: String, kept: Bool = false
  ) throws {
    _ = try fixture.answer(
      "/cases/\(file)/note",
      form: [("kind", "fact"), ("note", words)] + (kept ? [("kept", "yes")] : []))
  }

  private func action(_ fixture: CaseworkFixture, _ file: Reference, of agency: String) throws {
    _ = try fixture.answer(
      "/cases/\(file)/action",
      form: [("task", "Visit for \(agency)"), ("agency", agency)]
        + fixture.date("due", "2026-11-27"))
  }

  @Test("is listed alone, and opened on record", arguments: Engine.tested)
  func listed(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let mine = try fixture.givenCase()
    let other = try fixture.openCase(try fixture.report())
    let list = try #require(try fixture.shared("/cases/shared")).words
    #expect(list.contains(mine.description))
    #expect(!list.contains(other.description))
    #expect(try fixture.sharedStatus("/cases/shared/\(mine)") == 200)
    #expect(try fixture.trail().last == "casework.shared-opened organisation=2")
    #expect(try fixture.sharedStatus("/cases/shared/\(other)") == 404)
    #expect(try fixture.sharedStatus("/cases/shared/\(mine)", of: 1) == 404)
    #expect(try fixture.trail().last == "casework.shared-opened organisation=2")
  }

  @Test("is where a link of the lead leads, and no other case is", arguments: Engine.tested)
  func led(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let mine = try fixture.givenCase()
    let other = try fixture.openCase(try fixture.report())
    let answer = try #require(try fixture.shared("/cases/\(mine)"))
    #expect(answer.status == 303)
    #expect(answer.header("Location") == "/cases/shared/\(mine)")
    #expect(try fixture.sharedStatus("/cases/\(other)") == 404)
    #expect(try fixture.sharedStatus("/cases/TM-7K42-0931") == 404)
  }

  @Test(
    "shows who suffers or tells of it only where every reporter gave their name",
    arguments: ReporterIdentity.allCases)
  func reporters(identity: ReporterIdentity) throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.givenCase { $0.identity = identity }
    for (part, name) in [("complainant", "Zebedee Planted"), ("subject", "Quentin Planted")] {
      _ = try fixture.answer(
        "/cases/\(file)/person",
        form: [("part", part), ("name", name), ("safety", part == "subject" ? "" : "After six")])
    }
    _ = try fixture.answer(
      "/cases/\(file)/contact", form: [("with", "Complainant, telephone"), ("said", "Heard it")])
    let words = try page(fixture, file)
    #expect(words.contains("Quentin Planted Complained of"))
    for word in ["Zebedee", "After six", "Heard it"] {
      #expect(words.contains(word) == (identity == .named), "\(word)")
    }
    #expect(!words.contains("07700") && !words.contains("Shouting on the stairs by"))
  }

  @Test(
    "hides who tells of it where one of several reporters asked for that", arguments: Engine.tested)
  func oneOfSeveral(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.givenCase()
    _ = try fixture.answer(
      "/cases/\(file)/person", form: [("part", "witness"), ("name", "Zebedee Planted")])
    #expect(try page(fixture, file).contains("Zebedee"))
    let second = try fixture.report { $0.identity = .confidential }
    _ = try fixture.answer(
      "/work/triage/\(second)", form: CaseworkFixture.asb + [("joins", file.description)])
    #expect(!(try page(fixture, file).contains("Zebedee")))
  }

  @Test("leaves out notes kept for the lead, and what was written before", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    try note(fixture, file, "Before it was shared")
    fixture.clock.advance(seconds: 60)
    try fixture.give(file, [("earlier", "kept")])
    fixture.clock.advance(seconds: 60)
    try note(fixture, file, "For everybody")
    try note(fixture, file, "For the lead alone", kept: true)
    let words = try page(fixture, file)
    #expect(words.contains("For everybody"))
    #expect(!words.contains("For the lead alone"))
    #expect(!words.contains("Before it was shared"))
    let own = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(own.contains("For the lead alone"))
    #expect(own.contains("only for us"))
  }

  @Test("tells that it was stopped, changed or closed only in part")
  func quiet() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.givenCase()
    _ = try fixture.answer("/cases/\(file)/pause", form: [("pause-reason", "Planted is away")])
    _ = try fixture.answer("/cases/\(file)/resume", form: [("resume-reason", "Planted is back")])
    _ = try fixture.answer(
      "/cases/\(file)/close",
      form: [
        ("outcome", "warning"), ("close-reason", "Planted was warned"), ("close-told", "Thank you"),
      ])
    let words = try page(fixture, file)
    #expect(words.contains("Case closed"))
    #expect(words.contains("Warning or agreement in place"))
    #expect(!words.contains("Planted"))
    #expect(!words.contains("Write a note"))
    let form = [("kind", "fact"), ("note", "Late")]
    #expect(try fixture.sharedStatus("/cases/shared/\(file)/note", form: form) == 409)
  }

  @Test("is answered by the organisation whose action it is", arguments: Engine.tested)
  func answers(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.givenCase()
    try action(fixture, file, of: "1")
    try action(fixture, file, of: "2")
    func answer(_ action: String, _ outcome: String = "done", _ words: String = "Went") throws
      -> Int
    {
      try fixture.sharedStatus(
        "/cases/shared/\(file)/answer",
        form: [("action", action), ("answer", outcome), ("answer-words", words)])
    }
    #expect(try answer("1") == 422)
    #expect(try answer("2", "maybe") == 422)
    #expect(try answer("2", "not-possible", "") == 422)
    #expect(try answer("2", "not-possible", "No officers") == 303)
    #expect(try answer("2") == 303)
    #expect(try answer("2") == 422)
    let words = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(words.contains("Visit for 2. It is done: Went"))
    #expect(words.contains("Visit for 2. We cannot do it: No officers"))
    #expect(words.contains("Person 6, Thornmere Hate Centre"))
    #expect(try fixture.trail().contains("casework.shared-answer organisation=2"))
  }

  @Test(
    "puts what the organisation wrote on the worklist until it was read", arguments: Engine.tested)
  func unread(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.givenCase()
    func waiting() throws -> [Reference] {
      var filter = WorkFilter()
      filter.list = .answers
      return try fixture.database.read { read in
        let found = try WorkStore.page(filter, of: .everybody, at: fixture.now, read).items
        let counts = try WorkStore.counts(of: .everybody, at: fixture.now, read)
        #expect(counts[.answers] == found.count)
        return found.map(\.reference)
      }
    }
    func write(_ words: String) throws {
      _ = try fixture.shared(
        "/cases/shared/\(file)/note", form: [("kind", "fact"), ("note", words)])
    }
    #expect(try waiting().isEmpty)
    try write("Seen twice")
    #expect(try waiting() == [file])
    let page = try #require(try fixture.answer("/cases/\(file)"))
    #expect(page.words.contains("nobody has read it yet"))
    let seen = try #require(page.text.firstMatch(of: /name="seen" value="(\d+)"/)).1
    try write("And once more")
    // What came after the page was opened stays.
    for (form, left) in [([("seen", String(seen))], [file]), ([("seen", "99")], [])] {
      #expect(try fixture.work("/cases/\(file)/answers-read", as: .officer, form: form) == 303)
      #expect(try waiting() == left)
    }
    #expect(try fixture.work("/cases/\(file)/answers-read", as: .officer, form: []) == 422)
  }
}
