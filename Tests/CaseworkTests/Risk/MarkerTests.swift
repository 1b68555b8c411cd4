import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Visiting-risk markers", .database)
struct MarkerTests {
  private func opened(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference) {
    let fixture = try CaseworkFixture(engine)
    return (fixture, try fixture.openCase(try fixture.report()))
  }

  static let form = [
    ("marker-about", "place/street/1"), ("warning", "Do not visit alone: Planted dog"),
    ("marker-evidence", "Bitten on 3 November, seen by Planted"), ("marker-review-day", "20"),
    ("marker-review-month", "1"), ("marker-review-year", "2027"),
  ]

  private func form(_ changes: [String: String]) -> [(String, String)] {
    Self.form.map { ($0.0, changes[$0.0] ?? $0.1) }
  }

  private func mark(
    _ fixture: CaseworkFixture, _ file: Reference, _ changes: [String: String] = [:]
  ) throws -> Response {
    try #require(try fixture.answer("/cases/\(file)/marker", form: form(changes)))
  }

  private func review(
    _ fixture: CaseworkFixture, _ file: Reference, _ form: [(String, String)]
  ) throws -> Response {
    try #require(try fixture.answer("/cases/\(file)/marker-review", form: form))
  }

  private func words(_ fixture: CaseworkFixture, _ path: String) throws -> String {
    try #require(try fixture.answer(path)).words
  }

  @Test(
    "stand before any address, on every case and report of the place", arguments: Engine.tested)
  func shown(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let report = try fixture.report()
    let other = try fixture.openCase(try fixture.report())
    let elsewhere = try fixture.openCase(
      try fixture.report {
        $0.place = ReportPlace(
          key: "street/2", name: "Ropewalk Court", ward: nil, easting: 500_900, northing: 200_900)
      })
    #expect(try mark(fixture, file).status == 303)
    let warning = "Visiting risk, Ropewalk, Millwharf: Do not visit alone: Planted dog"
    for path in ["/cases/\(file)", "/cases/\(other)", "/work/triage/\(report)"] {
      let words = try words(fixture, path)
      let start = try #require(words.firstRange(of: warning)?.lowerBound, "\(path)")
      // Nothing of the page but the warning itself says where it is before it.
      #expect(!words[words.startIndex..<start].contains("Ropewalk"), "\(path)")
      #expect(words.contains("Bitten on 3 November"))
      #expect(words.contains("To be reviewed on 20 January 2027"))
    }
    #expect(try words(fixture, "/cases/\(other)").contains("From case \(file)"))
    #expect(!(try words(fixture, "/cases/\(elsewhere)").contains("Planted dog")))
    let opened = try #require(try fixture.visit("/reports/\(report)", as: .officer)).words
    #expect(opened.contains(warning))
  }

  @Test(
    "are a word in the worklist, beside cases and reports, and no more", arguments: Engine.tested)
  func listed(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    _ = try fixture.report()
    func count() throws -> Int {
      try words(fixture, "/work").ranges(of: "Visiting risk").count
    }
    #expect(try count() == 0)
    _ = try mark(fixture, file)
    #expect(try count() == 2)
    #expect(!(try words(fixture, "/work").contains("Planted")))
  }

  @Test(
    "are a word in the list of reports and in what a search finds", arguments: Engine.tested)
  func found(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let report = try fixture.report()
    func inbox() throws -> String {
      try #require(try fixture.visit("/reports", as: .officer)).words
    }
    func search() throws -> String {
      try #require(try fixture.searching("/search", as: .officer, [("sought", "Ropewalk")])).words
    }
    for list in [try inbox(), try search()] { #expect(!list.contains("Visiting risk")) }
    _ = try mark(fixture, file)
    for list in [try inbox(), try search()] {
      #expect(list.contains("Visiting risk") && !list.contains("Planted"))
      #expect(list.contains(report.description))
    }
  }

  @Test(
    "warn an organisation that is a party, without what they rest on", arguments: Engine.tested)
  func shared(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.givenCase()
    func page() throws -> String {
      try #require(try fixture.shared("/cases/shared/\(file)")).words
    }
    #expect(!(try page().contains("Visiting risk")))
    _ = try mark(fixture, file)
    let words = try page()
    let start = try #require(
      words.firstRange(of: "Visiting risk, Ropewalk, Millwharf: Do not visit alone"))
    #expect(!words[..<start.lowerBound].contains("Ropewalk"))
    #expect(!words.contains("Bitten on 3 November"))
  }

  /// Written on 20 November 2026, to be reviewed on 20 January 2027; it lapses after 17 February.
  static let days: [(day: String, standing: VisitMarker.Standing)] = [
    ("2026-11-20", .holds), ("2027-01-19", .holds), ("2027-01-20", .isDue),
    ("2027-02-17", .isDue), ("2027-02-18", .lapsed),
  ]

