import FeatureKit
import Access
import Database
import FoundationEssentials
import HTTP
import Kernel
import Markup
import Partnership
import TestKit
import Testing

@testable import Tasking

@Suite("The pack of a meeting", .database)
struct PackTests {
  static let week = MeetingTests.week
  static let path = "/tasking/\(week)/pack"

  /// A fresh source with a rise, an old one, and a map of each.
  private func fixture(
    _ engine: Engine = .sqlite, printer: String = "/nowhere"
  ) throws -> TaskingFixture {
    var fresh = TestSource.quiet(weeks: 30)
    fresh.add(40, "Noise", in: TaskingFixture.week)
    fresh.add(3, "Noise", in: TaskingFixture.week, at: TaskingFixture.inside(0, 800))
    var old = TestSource.quiet(weeks: 30, seed: 9)
    (old.key, old.title) = ("police-uk", "Recorded by the police")
    old.lastDay = TaskingFixture.meetingDay.adding(days: -15)
    old.precision = SourcePrecision(place: .snapped, time: .day)
    old.spots = old.spots.filter { spot in
      spot.span.map { London.day($0.upperBound) <= old.lastDay } ?? false
    }
    let maps = ["council", "police-uk"].map { key in
      HotspotSummary(
        source: key, title: "Map of \(key)",
        months: TaskingFixture.today.month...TaskingFixture.today.month,
        method: "Gi* in squares of 500 m", headline: "2 areas stand out",
        made: TaskingFixture.now, path: "/hotspots/\(key)",
        spots: [
          spot("A", count: 9, before: 4, .new), spot("B", count: 3, before: 5, .persistent),
        ])
    }
    let fixture = try TaskingFixture(
      engine, sources: [old.events, fresh.events], hotspots: HotspotDirectory { _, _ in maps },
      printer: printer)
    try fixture.visit("/tasking", as: .coordinator, form: MeetingTests.held("2026-11-10"))
    try fixture.visit("/tasking", as: .coordinator, form: MeetingTests.held("2026-11-17"))
    _ = try MeetingTests.add(
      fixture, ["problem": "Fires in bins", "person": "6"], week: Self.week.adding(weeks: -1))
    return fixture
  }

  private func spot(
    _ letter: String, count: Int, before: Int, _ life: HotspotSummary.Life
  ) -> HotspotSummary.Spot {
    HotspotSummary.Spot(
      letter: letter, place: "Westgate", centre: TaskingFixture.inside(0), count: count,
      before: before, life: life)
  }

