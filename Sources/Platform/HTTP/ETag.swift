/// A mark of a page's content, by which a browser asks whether its copy is still good.
///
/// Weak (`W/"…"`), because the compressed and the plain form of a page share it.
public struct ETag: Hashable, Sendable, CustomStringConvertible {
  /// The value of the `ETag` field.
  public let description: String

  /// The mark of a content: FNV-1a of 64 bits and the length, the same on every machine.
  public init(of bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    description = "W/\"\(String(hash, radix: 16))-\(String(bytes.count, radix: 16))\""
  }

  /// Whether an `If-None-Match` field names this mark, compared weakly.
  public func matches(ifNoneMatch field: String) -> Bool {
    let own = opaque(description[...])
    return field.split(separator: ",").contains { piece in
      let one = trimmed(String(piece))
      return one == "*" || opaque(one[...]) == own
    }
  }

  private func opaque(_ text: Substring) -> Substring {
    text.hasPrefix("W/") ? text.dropFirst(2) : text
  }
}
