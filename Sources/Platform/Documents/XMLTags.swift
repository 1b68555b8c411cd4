/// The tags of an XML text that comes in pieces, one after another.
///
/// Enough to look up attributes in the parts of a workbook, and no parser: text, comments and
/// declarations are passed over, entities are the five of XML.
struct XMLTags {
  /// A longer tag is no tag of a workbook.
  private static let longest = 65_536
  private static let comment = Array("!--".utf8)
  private static let verbatim = Array("![CDATA[".utf8)

  private var tag: [UInt8] = []
  private var isInside = false
  private var quote: UInt8 = 0

  /// Takes the next piece; what is cut at its end waits for the one after.
  mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ each: (XMLTag) throws -> Void
  ) throws {
    for byte in bytes {
      guard isInside else {
        if byte == UInt8(ascii: "<") { (isInside, tag, quote) = (true, [], 0) }
        continue
      }
      guard byte != UInt8(ascii: ">") || !mayEnd else {
        isInside = false
        try each(XMLTag(tag))
        continue
      }
      // What is passed over may be of any length: its last bytes tell where it ends.
      if isPassedOver, tag.count > 64 { tag.removeSubrange(16..<32) }
      tag.append(byte)
      guard tag.count <= Self.longest else { throw ReaderProblem.damaged }
      note(byte)
    }
  }

  private var isPassedOver: Bool {
    tag.first == UInt8(ascii: "!")
      && (tag.starts(with: Self.comment) || tag.starts(with: Self.verbatim))
  }

  /// Whether a `>` ends what was begun.
  private var mayEnd: Bool {
    guard isPassedOver else { return quote == 0 }
    if tag.starts(with: Self.comment) { return tag.count > 4 && tag.suffix(2) == [45, 45] }
    return tag.suffix(2) == [93, 93]
  }

  private mutating func note(_ byte: UInt8) {
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { return }
    if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
  }
}

/// One tag: `<c r="B7" s="3"/>`, `</row>`.
struct XMLTag {
  private let bytes: ArraySlice<UInt8>
  /// Whether it ends an element that was begun.
  let isEnd: Bool
  /// Its name without the prefix of its namespace.
  let name: String

  init(_ bytes: [UInt8]) {
    isEnd = bytes.first == UInt8(ascii: "/")
    let whole = bytes.drop { $0 == UInt8(ascii: "/") }
    let name = whole.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "/") }
    self.name = Self.local(name)
    self.bytes = whole.dropFirst(name.count)
  }

  /// The value of an attribute, by its name without a prefix.
  subscript(_ wanted: String) -> String? {
    var rest = bytes
    while true {
      rest = rest.drop { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      let key = rest.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
      guard !key.isEmpty else { return nil }
      rest = rest.dropFirst(key.count).drop { Self.isSpace($0) || $0 == UInt8(ascii: "=") }
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else { return nil }
      let value = rest.dropFirst().prefix { $0 != quote }
      if Self.local(key) == wanted { return Self.unescaped(value) }
      rest = rest.dropFirst(value.count + 2)
    }
  }

  /// The value of an attribute that is a number.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func local(_ name: ArraySlice<UInt8>) -> String {
    let parts = name.split(separator: UInt8(ascii: ":"))
    return String(decoding: parts.last ?? [], as: UTF8.self)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ]
    for (entity, character) in entities {
      text = text.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }
}
