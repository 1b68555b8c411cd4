internal import Commands
internal import Documents
internal import Glibc
internal import Kernel
internal import Partnership

/// A line of a table of another system, by the fields the mapping has a column for.
struct CarriedRow: Sendable {
  let line: Int
  /// What the line says, without space at either end; fields it says nothing of are absent.
  let values: [String: String]
}

/// One table of another system, read whole: CSV, or the first sheet of a workbook.
struct CarriedRows: Sendable {
  /// The most lines that are read.
  static let most = 50_000
  private static let mostColumns = 200

  let table: CarryTable
  /// What people know the file by.
  let name: String
  /// The headings of the fields, as the mapping names them.
  let headings: [String: String]
  let rows: [CarriedRow]

  /// Reads a file; throws ``InputRefused`` where it is no table, or lacks a column.
  static func read(
    _ path: String, name: String, _ table: CarryTable, _ mapping: CaseMapping,
    _ settings: Settings
  ) throws -> CarriedRows {
    try gather(table, name, mapping) { take in try lines(of: path, name, settings, take) }
  }

  /// Reads a table that is at hand as CSV, as ``read(_:name:_:_:_:)`` does.
  static func read(
    text: String, name: String, _ table: CarryTable, _ mapping: CaseMapping
  ) throws -> CarriedRows {
    try gather(table, name, mapping) { take in
      var reader = CSVReader(maximumFields: mostColumns)
      try Array(text.utf8).withUnsafeBytes { bytes in
        try reader.read(bytes) { try take($0.line, $0.texts) }
      }
      try reader.finish { try take($0.line, $0.texts) }
    }
  }

  private static func gather(
    _ table: CarryTable, _ name: String, _ mapping: CaseMapping,
    from lines: ((Int, [String]) throws -> Void) throws -> Void
  ) throws -> CarriedRows {
    guard let columns = mapping.columns[table] else {
      throw InputRefused(
        file: name, reason: "the mapping has no rows “\(table.rawValue),…”. Add them")
    }
    var (places, rows): ([String: Int]?, [CarriedRow]) = (nil, [])
    try lines { line, cells in
      guard cells.contains(where: { !$0.isEmpty }) else { return }
      guard let known = places else {
        places = try Self.places(of: columns, in: cells, line, name)
        return
      }
      guard rows.count < most else {
        throw InputRefused(file: name, reason: "it has more than \(most) lines. Split it")
      }
      var values = columns.compactMapValues { heading in
        heading.hasPrefix("=") ? trimmed(String(heading.dropFirst())) : nil
      }
      for (field, place) in known where place < cells.count {
        let text = trimmed(cells[place])
        if !text.isEmpty { values[field] = text }
      }
      rows.append(CarriedRow(line: line, values: values))
    }
    guard places != nil else { throw InputRefused(file: name, reason: "it is empty") }
    return CarriedRows(table: table, name: name, headings: columns, rows: rows)
  }

  /// Where the columns stand; throws ``InputRefused`` where one is missing.
  private static func places(
    of columns: [String: String], in cells: [String], _ line: Int, _ name: String
  ) throws -> [String: Int] {
    let found = cells.map { CaseMapping.plain($0) }
    var places: [String: Int] = [:]
    for (field, heading) in columns.sorted(by: { $0.key < $1.key }) where !heading.hasPrefix("=") {
      guard let place = found.firstIndex(of: CaseMapping.plain(heading)) else {
        let there = cells.filter { !$0.isEmpty }.prefix(20).joined(separator: ", ")
        throw InputRefused(
          file: name, line: line,
          reason: "there is no column “\(heading)” for \(field). The columns are \(there)")
      }
      places[field] = place
    }
    return places
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}

extension CarriedRows {
  private static func lines(
    of path: String, _ name: String, _ settings: Settings,
    _ take: (Int, [String]) throws -> Void
  ) throws {
    do {
      if try isPacked(path) {
        var sheet: String?
        try ReaderProcess(executable: settings.reader).rows(of: path) { row in
          if sheet == nil { sheet = row.sheet }
          guard row.sheet == sheet else { return }
          let width = min(row.cells.map(\.reference.column).max() ?? 1, mostColumns)
          try take(row.number, (1...width).map { row[$0]?.text ?? "" })
        }
      } else {
        var reader = CSVReader(maximumFields: mostColumns)
        try FileBytes.read(path) { piece in
          try reader.read(piece) { try take($0.line, $0.texts) }
        }
        try reader.finish { try take($0.line, $0.texts) }
      }
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: name, line: problem.line, column: problem.column, reason: problem.reason)
    } catch let problem as ReaderProblem {
      guard case .unavailable = problem else {
        throw InputRefused(file: name, reason: problem.message)
      }
      throw problem
    } catch is FileProblem {
      throw InputRefused(file: name, reason: "it cannot be opened. Check its name")
    }
  }

  /// Whether it is a workbook: a zip by its first bytes.
  private static func isPacked(_ path: String) throws -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 2)
    return pread(file, &bytes, 2, 0) == 2 && bytes == [0x50, 0x4B]
  }
}
