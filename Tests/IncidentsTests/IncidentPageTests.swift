import FeatureKit
import Access
import Database
import HTTP
import Jobs
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Pages of incidents", .database)
struct IncidentPageTests {
  @Test(
    "show anti-social behaviour apart from crime, with month, source and lag",
    arguments: Engine.tested)
  func overview(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let asb = StreetCSV.row(month: "2026-09", type: "Anti-social behaviour", outcome: "")
    try house.importFiles(
      house.write("2026-08-test-street.csv", rows: StreetCSV.rows(4, month: "2026-08")),
      house.write(
        "2026-09-test-street.csv",
        rows: StreetCSV.rows(3, from: 10, month: "2026-09") + [asb, asb]))
    let words = try #require(try house.visit("incidents")).words
    #expect(words.contains("Latest month September 2026 2 months behind today"))
    #expect(words.contains("data.police.uk 2026-09-test-street.csv, as of 20 November 2026"))
    #expect(words.contains("Month Anti-social behaviour Crime September 2026 2 3 August 2026 0 4"))
    #expect(
      words.contains(
        "Anti-social behaviour: incidents, not crimes Anti-social behaviour 2 0 Not imported "
          + "September 2025 is not imported Crime Burglary 3 4 Not imported"))
    let burglary = try #require(try house.visit("incidents", query: [("category", "Burglary")]))
    #expect(burglary.words.contains("Month Burglary September 2026 3 August 2026 4"))
    let none = try #require(try house.visit("incidents", query: [("force", "Nobody")]))
    #expect(none.words.contains("No month of this force and these dates has been imported."))
  }

  @Test("show a wrong month again with what to do")
  func wrongMonth() throws {
    let house = try HouseFixture(.sqlite)
    let page = try #require(try house.visit("incidents", query: [("from", "2026-13")]))
    #expect(page.status == 422)
    #expect(page.words.contains("Error: Incidents"))
    #expect(page.words.contains("There is a problem Enter a month such as 2026-01"))
  }

  @Test("take an upload through its job to its result", arguments: Engine.tested)
  func upload(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let rows = StreetCSV.rows(150) + [StreetCSV.row(month: "2023-13")]
    let spooled = try house.write("spool", rows: rows)
    let answer = try house.visit(
      "incidents", "import", method: .post,
      files: [UploadedFile(field: "files", name: "2023-01-test-street.csv", path: spooled, size: 9)]
    )
    #expect(answer?.header("Location") == "/incidents/jobs/1")
    let waiting = try #require(try house.visit("incidents", "jobs", "1"))
    #expect(waiting.words.contains("The import waits for its turn."))
    let payloads = try house.services.database.read { read in
      try read.all("SELECT payload FROM job LIMIT 10") { try $0.text() }
    }
    #expect(payloads.count == 1)
    try house.runJobs()
    let done = try #require(try house.visit("incidents", "jobs", "1"))
    #expect(done.words.contains("The import is done: 150 rows stored."))
    let result = try #require(try house.visit("incidents", "imports", "1")).words
    #expect(result.contains("Rows read 151 Rows stored 150"))
    #expect(result.contains("2023-01-test-street.csv 152 Month is not a month written YYYY-MM"))
    #expect(result.contains("January 2023 Test Police Counts 2023-01-test-street.csv"))
    let csv = try #require(try house.visit("incidents", "imports", "1", "refused.csv"))
    #expect(csv.words.hasPrefix("File,Line,Reason,Row 2023-01-test-street.csv,152,"))
    #expect(try house.visit("incidents", "imports")?.words.contains("Done 1 151 150 1 0") == true)
    #expect(try SourceFiles.find([house.path + "/uploads"], entries: { _ in [] }) == SourceFiles())
    let audited = try house.services.database.read { read in
      try read.all("SELECT action FROM audit_entry ORDER BY number LIMIT 10") { try $0.text() }
    }
    #expect(audited == ["incidents.import-asked", "incidents.imported"])
  }

  @Test(
    "keep the names the site gives, and no others",
    arguments: [
      ("2023-01-test-street.csv", true), ("2023-01-city-of-london-street.csv.gz", true),
      ("2023-01.zip", true), ("2023-13-test-street.csv", false), ("2023-01-Test-street.csv", false),
      ("2023-01 Ann Example-street.csv", false), ("ann-example-street.csv", false),
      ("2023-01-test-outcomes.csv", false), ("2023-01-/../x-street.csv", false), ("", false),
    ])
  func siteNames(name: String, isKept: Bool) {
    #expect(SourceName.isOfTheSite(name) == isKept)
  }

  @Test("say why an upload was refused, and keep nothing of it")
  func refusedUpload() throws {
    let house = try HouseFixture(.sqlite)
    let spooled = try house.write("spool", rows: [StreetCSV.row(month: "2023-13")])
    _ = try house.visit(
      "incidents", "import", method: .post,
      files: [UploadedFile(field: "files", name: "january.csv", path: spooled, size: 9)])
    try house.runJobs()
    let page = try #require(try house.visit("incidents", "jobs", "1")).words
    #expect(page.contains("The import was not done. Nothing of it was stored."))
    #expect(page.contains("upload-1.csv, line 2: 1 of 1 rows cannot be kept"))
    #expect(try house.visit("incidents", "imports", "1")?.words.contains("Refused") == true)
    #expect(throws: IncidentProblem.notFound) { try house.visit("incidents", "jobs", "2") }
    #expect(throws: IncidentProblem.notFound) { try house.visit("incidents", "imports", "9") }
  }

  @Test("ask for files where none were chosen")
  func noFiles() throws {
    let house = try HouseFixture(.sqlite)
    let page = try #require(try house.visit("incidents", "import", method: .post))
    #expect(page.status == 422)
    #expect(page.words.contains("There is a problem Choose the files to import"))
  }
}
