/// Writes a path within the site, escaping what must be escaped.
///
///     Path("plans", slug).with(Fields([("period", "2025-Q1")])).text
public struct Path: Hashable, Sendable, CustomStringConvertible {
  /// The path as it goes into a link, beginning with `/`.
  public let text: String

  /// A path of its parts, unescaped; none of them is empty, `.` or `..`.
  public init(_ parts: String...) { self.init(parts) }

  /// A path of its parts, unescaped; none of them is empty, `.` or `..`.
  public init(_ parts: [String]) {
    text = "/" + parts.map(percentEncoded).joined(separator: "/")
  }

  private init(text: String) { self.text = text }

  /// The path with a query after it, or as it is where there are no fields.
  public func with(_ query: Fields) -> Path {
    query.pairs.isEmpty ? self : Path(text: "\(text)?\(query.urlEncoded)")
  }

  /// The path with a query of these names and values.
  public func with(_ query: [(String, String)]) -> Path { with(Fields(query)) }

  /// The path as it goes into a link.
  public var description: String { text }
}

/// The text with every byte but letters, digits and `-._~` escaped.
func percentEncoded(_ text: String) -> String {
  // Most names, numbers and words are fit for a path as they are.
  if text.utf8.allSatisfy(isUnreserved) { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 8)
  for byte in text.utf8 {
    if isUnreserved(byte) {
      bytes.append(byte)
    } else {
      bytes.append(UInt8(ascii: "%"))
      bytes.append(upperHex(byte >> 4))
      bytes.append(upperHex(byte & 15))
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

private func upperHex(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
