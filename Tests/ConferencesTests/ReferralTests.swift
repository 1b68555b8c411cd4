import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("A referral", .database)
struct ReferralTests {
  @Test("is taken in, with its ground in law, and seen by who prepares", arguments: Engine.tested)
  func taken(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let path = try fixture.refer()
    let page = try fixture.words(path, as: .coordinator)
    for word in [
      "Rowan Sample", "Visible high risk", "DASH, 2009: 16", "Article 6(1)(e)", "Not a repeat",
      "Crime and Disorder Act 1998, section 115", "Schedule 1, paragraph 10",
      "What happened: reports and notes; Allegations",
      "Thornmere Constabulary",
    ] {
      #expect(page.contains(word), "\(word)")
    }
  }

  /// What is wrong, and what the form says.
  static let refusals: [([String: String], String)] = [
    (["name": ""], "Enter the name"), (["name": "R"], "two letters or more"),
    (["criterion": ""], "Choose the ground"),
    (["score": "13"], "below 14"), (["score": "25"], "highest score is 24"),
    (["score": "many"], "as a number"), (["score": ""], "Enter the score"),
    (["instrument": ""], "Enter the instrument"), (["instrument-version": ""], "version or year"),
    (["criterion": "repeat"], "No referral of the same people"),
    (["children": "21"], "from 0 to 20"), (["gateway": ""], "Choose the power or duty"),
    (["basis": ""], "Choose the basis"), (["basis": "consent"], "not in force today"),
    (["gateway": "agreed"], "not in force today"), (["shared": ""], "Choose what is shared"),
    (["shared": "events health"], "a condition of Article 9"), (["criminal": ""], "Article 10"),
    (["basis": "part-3", "criminal": ""], "competent authorities"),
    (["necessity": ""], "with less"), (["why": ""], "feared"),
    (["told": ""], "know of it"),
  ]

  @Test("is refused at its field, with nothing lost", arguments: refusals)
  func refused(changes: [String: String], words: String) throws {
    let fixture = try ConferencesFixture()
    let response = try fixture.visit(
      "/conferences/marac/refer", as: .police, form: ConferencesFixture.referral(changes))
    #expect(response?.status == 422)
    #expect(response?.words.contains(words) == true, "\(response?.words ?? "")")
    if changes["why"] == nil { #expect(response?.text.contains("Quagga reasons") == true) }
    #expect(
      try fixture.database.read { try $0.count("SELECT COUNT(*) FROM conference_case") } == 0)
  }

  @Test("with a score at either end of the instrument is taken", arguments: ["14", "24"])
  func ends(score: String) throws {
    let fixture = try ConferencesFixture()
    #expect(try fixture.refer(["score": score]).contains("/cases/"))
  }

