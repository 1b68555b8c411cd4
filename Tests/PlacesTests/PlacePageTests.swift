import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Places

@Suite("Pages of places", .database)
struct PlacePageTests {
  @Test("show editions, areas with their people, and one area", arguments: Engine.tested)
  func areas(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    try fixture.importAreas(Squares.row(2), BoundaryOptions(kind: .ward))
    try fixture.importAreas(
      Squares.row(2, code: "WD12CD", name: "WD12NM"), name: "old.json", BoundaryOptions(kind: .ward)
    )
    try fixture.importRows("code,year,people,households\nE05000001,2022,1300,510\n", .people)
    let overview = try #require(try fixture.visit("places")).words
    #expect(overview.contains("Wards 2022 2 0 Not said wards.json 20 November 2026"))
    #expect(overview.contains("Estimates of people 1 The latest of 2022"))
    let edition = try #require(try fixture.visit("places", "areas", "ward", "2022")).words
    #expect(edition.contains("Ward 1 E05000001 1.00 1,300 510 1,300"))
    #expect(edition.contains("Ward 2 E05000002 1.00 No estimate Not given No estimate"))
    #expect(edition.contains("How these fit into another edition"))
    let area = try #require(
      try fixture.visit("places", "areas", "ward", "2022", "E05000001")
    ).words
    #expect(area.contains("2022 1,300 510"))
    #expect(area.contains("Ward 1 E05000001 100.0%"))
    let lookup = try #require(
      try fixture.visit(
        "places", "lookup", query: [("kind", "ward"), ("from", "2012"), ("to", "2022")])
    ).words
    #expect(lookup.contains("Ward 1 Ward 1 100.0% 0.0% Nowhere else"))
    for path in [["areas", "ward", "1999"], ["areas", "ward", "2022", "E05000009"]] {
      #expect(throws: PlaceProblem.notFound) { try fixture.visit(path: ["places"] + path) }
    }
    #expect(try fixture.visit("places", "nowhere") == nil)
  }

  @Test("find streets and postcodes, the ward of one and what is near", arguments: Engine.tested)
  func search(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    try fixture.importAreas(Squares.row(2), BoundaryOptions(kind: .ward))
    try fixture.importRows(
      "postcode,easting,northing\nE1 0AA,400100,300100\nE1 0AB,400200,300100\n", .postcodes)
    try fixture.importRows("name,easting,northing\nMill Lane,400110,300100\n", .streets)
    let page = { (text: String) in
      try #require(try fixture.visit("places", "search", query: [("q", text)])).words
    }
    #expect(try page("mill").contains("Mill Lane Street Not given 400110 300100"))
    let whole = try page("e10aa")
    #expect(whole.contains("E1 0AA lies in Ward 1 , by the wards of 2022."))
    #expect(whole.contains("Within 500 metres"))
    #expect(whole.contains("Mill Lane Street Not given 10"))
    #expect(try page("zzz").contains("No street or postcode begins like this."))
    #expect(try page("").contains("Type the first letters"))
  }

  @Test("take an upload through its job to its result", arguments: Engine.tested)
  func upload(engine: Engine) throws {
    let fixture = try PlacesFixture(engine)
    let spooled = try fixture.write("spool", "code,year,people\nE05000001,2020,5\n")
    let answer = try fixture.visit(
      "places", "import", method: .post, form: [("what", "people")],
      files: [UploadedFile(field: "file", name: "people.csv", path: spooled, size: 9)])
    #expect(answer?.header("Location") == "/places/jobs/1")
    #expect(try fixture.visit("places", "jobs", "1")?.words.contains("waits for its turn") == true)
    try fixture.runJobs()
    let done = try #require(try fixture.visit("places", "jobs", "1")).words
    #expect(done.contains("The import is done: 1 rows read, 1 stored"))
    let audited = try fixture.read { read in
      try read.all("SELECT action FROM audit_entry ORDER BY number LIMIT 10") { try $0.text() }
    }
    #expect(audited == ["places.import-asked", "places.people-imported"])
    #expect(throws: PlaceProblem.notFound) { try fixture.visit("places", "jobs", "2") }
  }

  @Test("say why an upload was refused, and what to enter")
  func refused() throws {
    let fixture = try PlacesFixture(.sqlite)
    let empty = try #require(
      try fixture.visit("places", "import", method: .post, form: [("year", "22")]))
    #expect(empty.status == 422)
    for words in [
      "Choose what the file holds", "Enter a year such as 2022", "Choose the file to import",
    ] { #expect(empty.words.contains(words)) }
    let spooled = try fixture.write("spool", "colour\nred\n")
    _ = try fixture.visit(
      "places", "import", method: .post, form: [("what", "streets")],
      files: [UploadedFile(field: "file", name: "streets.csv", path: spooled, size: 9)])
    try fixture.runJobs()
    let page = try #require(try fixture.visit("places", "jobs", "1")).words
    #expect(page.contains("The import was not done. Nothing of it was stored."))
    #expect(page.contains("upload-1.csv, line 1: there is no column of names of streets."))
  }
}

@Suite("Who may do what with places", .database)
struct PlacePolicyTests {
  @Test(
    "is this table",
    arguments: [
      (PlaceAction.see, Set(Role.all)),
      (.importFiles, [.administrator, .analyst, .coordinator]),
    ] as [(PlaceAction, Set<Role>)])
  func table(action: PlaceAction, roles: Set<Role>) {
    #expect(Set(Role.all.filter { PlacePolicy.table.allows(action, $0) }) == roles)
  }

  @Test("hides the import from those who may not import", arguments: Role.all)
  func hidden(role: Role) throws {
    let fixture = try PlacesFixture(.sqlite)
    #expect(try fixture.visit("places", as: role)?.status == 200)
    if PlacePolicy.table.allows(.importFiles, role) {
      #expect(try fixture.visit("places", "import", as: role)?.status == 200)
    } else {
      for method in [Method.get, .post] {
        #expect(throws: PlaceProblem.notFound) {
          try fixture.visit("places", "import", as: role, method: method)
        }
      }
    }
  }
}
