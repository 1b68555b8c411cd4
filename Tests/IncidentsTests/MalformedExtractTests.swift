import FeatureKit
import Commands
import Database
import Documents
import FoundationEssentials
import Geography
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Files of a source that cannot be read", .database)
struct MalformedExtractTests {
  typealias Fixture = ExtractFixture

  /// One row of each kind that cannot be kept, with the reason.
  static let rows: [(row: String, reason: String)] = [
    (
      Fixture.row("A", from: "11/13/2026 09:00"),
      "From is not a time written dd/MM/yyyy HH:mm; it would be one written MM/dd/yyyy HH:mm"
    ),
    (Fixture.row("A", from: "02/11/2026"), "From is not a time written dd/MM/yyyy HH:mm"),
    (Fixture.row("A", from: "31/02/2026 09:00"), "From is not a time written dd/MM/yyyy HH:mm"),
    (Fixture.row("A", from: "02/11/2026 24:00"), "From is not a time written dd/MM/yyyy HH:mm"),
    (Fixture.row("A", from: ""), "From is empty"),
    (Fixture.row("A", from: "21/11/2026 00:00"), "From lies in the future, after 20 November 2026"),
    (Fixture.row("A", from: "31/12/1969 23:00"), "From lies before 1970"),
    (Fixture.row("A", to: "02/11/2026 22:29"), "To lies before its start"),
    (Fixture.row("A", to: "04/11/2027 22:31"), "To lies more than 366 days after its start"),
    (Fixture.row("A", type: ""), "Type is empty"),
    (
      Fixture.row("A", type: String(repeating: "a", count: 201)),
      "Type is longer than 200 bytes; notes are not kept"
    ),
    (Fixture.row("A", y: ""), "Northing is empty where the other half of the place is given"),
    (Fixture.row("A", x: "1e3x"), "Easting is not a number"),
    (
      Fixture.row("A", x: "-0.1", y: "51.5"),
      "the place has degrees where the mapping says metres"
    ),
    (Fixture.row("A", x: "600000", y: "1100000"), "the place lies in the North Sea"),
    (
      Fixture.row("A", x: "180000", y: "530000"),
      "the place lies in the Irish Sea; with its two columns exchanged it would not"
    ),
    ("A,Noise", "has 2 values, not 6"),
  ]

  @Test("have each row refused with its line and reason", arguments: rows)
  func refused(row: String, reason: String) throws {
    let fixture = try Fixture(.sqlite)
    let good = (0..<100).map { Fixture.row("G\($0)") }
    var refused: [RefusedRow] = []
    let path = try fixture.write("a.csv", [Fixture.header, row] + good)
    let counts = try fixture.importFiles(
      path, observer: ImportObserver(refused: { refused.append($0) }))
    #expect(refused.map(\.reason) == [reason])
    #expect(refused.map(\.line) == [2])
    #expect(counts.stored == 100 && counts.refused == 1)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_refused_row") == 1)
  }

