import FeatureKit
import Database
import Design
import HTTP
import Jobs
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Counts of incidents", .database)
struct CountsTests {
  private struct Expected {
    let by: [CountDimension]
    let edition: AreaEdition?
    let most: [String]
    let size: CountSize

    init(
      _ by: [CountDimension], _ edition: AreaEdition?, _ most: [String], rows: Int, incidents: Int
    ) {
      (self.by, self.edition, self.most) = (by, edition, most)
      size = CountSize(rows: rows, incidents: incidents)
    }
  }

  @Test("are ordered, cut into pages and measured as asked", arguments: Engine.tested)
  func store(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    try house.services.database.read { read in
      let edition = try house.services.areas.latest(.ward, read)
      for expected in [
        Expected([.category], nil, ["Burglary 26", "Robbery 2"], rows: 2, incidents: 28),
        Expected([.month], nil, ["2026-09 15", "2026-08 13"], rows: 2, incidents: 28),
        Expected([.lsoa], nil, ["E01000001 25", "E01000002 2"], rows: 2, incidents: 27),
        Expected([.ward], edition, ["W1 24", "W2 2"], rows: 2, incidents: 26),
        Expected(
          [.month, .ward], edition, ["2026-08|W1 12", "2026-09|W1 12"], rows: 4, incidents: 26),
      ] {
        var query = CountQuery(by: expected.by)
        query.edition = expected.edition
        let answer = try CountAnswer(query, house.services.areas, read)
        let rows = try answer.rows(
          {
            $0.order = .most
            $0.window = 0..<2
          }, read)
        #expect(rows.map { $0.values.joined(separator: "|") + " \($0.count)" } == expected.most)
        #expect(try answer.size(read) == expected.size)
        let second = try answer.rows({ $0.window = 1..<2 }, read)
        let all = try answer.rows({ _ in }, read)
        #expect(second == Array(all[1..<2]))
      }
    }
  }

  @Test("by month are drawn as a line, with total, source, month and lag", arguments: Engine.tested)
  func byMonth(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let words = try #require(try house.visit("incidents", "counts")).words
    #expect(words.contains("Counted 28 October 2025 to September 2026"))
    #expect(words.contains("Without a place 1 in the rows below too"))
    #expect(words.contains("Latest month September 2026 2 months behind today"))
    #expect(words.contains("Month Incidents August 2026 13 September 2026 15"))
    #expect(!words.contains("Outside every ward"))
    let most = try #require(try house.visit("incidents", "counts", query: [("sort", "most")]))
    #expect(most.words.contains("Month Incidents September 2026 15 August 2026 13"))
  }

  @Test(
    "by ward have names, rates with their people, and what lies outside",
    arguments: Engine.tested)
  func byWard(engine: Engine) throws {
    let house = try HouseFixture.counted(engine)
    let words = try #require(try house.visit("incidents", "counts", query: [("by", "ward")])).words
    #expect(words.contains("Without a place 1 in no row below"))
    #expect(words.contains("Outside every ward 1 3.7% of those with a place"))
    #expect(words.contains("Incidents by ward, most first"))
    // 24 over 2,000 people; Byar's interval of 24 events is 15.37 to 35.71.
    #expect(words.contains("Mill &amp; Bridge W1 24 2,000 in 2024 12.0 7.7 to 17.9"))
    #expect(words.contains("=Castle W2 2 No estimate No estimate No estimate"))
    let both = [("by", "month"), ("then", "ward"), ("category", "Burglary")]
    let monthly = try #require(try house.visit("incidents", "counts", query: both)).words
    #expect(monthly.contains("August 2026 Mill &amp; Bridge W1 12 2,000 in 2024 Too few Too few"))
  }

  @Test(
    "told as a rate from 20 incidents on, where the people are known",
    arguments: [
      (19, AreaPeople(year: 2024, people: 2000, households: nil), "too few"),
      (20, AreaPeople(year: 2024, people: 2000, households: nil), nil),
      (20, AreaPeople(year: 2024, people: 0, households: nil), "no estimate"),
      (20, nil, "no estimate"),
    ] as [(Int, AreaPeople?, String?)])
  func rates(count: Int, people: AreaPeople?, reason: String?) {
    #expect(AreaRate(count, over: people).reason == reason)
  }

  private static let swapped = "The last month must not be before the first"

  @Test(
    "say at the field what is wrong, and show it as typed",
    arguments: [
      ([("by", "street")], "by", "Choose what to count by from the list"),
      ([("by", "month"), ("then", "street")], "then", "Choose what to count by from the list"),
      ([("then", "month")], "then", "Choose something else than before"),
      ([("by", "force"), ("then", "force")], "then", "Choose something else than before"),
      ([("by", "lsoa"), ("then", "ward")], "then", "Count by one kind of area, not by two"),
      (
        [("by", "hour")], "by",
        "The source gives no time of day: there are no counts by hour of the day"
      ),
      (
        [("also", "week")], "also", "The source gives months, not days: there are no counts by week"
      ),
      ([("outcome", "Forgiven")], "outcome", "Choose an outcome of the list"),
      ([("edition", "last")], "edition", "Enter a year such as 2022"),
      ([("per", "dogs")], "per", "Choose people or households"),
      ([("from", "2026-13")], "from", "Enter a month such as 2026-01"),
      ([("from", "2026-09"), ("to", "2026-08")], "to", swapped),
      ([("from", "2026-10")], "to", swapped),
      ([("category", "Piracy")], "category", "Choose a kind of the list"),
      ([("force", "Nobody")], "force", "Choose a force of the list"),
    ] as [([(String, String)], String, String)])
  func refusals(query: [(String, String)], field: String, message: String) throws {
    let house = try HouseFixture.counted(.sqlite)
    for path in [["incidents", "counts"], ["incidents", "counts", "counts.csv"]] {
      let request = Request(.get, path: path, query: Fields(query))
      let page = try #require(try house.answer(request))
      #expect(page.status == 422)
      #expect(page.words.contains("There is a problem \(message)"))
      #expect(page.source.contains("href=\"#\(field)\""))
      for (name, value) in query where name == "from" || name == "to" {
        #expect(page.source.contains("name=\"\(name)\""))
        #expect(page.source.contains("value=\"\(value)\""))
      }
    }
  }

