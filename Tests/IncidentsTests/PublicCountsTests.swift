import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("What the public is shown of incidents", .database)
struct PublicCountsTests {
  private static func month(
    _ counts: [String: [String: Int]], wards: [String] = ["W1", "W2", "W3"]
  ) throws -> PublicMonth {
    let month = try #require(Month("2026-09"))
    return PublicMonth(
      source: "police-uk", month: month, edition: 2022, asOf: month.lastDay, wards: wards,
      categories: ["Burglary", "Robbery"], counts: counts)
  }

  private static func shown(_ month: PublicMonth) -> [String: Int?] {
    Dictionary(uniqueKeysWithValues: month.cells.map { ("\($0.ward)/\($0.category)", $0.count) })
  }

  @Test(
    "hides counts of 1 to 4, and shows nought and five",
    arguments: [(0, false), (1, true), (4, true), (5, false)])
  func edges(count: Int, isHidden: Bool) throws {
    let month = try Self.month([
      "W1": ["Burglary": count, "Robbery": 30], "W2": ["Burglary": 40, "Robbery": 50],
      "W3": ["Burglary": 60, "Robbery": 70],
    ])
    let cell = try #require(month.cells.first { $0.ward == "W1" && $0.category == "Burglary" })
    #expect((cell.count == nil) == isHidden)
    #expect((cell.reason == .small) == isHidden)
  }

  @Test("withholds others so that no total gives a small count away")
  func protecting() throws {
    let month = try Self.month([
      "W1": ["Burglary": 2, "Robbery": 30], "W2": ["Burglary": 40, "Robbery": 50],
      "W3": ["Burglary": 60, "Robbery": 70],
    ])
    #expect(month.isSafe)
    let shown = Self.shown(month)
    // Of the row and of the column of the small count another is missing, or the total is.
    let row = ["W1/Robbery", "W1/"].filter { shown[$0] == .some(nil) }
    let column = ["W2/Burglary", "W3/Burglary", "/Burglary"].filter { shown[$0] == .some(nil) }
    #expect(!row.isEmpty && !column.isEmpty)
    #expect(month.cells.contains { $0.reason == .protecting })
  }

  @Test("is safe with one kind alone, and with nothing at all")
  func one() throws {
    let month = try #require(Month("2026-09"))
    func made(_ categories: [String], _ counts: [String: [String: Int]]) -> PublicMonth {
      PublicMonth(
        source: "police-uk", month: month, edition: 2022, asOf: month.lastDay,
        wards: ["W1", "W2", "W3"], categories: categories, counts: counts)
    }
    let one = made(
      ["Burglary"], ["W1": ["Burglary": 3], "W2": ["Burglary": 40], "W3": ["Burglary": 60]])
    #expect(one.isSafe && Self.shown(one)["W1/Burglary"] == .some(nil))
    #expect(Self.shown(one)["W1/"] == .some(nil))
    let none = made([], [:])
    #expect(none.isSafe && none.cells.allSatisfy { $0.count == 0 })
  }

  @Test("shows a ward without incidents as nought")
  func noughts() throws {
    let month = try Self.month(["W1": ["Burglary": 20, "Robbery": 30]])
    #expect(Self.shown(month)["W3/Robbery"] == 0)
  }

