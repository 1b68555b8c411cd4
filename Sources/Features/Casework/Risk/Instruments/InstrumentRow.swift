internal import Commands
internal import Documents

/// One row of a sheet, with what its columns hold.
struct InstrumentRow {
  /// What a row can say.
  enum Kind: String, CaseIterable {
    case title
    case source
    case lists
    case question
    case answer
    case check
    case band
  }

  let kind: Kind
  let words: String
  let line: Int
  private let name: String
  private let numbers: [String]

  init(_ record: CSVRecord, name: String) throws {
    let texts = record.texts.map { text in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    line = record.line
    self.name = name
    words = texts.count > 1 ? texts[1] : ""
    numbers = Array((texts + ["", "", "", ""]).prefix(4).dropFirst(2))
    guard let kind = Kind(rawValue: texts.first?.lowercased() ?? "") else {
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputRefused(
        file: name, line: record.line, column: 1,
        reason: "The first column must be one of \(kinds). Nothing was stored.")
    }
    self.kind = kind
  }

  func text(most: Int) throws -> String {
    guard !words.isEmpty, words.count <= most else {
      throw refused("Enter the text, \(most) characters at most.", column: 2)
    }
    return words
  }

  func isYes() throws -> Bool {
    guard words == "yes" || words == "no" else { throw refused("Enter yes or no.", column: 2) }
    return words == "yes"
  }

  func points(most: Int) throws -> Int {
    guard let points = Int(numbers[0]), (0...most).contains(points) else {
      throw refused("Enter points from 0 to \(most).", column: 3)
    }
    return points
  }

  /// Days after which somebody looks again.
  func days() throws -> Int {
    guard let days = Int(numbers[1]), (1...366).contains(days) else {
      throw refused("Enter after how many days it is assessed again, from 1 to 366.", column: 4)
    }
    return days
  }

  func refused(_ reason: String, column: Int? = nil) -> InputRefused {
    InputRefused(file: name, line: line, column: column, reason: "\(reason) Nothing was stored.")
  }
}
