internal import Documents

/// One row of a file, whatever kind of file; its bytes last only as long as the call.
protocol ExtractRow {
  /// The line it begins on, or its row in a sheet, from 1.
  var line: Int { get }
  /// How many values it has.
  var count: Int { get }
  /// The bytes of a value; empty for one that is not there.
  subscript(_ index: Int) -> UnsafeRawBufferPointer { get }
}

extension CSVRecord: ExtractRow {}

extension ExtractRow {
  /// A value without white space at either end.
  func trimmed(_ index: Int) -> UnsafeRawBufferPointer {
    var value = self[index]
    while let first = value.first, first == 32 || first == 9 {
      value = UnsafeRawBufferPointer(rebasing: value.dropFirst())
    }
    while let last = value.last, last == 32 || last == 9 {
      value = UnsafeRawBufferPointer(rebasing: value.dropLast())
    }
    return value
  }

  /// A value as text; bytes that are not UTF-8 become U+FFFD.
  func text(_ index: Int) -> String { String(decoding: trimmed(index), as: UTF8.self) }

  /// Whether nothing stands in it.
  var isEmpty: Bool { (0..<count).allSatisfy { trimmed($0).isEmpty } }
}

/// A row whose values came as text: of a sheet, or of a sample.
struct TextRow: ExtractRow {
  let line: Int
  let count: Int
  private let bytes: UnsafeRawBufferPointer
  private let ends: [Int]

  subscript(_ index: Int) -> UnsafeRawBufferPointer {
    guard ends.indices.contains(index) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeRawBufferPointer(rebasing: bytes[start..<ends[index]])
  }

  /// Hands over values as a row.
  static func with<Result>(
    _ values: [String], line: Int, _ body: (TextRow) throws -> Result
  ) rethrows -> Result {
    var text: [UInt8] = []
    var ends: [Int] = []
    for value in values {
      text += value.utf8
      ends.append(text.count)
    }
    return try text.withUnsafeBytes { bytes in
      try body(TextRow(line: line, count: ends.count, bytes: bytes, ends: ends))
    }
  }

  /// Hands over the cells of a sheet's row, those before the first and between them empty.
  static func with(_ row: TableRow, _ body: (TextRow) throws -> Void) rethrows {
    var values: [String] = []
    for cell in row.cells {
      while values.count < cell.reference.column - 1 { values.append("") }
      values.append(cell.text)
    }
    try with(values, line: row.number, body)
  }
}
