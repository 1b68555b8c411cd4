internal import Kernel
internal import Names

/// Under which texts somebody is kept and looked for; each becomes a keyed hash.
///
/// A word is kept as it is and by how it sounds. Two words of a name are kept together too, so that
/// "John Smith" is looked up at once and costs the same however many Smiths there are.
enum PersonKeys {
  /// More than any real name has; a name of many names ends here.
  static let mostKept = 400

  /// What somebody is kept under.
  static func kept(_ name: NameWords, born: Day?) -> [String] {
    var texts: Set<String> = []
    let words = name.words + name.joined.map(\.word)
    for word in words where !word.isInitial { texts.formUnion(["w\(word.text)"] + word.keys) }
    for (word, other) in pairs(name) {
      if word.isInitial || other.isInitial {
        texts.formUnion(recorded(word, other) + recorded(other, word))
      } else {
        texts.formUnion(together(word, other))
        texts.formUnion(initial("i", word, other) + initial("i", other, word))
      }
    }
    let sorted = texts.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(mostKept)
    return sorted + (born.map { ["d\($0)"] } ?? [])
  }

  /// A text to look for, and how much it says.
  struct Sought: Hashable {
    let text: String
    let weight: Int
  }

  /// What is looked for, the most telling first.
  static func sought(_ name: NameWords, born: Day?) -> [Sought] {
    var found: [Sought] = born.map { [Sought(text: "d\($0)", weight: 6)] } ?? []
    for (word, other) in pairs(name) {
      if word.isInitial || other.isInitial {
        for kind in ["i", "r"] {
          let texts = initial(kind, word, other) + initial(kind, other, word)
          found += texts.map { Sought(text: $0, weight: 5) }
        }
      } else {
        found += together(word, other).map { Sought(text: $0, weight: 8) }
        let texts = initial("r", word, other) + initial("r", other, word)
        found += texts.map { Sought(text: $0, weight: 5) }
      }
    }
    for word in name.words + name.joined.map(\.word) where !word.isInitial {
      found.append(Sought(text: "w\(word.text)", weight: 3))
      found += word.keys.map { Sought(text: $0, weight: 1) }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.text).inserted }
  }

  /// Each two words, and each word with two others that are written as one.
  private static func pairs(_ name: NameWords) -> [(NameWord, NameWord)] {
    var pairs: [(NameWord, NameWord)] = []
    for (index, word) in name.words.enumerated() {
      pairs += name.words[(index + 1)...].map { (word, $0) }
      for joined in name.joined where joined.first != word && joined.second != word {
        pairs.append((word, joined.word))
      }
    }
    return pairs
  }

  private static func together(_ word: NameWord, _ other: NameWord) -> [String] {
    word.keys.flatMap { key in
      other.keys.map { key < $0 ? "p\(key)|\($0)" : "p\($0)|\(key)" }
    }
  }

  /// The first letter of a word with another word; none where the other is a letter itself.
  private static func initial(_ kind: String, _ word: NameWord, _ other: NameWord) -> [String] {
    guard !other.isInitial, let first = word.text.first else { return [] }
    return other.keys.map { "\(kind)\(first)|\($0)" }
  }

  /// What was recorded as a letter alone.
  private static func recorded(_ word: NameWord, _ other: NameWord) -> [String] {
    word.isInitial ? initial("r", word, other) : []
  }
}
