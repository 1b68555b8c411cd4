/// Names that are spelt in ways no rule of sounds brings together, and short forms people go by.
enum NameVariants {
  /// The groups a word is in, each named by its first word; a short form may be in several.
  static func groups(of word: String) -> [String] { table[word] ?? [] }

  private static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let head = words.first else { continue }
      for word in words { table[word, default: []].append(head) }
    }
    return table
  }()
}
