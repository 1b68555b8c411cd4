/// The bytes of a page as it is written.
public struct Output: Sendable {
  /// What has been written, UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// An empty page with room for `capacity` bytes.
  public init(capacity: Int = 16_384) { bytes.reserveCapacity(capacity) }

  /// Writes one ASCII character as it is.
  mutating func write(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

  /// Writes text of the program as it is.
  public mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes text as it is; it must already be safe.
  public mutating func write(raw text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes as they are; they must already be safe.
  public mutating func write(raw more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Writes text with `&`, `<`, `>`, `"` and `'` escaped, fit for content and quoted attributes.
  public mutating func write(escaping text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in source.indices where mayMeanSomething(source[index]) {
        guard let entity = entity(of: source[index]) else { continue }
        bytes.append(contentsOf: source[start..<index])
        write(entity)
        start = index + 1
      }
      if start == 0 {
        bytes.append(contentsOf: source)
      } else {
        bytes.append(contentsOf: source[start...])
      }
    }
  }
}

/// Whether a byte lies where the five characters are; most text is settled by this alone.
@inline(__always) private func mayMeanSomething(_ byte: UInt8) -> Bool {
  byte <= UInt8(ascii: ">") && byte >= UInt8(ascii: "\"")
}

private func entity(of byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&#34;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
