/// One token of a document, by its place in the bytes.
struct Token {
  enum Kind { case text, start, end, other }

  let kind: Kind
  /// The element's name; empty for text and for what is neither text nor a tag.
  let name: String
  let range: Range<Int>
  /// Whether nothing can stand within it: `<br>`, or a shape closed with `/>`.
  var isVoid = false
}

/// The tokens of a document that Markup wrote: well formed, its attributes in double quotes.
///
/// It is no reader of other people's HTML.
struct Tokens: Sequence, IteratorProtocol {
  let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    guard place < bytes.count else { return nil }
    let start = place
    guard bytes[start] == UInt8(ascii: "<") else {
      place = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return Token(kind: .text, name: "", range: start..<place)
    }
    place = endOfTag(from: start)
    let isEnd = start + 1 < place && bytes[start + 1] == UInt8(ascii: "/")
    let name = name(from: isEnd ? start + 2 : start + 1)
    guard !name.isEmpty else { return Token(kind: .other, name: "", range: start..<place) }
    let isClosed = place - start > 2 && bytes[place - 2] == UInt8(ascii: "/")
    return Token(
      kind: isEnd ? .end : .start, name: name, range: start..<place,
      isVoid: isClosed || Self.voids.contains(name))
  }

  /// Passes over everything up to the end of an element that has just begun; where it ends.
  mutating func skip(_ start: Token) -> Int {
    var depth = start.isVoid ? 0 : 1
    while depth > 0, let token = next() {
      guard token.name == start.name else { continue }
      if token.kind == .end { depth -= 1 } else if !token.isVoid { depth += 1 }
    }
    return place
  }

  /// One past the `>` that ends a tag; one within quotes does not.
  private func endOfTag(from start: Int) -> Int {
    var isQuoted = false
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ">") where !isQuoted: return index + 1
      default: break
      }
    }
    return bytes.count
  }

  /// The letters and digits of a name; empty for `<!doctype`.
  private func name(from start: Int) -> String {
    let end = bytes[start...].firstIndex { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return String(decoding: bytes[start..<(end ?? bytes.count)], as: UTF8.self).lowercased()
  }

  private static let voids: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
}
