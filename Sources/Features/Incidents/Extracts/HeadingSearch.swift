internal import Commands

/// The search for the line with the headings.
struct HeadingSearch {
  /// Lines looked at.
  private(set) var lines = 0
  /// The line that came nearest, with what it lacks.
  private var best: (line: Int, headings: [String], fault: HeadingFault)?

  /// Begins anew, in the next sheet.
  mutating func begin() { lines = 0 }

  /// The places of the columns, where the row has the headings.
  mutating func places(_ row: some ExtractRow, _ mapping: Mapping) -> ColumnPlaces? {
    lines += 1
    let headings = (0..<row.count).map(row.text)
    do { return try ColumnPlaces(mapping, in: headings) } catch {
      // The first line of several values: titles and notes above have one.
      if (best?.headings.count ?? 0) < 2 { best = (row.line, headings, error) }
      return nil
    }
  }

  /// What the line that came nearest lacks.
  var fault: String { best?.fault.words ?? "the file is empty" }

  /// Why the file is refused.
  func refusal(_ file: String, _ mapping: Mapping, sheet: String?) -> InputRefused {
    guard let best else {
      let isNamed = !mapping.sheet.isEmpty
      return InputRefused(
        file: file,
        reason: isNamed
          ? "there is nothing in a sheet “\(mapping.sheet)”. Nothing was stored."
          : "the file is empty. Nothing was stored.")
    }
    let found = best.headings.prefix(12).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    let more = best.headings.count > 12 ? " and \(best.headings.count - 12) more" : ""
    return InputRefused(
      file: file, line: best.line,
      reason: "\(best.fault.words); the line has \(found)\(more).\(hint(best.headings, mapping)) "
        + "Nothing was stored.")
  }

  /// What else may part the values of a line that has only one.
  private func hint(_ headings: [String], _ mapping: Mapping) -> String {
    guard headings.count == 1 else { return "" }
    let other = Mapping.Separator.allCases.first { other in
      other != mapping.separator && headings[0].utf8.contains(other.byte)
    }
    return other.map {
      " Its values seem to be parted by a \($0.rawValue), not by a \(mapping.separator.rawValue)."
    } ?? ""
  }
}
