import Commands
import Documents
import Kernel
import Secrets

/// The rows of a file of figures with its name and hash.
struct FigureSource {
  /// Larger files are not tables of indicators.
  private static let mostBytes = 5_000_000
  private static let mostColumns = 64

  let name: String
  let sha256: String
  let rows: [(line: Int, values: [String])]

  init(name: String, sha256: String, rows: [(line: Int, values: [String])]) {
    self.name = name
    self.sha256 = sha256
    self.rows = rows
  }

  /// Reads a CSV file, or a workbook through the confined reader; an uploaded file is named apart
  /// from its path.
  init(_ path: String, named given: String? = nil, reader: String) throws {
    let name = given ?? path.split(separator: "/").last.map(String.init) ?? path
    let isWorkbook = [".xlsx", ".ods"].contains { name.lowercased().hasSuffix($0) }
    var digest = SHA256()
    var size = 0
    var rows: [(line: Int, values: [String])] = []
    var csv = CSVReader(maximumRecord: 65_536, maximumFields: FigureSource.mostColumns)
    func keep(_ record: CSVRecord) {
      if !record.isBlank { rows.append((record.line, record.texts.map(FigureSource.trimmed))) }
    }
    do {
      try FileBytes.read(path) { bytes in
        size += bytes.count
        guard size <= FigureSource.mostBytes else {
          throw InputRefused(file: name, reason: "the file is larger than 5 MB.")
        }
        digest.update(bytes)
        if !isWorkbook { try csv.read(bytes, keep) }
      }
      if !isWorkbook { try csv.finish(keep) }
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: name, line: problem.line, column: problem.column, reason: problem.reason)
    }
    self.name = name
    sha256 = digest.finish().hexadecimal
    self.rows = isWorkbook ? try FigureSource.workbook(path, name, reader: reader) : rows
  }

  /// The rows of the first sheet; a month that a spreadsheet took for a day is a month again.
  private static func workbook(
    _ path: String, _ name: String, reader: String
  ) throws -> [(line: Int, values: [String])] {
    do {
      let sheets = try ReaderProcess(executable: reader).sheets(of: path)
      return (sheets.first?.rows ?? []).map { ($0.number, values(of: $0)) }
    } catch let problem as ReaderProblem {
      throw InputRefused(file: name, reason: problem.message)
    }
  }

  /// The texts of a row up to the last column a table may have: a cell may stand far out on each
  /// of a million rows.
  private static func values(of row: TableRow) -> [String] {
    let last = min(row.cells.map(\.reference.column).max() ?? 0, mostColumns)
    return (0..<last).map { column in row[column + 1].map(text) ?? "" }
  }

  /// A number is written as people see it: a cell of 0.69 shown as 69 % is `69%`, and one of
  /// 0.6899999999999999, as spreadsheets keep 0.69, is `0.69`.
  private static func text(_ cell: TableCell) -> String {
    if let number = cell.number, abs(number) < Double(Figure.limit) {
      if cell.isPercentage { return "\(Figure(nearest: number * 100))%" }
      if Figure(cell.text) == nil { return Figure(nearest: number).description }
    }
    return cell.day.map(\.month.description) ?? trimmed(cell.text)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
