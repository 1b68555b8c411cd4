/// The words of pages in one language, found by the words they are written in.
///
/// A page is written once, in one language, and translated as it leaves: what stands in a line is
/// looked up whole, with the elements in it as numbers, so that translators see sentences and can
/// move what is in them. What has no translation stays as it is and is marked as of its language.
public struct Wording: Sendable {
  /// The language.
  public let language: Language
  private let words: [String: String]
  private let patterns: [(pattern: Pattern, translation: [Pattern.Part])]

  /// The words of a language: translations by what they translate.
  ///
  /// Keys may hold values: `{number}`, `{date}` and `{text}`, each with a digit at its end where
  /// there are two. The words of a date and a whole text are looked up in turn.
  public init(_ language: Language, _ words: [String: String]) {
    self.language = language
    self.words = words
    patterns = words.compactMap { key, translation in
      Pattern(key).map { ($0, Pattern.pieces(of: translation)) }
    }.sorted { $0.pattern.length > $1.pattern.length }
  }

  /// The translation of a text, whole or by the pattern that gives most of it.
  ///
  /// Costs a look into a table, and where that finds nothing a try of every pattern.
  public func translation(of text: String) -> String? { translation(of: text, depth: 0) }

  private func translation(of text: String, depth: Int) -> String? {
    if let found = words[text] { return found }
    guard depth < Self.deepest else { return nil }
    for (pattern, translation) in patterns {
      guard let values = pattern.values(in: text) else { continue }
      return translation.map { part in
        switch part {
        case .literal(let words): words
        case .value(let name): value(values[name] ?? "", Pattern.kind(of: name), depth)
        }
      }.joined()
    }
    return nil
  }

  private func value(_ text: String, _ kind: Pattern.Kind?, _ depth: Int) -> String {
    switch kind {
    case .date:
      text.split(separator: " ").map { words[String($0)] ?? String($0) }.joined(separator: " ")
    case .text: translation(of: text, depth: depth + 1) ?? text
    case .number, nil: text
    }
  }

  /// A value may be a text with values, and no more.
  private static let deepest = 3

  /// A page in this language.
  ///
  /// Takes what Markup wrote, and no other HTML. Elements with `translate="no"` and what is typed
  /// into fields stay as they are.
  public func page(_ bytes: [UInt8]) -> [UInt8] {
    var rewriting = Rewriting(bytes, language: language) { translation(of: $0) }
    return rewriting.rewritten()
  }

  /// The texts of a page, in order, each once: what ``page(_:)`` would look up.
  public static func texts(of page: [UInt8]) -> [String] {
    var texts: [String] = []
    var seen: Set<String> = []
    var rewriting = Rewriting(page, language: nil) { text in
      if seen.insert(text).inserted { texts.append(text) }
      return nil
    }
    _ = rewriting.rewritten()
    return texts
  }
}
