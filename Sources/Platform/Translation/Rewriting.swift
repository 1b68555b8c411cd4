/// A page being written anew with other words.
struct Rewriting {
  private let bytes: [UInt8]
  private let language: Language?
  private let lookUp: (String) -> String?
  private var result: [UInt8] = []
  private var line: [Piece] = []
  /// The element the present line stands in.
  private var holder = ""

  /// `language` is that of the translations; without one the page's own is kept.
  init(_ bytes: [UInt8], language: Language?, lookUp: @escaping (String) -> String?) {
    self.bytes = bytes
    self.language = language
    self.lookUp = lookUp
    result.reserveCapacity(bytes.count + bytes.count / 4)
  }

  mutating func rewritten() -> [UInt8] {
    var tokens = Tokens(bytes)
    while let token = tokens.next() {
      switch token.kind {
      case .text: line.append(.text(unescaped(bytes[token.range])))
      case .start: start(token, &tokens)
      case .end where Self.inline.contains(token.name):
        line.append(.close(Array(bytes[token.range])))
      case .end, .other: boundary(bytes[token.range], of: "")
      }
    }
    endLine()
    return result
  }

  private mutating func start(_ token: Token, _ tokens: inout Tokens) {
    let tag = Tag(bytes[token.range])
    let isInline = Self.inline.contains(token.name)
    if Self.wordless.contains(token.name) || tag.isKept {
      let whole = Array(bytes[token.range.lowerBound..<tokens.skip(token)])
      let drawn = token.name == "svg"
      if isInline || drawn {
        line.append(drawn ? .mark(whole) : .kept(whole))
      } else {
        boundary(whole[...], of: "")
      }
    } else if isInline {
      let said = said(tag)
      line.append(token.isVoid ? .mark(said) : .open(said))
    } else if token.name == "html", let language {
      let attributes = "<html lang=\"\(language.code)\" dir=\"\(language.direction)\">"
      boundary(Array(attributes.utf8)[...], of: token.name)
    } else {
      boundary(said(tag)[...], of: token.name)
    }
  }

  /// A tag with those of its attributes translated that are read or read out.
  private func said(_ tag: Tag) -> [UInt8] {
    tag.bytes { text in text.contains(where: \.isLetter) ? lookUp(text) : nil }
  }

  /// Ends the line and writes what ended it.
  private mutating func boundary(_ bytes: ArraySlice<UInt8>, of element: String) {
    endLine()
    result += bytes
    holder = element
  }

  private mutating func endLine() {
    guard !line.isEmpty else { return }
    write(line: line[...])
    line.removeAll(keepingCapacity: true)
  }

  /// Writes a line: its words, or what stands side by side in it.
  private mutating func write(line: ArraySlice<Piece>) {
    let core = core(of: line)
    for piece in line[..<core.lowerBound] { result += piece.bytes }
    if let siblings = siblings(in: line[core]) {
      for sibling in siblings { write(line: sibling) }
    } else {
      write(line[core])
    }
    for piece in line[core.upperBound...] { result += piece.bytes }
  }

  /// Writes the words of a line; those of a title are parted where its parts are.
  private mutating func write(_ pieces: ArraySlice<Piece>) {
    if holder == "title", case .text(let title)? = pieces.first, pieces.count == 1 {
      result += escaped(TitleText.rewritten(title, by: lookUp))
      return
    }
    guard let words = Line(pieces) else { return pieces.forEach { result += $0.bytes } }
    let (before, after) = Self.spaces(around: pieces)
    result += escaped(before)
    if let translation = lookUp(words.words) {
      result += words.markup(of: translation)
    } else {
      let isMarked = language != nil && holder != "option"
      if isMarked { result += Array("<span lang=\"en-GB\" dir=\"ltr\">".utf8) }
      result += words.markup(of: words.words)
      if isMarked { result += Array("</span>".utf8) }
    }
    result += escaped(after)
  }

  /// Spaces at the edges of a line, which are no part of its words.
  private static func spaces(around pieces: ArraySlice<Piece>) -> (before: String, after: String) {
    var before = "", after = ""
    if case .text(let words)? = pieces.first {
      before = String(words.prefix(while: \.isWhitespace))
    }
    if case .text(let words)? = pieces.last, words.last?.isWhitespace == true { after = " " }
    return (before, after)
  }

  /// Elements that stand within a line of words.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "br", "code", "em", "img", "input", "small", "span", "strong", "sub", "sup",
    "time", "wbr",
  ]
  /// Elements whose words are not for reading, or were typed.
  private static let wordless: Set<String> = ["script", "style", "svg", "textarea", "pre"]
}

/// The title of a page: parts parted by a dash, after "Error: " where a form was refused.
enum TitleText {
  static func rewritten(_ title: String, by lookUp: (String) -> String?) -> String {
    let mark = "Error: "
    guard title.hasPrefix(mark) else {
      return title.split(separator: " - ").map { lookUp(String($0)) ?? String($0) }
        .joined(separator: " - ")
    }
    let said = lookUp("Error:").map { "\($0) " } ?? mark
    return said + rewritten(String(title.dropFirst(mark.count)), by: lookUp)
  }
}
