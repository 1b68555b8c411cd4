extension Fields {
  /// The most fields of one query or form.
  public static let limit = 10_000

  /// Reads `name=value&name=value`, the text of a query or of an urlencoded form.
  ///
  /// - Throws: ``MalformedRequest`` for a bad escape, `%00`, text that is not UTF-8, or more than
  ///   ``limit`` fields.
  public init(urlEncoded bytes: ArraySlice<UInt8>) throws(MalformedRequest) {
    self.init()
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < Self.limit else { throw .tooLarge }
      let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let value = end < pair.endIndex ? pair[(end + 1)...] : []
      append(
        try percentDecoded(pair[..<end], plusIsSpace: true),
        try percentDecoded(value, plusIsSpace: true))
    }
  }

  /// Writes the fields as `name=value&name=value`.
  public var urlEncoded: String {
    pairs.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&")
  }
}
