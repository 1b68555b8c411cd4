import Commands
import Database
import Kernel
import TestKit
import Testing

@testable import Incidents

@Suite("A dry run of an import", .database)
struct ImportTrialTests {
  @Test("counts what the import would, and stores nothing", arguments: Engine.tested)
  func alike(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let rows = StreetCSV.rows(5) + [StreetCSV.row(id: StreetCSV.id(0), type: "Robbery")]
    let steps = [
      try folder.write("a/2023-01-test-street.csv", rows: rows),
      // The same bytes under another name.
      try folder.write("b/2023-01-test-street.csv", rows: rows),
      // The month again, otherwise.
      try folder.write(
        "c/2023-01-test-street.csv", rows: StreetCSV.rows(3) + [StreetCSV.row(type: "A new kind")]),
      // Another month with one row of the first gone astray.
      try folder.write(
        "d/2023-02-test-street.csv",
        rows: StreetCSV.rows(101, from: 200, month: "2023-02") + StreetCSV.rows(1, from: 900)),
    ]
    for file in steps {
      let before = try fixture.number("SELECT COUNT(*) FROM incident")
      let told = try fixture.tryFiles(file)
      #expect(try fixture.number("SELECT COUNT(*) FROM incident") == before)
      #expect(try told == fixture.importFiles(file), "\(file)")
    }
  }

  @Test("sees a file that comes twice, and a month that does", arguments: Engine.tested)
  func twice(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try folder.write("a-test-street.csv", rows: StreetCSV.rows(4))
    try folder.write("b-test-street.csv", rows: StreetCSV.rows(4))
    try folder.write("c-test-street.csv", rows: StreetCSV.rows(2))
    let told = try fixture.tryFiles(folder.path)
    #expect(told == ImportCounts(files: 3, read: 10, stored: 6, alreadyKnown: 4, replaced: 1))
    #expect(try told == fixture.importFiles(folder.path))
  }

  @Test("says which months would be set aside for a later fetch", arguments: Engine.tested)
  func older(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try fixture.importFiles(folder.write("a/2023-01-test-street.csv", rows: StreetCSV.rows(5)))
    let told = try fixture.tryFiles(
      folder.write("b/2023-01-test-street.csv", rows: StreetCSV.rows(6)),
      asOf: Day("2023-03-01"))
    #expect(
      told.setAside == [
        MonthSetAside(month: try #require(Month("2023-01")), force: "Test Police", why: .older)
      ])
    #expect(told.replaced == 0)
  }

  @Test("refuses what the import would refuse", arguments: Engine.tested)
  func refuses(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let file = try folder.write(
      "2023-01-test-street.csv", rows: StreetCSV.rows(2) + [StreetCSV.row(month: "January")])
    let tried = #expect(throws: InputRefused.self) { try fixture.tryFiles(file) }
    let imported = #expect(throws: InputRefused.self) { try fixture.importFiles(file) }
    #expect(tried?.message == imported?.message)
  }
}
