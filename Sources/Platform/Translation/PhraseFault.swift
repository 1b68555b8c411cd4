/// What is wrong with a translation.
public enum PhraseFault: Error, Hashable, Sendable {
  /// It says nothing.
  case empty
  /// What stands in braces is not what it translates has there: what is missing, and what is too
  /// much.
  case otherBraces(missing: [String], unknown: [String])

  /// What is wrong with the translation of a text, if anything.
  ///
  /// Every element and every value has to come back, once; in which order is the translator's.
  public init?(of translation: String, for text: String) {
    guard translation.contains(where: { !$0.isWhitespace }) else {
      self = .empty
      return
    }
    let wanted = Self.braces(text)
    let given = Self.braces(translation)
    let missing = Self.rest(of: wanted, without: given)
    let unknown = Self.rest(of: given, without: wanted)
    guard !missing.isEmpty || !unknown.isEmpty else { return nil }
    self = .otherBraces(missing: missing, unknown: unknown)
  }

  /// What is wrong, and what to do.
  public var words: String {
    switch self {
    case .empty: "Enter the words in this language"
    case .otherBraces(let missing, let unknown):
      [
        missing.isEmpty ? nil : "Put \(missing.joined(separator: ", ")) where the English has it",
        unknown.isEmpty
          ? nil : "Take out \(unknown.joined(separator: ", ")): the English has it not",
      ].compactMap(\.self).joined(separator: ". ")
    }
  }

  private static func braces(_ text: String) -> [String] {
    let elements = Placeholder.parts(of: text).compactMap { part in
      if case .element(let name) = part { "{\(name)}" } else { nil }
    }
    let values = Pattern.pieces(of: text).compactMap { part in
      if case .value(let name) = part { "{\(name)}" } else { nil }
    }
    return elements + values
  }

  private static func rest(of some: [String], without others: [String]) -> [String] {
    var others = others
    return some.filter { name in
      guard let index = others.firstIndex(of: name) else { return true }
      others.remove(at: index)
      return false
    }
  }
}