  @Test("does not take a score for a ground that rests on judgement")
  func judgement() throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer([
      "criterion": "judgement", "instrument": "", "instrument-version": "", "score": "",
    ])
    #expect(path.contains("/cases/"))
  }

  /// The last referral, the new one, and whether it repeats.
  static let edges: [(String, String, Bool)] = [
    ("2025-11-20", "2026-11-20", true), ("2025-11-20", "2026-11-21", false),
    ("2025-11-20", "2025-11-20", true), ("2024-02-29", "2025-02-28", true),
    ("2024-02-29", "2025-03-01", false), ("2023-02-28", "2024-02-28", true),
    ("2023-02-28", "2024-02-29", false), ("2025-11-21", "2025-11-20", false),
  ]

  @Test("is a repeat within 12 months of the last, on both edges", arguments: edges)
  func edge(last: String, next: String, isRepeat: Bool) throws {
    let (last, next) = (try #require(Day(last)), try #require(Day(next)))
    #expect(RepeatRule(months: 12).isRepeat(next, after: last) == isRepeat)
    #expect(!RepeatRule(months: 0).isRepeat(next, after: last))
  }

  @Test("finds the same people again, a year later and no longer", arguments: Engine.tested)
  func again(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    try fixture.refer()
    fixture.now = fixture.now.adding(seconds: 365 * 86_400)
    let repeated = try fixture.refer(["criterion": "repeat", "name": "sample rowan"])
    let page = try fixture.words(repeated, as: .coordinator)
    #expect(page.contains("Last referred 20 November 2026, inside 12 months"))
    // The months run from the last referral, which was a year later than the first.
    fixture.now = fixture.now.adding(seconds: 365 * 86_400)
    #expect(try fixture.refer(["criterion": "repeat"]).contains("/cases/"))
    fixture.now = fixture.now.adding(seconds: 367 * 86_400)
    #expect(
      try fixture.words(fixture.refer(), as: .coordinator).contains("Not a repeat"))
  }

  /// Another referral, and whether it is of the same people.
  static let others: [([String: String], Bool)] = [
    ([:], true), (["other": ""], true), (["other": "Somebody Else"], false),
    (["name": "Rowan Sample Senior"], false),
    (["born-day": "1", "born-month": "2", "born-year": "1990"], false),
    (["born-day": "1", "born-month": "3", "born-year": "1990"], true),
  ]

  @Test("is of the same people where nothing known tells them apart", arguments: others)
  func same(changes: [String: String], isSame: Bool) throws {
    let fixture = try ConferencesFixture()
    try fixture.refer(["born-day": "1", "born-month": "3", "born-year": "1990"])
    let page = try fixture.words(fixture.refer(changes), as: .coordinator)
    #expect(page.contains("Last referred") == isSame, "\(page)")
  }

  @Test("is a repeat in its own kind of conference alone")
  func kinds() throws {
    let fixture = try ConferencesFixture()
    try fixture.seat(.coordinator, .coordinator, in: "community-marac")
    try fixture.refer()
    let changes = ["criterion": "several", "instrument": "", "instrument-version": "", "score": ""]
    let other = try fixture.refer(changes, to: "community-marac", as: .coordinator)
    #expect(try fixture.words(other, as: .coordinator).contains("Not a repeat"))
  }

  @Test("is put on an agenda once, or not taken with a reason")
  func decided() throws {
    let fixture = try ConferencesFixture()
    let (path, meeting) = (try fixture.refer(), try fixture.call())
    #expect(
      try fixture.status(path, as: .police, form: [("act", "list"), ("meeting", "1")]) == 404)
    try fixture.list(path, on: meeting)
    #expect(try fixture.words(path, as: .coordinator).contains("On the agenda"))
    let stale = try fixture.visit(
      path, as: .coordinator, form: [("act", "decline"), ("version", "1"), ("reason", "x")])
    #expect(stale?.status == 422)
    #expect(stale?.words.contains("Somebody else decided") == true)
    let other = try fixture.refer(["name": "Ash Sample"])
    let none = try fixture.visit(
      other, as: .chair, form: [("act", "decline"), ("version", "1"), ("reason", "")])
    #expect(none?.words.contains("Enter why it is not taken") == true)
    let done = try fixture.visit(
      other, as: .chair, form: [("act", "decline"), ("version", "1"), ("reason", "Okapi")])
    #expect(done?.status == 303)
    #expect(try fixture.words(other, as: .police).contains("Okapi"))
  }
}

@Suite("What organisations are asked", .database)
struct ResearchTests {
  private static let due = ConferencesFixture.today

  private func answer(
    _ fixture: ConferencesFixture, _ path: String, as who: ConferencesFixture.Who,
    _ changes: [(String, String)] = [], version: String = "1"
  ) throws -> Response? {
    let form = [("act", "answer"), ("version", version), ("answer", "known")] + changes
    return try fixture.visit(path, as: who, form: form)
  }

  @Test("is read by each for itself before the meeting", arguments: Engine.tested)
  func own(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let path = try fixture.refer()
    #expect(try fixture.status(path, as: .housing) == 404)
    #expect(try fixture.ask(path, ["2", "3"], by: Self.due) == 303)
    #expect(try fixture.words(path, as: .housing).contains("Rowan Sample"))
    #expect(
      try answer(fixture, path, as: .police, [("facts", "Police facts")])?.status == 303)
    #expect(
      try answer(fixture, path, as: .housing, [("views", "Housing views")])?.status == 303)
    let (police, housing) = (
      try fixture.words(path, as: .police), try fixture.words(path, as: .housing)
    )
    #expect(police.contains("Police facts") && !police.contains("Housing views"))
    #expect(housing.contains("Housing views") && !housing.contains("Police facts"))
    let all = try fixture.words(path, as: .chair)
    #expect(all.contains("Police facts") && all.contains("Housing views"))
  }

  @Test("can be written down for a body without an account, by who prepares")
  func others() throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    _ = try fixture.ask(path, ["4"], by: Self.due)
    let form = [
      ("act", "answer"), ("version", "1"), ("answer", "known"), ("facts", "Health facts"),
    ]
    #expect(try fixture.status("\(path)?for=4", as: .police, form: form) == 404)
    let missing = try fixture.visit("\(path)?for=4", as: .coordinator, form: form)
    #expect(missing?.words.contains("Enter who gave the answer") == true)
    let kept = try fixture.visit(
      "\(path)?for=4", as: .coordinator, form: form + [("given-by", "Duty nurse, by phone")])
    #expect(kept?.status == 303)
    #expect(try fixture.words(path, as: .chair).contains("Duty nurse, by phone"))
    #expect(try fixture.words(path, as: .police).contains("Health facts") == false)
  }

  /// What is sent, and what the form says.
  static let refusals: [([(String, String)], String)] = [
    ([("answer", "known")], "Enter the facts"), ([("answer", "withheld")], "why it is not shared"),
    ([("answer", "")], "Choose what is known"),
  ]

  @Test("is refused where it says nothing", arguments: refusals.indices)
  func refused(place: Int) throws {
    let (fields, words) = Self.refusals[place]
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    _ = try fixture.ask(path, ["2"], by: Self.due)
    let response = try fixture.visit(
      path, as: .police, form: fields + [("act", "answer"), ("version", "1")])
    #expect(response?.status == 422)
    #expect(response?.words.contains(words) == true)
  }

  @Test("shows a second answer both texts")
  func conflict() throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    _ = try fixture.ask(path, ["2"], by: Self.due)
    _ = try answer(fixture, path, as: .police, [("facts", "First")])
    let second = try answer(fixture, path, as: .police, [("facts", "Second")])
    #expect(second?.status == 422)
    #expect(second?.words.contains("First") == true && second?.text.contains("Second") == true)
    #expect(
      try answer(fixture, path, as: .police, [("facts", "Second")], version: "2")?.status == 303)
  }

  @Test("is late the day after its day, and gone from the list once answered")
  func late() throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    #expect(try fixture.ask(path, ["2"], by: Self.due.adding(days: -1)) == 422)
    #expect(try fixture.ask(path, [], by: Self.due) == 422)
    #expect(try fixture.ask(path, ["2"], by: Self.due) == 303)
    #expect(try fixture.ask(path, ["2"], by: Self.due) == 422)
    #expect(try fixture.words("/conferences/marac", as: .police).contains("Today"))
    fixture.now = fixture.now.adding(seconds: 86_400)
    #expect(try fixture.words("/conferences/marac", as: .police).contains("1 day over"))
    #expect(!(try fixture.words("/conferences/marac", as: .housing).contains("1 day over")))
    _ = try answer(fixture, path, as: .police, [("answer", "nothing")])
  }
}