  @Test("by ward are refused where there are no wards, and while they are counted")
  func noWards() throws {
    let house = try HouseFixture(.sqlite)
    #expect(
      try house.visit("incidents", "counts")?.words.contains(
        "No files of the forces counted have been imported yet.") == true)
    let rows = StreetCSV.rows(2, month: "2026-09")
    try house.importFiles(house.write("2026-09-test-street.csv", rows: rows))
    let none = try #require(try house.visit("incidents", "counts", query: [("by", "ward")]))
    #expect(none.status == 422 && none.words.contains("There are no wards to count by."))
    let wards = Wards()
    let other = try HouseFixture(.sqlite, areas: wards.directory)
    try other.importFiles(other.write("2026-09-test-street.csv", rows: rows))
    wards.set([try Wards.around("W1", -0.41, 52.24)])
    let asked = [("then", "ward")]
    for _ in 0..<2 {
      #expect(throws: NotCounted.self) {
        try other.visit("incidents", "counts", query: asked)
      }
    }
    let jobs = try other.services.database.read {
      try other.services.jobs.newest([CountingJob.name], in: $0)
    }
    #expect(jobs.count == 1)
    try other.runJobs()
    #expect(
      try other.visit("incidents", "counts", query: asked)?.words.contains("W1 2") == true)
  }

  @Test("missing months are named and are gaps, not noughts")
  func missing() throws {
    let house = try HouseFixture(.sqlite)
    for month in ["2026-06", "2026-08", "2026-09"] {
      try house.importFiles(
        house.write("\(month)-test-street.csv", rows: StreetCSV.rows(2, month: month)))
    }
    let words = try #require(try house.visit("incidents", "counts")).words
    #expect(words.contains("Imported: June 2026 to September 2026. Not imported: July 2026."))
    #expect(words.contains("Jun 26 2 Jul 26 Not supplied Aug 26 2"))
  }

  @Test("tell months without every force, and where there is none")
  func partial() throws {
    let first = try #require(Month("2026-01"))
    let asked = first...first.adding(months: 2)
    let all = [first: 2, first.adding(months: 1): 2, first.adding(months: 2): 2]
    #expect(ImportedMonths(asked: asked, forces: all, all: 2).words.isEmpty)
    let some = ImportedMonths(asked: asked, forces: [first: 1, asked.upperBound: 2], all: 2)
    #expect(
      some.words == [
        "Not imported: February 2026.", "Not imported of every force: January 2026.",
      ])
    #expect(
      ImportedMonths(asked: asked, forces: [:], all: 2).words == [
        "None of these months has been imported."
      ])
  }

  @Test("stand on a page with links to the other pages of the same question")
  func pageOfModel() throws {
    let filter = CountsFilter(
      Fields([("by", "category"), ("from", "2026-01"), ("sort", "most"), ("page", "2")]))
    let month = try #require(Month("2026-09"))
    var query = CountQuery(by: [.category], from: Month("2026-01"), to: month)
    query.order = .most
    let latest = SourceFacts(month: month, asOf: month.lastDay, files: ["one.csv"], unlocated: 0)
    let answer = CountsAnswer(
      question: CountsQuestion(query: query, latest: latest, today: month.lastDay),
      size: CountSize(rows: 120, incidents: 4321), unlocated: 7, outside: nil,
      imported: ImportedMonths(asked: month...month, forces: [month: 1], all: 1),
      lines: [CountsLine(values: ["Robbery"], count: 1234, areaName: nil, rate: nil)], page: 2,
      chart: .largest([.init(words: "Burglary", count: 2000)]))
    let choices = CountsChoices(
      latest: month, sources: [.policeUK], forces: ["Test Police"], categories: ["Burglary"],
      outcomes: [],
      editions: [])
    let page = Response.html(
      CountsPage(
        model: CountsModel(
          filter: filter, state: FormState(values: filter.filled(latest: month)),
          choices: choices, answer: answer)))
    #expect(page.words.contains("Counted 4,321 January 2026 to September 2026"))
    #expect(page.words.contains("Kind Incidents Robbery 1,234"))
    #expect(page.words.contains("Previous page Page 2 of 3 Next page"))
    let address = "/incidents/counts?by=category&amp;from=2026-01&amp;sort=most&amp;page=3"
    #expect(page.source.contains("href=\"\(address)\""))
    #expect(page.source.contains("aria-sort=\"descending\""))
    #expect(page.source.contains("href=\"/incidents/counts/counts.csv?by=category"))
    #expect(!page.source.contains("geojson"))
  }
}
