import HTTP
import Access
import Database
import Geography
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Reports beyond their pages", .database)
struct EventTests {
  @Test("are events for analysis unless withdrawn or doubtful", arguments: Engine.tested)
  func events(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    #expect(try fixture.database.read(ReportEventSource.sources).isEmpty)
    try fixture.database.write { write in
      let store = fixture.store
      try store.add(CaseworkFixture.report(), at: fixture.now, in: write)
      try store.add(CaseworkFixture.report { $0.place = nil }, at: fixture.now, in: write)
      let doubtful = ReportStory(narrative: "x", doubts: [.trap])
      try store.add(
        CaseworkFixture.report { $0.story = Sensitive(doubtful) }, at: fixture.now, in: write)
      let (id, _) = try store.add(CaseworkFixture.report(), at: fixture.now, in: write)
      try store.move(id, to: .withdrawn, in: write)
    }
    let source = try #require(try fixture.database.read(ReportEventSource.sources).first)
    let month = try #require(Month("2026-11"))
    let query = EventQuery(months: month.adding(months: -1)...month)
    try fixture.database.read { read in
      var spots: [EventSpot] = []
      try source.each(query, read) { spots.append($0) }
      #expect(spots.map(\.point) == [GridPoint(easting: 500_100, northing: 200_100)])
      #expect(spots.first?.span?.lowerBound.description == "2026-11-19T23:00:00.000Z")
      #expect(try source.lastDay(read) == Day("2026-11-19"))
      #expect(
        try source.gaps(query, read)
          == EventGaps(unlocated: 1, missing: [month.adding(months: -1)]))
      let other = EventQuery(months: query.months, category: ReportKind.other.title)
      try source.each(other, read) { _ in Issue.record("an event of another kind") }
      let day = try #require(Day("2026-11-19"))
      let box = BoundingBox(
        from: GridPoint(easting: 500_000, northing: 200_000),
        to: GridPoint(easting: 500_200, northing: 200_200))
      let found = try source.records(
        EventSearch(days: day..<day.adding(days: 1), in: box, limit: 10), read)
      #expect(found.map(\.place) == ["Ropewalk, Millwharf"])
    }
    let plan = try QueryPlan.of(ReportEventSource.spotsQuery(query), fixture.database)
    #expect(!plan.readsAll(of: "report_occasion"), "\(plan)")
  }

  @Test("are sealed anew under the newest key, and found by it", arguments: Engine.tested)
  func resealing(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let fixture = try CaseworkFixture(engine, keyring: keyring)
    let (id, _) = try fixture.database.write { write in
      let request = CaseReviewRequest(name: "Planted")
      _ = try CaseReviewStore(fixture.services).add(
        request, once: "one", at: fixture.now, in: write)
      return try fixture.store.add(CaseworkFixture.report(), at: fixture.now, in: write)
    }
    try keyring.rotate(at: Instant(milliseconds: 0))
    try fixture.database.write { write in
      try fixture.services.jobs.enqueue("casework.reseal", payload: "", in: write)
    }
    let runner = JobRunner(
      queue: fixture.services.jobs, kinds: Casework.feature.jobs, context: fixture.services)
    #expect(try runner.runNext())
    try fixture.database.read { read in
      let versions = try read.all(
        """
        SELECT story FROM report UNION ALL SELECT subject FROM report
        UNION ALL SELECT reporter FROM report UNION ALL SELECT words FROM report_event
        UNION ALL SELECT content FROM case_review_request
        """
      ) { row in keyring.sealedVersion(try row.bytes()) }
      #expect(versions.count == 5 && versions.allSatisfy { $0 == 2 }, "\(versions)")
      let report = try #require(try fixture.store.find(id, read))
      let reporter = try fixture.store.details(report, read).reporter.reveal(for: "test")
      let token = try #require(ContactToken.of(reporter, ReportSubject()).first)
      let kept = try read.count(
        "SELECT COUNT(*) FROM report_token WHERE token = \(token.hash(keyring))")
      #expect(kept == 1)
    }
  }

  @Test("have their drafts deleted by a job that waits for the next day", arguments: Engine.tested)
  func purging(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    try resident.go("/report/what")
    try resident.post([("kind", "litter")])
    let runner = JobRunner(
      queue: fixture.services.jobs, kinds: Casework.feature.jobs, context: fixture.services)
    #expect(try runner.runNext() == false)
    var runs = 0
    for _ in 0..<10 {
      fixture.clock.advance(seconds: 86_400)
      if try runner.runNext() { runs += 1 }
    }
    #expect(runs == 7)
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report_draft") } == 0)
  }
}
