import Glibc
import Kernel
import Testing

@testable import Documents

@Suite("Reading workbooks of strangers")
struct WorkbookReadingTests {
  private let reader = ReaderProcess()

  @Test("gives cells with reference, kind and value")
  func days() throws {
    let sheets = try reader.sheets(of: fixture("days.xlsx"))
    #expect(sheets.map(\.name) == ["Return"])
    let sheet = try #require(sheets.first)
    #expect(sheet.rows.map(\.number) == [3, 7, 9])
    #expect(
      sheet.rows.map { row in row.cells.map { "\($0.reference) \($0.kind) \($0.text)" } } == [
        ["B3 text Name", "D3 text When", "E3 text Number"],
        ["B7 text 0012", "D7 date 2023-01-01", "E7 number 0.1", "F7 boolean 1"],
        ["D9 date 2023-01-02T12:00:00", "E9 number -1234567.5", "G9 number 2"],
      ])
    let last = try #require(sheet.rows.last)
    #expect(last[5]?.number == -1_234_567.5)
    #expect(last[4]?.day == Day(year: 2023, month: 1, day: 2))
    #expect(last[4]?.number == nil)
    #expect(last[1] == nil)
  }

  @Test("reads ODS")
  func ods() throws {
    var rows: [TableRow] = []
    try reader.rows(of: fixture("table.ods")) { rows.append($0) }
    #expect(rows.map(\.sheet) == ["Rückgabe", "Rückgabe"])
    #expect(
      rows.map { row in row.cells.map { "\($0.reference) \($0.text)" } } == [
        ["A1 Ward", "B1 Count"], ["A4 Abbey", "B4 41", "C4 2023-01-31"],
      ])
  }

  @Test(
    "tells numbers shown as percentages from others",
    arguments: [
      ("percent.xlsx", ["A2 0.69", "B2 -0.0417", "B3 1"]), ("percent.ods", ["C3 0.69", "C4 0.69"]),
      ("days.xlsx", []), ("table.ods", []),
    ])
  func percentages(_ name: String, _ expected: [String]) throws {
    let rows = try reader.sheets(of: fixture(name)).flatMap(\.rows)
    let marked = rows.flatMap(\.cells).filter(\.isPercentage)
    #expect(marked.map { "\($0.reference) \($0.text)" } == expected)
  }

  @Test("reads an empty workbook as a sheet without rows")
  func empty() throws {
    #expect(try reader.sheets(of: fixture("empty.xlsx")).map(\.rows) == [[]])
  }

  @Test("reads back what our own workbooks hold, whatever the file's name")
  func roundTrip() throws {
    let day = try #require(Day(year: 2018, month: 4, day: 1))
    let sheets = [
      Workbook.Sheet(
        "Quarter: 1", columns: [.init(width: 8, isHidden: true), .init(width: 30)],
        rows: [
          [.header("id"), .header("Indicator"), .header("April"), .header("Share")],
          [.code(17), "=SUM(A1:A9)", .empty.unlocked, .percent(50)],
          [.code(18), "Süd & <West>", .integer(1041).unlocked, .number(-4.17, digits: 2)],
          [.code(19), .note("last"), .date(day), .title("T")],
        ], isProtected: true,
        checks: [.init(column: 2, rows: 1...3, .integer(0...9999), message: "A count.")]),
      Workbook.Sheet("Quarter? 1", rows: [["x"]]),
    ]
    let bytes = try Workbook(sheets, created: day).bytes()
    #expect(try Workbook(sheets, created: day).bytes() == bytes)
    let read = try withFile(bytes) { try reader.sheets(of: $0) }
    #expect(read.first?.rows[1][4]?.isPercentage == true)
    #expect(read.map(\.name) == ["Quarter  1", "Quarter  1 2"])
    #expect(
      read.first?.rows.map { row in row.cells.map { "\($0.reference) \($0.kind) \($0.text)" } } == [
        ["A1 text id", "B1 text Indicator", "C1 text April", "D1 text Share"],
        ["A2 number 17", "B2 text =SUM(A1:A9)", "D2 number 0.5"],
        ["A3 number 18", "B3 text Süd & <West>", "C3 number 1041", "D3 number -4.17"],
        ["A4 number 19", "B4 text last", "C4 date 2018-04-01", "D4 text T"],
      ])
  }

  @Test(
    "says what is wrong and lives on",
    arguments: [
      ("bomb.xlsx", ReaderProblem.tooLarge), ("vast.xlsx", .damaged), ("months.zip", .damaged),
      ("street.csv.gz", .notKnown), ("make.py", .notKnown), ("absent.xlsx", .absent),
    ])
  func problems(_ name: String, _ problem: ReaderProblem) throws {
    #expect(throws: problem) { try reader.sheets(of: fixture(name)) }
    #expect(try reader.sheets(of: fixture("empty.xlsx")).count == 1)
  }

  @Test("refuses garbage dressed as a workbook, wherever it is broken")
  func garbage() throws {
    var whole: [UInt8] = []
    try FileBytes.read(fixture("days.xlsx")) { whole += $0 }
    var generator = SeededGenerator(seed: 7)
    for length in [4, 60, 500, whole.count - 30] {
      let cut = Array(whole.prefix(length))
      #expect(throws: ReaderProblem.self) { try withFile(cut) { try reader.sheets(of: $0) } }
    }
    for _ in 0..<8 {
      var bytes = whole
      for _ in 0..<20 {
        let place = Int.random(in: 4..<bytes.count, using: &generator)
        bytes[place] = .random(in: 0...255, using: &generator)
      }
      do { _ = try withFile(bytes) { try reader.sheets(of: $0) } } catch is ReaderProblem {}
    }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0, 0]
    #expect(throws: ReaderProblem.locked) { try withFile(old) { try reader.sheets(of: $0) } }
  }

  @Test("stops at the limit of cells")
  func cells() {
    var limits = ReaderProcess.Limits()
    limits.cells = 5
    let reader = ReaderProcess(limits: limits)
    #expect(throws: ReaderProblem.tooLarge) { try reader.sheets(of: fixture("days.xlsx")) }
  }
}

