internal import FoundationEssentials

/// Rules as decisions keep them: the text of a column.
extension LawFinding {
  static func text(of rules: [LawFinding]) throws -> String {
    String(decoding: try JSONEncoder().encode(rules), as: UTF8.self)
  }

  static func kept(_ text: String) throws -> [LawFinding] {
    try JSONDecoder().decode([LawFinding].self, from: Data(text.utf8))
  }
}
