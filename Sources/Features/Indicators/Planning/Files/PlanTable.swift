import Commands
import Kernel

/// A table of a plan as it was read: which columns there are, and what stands in each line.
struct PlanTable: Sendable {
  let file: String
  let lines: [Line]

  /// One row with the place of each of its fields.
  struct Line: Sendable {
    let number: Int
    let file: String
    fileprivate let values: [String]
    fileprivate let columns: [PlanField: Int]
    fileprivate let targetColumns: [FinancialYear: Int]
  }

  /// Reads rows with their line numbers; the first names the columns.
  init(_ rows: [(line: Int, values: [String])], file: String) throws(InputRefused) {
    self.file = file
    guard let head = rows.first else {
      throw InputRefused(file: file, line: 1, reason: "the file is empty.")
    }
    var columns: [PlanField: Int] = [:]
    var targets: [FinancialYear: Int] = [:]
    for (index, title) in head.values.enumerated() where !title.isEmpty {
      let word = title.lowercased()
      let isTwice: Bool
      if let field = PlanField(rawValue: word) {
        isTwice = columns.updateValue(index, forKey: field) != nil
      } else if let year = PlanField.targetYear(word) {
        isTwice = targets.updateValue(index, forKey: year) != nil
      } else {
        throw InputRefused(
          file: file, line: head.line, column: index + 1,
          reason: "the column “\(title)” is not known. Use \(PlanTable.names).")
      }
      if isTwice {
        throw InputRefused(
          file: file, line: head.line, column: index + 1, reason: "the column \(word) stands twice."
        )
      }
    }
    for field in PlanField.allCases where field.isRequired && columns[field] == nil {
      throw InputRefused(
        file: file, line: head.line,
        reason: "the column \(field.rawValue) is missing. Use \(PlanTable.names).")
    }
    lines = rows.dropFirst().filter { $0.values.contains { !$0.isEmpty } }.map {
      Line(
        number: $0.line, file: file, values: $0.values, columns: columns, targetColumns: targets)
    }
    guard !lines.isEmpty else {
      throw InputRefused(file: file, line: head.line, reason: "there is no line below the heads.")
    }
  }

  private static var names: String {
    PlanField.allCases.map(\.rawValue).joined(separator: ", ") + ", and target 2029/30 for a year"
  }
}

extension PlanTable.Line {
  /// The text of a field; empty where there is no such column or nothing in it.
  subscript(field: PlanField) -> String { text(at: columns[field]) }

  /// The targets that are given, by year.
  var targets: [(year: FinancialYear, words: String)] {
    targetColumns.keys.sorted().map { ($0, text(at: targetColumns[$0])) }.filter {
      !$0.words.isEmpty
    }
  }

  /// Whether anything of the definition is given.
  var hasDefinition: Bool {
    [PlanField.kind, .unit, .numerator, .source, .frequency].contains { !self[$0].isEmpty }
  }

  /// A spreadsheet's apostrophe before what it would take for a formula is no part of the text.
  private func text(at column: Int?) -> String {
    guard let column, column < values.count else { return "" }
    let text = values[column]
    guard text.hasPrefix("'"), let next = text.dropFirst().first, "=+-@".contains(next) else {
      return text
    }
    return String(text.dropFirst())
  }

  func refused(_ field: PlanField, _ reason: String) -> InputRefused {
    InputRefused(
      file: file, line: number, column: columns[field].map { $0 + 1 }, reason: reason)
  }

  func refused(_ year: FinancialYear, _ reason: String) -> InputRefused {
    InputRefused(
      file: file, line: number, column: targetColumns[year].map { $0 + 1 }, reason: reason)
  }

  /// A text that must be there, of at most so many characters.
  func required(
    _ field: PlanField, _ missing: String, limit: Int = 200
  ) throws(InputRefused) -> String {
    guard let text = try optional(field, limit: limit) else { throw refused(field, missing) }
    return text
  }

  /// A text that may be missing.
  func optional(_ field: PlanField, limit: Int = 200) throws(InputRefused) -> String? {
    let text = self[field]
    guard text.count <= limit else {
      throw refused(field, "use \(limit) characters or fewer: there are \(text.count).")
    }
    return text.isEmpty ? nil : text
  }

  /// One of an enum's raw values.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: PlanField, or other: Choice? = nil
  ) throws(InputRefused) -> Choice {
    let text = self[field].lowercased()
    if text.isEmpty, let other { return other }
    guard let found = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw refused(field, "“\(self[field])” is not known. Use \(known).")
    }
    return found
  }

  /// A month from 1990 to 2099, or another where none is given.
  func month(_ field: PlanField, or other: Month) throws(InputRefused) -> Month {
    let text = self[field]
    if text.isEmpty { return other }
    guard let month = Month(text), (1990...2099).contains(month.year) else {
      throw refused(field, "“\(text)” is not a month from 1990-01 to 2099-12, such as 2029-04.")
    }
    return month
  }
}
