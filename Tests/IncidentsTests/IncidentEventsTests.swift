import Database
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Incidents as events", .database)
struct IncidentEventsTests {
  @Test("are those of the partnership's forces, by month and point", arguments: Engine.tested)
  func spots(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let other = StreetCSV.row(id: StreetCSV.id(90), type: "Robbery")
    let stranger = StreetCSV.row(id: StreetCSV.id(91), force: "Other Police")
    let nowhere = StreetCSV.row(
      id: StreetCSV.id(92), longitude: "", latitude: "", street: "No Location", lsoa: "", name: "")
    try house.importFiles(
      house.write("2023-01-test-street.csv", rows: StreetCSV.rows(4) + [other, nowhere]),
      house.write("2023-01-other-street.csv", rows: [stranger]),
      house.write("2023-03-test-street.csv", rows: StreetCSV.rows(2, from: 10, month: "2023-03")))
    try house.services.database.write { write in
      try AreaStore.set(IncidentArea(forces: ["Test Police"], lsoas: []), in: write)
    }
    let source = IncidentEvents.policeUK
    let (first, last) = try (#require(Month("2023-01")), #require(Month("2023-03")))
    func counts(_ category: String?) throws -> [Int] {
      var counts: [Int] = []
      try house.services.database.read { read in
        try source.each(EventQuery(months: first...last, category: category), read) { spot in
          counts.append(spot.count)
          // 52.241256 N, 0.407089 W.
          #expect(abs(spot.point.easting - 508_873) < 200)
          #expect(abs(spot.point.northing - 260_000) < 2_000)
        }
      }
      return counts
    }
    #expect(try counts(nil) == [4, 1, 2])
    #expect(try counts("Robbery") == [1])
    try house.services.database.read { read in
      #expect(try source.months(read) == first...last)
      #expect(try source.lastDay(read) == last.lastDay)
      let gaps = try source.gaps(EventQuery(months: first...last), read)
      #expect(gaps == EventGaps(unlocated: 1, missing: [first.adding(months: 1)]))
    }
  }

  @Test("are told one by one, those of a box and of the months asked for")
  func records() throws {
    let house = try HouseFixture(.sqlite)
    let away = StreetCSV.row(id: StreetCSV.id(90), longitude: "-0.40", latitude: "52.20")
    let other = StreetCSV.row(id: StreetCSV.id(91), type: "Robbery")
    try house.importFiles(
      house.write("2023-01-test-street.csv", rows: StreetCSV.rows(2) + [away, other]),
      house.write("2023-02-test-street.csv", rows: StreetCSV.rows(1, from: 10, month: "2023-02")))
    let centre = GridPoint(easting: 508_873, northing: 260_000)
    let box = BoundingBox(from: centre, to: centre).expanded(by: 2_000)
    let source = IncidentEvents.policeUK
    func records(_ days: Range<Day>, _ category: String? = nil, limit: Int = 9) throws
      -> [EventRecord]
    {
      try house.services.database.read { read in
        try source.records(
          EventSearch(days: days, category: category, in: box, limit: limit), read)
      }
    }
    let (january, february) = try (#require(Month("2023-01")), #require(Month("2023-02")))
    let all = try records(january.firstDay..<february.lastDay)
    #expect(all.map(\.month) == [february, january, january, january])
    #expect(all.allSatisfy { box.contains($0.point) && $0.span == nil && !$0.place.isEmpty })
    #expect(all.last?.reference == StreetCSV.id(91) && all.last?.category == "Robbery")
    #expect(try records(january.firstDay..<february.firstDay).count == 3)
    #expect(try records(january.lastDay..<february.lastDay, "Robbery").count == 1)
    #expect(try records(january.firstDay..<february.lastDay, limit: 2).count == 2)
  }

  @Test("are read by month and snapshot, never all", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let month = Month(index: 2023 * 12)
    let query = EventQuery(months: month...month, category: "Robbery")
    let plan = try QueryPlan.of(IncidentEvents.spotsQuery(query, nil), fixture.database)
    #expect(!plan.readsAll(of: "incident"), "\(plan)")
  }
}