  @Test(
    "is made of the months imported, and is read by the public's pages alone",
    arguments: Engine.tested)
  func pages(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let all = try #require(try house.visitPublic("performance", "recorded"))
    // 12 burglaries of one ward and a robbery of another: both robberies' totals would give it away.
    #expect(all.words.contains("Recorded crime and anti-social behaviour"))
    #expect(all.words.contains("Latest month September 2026 2 months behind 20 November 2026"))
    #expect(all.words.contains("Mill &amp; Bridge"))
    #expect(all.words.contains("Quiet End 0"))
    #expect(all.words.contains("=Castle 0 Not shown"))
    // The table comes before the map, which hatches what is not shown.
    let page = all.source
    let table = try #require(page.firstRange(of: "<table")),
      map = try #require(page.firstRange(of: "class=\"map\""))
    #expect(table.lowerBound < map.lowerBound)
    #expect(page.contains("area supp") && page.contains("Not shown</li>"))
    #expect(page.contains("Map of 3 wards by crimes in September 2026"))
    let ward = try #require(try house.visitPublic("performance", "recorded", "wards", "W2"))
    #expect(ward.words.contains("Robbery Not shown Not shown"))
    #expect(try house.visitPublic("performance", "recorded", "wards", "W9") == nil)
    #expect(try house.visitPublic("performance", "other") == nil)
    let csv = try #require(try house.visitPublic("performance", "recorded", "recorded.csv"))
    #expect(csv.source.contains("2026-09,W2,'=Castle,Robbery,,\"1 to 4, or withheld"))
    #expect(
      csv.source.contains(
        "2026-09,W3,Quiet End,Robbery,0,,2022,data.police.uk street files,2026-09,2,"))
  }

  @Test(
    "never adds anti-social behaviour to crimes, nor tells one of them by the other",
    arguments: [
      (30, 12, 12, 18), (30, 30, 30, 0), (30, 26, 26, nil), (30, 25, 25, 5), (30, nil, nil, nil),
      (nil, 12, 12, nil),
    ] as [(Int?, Int?, Int?, Int?)])
  func apart(total: Int?, antisocial: Int?, incidents: Int?, crimes: Int?) {
    let cells = [("", total), (CrimeCategory.antisocial, antisocial)].map { kind, count in
      PublicCell(ward: "W1", category: kind, count: count, reason: nil)
    }
    #expect(RecordedCount.antisocial.value(cells) == incidents)
    #expect(RecordedCount.crime.value(cells) == crimes)
    #expect(RecordedCount.crime.value([cells[0]]) == total)
  }

  @Test(
    "heads the page with two figures, and has no sum of them in its file", arguments: Engine.tested)
  func twoFigures(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let words = try #require(try house.visitPublic("performance", "recorded")).words
    #expect(words.contains("ASB incidents 0 September 2026"))
    #expect(words.contains("Ward ASB incidents Crimes"))
    let csv = try #require(try house.visitPublic("performance", "recorded", "recorded.csv"))
    #expect(!csv.source.contains("All kinds") && csv.source.contains(",All crimes,"))
  }

  @Test("is not overtaken by somebody who counted before", arguments: Engine.tested)
  func overtaken(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let counts = PublicCounts(house.services)
    let older = try Self.month(["W1": ["Burglary": 20, "Robbery": 30]])
    let newer = try Self.month(["W1": ["Burglary": 21, "Robbery": 30]])
    var isFirst = true
    try counts.refresh("police-uk") { _ in
      guard isFirst else { return [newer] }
      isFirst = false
      // Another process counts and keeps while this one still thinks.
      JoinableThread { try? counts.refresh("police-uk") { _ in [newer] } }.join()
      return [older]
    }
    let kept = try house.services.database.read { try PublicStore.whole("police-uk", in: $0) }
    #expect(kept.map { Self.shown($0) } == [Self.shown(newer)])
  }

  @Test("never shows a count that the pass hid", arguments: Engine.tested)
  func hidden(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let cells = try house.services.database.read { read in
      try PublicStore.whole("police-uk", in: read).flatMap(\.cells)
    }
    #expect(!cells.isEmpty)
    #expect(cells.allSatisfy { $0.count.map { !(1...4).contains($0) } ?? true })
    #expect(cells.allSatisfy { ($0.count == nil) == ($0.reason != nil) })
  }

  @Test("says that nothing is published where nothing is")
  func nothing() throws {
    let house = try HouseFixture(.sqlite)
    #expect(
      try house.visitPublic("performance", "recorded")?.words.contains(
        "No counts have been published yet.") == true)
  }

  @Test(
    "is taken away and shown again by those who may, with an entry in the trail",
    arguments: Engine.tested)
  func decision(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let version = { try house.services.database.read { try KeptPages.version($0) } }
    let before = try version()
    let answer = try house.answer(
      Request(.post, path: ["incidents", "public"], form: Fields([("show", "no")])))
    #expect(answer?.status == 303)
    #expect(
      try house.visitPublic("performance", "recorded")?.words.contains(
        "No counts have been published yet.") == true)
    #expect(try version() > before)
    _ = try house.answer(
      Request(.post, path: ["incidents", "public"], form: Fields([("show", "yes")])))
    #expect(
      try house.visitPublic("performance", "recorded")?.words.contains("Quiet End 0") == true)
    let noted = try house.services.database.read { read in
      try read.count(
        "SELECT COUNT(*) FROM audit_entry WHERE action IN ('incidents.shown-publicly', 'incidents.hidden-publicly')"
      )
    }
    #expect(noted == 2)
  }

  @Test("keeps the log of what is hidden for those who may read it", arguments: Role.all)
  func log(role: Role) throws {
    let house = try HouseFixture.counted(.sqlite)
    guard IncidentPolicy.table.allows(.seePublicLog, role) else {
      #expect(throws: IncidentProblem.notFound) {
        try house.visit("incidents", "public", as: role)
      }
      return
    }
    let words = try #require(try house.visit("incidents", "public", as: role)).words
    #expect(words.contains("=Castle Robbery 1 to 4"))
    #expect(words.contains("Stop showing") == IncidentPolicy.table.allows(.publish, role))
    #expect(
      try house.visit("incidents", "public", as: role, query: [("month", "2026-08")])?.words
        .contains("Hidden in August 2026") == true)
    #expect(throws: IncidentProblem.notFound) {
      try house.visit("incidents", "public", as: role, query: [("month", "1999-08")])
    }
  }

  @Test("has nothing of another source until somebody decides so", arguments: Engine.tested)
  func mapped(engine: Engine) throws {
    let wards = Wards()
    let fixture = try ExtractFixture(engine, areas: wards.directory)
    wards.set([try Wards.around("W1", -0.11, 51.504, name: "Mill & Bridge")])
    // Of October all days are there, of November not.
    let days = (10...15).map { "\($0)/10/2026 22:30" } + ["31/10/2026 09:00", "02/11/2026 09:00"]
    try fixture.importRows(
      days.enumerated().map { ExtractFixture.row("\($0)", from: $1) })
    let house = fixture.house
    let path = ["performance", "recorded", "sources", "council-asb"]
    #expect(try house.visitPublic(path) == nil)
    let asked = Request(
      .post, path: ["incidents", "public"], query: Fields([("source", "council-asb")]),
      form: Fields([("show", "yes")]))
    #expect(try house.answer(asked)?.status == 303)
    let words = try #require(try house.visitPublic(path)).words
    #expect(words.contains("Reported to the council"))
    #expect(words.contains("Incidents 7 October 2026"))
    #expect(words.contains("Mill &amp; Bridge 7"))
    #expect(words.contains("Kind October 2026 Noise 7"))
    #expect(!words.contains("The police move every point"))
    let csv = try #require(try house.visitPublic(path + ["recorded.csv"])).source
    #expect(csv.contains("2026-10,W1,Mill & Bridge,Noise,7,,2022,Reported to the council,2026-10,"))
    #expect(throws: IncidentProblem.notFound) {
      try house.visit("incidents", "public", query: [("source", "nobody")])
    }
  }

  @Test("is decided by nobody who may not", arguments: Role.all)
  func mayNot(role: Role) throws {
    guard !IncidentPolicy.table.allows(.publish, role) else { return }
    let house = try HouseFixture(.sqlite)
    #expect(throws: IncidentProblem.notFound) {
      try house.visit("incidents", "public", as: role, method: .post)
    }
  }

  @Test("is not made anew where nothing changed")
  func unchanged() throws {
    let house = try HouseFixture.counted(.sqlite)
    let version = { try house.services.database.read { try KeptPages.version($0) } }
    let before = try version()
    try PublicCounts(house.services).refresh()
    #expect(try version() == before)
  }

  @Test("of one ward is read by its key", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let plan = try QueryPlan.of(
      PublicStore.wardQuery("W1", "police-uk"), house.services.database)
    #expect(!plan.readsAll(of: "incident_public_count"), "\(plan)")
  }
}
