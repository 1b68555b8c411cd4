internal import Commands
internal import Documents
internal import Partnership
internal import Translation

/// The words of a language as a file for translators: page, English, words.
enum WordSheet {
  static let mostBytes = 5_000_000
  static let heads = ["Page", "English", "Words"]

  /// Each text once, under the first page it stands on.
  static func written(_ book: LanguageBook, _ texts: [PublicTexts]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(heads.map { .text($0) })
    var seen: Set<String> = []
    for page in texts {
      for english in page.texts where seen.insert(english).inserted {
        csv.row([.text(page.title), .text(english), .text(book.words[english]?.words ?? "")])
      }
    }
    return csv.bytes
  }

  /// What a file says.
  struct Reading: Equatable {
    /// Words by what they translate; those left empty are not among them.
    var words: [String: String] = [:]
    /// Texts that no page has now.
    var unknown: [String] = []
  }

  /// Reads a file; throws ``InputRefused`` with the line for what is wrong.
  static func read(_ path: String, named name: String, _ texts: [PublicTexts]) throws -> Reading {
    let known = Set(texts.flatMap(\.texts))
    var reading = Reading()
    var reader = CSVReader()
    let take = { (record: CSVRecord) throws in
      let values = record.texts
      if record.line == 1 {
        guard values == heads else {
          throw InputRefused(
            file: name, line: 1, reason: "expected the columns Page, English and Words: export them"
          )
        }
      } else if !record.isBlank {
        try row(values, &reading, known) { reason in
          InputRefused(file: name, line: record.line, reason: reason)
        }
      }
    }
    do {
      try FileBytes.read(path) { try reader.read($0, take) }
      try reader.finish(take)
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: name, line: problem.line, column: problem.column, reason: problem.reason)
    }
    return reading
  }

  private static func row(
    _ values: [String], _ reading: inout Reading, _ known: Set<String>,
    _ refused: (String) -> InputRefused
  ) throws {
    guard values.count == heads.count else {
      throw refused("expected 3 values, there are \(values.count)")
    }
    let (english, words) = (values[1], values[2])
    guard words.contains(where: { !$0.isWhitespace }) else { return }
    guard known.contains(english) else {
      reading.unknown.append(english)
      return
    }
    if let fault = PhraseFault(of: words, for: english) { throw refused(fault.words) }
    if let before = reading.words[english], before != words {
      throw refused("“\(english)” has other words above")
    }
    reading.words[english] = words
  }
}
