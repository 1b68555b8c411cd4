/// The words of a line as translators see them, with the elements they go back into.
///
/// An element within the words is a number in braces: `Call {1}999{/1} now`, and `{2/}` is
/// something that is to stay as it is. A translation may move them, not lose them.
struct Line {
  /// The words; spaces and line ends in a row are one space.
  let words: String
  private var elements: [String: [UInt8]] = [:]

  /// `nil` where there are no words to translate, or where elements are torn apart.
  init?(_ pieces: ArraySlice<Piece>) {
    var words = ""
    var open: [Int] = []
    var count = 0
    for piece in pieces {
      switch piece {
      case .text(let text): words += text
      case .open(let bytes):
        count += 1
        open.append(count)
        words += Self.note("\(count)", bytes, &elements)
      case .close(let bytes):
        guard let number = open.popLast() else { return nil }
        words += Self.note("/\(number)", bytes, &elements)
      case .kept(let bytes), .mark(let bytes):
        count += 1
        words += Self.note("\(count)/", bytes, &elements)
      }
    }
    guard open.isEmpty, Placeholder.parts(of: words).contains(where: \.hasLetters) else {
      return nil
    }
    self.words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The markup of a translation of the words.
  func markup(of translation: String) -> [UInt8] {
    Placeholder.parts(of: translation).flatMap { part in
      switch part {
      case .words(let words): escaped(words)
      case .element(let name): elements[name] ?? []
      }
    }
  }

  private static func note(
    _ name: String, _ bytes: [UInt8], _ elements: inout [String: [UInt8]]
  ) -> String {
    elements[name] = bytes
    return "{\(name)}"
  }
}

/// The parts of words in which elements are numbers in braces.
enum Placeholder {
  case words(Substring)
  /// `1`, `/1` or `1/`.
  case element(String)

  var hasLetters: Bool {
    if case .words(let words) = self { words.contains(where: \.isLetter) } else { false }
  }

  static func parts(of words: String) -> [Placeholder] {
    var parts: [Placeholder] = []
    var rest = Substring(words)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = rest[rest.index(after: start)..<end]
      let isElement = !name.isEmpty && name.allSatisfy { $0 == "/" || $0.isASCII && $0.isNumber }
      let wordsEnd = isElement ? start : rest.index(after: end)
      if rest.startIndex < wordsEnd { parts.append(.words(rest[..<wordsEnd])) }
      if isElement { parts.append(.element(String(name))) }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.words(rest)) }
    return parts
  }
}