  @Test("hold until four weeks after their review day, worked out from the day", arguments: days)
  func lapse(day: String, standing: VisitMarker.Standing) throws {
    let (fixture, file) = try opened()
    _ = try mark(fixture, file)
    let today = try #require(Day(day))
    let found = try fixture.database.read { read in
      try MarkerStore(keyring: fixture.services.keyring).markers(at: ["street/1"], read)
    }
    #expect(found.map { $0.standing(on: today) } == [standing])
    fixture.clock.advance(
      seconds: Double(today.number - London.day(fixture.now).number) * 86_400)
    let holds = standing == .holds || standing == .isDue
    let page = try words(fixture, "/cases/\(file)")
    #expect(page.contains("Visiting risk, Ropewalk, Millwharf") == holds)
    #expect(page.contains(standing.title))
    #expect(try words(fixture, "/work").contains("Visiting risk") == holds)
  }

  @Test("are confirmed on evidence that is added", arguments: Engine.tested)
  func confirmed(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    _ = try mark(fixture, file)
    fixture.clock.advance(seconds: 60 * 86_400)
    let form = [
      ("marker", "1"), ("finding", "holds"), ("finding-reason", "The dog is still there"),
      ("again-day", "1"), ("again-month", "6"), ("again-year", "2027"),
    ]
    #expect(try review(fixture, file, form).status == 303)
    let page = try words(fixture, "/cases/\(file)")
    #expect(page.contains("Bitten on 3 November"))
    #expect(page.contains("19 January 2027: The dog is still there"))
    #expect(page.contains("To be reviewed on 1 June 2027"))
    #expect(page.contains("Visiting risk reviewed"))
  }

  @Test("are taken off with a reason, once, and stay on record", arguments: Engine.tested)
  func ended(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    _ = try mark(fixture, file)
    let form = [("marker", "1"), ("finding", "ends"), ("finding-reason", "The dog has gone")]
    #expect(try review(fixture, file, form).status == 303)
    let page = try words(fixture, "/cases/\(file)")
    #expect(!page.contains("Visiting risk, Ropewalk"))
    #expect(page.contains("Taken off"))
    #expect(page.contains("The dog has gone"))
    #expect(try review(fixture, file, form).status == 422)
  }

  @Test("about a person stand on that person's case", arguments: Engine.tested)
  func person(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let other = try fixture.openCase(try fixture.report())
    _ = try fixture.answer(
      "/cases/\(file)/person", form: [("part", "subject"), ("name", "Person B")])
    #expect(try mark(fixture, file, ["marker-about": "person/1"]).status == 303)
    #expect(try words(fixture, "/cases/\(file)").contains("Visiting risk, Person B: Do not visit"))
    #expect(!(try words(fixture, "/cases/\(other)").contains("Visiting risk, Person B")))
    #expect(try mark(fixture, other, ["marker-about": "person/1"]).status == 422)
  }

  static let refusals: [([String: String], String)] = [
    (["marker-about": ""], "Choose the place or person it is about"),
    (["marker-about": "place/street/2"], "Choose the place or person it is about"),
    (["warning": ""], "Enter what to mind"), (["marker-evidence": ""], "Enter what it rests on"),
    (["marker-review-day": ""], "Review day must include a day"),
    (
      ["marker-review-month": "11", "marker-review-year": "2026"], "Choose a day after today"
    ),
    (["marker-review-month": "5", "marker-review-day": "23"], "Choose a day within six months"),
  ]

  @Test("are refused at the field, with the words kept", arguments: refusals)
  func refused(changes: [String: String], words: String) throws {
    let (fixture, file) = try opened()
    let answer = try mark(fixture, file, changes)
    #expect(answer.status == 422)
    #expect(answer.words.contains(words))
    if changes["warning"] == nil { #expect(answer.text.contains("Planted dog")) }
  }

  @Test("may be reviewed after up to 183 days")
  func longest() throws {
    let (fixture, file) = try opened()
    let changes = ["marker-review-month": "5", "marker-review-day": "22"]
    #expect(try mark(fixture, file, changes).status == 303)
  }

  static let reviews: [([(String, String)], String)] = [
    ([("finding", "ends"), ("finding-reason", "x")], "Choose the marker"),
    ([("marker", "9"), ("finding", "ends"), ("finding-reason", "x")], "Choose the marker"),
    ([("marker", "1"), ("finding-reason", "x")], "Choose whether it still holds"),
    ([("marker", "1"), ("finding", "ends")], "Enter why, and what it rests on"),
    ([("marker", "1"), ("finding", "holds"), ("finding-reason", "x")], "Enter the review day"),
  ]

  @Test("refuse a review that is not whole", arguments: reviews)
  func badReviews(form: [(String, String)], words: String) throws {
    let (fixture, file) = try opened()
    _ = try mark(fixture, file)
    let answer = try review(fixture, file, form)
    #expect(answer.status == 422)
    #expect(answer.words.contains(words))
  }

  @Test("are sealed, and found by indexes", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    _ = try mark(fixture, file)
    let today = London.day(fixture.now)
    for sql in [
      MarkerStore.ofCase(ID(1)), MarkerStore.atPlaces(["a", "b"]),
      MarkerStore.ofCases([file], on: today), MarkerStore.ofReports([file], on: today),
      CasePlaces.reported(ID(1)), CasePlaces.added(ID(1)),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      for table in ["m", "c", "r", "d", "p", "case_place"] {
        #expect(!plan.readsAll(of: table), "\(table): \(plan)")
      }
    }
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).contains("Planted")))
    }
  }
}