  @Test("take the edges of what is accepted")
  func accepted() throws {
    let fixture = try Fixture(.sqlite)
    let counts = try fixture.importRows([
      Fixture.row("A", from: "20/11/2026 23:59"), Fixture.row("B", from: "01/01/1970 00:00"),
      Fixture.row("C", from: "02/11/2025 22:30", to: "03/11/2026 22:30"),
      Fixture.row("D", to: "02/11/2026 22:30"), Fixture.row("E", from: "2/1/2026 9:05"),
      Fixture.row("F", from: "2026-11-02 22:30"), Fixture.row("G", from: "2026-11-02"),
      Fixture.row("H", type: String(repeating: "a", count: 200)),
      "I,Noise,02/11/2026 22:30,,530000,180000",
    ])
    #expect(counts.stored == 9 && counts.refused == 0)
    #expect(
      try fixture.number("SELECT COUNT(*) FROM incident_event WHERE first_minute < last_minute")
        == 2)
  }

  @Test("refuse the file where more than 1 row in 100 cannot be kept, and keep nothing of it")
  func tooMany() throws {
    let fixture = try Fixture(.sqlite)
    let rows = (0..<98).map { Fixture.row("G\($0)") } + [Self.rows[0].row]
    #expect(throws: InputRefused.self) { try fixture.importRows(rows) }
    #expect(try fixture.importRows(rows + [Fixture.row("G98")]).refused == 1)
    for table: SQL in ["incident_event", "incident_part", "incident_tally"] {
      #expect(try fixture.number("SELECT COUNT(*) FROM \(table)") > 0)
    }
  }

  /// Files that are refused as a whole, with what the message must say.
  static let files: [(name: String, text: String, says: [String])] = [
    ("empty.csv", "", ["empty.csv", "the file is empty"]),
    ("other.csv", "Id,Type\n1,Noise\n", ["line 1", "no column “Ref”", "“Id”, “Type”"]),
    ("twice.csv", "Ref,Ref,\(Fixture.header.dropFirst(4))\n", ["line 1", "two columns “Ref”"]),
    ("semi.csv", "Ref;Type;From\n1;2;3\n", ["parted by a semicolon, not by a comma"]),
    ("wide.csv", (1...10_000).map { "c\($0)" }.joined(separator: ","), ["more than 2000 values"]),
    ("utf16.csv", "R\0e\0f\0", ["zero byte", "CSV UTF-8"]),
    ("quote.csv", "\(Fixture.header)\nA1,\"Noise", ["line 2, column 4", "never closed"]),
  ]

  @Test("name file, line and column", arguments: files)
  func whole(name: String, text: String, says: [String]) throws {
    let fixture = try Fixture(.sqlite)
    let path = try fixture.write(name, Array(text.utf8))
    let refused = #expect(throws: InputRefused.self) { try fixture.importFiles(path) }
    for words in says {
      #expect(refused?.message.contains(words) == true, "\(refused?.message ?? "")")
    }
    #expect(refused?.message.hasSuffix("Nothing was stored.") == true)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_part") == 0)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_run WHERE state = 'refused'") == 1)
  }

  @Test(
    "leave the program whole where the reader refuses or crashes",
    arguments: ["bomb.xlsx", "bomb.zip", "bomb.csv.gz", "cut.csv.gz", "broken.zip", "vast.xlsx"])
  func readers(name: String) throws {
    let fixture = try Fixture(.sqlite)
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    #expect(throws: InputRefused.self) {
      try fixture.importFiles("/\(folder)/DocumentsTests/Fixtures/\(name)")
    }
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_part") == 0)
  }

  @Test("leave the program whole where the reader dies by a signal", arguments: ["SEGV", "KILL"])
  func killed(signal: String) throws {
    let reader = try TemporaryFolder.ofCase().path + "/reader"
    try Data("#!/bin/sh\nkill -\(signal) $$\n".utf8).write(to: URL(filePath: reader))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: reader)
    let fixture = try Fixture(.sqlite, reader: reader)
    let path = try fixture.write("extract.csv.gz", [0x1F, 0x8B, 8, 0])
    let refused = #expect(throws: InputRefused.self) { try fixture.importFiles(path) }
    #expect(refused?.message.contains("Open it in the program it came from") == true)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_part") == 0)
    #expect(try fixture.number("SELECT COUNT(*) FROM incident_run WHERE state = 'running'") == 0)
    // The next file is read as if nothing had been.
    #expect(try fixture.importRows([Fixture.row("A")]).stored == 1)
  }

  @Test("say how to save text of another encoding, row by row, and keep what is UTF-8")
  func encoding() throws {
    let fixture = try Fixture(.sqlite)
    let good = (0..<100).map { Fixture.row("G\($0)", street: "Café Row") }
    // “Café Row” as Windows-1252 writes it.
    let row =
      Array("A,Noise,02/11/2026 22:30,,530000,180000,Caf".utf8) + [0xE9] + Array(" Row,Open\n".utf8)
    let text = Array(([Fixture.header] + good).map { $0 + "\n" }.joined().utf8) + row
    var refused: [RefusedRow] = []
    let counts = try fixture.importFiles(
      fixture.write("a.csv", text), observer: ImportObserver(refused: { refused.append($0) }))
    #expect(counts.stored == 100 && counts.refused == 1)
    #expect(refused.map(\.reason) == ["Street is not UTF-8 text; save the file as CSV UTF-8"])
    #expect(refused.map(\.line) == [102])
  }

  @Test("say how to save a workbook of before 2007, or one with a password")
  func oldWorkbook() throws {
    let fixture = try Fixture(.sqlite)
    let path = try fixture.write("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    let refused = #expect(throws: InputRefused.self) { try fixture.importFiles(path) }
    #expect(refused?.message.contains("Save it as .xlsx without a password") == true)
    #expect(throws: InputRefused.self) { try fixture.house.importFiles(path) }
  }

  @Test("read workbooks as they read text, whatever stands above the headings")
  func workbook() throws {
    let fixture = try Fixture(.sqlite)
    let headings = Fixture.header.split(separator: ",").map { Workbook.Cell.text(String($0)) }
    let workbook = Workbook([
      Workbook.Sheet("Notes", rows: [[.text("How this was made")]]),
      Workbook.Sheet(
        "Extract",
        rows: [
          [.text("Reports of the council")], [], headings,
          [
            .text("A1"), .text("Noise"), .text("02/11/2026 22:30"), .empty, .integer(530_000),
            .integer(180_000), .text("Mill Lane"), .text("Open"),
          ], [.text("A2"), .text("Noise"), .text("2026-11-02"), .empty, .integer(0), .integer(0)],
        ]),
    ])
    let path = try fixture.write("extract.xlsx", workbook.bytes())
    let counts = try fixture.importFiles(path)
    #expect(counts == ImportCounts(files: 1, read: 2, stored: 2, unlocated: 1))
    #expect(try fixture.importFiles(path).alreadyKnown == 2)
  }

  @Test("take the kept values of formulas, and run no macro")
  func macros() throws {
    let fixture = try Fixture(.sqlite)
    let path = try fixture.write("extract.xlsm", MacroWorkbook.bytes)
    let counts = try fixture.importFiles(path)
    #expect(counts == ImportCounts(files: 1, read: 1, stored: 1))
    let source = try #require(try fixture.source())
    let month = try #require(Month("2026-11"))
    var spots: [EventSpot] = []
    try fixture.database.read { read in
      try source.each(EventQuery(months: month...month), read) { spots.append($0) }
    }
    #expect(spots.map(\.point.easting) == [530_000] && spots.map(\.category) == ["Noise"])
  }

  @Test("read ODS")
  func ods() throws {
    let fixture = try Fixture(.sqlite)
    let path = try fixture.write("extract.ods", OpenWorkbook.bytes)
    #expect(try fixture.importFiles(path) == ImportCounts(files: 1, read: 1, stored: 1))
  }
}

