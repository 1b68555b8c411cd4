import Testing

@testable import Documents

@Suite("Reading CSV")
struct CSVReaderTests {
  @Test(
    "gives the same records whatever the pieces",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("\u{FEFF}", []),
      ("", []),
      ("a", [["a"]]),
      ("a,\n,b", [["a", ""], ["", "b"]]),
      ("\n\na\n", [[""], [""], ["a"]]),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"say \"\"hello\"\"\",\"\"\n\"\"\"\"", [["say \"hello\"", ""], ["\""]]),
      ("\"two\nlines\",x\r\ny,\"z\"", [["two\nlines", "x"], ["y", "z"]]),
      ("\"a\r\nb\"\r\n", [["a\r\nb"]]),
      ("£,é\n", [["£", "é"]]),
      ("a,b\r", [["a", "b"]]),
    ])
  func records(_ text: String, _ expected: [[String]]) throws {
    for size in [1, 2, 3, 7, 1000] {
      #expect(try read(text, pieces: size).map(\.values) == expected, "pieces of \(size)")
    }
  }

  @Test(
    "parts values by another byte where one is named",
    arguments: [
      ("a\tb,c\n\"d\te\"\t\n", UInt8(9), [["a", "b,c"], ["d\te", ""]]),
      ("a;b,c\n\"d;e\";\n", UInt8(ascii: ";"), [["a", "b,c"], ["d;e", ""]]),
      ("a|Ab\n", UInt8(ascii: "|"), [["a", "Ab"]]),
    ])
  func separators(_ text: String, _ separator: UInt8, _ expected: [[String]]) throws {
    for size in [1, 3, 1000] {
      #expect(try read(text, pieces: size, separator: separator).map(\.values) == expected)
    }
  }

  @Test("counts the lines inside quotation marks")
  func lines() throws {
    #expect(try read("a\n\"b\nb\"\nc\n\nd", pieces: 2).map(\.line) == [1, 2, 4, 5, 6])
  }

  @Test(
    "refuses what is no CSV, with its place",
    arguments: [
      ("a,b\nc,d\"e\n", 2, 4, "a quotation mark inside a value that is not in quotation marks."),
      ("a\n\"b\nc\"d,e\n", 3, 3, "text after the closing quotation mark of a value."),
      ("a,b\rc,d\r", 1, 4, "a carriage return without a line feed; lines must end in LF or CRLF."),
      ("PK\u{3}\u{4}\u{0}", 1, 5, "a zero byte; this is not a CSV file."),
      ("a\nb,\"c\nd", 2, 3, "the quotation mark opened here is never closed."),
      ("a,b,c,d,e", 1, 9, "the record has more than 4 values."),
    ])
  func refusals(_ text: String, _ line: Int, _ column: Int, _ reason: String) {
    for size in [1, 2, 1000] {
      #expect(throws: CSVProblem(line: line, column: column, reason: reason)) {
        try read(text, pieces: size, maximumFields: 4)
      }
    }
  }

  @Test("refuses a record without end rather than hold it all")
  func bounded() {
    #expect(throws: CSVProblem.self) {
      try read("\"" + String(repeating: "a", count: 5000), pieces: 100, maximumRecord: 1000)
    }
    #expect(throws: CSVProblem.self) {
      try read(String(repeating: "a", count: 5000), pieces: 5000, maximumRecord: 1000)
    }
  }

  @Test("reads a file and names one that is not there")
  func file() throws {
    let path = "/tmp/hamlet-absent-\(UInt64.random(in: 0 ... .max)).csv"
    #expect(throws: FileProblem(path: path, code: 2)) { try FileBytes.read(path) { _ in } }
    #expect(FileProblem(path: "a.csv", code: 2).message == "a.csv: No such file or directory.")
  }
}

@Suite("Writing CSV")
struct CSVWriterTests {
  @Test(
    "is safe in a spreadsheet and loses nothing",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+44 20", "'+44 20"),
      ("-none-", "'-none-"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
      ("=a,b", "\"'=a,b\""), ("-4.17", "-4.17"), ("+12", "+12"), ("-", "'-"), ("-1.2.3", "'-1.2.3"),
      ("--1", "'--1"), ("", ""),
    ])
  func text(_ value: String, _ expected: String) {
    var csv = CSVWriter()
    csv.row([.text(value), 1])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == expected + ",1\r\n")
  }

  @Test("writes numbers as numbers")
  func numbers() {
    var csv = CSVWriter()
    csv.row([-3, .number(69), .number(-4.17), .fixed(-0.95, 1), .fixed(2, 2), .number(.nan), nil])
    #expect(String(decoding: csv.take(), as: UTF8.self) == "-3,69,-4.17,-0.9,2.00,,\r\n")
    #expect(csv.bytes.isEmpty)
  }

  @Test("is read back as it was")
  func roundTrip() throws {
    let rows = [["a", "b,c", "\"", "d\r\ne"], ["", "£", " ", "x"]]
    var csv = CSVWriter()
    for row in rows { csv.row(row.map { .text($0) }) }
    #expect(try read(String(decoding: csv.bytes, as: UTF8.self), pieces: 3).map(\.values) == rows)
  }
}

@discardableResult
private func read(
  _ text: String, pieces size: Int, maximumRecord: Int = 1 << 20, maximumFields: Int = 4096,
  separator: UInt8 = UInt8(ascii: ",")
) throws -> [(line: Int, values: [String])] {
  var reader = CSVReader(
    maximumRecord: maximumRecord, maximumFields: maximumFields, separator: separator)
  var found: [(line: Int, values: [String])] = []
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: size) {
    try bytes[start..<min(bytes.count, start + size)].withUnsafeBytes {
      try reader.read($0) { found.append(($0.line, $0.texts)) }
    }
  }
  try reader.finish { found.append(($0.line, $0.texts)) }
  return found
}
