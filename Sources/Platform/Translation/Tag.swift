/// The start of an element, with its attributes.
struct Tag {
  private let bytes: ArraySlice<UInt8>
  /// Where the values of attributes stand, by the attributes' names.
  private var values: [(name: String, range: Range<Int>)] = []

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var place = bytes.startIndex
    while let quote = bytes[place...].firstIndex(of: UInt8(ascii: "\"")),
      let end = bytes[(quote + 1)...].firstIndex(of: UInt8(ascii: "\""))
    {
      let before = bytes[place..<quote].dropLast()
      let start = before.lastIndex { $0 == UInt8(ascii: " ") }.map { $0 + 1 } ?? before.startIndex
      values.append((String(decoding: before[start...], as: UTF8.self), quote + 1..<end))
      place = end + 1
    }
  }

  /// Whether the words within are to stay as they are.
  var isKept: Bool {
    values.contains { $0.name == "translate" && bytes[$0.range].elementsEqual("no".utf8) }
  }

  /// The tag with other words in those of its attributes that people read or hear.
  func bytes(_ other: (String) -> String?) -> [UInt8] {
    var result: [UInt8] = []
    var place = bytes.startIndex
    for (name, range) in values where Self.isSaid(name) {
      guard let words = other(unescaped(bytes[range])) else { continue }
      result += bytes[place..<range.lowerBound] + escaped(words)
      place = range.upperBound
    }
    return result + bytes[place...]
  }

  /// `data-l` is the heading of a cell on narrow pages; `data-say-…` is what a script says.
  private static func isSaid(_ name: String) -> Bool {
    ["alt", "aria-description", "aria-label", "data-l", "placeholder", "title"].contains(name)
      || name.hasPrefix("data-say-")
  }
}
