import Commands
import Kernel

/// A table of figures to import, read and checked as far as it can be without the database.
struct FigureTable: Sendable {
  let lines: [Line]

  /// One row with the place of each of its fields.
  struct Line: Hashable, Sendable {
    let number: Int
    let plan: String
    let indicator: String
    let section: String?
    let period: Period
    let value: Figure?
    /// Whether the value has a percent sign.
    let isPercentage: Bool
    let numerator: Figure?
    let denominator: Figure?
    /// The column of each field in the file, counted from 1.
    let columns: [Field: Int]
  }

  /// The columns a file may have, in any order.
  enum Field: String, Sendable, CaseIterable {
    case plan, indicator, period, value, numerator, denominator, section

    var isRequired: Bool { self == .plan || self == .indicator || self == .period }
  }

  /// Reads rows with their line numbers; the first names the columns.
  init(_ rows: [(line: Int, values: [String])], file: String) throws(InputRefused) {
    guard let head = rows.first else {
      throw InputRefused(file: file, line: 1, reason: "the file is empty.")
    }
    let columns = try FigureTable.columns(head.values, line: head.line, file: file)
    var lines: [Line] = []
    for row in rows.dropFirst() where row.values.contains(where: { !$0.isEmpty }) {
      lines.append(try FigureTable.line(row, columns, file: file))
    }
    self.lines = lines
  }

  private static func columns(
    _ head: [String], line: Int, file: String
  ) throws(InputRefused) -> [Field: Int] {
    var found: [Field: Int] = [:]
    for (index, title) in head.enumerated() {
      let word = title.lowercased()
      guard let field = Field(rawValue: word == "code" ? "indicator" : word) else {
        throw InputRefused(
          file: file, line: line, column: index + 1,
          reason: "the column “\(title)” is not known. Use \(names).")
      }
      guard found[field] == nil else {
        throw InputRefused(
          file: file, line: line, column: index + 1, reason: "the column \(word) stands twice.")
      }
      found[field] = index + 1
    }
    for field in Field.allCases where field.isRequired && found[field] == nil {
      throw InputRefused(
        file: file, line: line, reason: "the column \(field.rawValue) is missing. Use \(names).")
    }
    if found[.value] == nil, found[.numerator] == nil || found[.denominator] == nil {
      throw InputRefused(
        file: file, line: line,
        reason: "give a column value, or the columns numerator and denominator.")
    }
    return found
  }

  private static var names: String { Field.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func line(
    _ row: (line: Int, values: [String]), _ columns: [Field: Int], file: String
  ) throws(InputRefused) -> Line {
    func refused(_ field: Field, _ reason: String) -> InputRefused {
      InputRefused(file: file, line: row.line, column: columns[field], reason: reason)
    }
    func text(_ field: Field) -> String {
      guard let column = columns[field], column <= row.values.count else { return "" }
      return row.values[column - 1]
    }
    func figure(_ field: Field) throws(InputRefused) -> Figure? {
      let words = text(field)
      guard !words.isEmpty else { return nil }
      let bare = field == .value && words.hasSuffix("%") ? String(words.dropLast()) : words
      guard let figure = Figure(bare) else {
        throw refused(field, "“\(words)” is not a number with at most six decimals.")
      }
      return figure
    }
    for field in [Field.plan, .indicator] where text(field).isEmpty {
      throw refused(field, "the \(field.rawValue) is missing.")
    }
    guard let period = Period(reported: text(.period)) else {
      throw refused(
        .period, "“\(text(.period))” is not a period such as 2018/19, 2018/19 Q4 or 2018-04.")
    }
    let section = text(.section)
    let line = Line(
      number: row.line, plan: text(.plan), indicator: text(.indicator),
      section: section.isEmpty ? nil : section, period: period, value: try figure(.value),
      isPercentage: text(.value).hasSuffix("%"), numerator: try figure(.numerator),
      denominator: try figure(.denominator), columns: columns)
    guard line.value != nil || (line.numerator != nil && line.denominator != nil) else {
      throw refused(.value, "there is no value, and not both numerator and denominator.")
    }
    return line
  }
}
