import FeatureKit
import Commands
import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Incidents

@Suite("Import of street files", .database)
struct ImportTests {
  @Test(
    "stores rows once, and counts them by month, category, LSOA and force", arguments: Engine.tested
  )
  func stores(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try folder.write(
      "2023-01/2023-01-test-street.csv",
      rows: StreetCSV.rows(3) + [
        StreetCSV.row(type: "Anti-social behaviour", outcome: ""),
        StreetCSV.row(type: "Anti-social behaviour", outcome: ""),
        StreetCSV.row(
          id: StreetCSV.id(90), longitude: "", latitude: "", street: "No Location", lsoa: "",
          name: ""),
        StreetCSV.row(id: StreetCSV.id(91), lsoa: "E01000002", name: "Testford 001B"),
      ])
    try folder.write(
      "2023-02/2023-02-test-street.csv", rows: StreetCSV.rows(2, from: 10, month: "2023-02"))
    try folder.write("2023-02/2023-02-test-outcomes.csv", rows: [])
    let counts = try fixture.importFiles(folder.path)
    #expect(counts == ImportCounts(files: 2, read: 9, stored: 9, unlocated: 1, ignored: 1))
    #expect(
      try fixture.count(CountQuery(by: [.month, .category])) == [
        "2023-01|Anti-social behaviour 2", "2023-01|Burglary 5", "2023-02|Burglary 2",
      ])
    #expect(
      try fixture.count(CountQuery(by: [.lsoa, .force])) == [
        "E01000001|Test Police 7", "E01000002|Test Police 1",
      ])
    #expect(try fixture.unlocated() == 1)
    #expect(
      try fixture.count(CountQuery(by: [.month], to: Month("2023-01"), category: "Burglary")) == [
        "2023-01 5"
      ])
    #expect(try fixture.number("SELECT COUNT(*) FROM incident") == 9)
  }

  @Test("stores nothing the second time, whatever the file is called", arguments: Engine.tested)
  func idempotent(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let rows = StreetCSV.rows(5) + [StreetCSV.row(id: StreetCSV.id(0))]
    let first = try folder.write("2023-01-test-street.csv", rows: rows)
    try fixture.importFiles(first)
    let again = try fixture.importFiles(first)
    #expect(again == ImportCounts(files: 1, read: 6, alreadyKnown: 5, repeated: 1))
    let copy = try folder.write("copy/2023-01-test-street.csv", rows: rows)
    #expect(try fixture.importFiles(copy, first).alreadyKnown == 10)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident") == 5)
  }

  @Test("replaces a month by another file of it and keeps the old one", arguments: Engine.tested)
  func replaces(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try fixture.importFiles(folder.write("a/2023-01-test-street.csv", rows: StreetCSV.rows(5)))
    let counts = try fixture.importFiles(
      folder.write("b/2023-01-test-street.csv", rows: StreetCSV.rows(4)))
    #expect(counts == ImportCounts(files: 1, read: 4, stored: 4, replaced: 1))
    #expect(try fixture.count(CountQuery(by: [.month])) == ["2023-01 4"])
    #expect(try fixture.number("SELECT COUNT(*) FROM incident") == 9)
    #expect(
      try fixture.number("SELECT COUNT(*) FROM incident_snapshot WHERE state = 'superseded'") == 1)
  }

  @Test("lets no stray rows of another month take a month's place", arguments: Engine.tested)
  func strays(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try fixture.importFiles(
      folder.write("2023-05-test-street.csv", rows: StreetCSV.rows(30, month: "2023-05")))
    let stray = StreetCSV.row(id: StreetCSV.id(999), month: "2023-05")
    let counts = try fixture.importFiles(
      folder.write(
        "2023-06-test-street.csv",
        rows: StreetCSV.rows(101, from: 100, month: "2023-06") + [stray]))
    let may = try #require(Month("2023-05"))
    #expect(counts.replaced == 0 && counts.stored == 102)
    #expect(counts.setAside == [MonthSetAside(month: may, force: "Test Police", why: .stray)])
    #expect(try fixture.count(CountQuery(by: [.month])) == ["2023-05 30", "2023-06 101"])
  }

  @Test("takes a month that is a hundredth of its file for no stray", arguments: Engine.tested)
  func noStray(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try fixture.importFiles(
      folder.write("2023-05-test-street.csv", rows: StreetCSV.rows(30, month: "2023-05")))
    let row = StreetCSV.row(id: StreetCSV.id(999), month: "2023-05")
    let counts = try fixture.importFiles(
      folder.write(
        "2023-06-test-street.csv",
        rows: StreetCSV.rows(100, from: 100, month: "2023-06") + [row]))
    #expect(counts.replaced == 1 && counts.setAside.isEmpty)
    #expect(try fixture.count(CountQuery(by: [.month])) == ["2023-05 1", "2023-06 100"])
  }

  @Test("leaves a month whose file was fetched later", arguments: Engine.tested)
  func olderFile(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let (may, june) = try (#require(Day("2023-05-01")), #require(Day("2023-06-01")))
    try house.importFiles(
      house.write("b/2023-01-test-street.csv", rows: StreetCSV.rows(4)), asOf: june)
    let older = try house.importFiles(
      house.write("a/2023-01-test-street.csv", rows: StreetCSV.rows(5)), asOf: may)
    #expect(older.replaced == 0 && older.stored == 5 && older.setAside.map(\.why) == [.older])
    let later = try house.importFiles(
      house.write("c/2023-01-test-street.csv", rows: StreetCSV.rows(6)), asOf: june)
    #expect(later.replaced == 1 && later.setAside.isEmpty)
  }

  @Test("lets the later of two files of one month in one run be current", arguments: Engine.tested)
  func twoInOneRun(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try folder.write("a/2023-01-test-street.csv", rows: StreetCSV.rows(5))
    try folder.write("b/2023-01-test-street.csv", rows: StreetCSV.rows(4))
    try folder.write("c/2023-01-test-street.csv", rows: StreetCSV.rows(5))
    let counts = try fixture.importFiles(folder.path)
    #expect(counts == ImportCounts(files: 3, read: 14, stored: 9, alreadyKnown: 5, replaced: 1))
    #expect(try fixture.count(CountQuery(by: [.month])) == ["2023-01 4"])
  }

  @Test(
    "keeps the first row of an id and counts later ones, and those that disagree",
    arguments: Engine.tested)
  func repeats(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let first = StreetCSV.row(id: StreetCSV.id(1), type: "Robbery")
    let counts = try fixture.importFiles(
      folder.write(
        "2023-01-test-street.csv",
        rows: [
          first, first, StreetCSV.row(id: StreetCSV.id(1), type: "Burglary"),
          StreetCSV.row(id: StreetCSV.id(1), month: "2023-02", type: "Burglary"),
          StreetCSV.row(id: StreetCSV.id(1), force: "Other Police", type: "Burglary"),
        ]))
    #expect(
      counts == ImportCounts(files: 1, read: 5, stored: 3, repeated: 2, disagreements: 1))
    #expect(
      try fixture.count(CountQuery(by: [.force, .month, .category])) == [
        "Other Police|2023-01|Burglary 1", "Test Police|2023-01|Robbery 1",
        "Test Police|2023-02|Burglary 1",
      ])
  }

  @Test(
    "reads a byte order mark, CRLF, quoted commas and a last line without an end",
    arguments: Engine.tested)
  func forms(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let text = StreetCSV.text(
      [
        StreetCSV.row(id: StreetCSV.id(1), street: "\"On or near Rose Walk, The \"\"Mews\"\"\""),
        StreetCSV.row(id: StreetCSV.id(2)),
      ], lineEnd: "\r\n")
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8).dropLast(2)
    let counts = try fixture.importFiles(folder.write("2023-01-test-street.csv", bytes))
    #expect(counts == ImportCounts(files: 1, read: 2, stored: 2))
    let street = try fixture.database.read { read in
      try read.first("SELECT street FROM incident_place WHERE street LIKE '%Rose%'") {
        try $0.text()
      }
    }
    #expect(street == "On or near Rose Walk, The \"Mews\"")
  }

  @Test("refuses single rows with their reason and keeps the rest", arguments: Engine.tested)
  func badRows(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let bad = [
      StreetCSV.row(month: "2023-13"), StreetCSV.row(latitude: "951"), "1,2,3",
      StreetCSV.row(longitude: "here"), StreetCSV.row(type: ""),
    ]
    let path = try folder.write("2023-01-test-street.csv", rows: StreetCSV.rows(495) + bad)
    var refused: [RefusedRow] = []
    let counts = try fixture.importFiles(
      path, observer: ImportObserver(refused: { refused.append($0) }))
    #expect(counts == ImportCounts(files: 1, read: 500, stored: 495, refused: 5))
    #expect(refused.map(\.line) == [497, 498, 499, 500, 501])
    #expect(
      refused.map(\.reason) == [
        "Month is not a month written YYYY-MM", "Latitude is not a number from -90 to 90",
        "has 3 columns, not 12", "Longitude is not a number from -180 to 180",
        "Crime type is empty",
      ])
    #expect(refused[2].content == "1,2,3")
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_refused_row") == 5)
  }

  @Test("seals what stood in a refused row, also under a newer key", arguments: Engine.tested)
  func sealsRefused(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let path = try folder.write(
      "2023-01-test-street.csv", rows: StreetCSV.rows(99) + ["Quagga Sample,2,3"])
    try fixture.importFiles(path)
    func sealed() throws -> [UInt8] {
      try fixture.database.read { read in
        try read.first("SELECT content FROM incident_refused_row") { try $0.bytes() } ?? []
      }
    }
    let before = try sealed()
    #expect(!String(decoding: before, as: UTF8.self).contains("Quagga"))
    let store = RefusedRowStore(keyring: fixture.keyring)
    #expect(try fixture.database.write { try store.sealAnew(after: 0, in: $0) } == [1])
    #expect(try sealed() != before)
    let rows = try fixture.database.read { try store.rows(of: ID(1), limit: 9, $0) }
    #expect(rows.map(\.content) == ["Quagga Sample,2,3"] && rows.map(\.line) == [101])
  }

  @Test("drops what stood in rows refused before they were sealed", arguments: Engine.tested)
  func dropsOlderRefused(engine: Engine) throws {
    let (before, last) = (
      IncidentsSchema.migrations.dropLast(), IncidentsSchema.migrations.suffix(1)
    )
    let test = try TestDatabase(engine, migrations: Array(before))
    try test.write { write in
      try write.run(
        """
        INSERT INTO incident_run (source, as_of, owner, started_at, seen_at, state)
        VALUES ('police-uk', '2026-11-20', '', '', '', 'done')
        """)
      try write.run(
        """
        INSERT INTO incident_refused_row (run, file, line, reason, content)
        VALUES (1, 'a.csv', 7, 'has 3 columns, not 12', 'Quagga,2,3')
        """)
    }
    #expect(try Migrator(Array(before + last)).migrate(test.database).count == 1)
    let store = RefusedRowStore(keyring: .forTests())
    let rows = try test.read { try store.rows(of: ID(1), limit: 9, $0) }
    #expect(
      rows == [
        RefusedRow(file: "a.csv", line: 7, reason: "has 3 columns, not 12", content: "")
      ])
    #expect(try test.write { try store.sealAnew(after: 0, in: $0) }.isEmpty)
  }

  @Test("keeps nothing of a run in which one file is refused", arguments: Engine.tested)
  func refusesRun(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    try folder.write("2023-01-test-street.csv", rows: StreetCSV.rows(20_000))
    let bad = try folder.write(
      "2023-02-test-street.csv",
      rows: StreetCSV.rows(99, month: "2023-02") + [
        StreetCSV.row(month: "2023-13"), StreetCSV.row(month: "2023-14"),
      ])
    let refusal = #expect(throws: InputRefused.self) { try fixture.importFiles(folder.path) }
    #expect(refusal?.file == bad)
    #expect(refusal?.line == 101)
    #expect(
      refusal?.reason == "2 of 101 rows cannot be kept, more than 1 in 100; "
        + "the first: Month is not a month written YYYY-MM. Nothing was stored.")
    for table in ["incident", "incident_cell", "incident_total", "incident_snapshot"] {
      #expect(try fixture.number(SQL(trusted: "SELECT COUNT(*) FROM \(table)")) == 0)
    }
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_run WHERE state = 'refused'") == 1)
    try fixture.importFiles("\(folder.path)/2023-01-test-street.csv")
    #expect(try fixture.count(CountQuery(by: [.month])) == ["2023-01 20000"])
  }

  @Test("clears away what a killed import left", arguments: Engine.tested)
  func sweeps(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let folder = try StreetFolder()
    let path = try folder.write("2023-01-test-street.csv", rows: StreetCSV.rows(30_000))
    // The run of a process that is no more: begun, partly written, never ended.
    let run = try fixture.store.begin(ImportOptions(asOf: fixture.clock.today))
    let file = try fixture.store.addFile(SourceFile(path: path, form: .plain, bytes: 1), run: run)
    let encoder = RowEncoder(codes: try CodeStore(database: fixture.database).load())
    encoder.begin { force, month in
      try fixture.store.addSnapshot(force: force, month: month, file: file, run: run)
    }
    let load = StreetFileLoad(
      SourceFile(path: path, form: .plain, bytes: 1),
      row: { row in
        try encoder.take(row)
        if encoder.isFull { try fixture.store.write(encoder.takeBatch(), run: run) }
      }, refused: { _ in })
    try Array(StreetCSV.text(StreetCSV.rows(30_000)).utf8).withUnsafeBytes(load.take)
    try fixture.database.write { write in
      _ = try write.run(
        "UPDATE incident_run SET owner = \(ProcessOwner(host: ProcessOwner.current.host, process: 1, start: "0").text)"
      )
    }
    #expect(try fixture.number("SELECT COUNT(*) FROM incident") == 24_576)
    #expect(try fixture.count(CountQuery(by: [.month])) == [])
    #expect(try fixture.importFiles(path).stored == 30_000)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident") == 30_000)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_snapshot") == 1)
  }

  @Test("leaves alone what a living import is writing", arguments: Engine.tested)
  func livingRun(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    _ = try fixture.store.begin(ImportOptions(asOf: fixture.clock.today))
    try fixture.store.sweep()
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_run WHERE state = 'running'") == 1)
  }
}
