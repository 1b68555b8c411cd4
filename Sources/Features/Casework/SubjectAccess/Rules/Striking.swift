internal import Kernel
internal import Names

/// Strikes others out of a text: their names, every telephone number and email address that is not the
/// person's own, and passages somebody chose.
///
/// It strikes too much rather than too little: a name that is also a word goes wherever it stands.
struct Striking: Sendable {
  static let mark = "[struck out]"
  /// A number with fewer digits is no telephone number.
  private static let fewestDigits = 9

  private let others: Set<String>
  private let own: Set<String>
  private let passages: [String]

  /// - Parameters:
  ///   - own: names and contacts of the person who asks, which stay.
  ///   - others: names of other people.
  ///   - passages: what somebody chose to strike, wherever it stands.
  init(own: [String], others: [String], passages: [String] = []) {
    self.own = Set(own.flatMap(Self.keys))
    self.others = Set(others.flatMap(Self.keys).filter { $0.count > 1 })
    self.passages = passages.map { $0.lowercased() }.filter { !$0.isEmpty }
  }

  /// The passages of a field, one a line.
  static func passages(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      var rest = line.drop(while: \.isWhitespace)
      while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
      return String(rest)
    }.filter { !$0.isEmpty }
  }

  /// The text without them, and how many passages were struck.
  func strike(_ text: String) -> (text: String, count: Int) {
    let characters = Array(text)
    var struck = [Bool](repeating: false, count: characters.count)
    strikePassages(characters, &struck)
    strikeNames(characters, &struck)
    strikeContacts(characters, &struck)
    var (result, count, isIn) = ("", 0, false)
    for (index, character) in characters.enumerated() {
      if struck[index] {
        if !isIn { (result, count) = (result + Self.mark, count + 1) }
      } else {
        result.append(character)
      }
      isIn = struck[index]
    }
    return (result, count)
  }

  private func strikePassages(_ text: [Character], _ struck: inout [Bool]) {
    let lower = text.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    for passage in passages.map(Array.init) where passage.count <= lower.count {
      for start in 0...(lower.count - passage.count)
      where Array(lower[start..<(start + passage.count)]) == passage {
        for index in start..<(start + passage.count) { struck[index] = true }
      }
    }
  }

  /// A name the person shares with somebody else goes where it stands beside the rest of theirs.
  private func strikeNames(_ text: [Character], _ struck: inout [Bool]) {
    let words = Self.words(text)
    let kinds = words.map { range in Self.keys(String(text[range])) }
    var chosen = kinds.map { keys in
      !keys.isEmpty && keys.contains(where: others.contains) && !keys.contains(where: own.contains)
    }
    for (index, keys) in kinds.enumerated()
    where !chosen[index] && keys.contains(where: others.contains) {
      let beside = [index - 1, index + 1].filter { words.indices.contains($0) }
      chosen[index] = beside.contains { near in
        let gap =
          near < index
          ? text[words[near].upperBound..<words[index].lowerBound]
          : text[words[index].upperBound..<words[near].lowerBound]
        return chosen[near] && gap.allSatisfy { $0 == " " }
      }
    }
    for (index, range) in words.enumerated() where chosen[index] {
      for place in range { struck[place] = true }
      // The space between two parts of one name goes with them.
      if index > 0, chosen[index - 1] {
        let gap = words[index - 1].upperBound..<range.lowerBound
        if text[gap].allSatisfy({ $0 == " " }) { for place in gap { struck[place] = true } }
      }
    }
  }

  private func strikeContacts(_ text: [Character], _ struck: inout [Bool]) {
    for range in Self.runs(text, where: { !$0.isWhitespace && !"<>()[],;".contains($0) }) {
      let word = String(text[range])
      if word.contains("@"), !own.contains(word.lowercased()) {
        for place in range { struck[place] = true }
      }
    }
    let isPart: (Character) -> Bool = { $0.isNumber || " +-().".contains($0) }
    for range in Self.runs(text, where: isPart) {
      let digits = text[range].filter(\.isNumber)
      guard digits.count >= Self.fewestDigits, !own.contains(String(digits.suffix(9))) else {
        continue
      }
      let first = text[range].firstIndex(where: \.isNumber) ?? range.lowerBound
      let last = text[range].lastIndex(where: \.isNumber) ?? range.upperBound
      for place in first...last { struck[place] = true }
    }
  }

  /// What a name, number or address is compared by.
  private static func keys(_ text: String) -> [String] {
    let digits = text.filter(\.isNumber)
    if text.contains("@") { return [text.lowercased()] }
    if digits.count >= fewestDigits { return [String(digits.suffix(9))] }
    let parts = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return parts.flatMap { part -> [String] in
      var name = part[...]
      for ending in ["'s", "’s"] where name.hasSuffix(ending) { name = name.dropLast(2) }
      return (try? NameWords.plain(String(name))) ?? [name.lowercased()]
    }
  }

  private static func words(_ text: [Character]) -> [Range<Int>] {
    runs(text) { $0.isLetter || $0 == "'" || $0 == "’" }
  }

  private static func runs(
    _ text: [Character], where isPart: (Character) -> Bool
  ) -> [Range<Int>] {
    var (found, start): ([Range<Int>], Int?) = ([], nil)
    for index in 0...text.count {
      let isIn = index < text.count && isPart(text[index])
      if isIn, start == nil { start = index }
      if !isIn, let begin = start {
        found.append(begin..<index)
        start = nil
      }
    }
    return found
  }
}