/// A workbook with macros, whose easting is a formula.
private enum MacroWorkbook {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static var bytes: [UInt8] {
    let headings = zip("ABCDEFGH", ExtractFixture.header.split(separator: ",")).map {
      column, name in
      text("\(column)1", String(name))
    }.joined()
    let row =
      text("A2", "A1") + text("B2", "Noise") + text("C2", "02/11/2026 22:30")
      + "<c r=\"E2\"><f>500000+30000</f><v>530000</v></c><c r=\"F2\"><v>180000</v></c>"
    return ArchiveTests.zip([
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
          + ".relationships+xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd"
          + ".ms-office.vbaProject\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
          + "application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(kind)"
          + ".worksheet+xml\"/></Types>"
      ),
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"A\" "
          + "sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ), ("xl/_rels/workbook.xml.rels", relations([("worksheet", "worksheets/sheet1.xml")])),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\">\(headings)</row>"
          + "<row r=\"2\">\(row)</row>"
          + "</sheetData></worksheet>"
      ), ("xl/vbaProject.bin", "Sub Auto_Open()"),
    ])
  }

  private static func text(_ place: String, _ value: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
  }

  private static func relations(_ targets: [(kind: String, target: String)]) -> String {
    let all = targets.enumerated().map { index, one in
      "<Relationship Id=\"r\(index + 1)\" Type=\"\(office)/\(one.kind)\" "
        + "Target=\"\(one.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)/relationships\">\(all.joined())</Relationships>"
  }
}

/// An OpenDocument spreadsheet of one row.
private enum OpenWorkbook {
  static var bytes: [UInt8] {
    let names = "urn:oasis:names:tc:opendocument:xmlns"
    let rows = [ExtractFixture.header, ExtractFixture.row("A1", x: "530000")].map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map {
        "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
      }
      return "<table:table-row>\(cells.joined())</table:table-row>"
    }
    return ArchiveTests.zip([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        "<office:document-content xmlns:office=\"\(names):office:1.0\" "
          + "xmlns:table=\"\(names):table:1.0\" xmlns:text=\"\(names):text:1.0\">"
          + "<office:body><office:spreadsheet><table:table table:name=\"A\">\(rows.joined())"
          + "</table:table></office:spreadsheet></office:body></office:document-content>"
      ),
    ])
  }
}