  /// Whether words follow each other in a text.
  private func inOrder(_ words: [String], _ text: String) -> Bool {
    var rest = text[...]
    for word in words {
      guard let found = rest.firstRange(of: word) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  @Test("is prepared, and stands in its order, the old source behind", arguments: Engine.tested)
  func order(engine: Engine) throws {
    let fixture = try fixture(engine)
    let before = try #require(try fixture.visit(Self.path)).words
    #expect(before.contains("Not tested for this meeting"))
    #expect(try fixture.status("/tasking/\(Self.week)/prepare", as: .officer, form: []) == 404)
    #expect(try fixture.status("/tasking/\(Self.week)/prepare", as: .analyst, form: []) == 303)
    let page = try #require(try fixture.visit(Self.path)).words
    #expect(
      inOrder(
        [
          "OFFICIAL-SENSITIVE", "Read by Person 4", "1. Actions from before", "Fires in bins",
          "2. New and changed hotspots", "Map of council", "1 as before", "Gi* in squares",
          "3. Exceptions", "Council reports", "Westgate: Noise", "4. Repeat locations",
          "Wherry Quay", "5. Decisions", "Nothing was decided yet",
          "6. Vehicles of interest", "Background: sources over 14 days old", "Map of police-uk",
          "Recorded by the police", "Sources", "Readers", "Person 4",
        ], page), "\(page)")
    #expect(!before.contains("Not tested for this meeting: Council reports; ."))
  }

  @Test(
    "counts a source as background from the fifteenth day on",
    arguments: [(13, false), (14, false), (15, true), (90, true)])
  func background(days: Int, isBackground: Bool) throws {
    var source = TestSource.quiet(weeks: 30)
    source.lastDay = TaskingFixture.meetingDay.adding(days: -days)
    let fixture = try TaskingFixture(sources: [source.events])
    try fixture.visit("/tasking", as: .coordinator, form: MeetingTests.held("2026-11-17"))
    let pack = try fixture.services.database.read { read in
      let meeting = try #require(try MeetingStore.find(Self.week, read))
      return try PackReader(services: fixture.services).pack(
        meeting, on: TaskingFixture.today, read)
    }
    #expect(pack.isBackground("council") == isBackground)
    #expect(pack.isBackground("unknown"))
  }

  @Test("is kept as it was, whatever happens after", arguments: Engine.tested)
  func frozen(engine: Engine) throws {
    let fixture = try fixture(engine)
    try fixture.visit("/tasking/\(Self.week)/prepare", as: .analyst, form: [])
    try VehicleTests.propose(fixture)
    _ = try VehicleTests.authorise(fixture, 1)
    let close = try fixture.visit(
      "/tasking/\(Self.week)/close", as: .coordinator, form: [("version", "1")])
    #expect(close?.header("Location") == Self.path)
    try fixture.visit(
      "/tasking/actions/1", as: .officer,
      form: [("act", "report"), ("version", "1"), ("state", "done"), ("reason", "Locks fitted")])
    let page = try #require(try fixture.visit(Self.path)).words
    #expect(page.contains("Kept as it was on 20 November 2026"))
    #expect(page.contains("SHA-256 of the kept pack"))
    #expect(!page.contains("Locks fitted"))
    #expect(page.contains("QQ00 QIQ"))
    // What was taken off the list is printed nowhere again; the bytes never held it.
    try fixture.visit("/tasking/vehicles/1", as: .analyst, form: [("act", "remove")])
    let later = try #require(try fixture.visit(Self.path)).words
    #expect(!later.contains("QQ00 QIQ") && later.contains("1 were on the list"))
    let body = try fixture.services.database.read { read in
      try read.first("SELECT body FROM tasking_pack") { row in try row.text() }
    }
    #expect(body?.contains("QQ00") == false && body?.contains("Person") == false)
    try fixture.services.database.write { write in
      try write.run("UPDATE tasking_pack SET body = REPLACE(body, 'Fires', 'Fire')")
    }
    #expect(throws: PackProblem.changed) { try fixture.visit(Self.path) }
  }

  @Test("shows vehicles to those who may see them, each reading on record")
  func vehicles() throws {
    let fixture = try fixture()
    try VehicleTests.propose(fixture)
    _ = try VehicleTests.authorise(fixture, 1)
    for (role, sees) in [
      (.officer, true), (.manager, true), (.coordinator, false), (.partner, false),
      (.auditor, false),
    ] as [(Role, Bool)] {
      let before = try fixture.actions().count { $0 == "tasking.vehicles-read" }
      let page = try #require(try fixture.visit(Self.path, as: role)).words
      #expect(page.contains("QQ00 QIQ") == sees, "\(role)")
      #expect(page.contains("Vehicles of interest") == sees)
      let after = try fixture.actions().count { $0 == "tasking.vehicles-read" }
      #expect(after - before == (sees ? 1 : 0))
      #expect(try fixture.actions().contains("tasking.pack-read"))
    }
  }

  @Test("says where PDF files cannot be made, and offers print")
  func missing() throws {
    let fixture = try fixture()
    #expect(
      try #require(try fixture.visit(Self.path)).words.contains(
        "Print this page from the browser"))
    #expect(try fixture.status("\(Self.path).pdf", as: .officer, form: []) == 503)
    #expect(try fixture.status("\(Self.path).pdf", as: .auditor, form: []) == 404)
    #expect(!(try fixture.actions().contains("tasking.pack-printed")))
  }

  @Test("as a document holds all it needs and says on it who printed it")
  func paper() throws {
    let fixture = try fixture()
    let model = try fixture.services.database.read { read in
      let meeting = try #require(try MeetingStore.find(Self.week, read))
      return try PackLoader(services: fixture.services).model(
        meeting,
        for: PackAudience(
          TaskingFixture.actor(.officer), name: "Person <3>", at: TaskingFixture.now),
        read)
    }
    let html = PackPaper(model: model, partnership: "Thornmere").renderedText()
    #expect(html.contains("Printed by Person &lt;3&gt;, 20 November 2026, midday."))
    for outside in ["href=\"/", "src=", "url(", "http"] { #expect(!html.contains(outside)) }
    #expect(html.contains(#"<html lang="en-GB">"#))
  }

  @Test("in text leaves vehicles out and names what is left out")
  func text() throws {
    let fixture = try fixture()
    try fixture.visit("/tasking/\(Self.week)/prepare", as: .analyst, form: [])
    let lines = try fixture.services.database.read { read in
      let meeting = try #require(try MeetingStore.find(Self.week, read))
      return PackText(
        model: try PackLoader(services: fixture.services).model(
          meeting, for: PackAudience(commandLineAt: TaskingFixture.now), read)
      ).lines
    }.joined(separator: "\n")
    #expect(
      inOrder(
        ["OFFICIAL-SENSITIVE", "Fires in bins", "Map of council", "Westgate: Noise", "Background"],
        lines))
    #expect(lines.contains("left out") == false)
    #expect(!lines.contains("Vehicles"))
  }
}
