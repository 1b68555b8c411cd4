internal import Documents

/// A row that could not be kept, and why.
struct RefusedRow: Equatable, Sendable {
  let file: String
  /// The line it begins on, from 1.
  let line: Int
  let reason: String
  /// The row as it was read, at most 2,000 bytes of it.
  let content: String

  init(file: String, line: Int, reason: String, content: String) {
    self.file = file
    self.line = line
    self.reason = reason
    self.content = content
  }

  init(file: String, line: Int, fault: RowFault, row: StreetRow) {
    self.init(
      file: file, line: line, reason: fault.words,
      values: row.record.texts.prefix(64).map { String($0.prefix(500)) })
  }

  /// A row of some values, written as a line of CSV.
  init(file: String, line: Int, reason: String, values: [String]) {
    let fields = values.map { text in
      text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" })
        ? "\""
          + text.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
        : text
    }
    self.init(
      file: file, line: line, reason: reason,
      content: String(fields.joined(separator: ",").filter { $0 != "\0" }.prefix(2000)))
  }
}