@Suite("Reading archives of strangers")
struct ArchiveReadingTests {
  private let reader = ReaderProcess()

  @Test(
    "lists the files",
    arguments: [
      ("months.zip", ["2023-01/2023-01-thornmere-street.csv 3618", "notes.txt 5"]),
      ("months.tar.gz", ["a/street.csv 3618"]), ("street.csv.gz", ["street.csv -"]),
    ])
  func entries(_ name: String, _ expected: [String]) throws {
    let entries = try reader.entries(of: fixture(name))
    #expect(entries.map { "\($0.name) \($0.size.map(String.init) ?? "-")" } == expected)
  }

  @Test("hands over the bytes of all files in one pass, or of those asked for")
  func extract() throws {
    #expect(
      try contents(nil, "months.zip").mapValues(\.count) == [
        "2023-01/2023-01-thornmere-street.csv": 3618, "notes.txt": 5,
      ])
    #expect(try contents(["notes.txt"], "months.zip") == ["notes.txt": Array("hello".utf8)])
    #expect(try contents(nil, "street.csv.gz").mapValues(\.count) == ["street.csv": 3618])
    #expect(try contents([], "months.zip").isEmpty)
  }

  @Test("streams one file into the CSV reader")
  func stream() throws {
    var csv = CSVReader()
    var rows = 0
    try reader.stream("a/street.csv", of: fixture("months.tar.gz")) { bytes in
      try csv.read(bytes) { _ in rows += 1 }
    }
    try csv.finish { _ in rows += 1 }
    #expect(rows == 201)
    #expect(throws: ReaderProblem.absent) {
      try reader.stream("b.csv", of: fixture("months.tar.gz")) { _ in }
    }
  }

  @Test(
    "says what is wrong and lives on",
    arguments: [
      ("bomb.zip", ReaderProblem.tooLarge), ("bomb.csv.gz", .tooLarge),
      ("twice.csv.gz", .tooLarge), ("cut.csv.gz", .damaged), ("broken.zip", .damaged),
      ("climbing.zip", .unsafe), ("rooted.zip", .unsafe), ("linked.tar", .unsafe),
      ("make.py", .notKnown), ("absent.zip", .absent),
    ])
  func problems(_ name: String, _ problem: ReaderProblem) throws {
    #expect(throws: problem) { try contents(nil, name) }
    #expect(try contents(["notes.txt"], "months.zip").count == 1)
  }

  @Test("stops the child when the caller has had enough")
  func early() {
    #expect(throws: Enough.self) {
      try reader.extract(from: fixture("bomb.zip")) { piece in
        if case .bytes = piece { throw Enough() }
      }
    }
  }

  @discardableResult
  private func contents(_ names: [String]?, _ archive: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var name = ""
    try reader.extract(names, from: fixture(archive)) { piece in
      switch piece {
      case .begin(let entry):
        name = entry.name
        found[name] = []
      case .bytes(let bytes): found[name, default: []] += bytes
      case .end: break
      }
    }
    return found
  }
}

