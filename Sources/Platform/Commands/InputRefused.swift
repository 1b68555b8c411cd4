public import Kernel

/// Input that was read and refused as a whole; ends the program with status 3.
///
/// Nothing of it is stored. The reason never repeats personal data of the input.
public struct InputRefused: Problem, Equatable {
  /// The file as the user named it, with the entry inside an archive after a colon.
  public let file: String
  /// The line, from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// The column, from 1: of a table its number, of text the byte in the line.
  public let column: Int?
  /// Why, and what was expected, in a sentence.
  public let reason: String

  /// Refuses a file, at a place where there is one.
  public init(file: String, line: Int? = nil, column: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// For example `2023-01-street.csv, line 1, column 3: expected “Reported by”.`.
  public var message: String {
    let place = [file, line.map { "line \($0)" }, column.map { "column \($0)" }]
    return place.compactMap(\.self).joined(separator: ", ") + ": " + reason
  }

  /// 422, when a page shows it.
  public var status: Int { 422 }
}
