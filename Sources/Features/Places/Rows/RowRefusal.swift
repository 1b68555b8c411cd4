internal import Commands

/// Why a file of rows is refused, in words.
extension InputRefused {
  static func row(_ file: String, _ line: Int, _ reason: String) -> InputRefused {
    InputRefused(file: file, line: line, reason: "\(reason). Nothing was stored.")
  }

  static func headings(_ file: String, _ missing: String, _ found: [String]) -> InputRefused {
    let there = found.prefix(12).joined(separator: ", ")
    return InputRefused(
      file: file, line: 1,
      reason: "there is no column of \(missing). The columns are \(there). Nothing was stored.")
  }

  static func swapped(_ file: String, _ place: String) -> InputRefused {
    InputRefused(
      file: file,
      reason: "most of its points lie in \(place), and would lie on land with easting and northing "
        + "exchanged. Check the columns. Nothing was stored.")
  }

  static func noRows(_ file: String) -> InputRefused {
    InputRefused(file: file, reason: "it holds no row. Nothing was stored.")
  }
}