@Suite("The reader's child")
struct ChildTests {
  @Test("is confined before it opens the file")
  func confined() throws {
    try withPipe { pipe in
      let child = try ChildProcess(program("hamlet-reader"), ["extract", pipe, "--all"])
      // The limit of writing is the last of the walls.
      var limits: [String] = []
      for _ in 0..<500 where !limits.contains("Max file size 0 0 bytes") {
        usleep(10_000)
        limits = text("/proc/\(child.id)/limits").split(separator: "\n").map {
          $0.split(whereSeparator: { $0 == " " }).joined(separator: " ")
        }
      }
      #expect(limits.contains("Max file size 0 0 bytes"))
      let status = text("/proc/\(child.id)/status").split(separator: "\n")
      #expect(status.contains("Seccomp:\t2"))
      #expect(status.contains("NoNewPrivs:\t1"))
      #expect(limits.contains("Max core file size 0 0 bytes"))
      #expect(limits.contains("Max open files 32 32 files"))
      #expect(text("/proc/\(child.id)/environ").contains("HOME=") == false)
      child.stop()
      #expect(child.wait() == -SIGKILL)
    }
  }

  @Test("is stopped when it gives nothing for too long")
  func silent() throws {
    var limits = ReaderProcess.Limits()
    limits.silentSeconds = 0.2
    let reader = ReaderProcess(limits: limits)
    try withPipe { pipe in
      #expect(throws: ReaderProblem.tooSlow) { try reader.entries(of: pipe) }
    }
  }

  @Test("that is no reader, or none at all, is a problem and not a crash")
  func strangers() {
    #expect(throws: ReaderProblem.crashed) {
      try ReaderProcess(executable: "/bin/false").entries(of: "a.zip")
    }
    #expect(throws: ReaderProblem.crashed) {
      try ReaderProcess(executable: "/bin/echo").entries(of: "a.zip")
    }
    #expect(throws: ReaderProblem.unavailable("/none/reader: No such file or directory")) {
      try ReaderProcess(executable: "/none/reader").entries(of: "a.zip")
    }
  }

  @Test("refuses a command line it does not know")
  func usage() throws {
    #expect(try ChildProcess(program("hamlet-reader"), ["table"]).wait() == 2)
    #expect(try ChildProcess(program("hamlet-reader"), ["paint", "x"]).wait() == 2)
  }

  /// A program beside the tests' own.
  private func program(_ name: String) throws -> String {
    let path = ReaderProcess.locate(name)
    try #require(path.contains("/"), "\(name) is not built")
    return path
  }

  private func text(_ path: String) -> String {
    var bytes: [UInt8] = []
    try? FileBytes.read(path) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A named pipe nobody writes to: the reader waits for it, confined already.
  private func withPipe(_ body: (String) throws -> Void) throws {
    let path = "/tmp/hamlet-tests-\(UInt64.random(in: 0 ... .max))"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    try body(path)
  }
}
