extension FormReader {
  /// A short word that something is called by in paths and in the shell: small letters, figures and
  /// dashes, at most 40; `example` is such a word.
  ///
  /// - Parameters:
  ///   - field: its field.
  ///   - example: a word such as theirs could be.
  ///   - message: what is said where another is called that, or where a path means something else by it.
  ///   - taken: whether that is so.
  /// - Returns: the word as it was given, refused or not.
  public mutating func key(
    _ field: String = "key", example: String, taken message: String = "",
    where taken: (String) -> Bool = { _ in false }
  ) -> String {
    let key = text(field, or: "Enter a short word for it, such as \(example)", limit: 40)
    if !Self.isKey(key) {
      refuse(field, "Use small letters, figures and dashes, such as \(example)")
    } else if taken(key) {
      refuse(field, message)
    }
    return key
  }

  /// Whether a word is of small letters, figures and dashes alone; an empty one is.
  public static func isKey(_ word: String) -> Bool {
    word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