@Suite("Copying into a case", .database)
struct CopyTests {
  private static let reference = "TM-7K42-0931"
  private static func form(_ changes: [String: String] = [:]) -> [(String, String)] {
    [
      "act": "copy", "copy-case": reference, "copy-words": "Okapi words", "copy-reason": "Bongo",
    ].merging(changes) { $1 }.map { ($0.key, $0.value) }
  }

  @Test(
    "is an act with a reason, on record, by who may write into the case", arguments: Engine.tested)
  func copying(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let path = try fixture.refer()
    #expect(try fixture.status(path, as: .police, form: Self.form()) == 404)
    let refused = try fixture.visit(path, as: .coordinator, form: Self.form())
    #expect(refused?.status == 422 && refused?.words.contains("that you may write into") == true)
    #expect(try fixture.status(path, as: .chair, form: Self.form()) == 303)
    #expect(fixture.notes.withLock { $0 } == ["\(Self.reference) Okapi words"])
    let page = try fixture.words(path, as: .coordinator)
    #expect(page.contains("Okapi words") && page.contains("Bongo") && page.contains("Person chair"))
    #expect(!(try fixture.words(path, as: .police).contains("Okapi")))
    let trail = try fixture.words("/conferences/marac/trail", as: .chair)
    #expect(trail.contains("copied into a case") && trail.contains("into: \(Self.reference)"))
  }

  @Test(
    "is refused where something is missing",
    arguments: ["copy-case", "copy-words", "copy-reason"])
  func refused(field: String) throws {
    let fixture = try ConferencesFixture()
    let path = try fixture.refer()
    let answer = try fixture.visit(path, as: .chair, form: Self.form([field: ""]))
    #expect(answer?.status == 422 && answer?.text.contains("\(field)-error") == true)
    #expect(fixture.notes.withLock(\.isEmpty))
  }
}

@Suite("A referral from before grounds had one place", .database)
struct EarlierReferralTests {
  private static let words: [(basis: String, condition: String, shown: [String])] = [
    (
      "public-task", "none",
      [
        "section 115 of the Crime and Disorder Act 1998 (UK GDPR, Article 6(1)(e))",
        "nothing of the kind",
      ]
    ),
    (
      "law-enforcement", "law-enforcement",
      [
        "Law enforcement, by a competent authority",
        "Law enforcement: Data Protection Act 2018, Schedule 8",
      ]
    ),
    ("vital-interests", "safeguarding", ["To save a life", "Schedule 1, paragraph 18"]),
    ("legal-obligation", "unlawful-acts", ["A duty by law", "Schedule 1, paragraph 10"]),
    ("legal-obligation", "statutory", ["Article 6(1)(c)", "Schedule 1, paragraph 6"]),
  ]

  @Test("keeps what it said", arguments: Engine.tested)
  func keeps(engine: Engine) throws {
    let fixture = try ConferencesFixture(engine)
    let path = try fixture.refer()
    for (basis, condition, shown) in Self.words {
      try fixture.database.write { write in
        try write.run(
          """
          UPDATE conference_case SET grounds = NULL, basis = \(basis), condition = \(condition)
          """)
      }
      let page = try fixture.words(path, as: .coordinator)
      for words in shown { #expect(page.contains(words), "\(words)") }
    }
  }
}
