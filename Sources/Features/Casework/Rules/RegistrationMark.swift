/// A vehicle's registration mark, in capitals and without spaces.
enum RegistrationMark {
  /// What somebody entered as a mark: all of it where it can be one, or a mark within other words.
  ///
  /// Marks of other countries are taken where they stand alone, so only letters, figures and the
  /// length are held to.
  static func of(_ typed: String) -> String? {
    let words = words(of: typed)
    let whole = words.joined()
    if (2...8).contains(whole.count), words.count <= 3, whole.contains(where: \.isNumber) {
      return whole
    }
    return find(in: typed)
  }

  /// The first mark within free words such as "a white van, AB12 CDE"; `nil` where nothing looks like
  /// one.
  ///
  /// Only the shapes of the United Kingdom count. Those that other words have too ("A4", "320D", "2
  /// men") count where they stand alone and are long enough, or after "reg".
  static func find(in written: String) -> String? {
    let words = words(of: written)
    if words.count == 1 || words.count == 2, let mark = joined(words[...]),
      MarkShape.isDateless(mark)
    {
      return mark
    }
    for start in words.indices {
      for count in [3, 2, 1] where start + count <= words.count {
        let parts = words[start..<(start + count)]
        guard let mark = joined(parts) else { continue }
        if count == 3 ? MarkShape.isCurrent(mark) : MarkShape.isTelling(mark) { return mark }
      }
    }
    return announced(words)
  }

  /// A mark of any shape after "reg", "registration" or "plate".
  private static func announced(_ words: [String]) -> String? {
    for (place, word) in words.enumerated() where CommonWords.announcing.contains(word) {
      let rest = words[(place + 1)...].drop { CommonWords.filling.contains($0) }
      for count in [2, 1] where rest.count >= count {
        if let mark = joined(rest.prefix(count)), MarkShape.isAny(mark) { return mark }
      }
    }
    return nil
  }

  /// Words written as one; `nil` where one of them is a common word, or the whole is a make with a
  /// model.
  private static func joined(_ parts: ArraySlice<String>) -> String? {
    guard !parts.contains(where: CommonWords.all.contains) else { return nil }
    let mark = parts.joined()
    guard !MarkShape.isCurrent(mark) else { return mark }
    let isModel = CommonWords.makes.contains(String(mark.prefix { $0.isLetter }))
    return isModel || CommonWords.all.contains(mark.filter(\.isLetter)) ? nil : mark
  }

  private static func words(of text: String) -> [String] {
    text.uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
