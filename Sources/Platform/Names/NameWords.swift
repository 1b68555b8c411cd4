/// The words of a name as they are compared: small Latin letters, each word with how it sounds and
/// which variants it has.
///
/// "Siobhán O’Neill-Smith (née Jones)" has the words `siobhan`, `oneill`, `smith` and `jones`. Their
/// order says nothing: people write the family name first, last or between commas.
public struct NameWords: Sendable {
  /// At most twelve words, each once.
  public let words: [NameWord]
  /// Neighbours written as one: `annemarie` of "Anne-Marie Smith", and `mariesmith`.
  public let joined: [JoinedWord]

  /// The most words that are kept of a name.
  public static let most = 12

  /// The words of names; several names of one person may be given together.
  public init(_ names: String...) throws(NamesProblem) { try self.init(names) }

  /// The words of all names of one person.
  public init(_ names: [String]) throws(NamesProblem) {
    var seen: Set<String> = []
    var (words, joined): ([NameWord], [JoinedWord]) = ([], [])
    for name in names {
      var last: NameWord?
      for text in try Self.texts(name) where words.count < Self.most {
        let word = NameWord(text)
        if seen.insert(text).inserted { words.append(word) }
        if let last, let pair = JoinedWord(last, word), !joined.contains(pair) {
          joined.append(pair)
        }
        last = word
      }
    }
    (self.words, self.joined) = (words, joined)
  }

  /// Text in words of small Latin letters and digits, in order; for titles and places too.
  public static func plain(_ text: String) throws(NamesProblem) -> [String] {
    try LatinLetters.of(text).filter { !apostrophes.contains($0) && $0 != "." }
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
  }

  private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "ʹ", "`", "ʿ", "ʾ", "ʻ"]

  /// Words that say what a person is called by, and are no name.
  private static let courtesies: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "nee", "aka", "formerly", "previously", "also",
    "known", "as", "alias", "jr", "snr",
  ]
  /// Small words within names, which people leave out or write together.
  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der",
    "den", "ter", "ten", "bin", "bint", "ibn", "al", "el", "ul", "ur", "and",
  ]
  /// Beginnings that belong to the word after them: Mac Donald, O Neill, St John.
  private static let beginnings: Set<String> = ["mc", "mac", "o", "fitz", "st"]

  private static func texts(_ name: String) throws(NamesProblem) -> [String] {
    var texts: [String] = []
    var beginning = ""
    let plain = try plain(name).filter { !courtesies.contains($0) }
    for (index, text) in plain.enumerated() {
      let isLast = index == plain.count - 1
      if beginnings.contains(text), !isLast, beginning.isEmpty, plain[index + 1].count > 1 {
        beginning = text
      } else {
        texts.append(beginning + text)
        beginning = ""
      }
    }
    let core = texts.filter { !particles.contains($0) }
    return core.isEmpty ? texts : core
  }
}
