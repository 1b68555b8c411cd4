import Commands
import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Importing by a mapping", .database)
struct ExtractTests {
  typealias Fixture = ExtractFixture

  @Test("keeps each row once, and counts it by month, week and hour", arguments: Engine.tested)
  func stored(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let counts = try fixture.importRows([
      Fixture.row("A1"), Fixture.row("A2", type: "Litter", from: "31/10/2026 23:30", x: "", y: ""),
      Fixture.row("A3", from: "02/11/2026 23:30", to: "03/11/2026 01:00", status: ""),
      Fixture.row("A4", x: "0", y: "0.0"),
    ])
    #expect(counts == ImportCounts(files: 1, read: 4, stored: 4, unlocated: 2))
    #expect(
      try fixture.tally(.month) == ["2026-10 Litter 1.0", "2026-11 Noise 3.0"])
    // The Mondays are 26 October and 2 November 2026.
    #expect(
      try fixture.tally(.week) == [
        "2026-10 20752 Litter 0 1.0", "2026-11 20759 Noise 0 3.0",
      ])
    let third = 1.0 / 3
    #expect(
      try fixture.tally(.hour) == [
        "2026-10 143 Litter 0 1.0", "2026-11 22 Noise 0 2.0", "2026-11 23 Noise 0 \(third)",
        "2026-11 24 Noise 0 \(2 * third)",
      ])
  }

  @Test("knows a file by its content, and rows by their references", arguments: Engine.tested)
  func known(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let rows = (1...5).map { Fixture.row("A\($0)") }
    try fixture.importRows(rows)
    let again = try fixture.importRows(rows)
    #expect(again == ImportCounts(files: 1, read: 5, alreadyKnown: 5))
    let later = try fixture.importRows(
      rows.suffix(3) + [Fixture.row("A6"), Fixture.row("A6", type: "Litter")], "later.csv")
    #expect(
      later
        == ImportCounts(
          files: 1, read: 5, stored: 1, alreadyKnown: 3, repeated: 1, disagreements: 1))
    #expect(try fixture.tally(.month) == ["2026-11 Noise 6.0"])
  }

  @Test("lets a newer row of a reference take the place of the older", arguments: Engine.tested)
  func replaced(engine: Engine) throws {
    let fixture = try Fixture(engine)
    try fixture.importRows([Fixture.row("A1"), Fixture.row("A2"), Fixture.row("A3")])
    let counts = try fixture.importRows(
      [
        Fixture.row("A1", status: "Closed"),
        Fixture.row("A2", type: "Litter", from: "03/10/2026 09:00"), Fixture.row("A3"),
      ], "later.csv")
    #expect(counts == ImportCounts(files: 1, read: 3, stored: 2, alreadyKnown: 1, replaced: 2))
    #expect(try fixture.tally(.month) == ["2026-10 Litter 1.0", "2026-11 Noise 2.0"])
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_event") == 3)
    #expect(
      try fixture.number(
        "SELECT CAST(SUM(stored) AS BIGINT) FROM incident_part WHERE state = 'current'") == 3)
  }

  @Test("imports several files as it would one after another", arguments: Engine.tested)
  func several(engine: Engine) throws {
    let fixture = try Fixture(engine)
    let first = try fixture.write("1.csv", [Fixture.header, Fixture.row("A1"), Fixture.row("A2")])
    let second = try fixture.write(
      "2.csv", [Fixture.header, Fixture.row("A2", status: "Closed"), Fixture.row("A3")])
    let counts = try fixture.importFiles(first, second)
    #expect(counts == ImportCounts(files: 2, read: 4, stored: 4, replaced: 1))
    #expect(try fixture.tally(.month) == ["2026-11 Noise 3.0"])
  }

  @Test("without references knows rows by what they say, and keeps those alike in a file")
  func nameless() throws {
    var mapping = Mapping.council
    mapping.columns.reference = ""
    let fixture = try Fixture(.sqlite, mapping)
    try fixture.importRows([Fixture.row(""), Fixture.row(""), Fixture.row("", type: "Litter")])
    let later = try fixture.importRows(
      [Fixture.row(""), Fixture.row(""), Fixture.row(""), Fixture.row("", type: "Fly")], "b.csv")
    #expect(later == ImportCounts(files: 1, read: 4, stored: 2, alreadyKnown: 2))
    #expect(
      try fixture.tally(.month) == [
        "2026-11 Fly 1.0", "2026-11 Litter 1.0", "2026-11 Noise 3.0",
      ])
  }

  @Test("keeps the version it was read by; a later one changes what is read again alone")
  func versions() throws {
    let fixture = try Fixture(.sqlite)
    let path = try fixture.write(
      "a.csv", [Fixture.header, Fixture.row("A1"), Fixture.row("A2", type: "Litter")])
    try fixture.importFiles(path)
    var mapping = Mapping.council
    mapping.renames = ["Noise": "Noise nuisance"]
    let second = try fixture.save(mapping)
    #expect(second.version == 2)
    #expect(try fixture.save(mapping).version == 2)
    #expect(try fixture.tally(.month) == ["2026-11 Litter 1.0", "2026-11 Noise 1.0"])
    let counts = try fixture.importFiles(path, by: second)
    #expect(counts == ImportCounts(files: 1, read: 2, stored: 1, alreadyKnown: 1, replaced: 1))
    #expect(try fixture.tally(.month) == ["2026-11 Litter 1.0", "2026-11 Noise nuisance 1.0"])
    #expect(
      try fixture.number("SELECT COUNT(DISTINCT version) FROM incident_part") == 2)
  }

  @Test("gives a source of events with its spans, gaps and last day", arguments: Engine.tested)
  func events(engine: Engine) throws {
    let fixture = try Fixture(engine)
    #expect(try fixture.source() == nil)
    try fixture.importRows([
      Fixture.row("A1"), Fixture.row("A2"), Fixture.row("A3", type: "Litter", x: "", y: ""),
      Fixture.row("A4", from: "03/09/2026 01:00", to: "03/09/2026 03:00"),
    ])
    let source = try #require(try fixture.source())
    #expect(source.key == "council-asb" && source.precision == Mapping.council.precision)
    let (first, last) = try (#require(Month("2026-09")), #require(Month("2026-11")))
    try fixture.database.read { read in
      #expect(try source.months(read) == first...last)
      #expect(try source.lastDay(read)?.description == "2026-11-02")
      #expect(try source.categories(read) == ["Litter", "Noise"])
      var spots: [EventSpot] = []
      try source.each(EventQuery(months: first...last), read) { spots.append($0) }
      #expect(spots.map(\.count) == [1, 2])
      #expect(spots[0].span?.lowerBound.description == "2026-09-03T00:00:00.000Z")
      #expect(spots[0].span?.upperBound.description == "2026-09-03T02:00:00.000Z")
      #expect(spots[1].span?.lowerBound.description == "2026-11-02T22:30:00.000Z")
      #expect(spots[1].point == GridPoint(easting: 530_000.5, northing: 180_000))
      let gaps = try source.gaps(EventQuery(months: first...last), read)
      #expect(gaps == EventGaps(unlocated: 1, missing: [first.adding(months: 1)]))
      let none = try source.gaps(EventQuery(months: first...last, category: "Noise"), read)
      #expect(none.unlocated == 0)
      let box = BoundingBox(from: spots[0].point, to: spots[0].point).expanded(by: 10)
      let search = EventSearch(days: last.firstDay..<last.lastDay, in: box, limit: 9)
      let records = try source.records(search, read)
      #expect(records.map(\.reference) == ["A2", "A1"])
      #expect(records[0].place == "Mill Lane" && records[0].outcome == "Open")
    }
  }
}
