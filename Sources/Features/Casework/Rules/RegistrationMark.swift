/// A vehicle's registration mark, in capitals and without spaces.
enum RegistrationMark {
  /// The mark of what was written: all of it where it can be one, or a mark of Great Britain since
  /// 2001 within other words.
  ///
  /// Marks of other countries are taken where they stand alone, so only letters, figures and the
  /// length are held to.
  static func find(in written: String) -> String? {
    let words = written.uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .map(String.init)
    let whole = words.joined()
    if (2...8).contains(whole.count), words.count <= 3, whole.contains(where: \.isNumber) {
      return whole
    }
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return (words + pairs).first(where: isCurrent)
  }

  /// Two letters, two figures, three letters.
  private static func isCurrent(_ text: String) -> Bool {
    let shape = text.map { $0.isNumber ? "0" : "A" }.joined()
    return shape == "AA00AAA"
  }
}
