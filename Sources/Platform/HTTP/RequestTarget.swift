/// The address of a request, read from the bytes that were sent.
public struct RequestTarget: Hashable, Sendable {
  /// The parts of the path between slashes, decoded; none for `/`.
  ///
  /// A doubled or trailing slash gives an empty part, which no route has.
  public let path: [String]
  /// The query, decoded.
  public let query: Fields

  /// Reads an address such as `/plans/csp-2025?period=2025-Q1`.
  ///
  /// - Throws: ``MalformedRequest`` for anything but a path with an optional query: a byte that is
  ///   not visible ASCII, a bad escape, an escaped control character, text that is not UTF-8, a
  ///   part that is `.` or `..` (escaped or not).
  public init(_ raw: [UInt8]) throws(MalformedRequest) {
    guard raw.first == UInt8(ascii: "/"),
      raw.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
    else { throw .target }
    let end = raw.firstIndex(of: UInt8(ascii: "?")) ?? raw.endIndex
    path = try Self.parts(of: raw[1..<end])
    query = end < raw.endIndex ? try Fields(urlEncoded: raw[(end + 1)...]) : Fields()
  }

  private static func parts(of raw: ArraySlice<UInt8>) throws(MalformedRequest) -> [String] {
    guard !raw.isEmpty else { return [] }
    var parts: [String] = []
    for piece in raw.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let part = try percentDecoded(piece, plusIsSpace: false)
      if part == "." || part == ".." { throw .dotSegment }
      if part.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { throw .escape }
      parts.append(part)
    }
    return parts
  }
}
