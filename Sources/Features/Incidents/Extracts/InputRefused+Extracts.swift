internal import Commands
internal import Documents

extension InputRefused {
  /// Bytes that are no table.
  static func notTable(_ file: String, _ problem: CSVProblem) -> InputRefused {
    let isUnicode = problem.reason.contains("zero byte")
    let hint = isUnicode ? " If it was saved as Unicode text, save it as CSV UTF-8." : ""
    return InputRefused(
      file: file, line: problem.line, column: problem.column,
      reason: "\(problem.reason)\(hint) Nothing was stored.")
  }

  /// A column whose values are too many to be what the mapping says.
  static func tooManyWords(_ file: String, _ kind: ExtractWords.Kind) -> InputRefused {
    InputRefused(
      file: file,
      reason: "the column of “\(kind.role.title)” has more than \(kind.limit) different values: "
        + "it is something else. Nothing was stored.")
  }
}
