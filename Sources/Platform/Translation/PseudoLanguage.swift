/// A language nobody speaks, to see a page in before there are translations.
///
/// It shows what was forgotten, since that stays plain, and what breaks when words are longer, as
/// they are in most languages, or run from right to left.
public enum PseudoLanguage: String, CaseIterable, Sendable {
  /// From left to right, with accents.
  case accented = "en-XA"
  /// From right to left.
  case mirrored = "ar-XB"

  /// The language.
  public var language: Language {
    Language(known: rawValue, name: name, isRightToLeft: self == .mirrored)
  }

  private var name: String { self == .accented ? "Àççéñţéð" : "Ɯıɹɹoɹǝd" }

  /// Texts in this language: about two fifths longer, in brackets; elements and values stay.
  public func wording(_ texts: some Sequence<String>) -> Wording {
    Wording(
      language,
      Dictionary(texts.map { ($0, words(of: $0)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// One text in this language.
  public func words(of text: String) -> String {
    var isBraced = false
    var count = 0
    let words = text.map { character -> String in
      if character == "{" { isBraced = true }
      defer { if character == "}" { isBraced = false } }
      guard !isBraced, character != "}" else { return String(character) }
      count += 1
      return String(Self.accents[character] ?? character)
    }.joined()
    let longer = String((0..<count * 2 / 5).map { $0 % 7 == 6 ? " " : "~" })
    let said = "[\(words)\(longer)]"
    return self == .mirrored ? "\u{202e}\(said)\u{202c}" : said
  }

  private static let accents: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
      "áƀçđéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"))
}
