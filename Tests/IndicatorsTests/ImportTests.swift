import Commands
import Database
import Documents
import Kernel
import TestKit
import Testing

@testable import Indicators

@Suite("Importing figures", .database)
struct ImportTests {
  static func table(_ text: String) throws -> FigureTable {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.enumerated().map { index, line in
      (
        line: index + 1,
        values: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      )
    }
    return try FigureTable(rows, file: "f.csv")
  }

  static func run(_ text: String, _ database: TestDatabase) throws -> FigureImporter.Report {
    let importer = FigureImporter(file: "f.csv", sha256: "ab12", now: Sample.now)
    let table = try table(text)
    return try database.write { try importer.run(table, in: $0) }
  }

  @Test("stores a file, and nothing of it a second time", arguments: Engine.tested)
  func idempotent(engine: Engine) throws {
    let database = try Sample.archive(engine)
    let file = "plan,indicator,period,value\ncsp-2017-21,Total burglary,2019/20,3100"
    #expect(try Self.run(file, database) == .init(rows: 1, added: 1, corrected: 0, unchanged: 0))
    #expect(try Self.run(file, database) == .init(rows: 1, added: 0, corrected: 0, unchanged: 1))
    let row = try Sample.dashboard("csp-2017-21", "2019/20", database)?.rows
      .first { $0.member.title == "Total burglary" }
    #expect(row?.now.value?.value == Figure(3100))
    #expect(row?.now.previous?.value == Figure(3293))
    #expect(row?.computed == .green)
    let corrected = file.replacing("3100", with: "3101")
    #expect(
      try Self.run(corrected, database) == .init(rows: 1, added: 0, corrected: 1, unchanged: 0))
  }

  @Test("withdraws the sign-off of a figure it changes, and tells which", arguments: Engine.tested)
  func withdrawn(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: Sample.migrations)
    let small = try database.write { write in
      let small = try Sample.Small(write)
      for period in ["2026/27 Q1", "2026/27 Q2"] {
        try write.run(
          """
          INSERT INTO priority_sign_off (priority, period, account, author, note, made_at)
          VALUES (\(small.priority), \(Sample.period(period)), 7, 'Lead of Safe', '', \(Sample.now))
          """)
      }
      return small
    }
    let file = "\(Self.head)\nsmall,A1,2026-05,5"
    let withdrawn = try Self.run(file, database).withdrawn
    #expect(withdrawn.map(\.priority) == [small.priority])
    #expect(withdrawn.map(\.period) == [Sample.period("2026/27 Q1")])
    #expect(try Self.run(file, database).withdrawn.isEmpty)
  }

  @Test("works a share out from its two numbers")
  func share() throws {
    let database = try TestDatabase(.sqlite, migrations: Sample.migrations)
    let small = try database.write { try Sample.Small($0, kind: .percentage, polarity: .higher) }
    let file = "plan,code,period,numerator,denominator\nsmall,A1,2026/27 Q1,80,120"
    #expect(try Self.run(file, database).added == 1)
    try database.read { read in
      let found = try ObservationStore.find(small.indicator, Sample.period("2026/27 Q1"), in: read)
      #expect(found?.amount.exact(.percentage) == Ratio(200, over: 3))
      #expect(found?.amount.value.description == "66.666667")
    }
  }

  static let head = "plan,indicator,period,value"
  static let refusals: [(String, Int?, Int?, String)] = [
    ("", 1, 1, "not known"), ("plan,indicator,value\n", 1, nil, "period is missing"),
    ("plan,indicator,period,worth\n", 1, 4, "“worth” is not known"),
    ("plan,plan,indicator,period,value\n", 1, 2, "stands twice"),
    ("plan,indicator,period\n", 1, nil, "column value"),
    ("\(head)\nsmall,A1,2026-13,5", 2, 3, "“2026-13” is not a period"),
    ("\(head)\nsmall,A1,0000/01,5", 2, 3, "“0000/01” is not a period"),
    ("\(head)\nsmall,A1,2026-04,five", 2, 4, "“five” is not a number"),
    ("\(head)\nsmall,A1,2026-04,", 2, 4, "no value"),
    ("\(head)\n,A1,2026-04,5", 2, 1, "plan is missing"),
    ("\(head)\nlarge,A1,2026-04,5", 2, 1, "no plan “large”"),
    ("\(head)\nsmall,Z9,2026-04,5", 2, 2, "no indicator “Z9”"),
    ("\(head)\nsmall,A1,2027-04,5", 2, 3, "has not begun"),
    ("\(head)\nsmall,A1,2026-04,5.5", 2, 4, "whole number"),
    ("\(head)\nsmall,A1,2026-04,-1", 2, 4, "whole number"),
    ("\(head)\nsmall,A1,2026-04,5\nsmall,A1,2026-04,6", 3, 3, "stand twice"),
    ("\(head),numerator,denominator\nsmall,A1,2026-04,5,1,0", 2, 6, "more than nought"),
    ("\(head)\nsmall,A1,2026-04,5%", 2, 4, "not a percentage"),
  ]

  @Test("refuses a file by line and column, and keeps nothing of it", arguments: refusals)
  func refused(text: String, line: Int?, column: Int?, reason: String) throws {
    let database = try TestDatabase(.sqlite, migrations: Sample.migrations)
    let small = try database.write { try Sample.Small($0) }
    do {
      _ = try Self.run(text, database)
      Issue.record("was not refused")
    } catch let refusal as InputRefused {
      #expect(refusal.line == line)
      #expect(refusal.column == column)
      #expect(refusal.reason.contains(reason), "\(refusal.reason)")
    }
    #expect(try database.read { try ObservationStore.count(of: small.indicator, in: $0) } == 0)
  }

  @Test("takes a cell shown as a percentage for what people see")
  func percentages() throws {
    let database = try TestDatabase(.sqlite, migrations: Sample.migrations)
    let small = try database.write { try Sample.Small($0, kind: .percentage, polarity: .higher) }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = "\(folder.path)/figures.xlsx"
    let rows: [[Workbook.Cell]] = [
      ["plan", "code", "period", "value"], ["small", "A1", "2026/27 Q1", .percent(69)],
      ["small", "A1", "2026/27 Q2", .number(0.69, digits: 2)],
    ]
    try Workbook([Workbook.Sheet("Figures", rows: rows)]).write(to: path)
    let source = try FigureSource(path, reader: "hamlet-reader")
    #expect(source.rows.dropFirst().map { $0.values.last } == ["69%", "0.69"])
    let table = try FigureTable(source.rows, file: source.name)
    let importer = FigureImporter(file: source.name, sha256: source.sha256, now: Sample.now)
    #expect(try database.write { try importer.run(table, in: $0) }.added == 2)
    try database.read { read in
      let found = try ["2026/27 Q1", "2026/27 Q2"].map { period in
        try ObservationStore.find(small.indicator, Sample.period(period), in: read)?.amount.value
      }
      #expect(found.map { $0?.description } == ["69", "0.69"])
    }
  }

  @Test("asks for the section where a code names two indicators")
  func ambiguous() throws {
    let database = try Sample.archive(.sqlite)
    let file = "plan,indicator,period,value,section\nstrategy-2008-11,AC1,2008/09,16,"
    #expect(throws: InputRefused.self) { try Self.run(file, database) }
    #expect(try Self.run(file + "Sanctioned detections", database).added == 1)
  }
}
