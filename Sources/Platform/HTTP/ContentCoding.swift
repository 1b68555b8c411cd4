/// Whether and when an answer is compressed.
public enum ContentCoding {
  /// The fewest bytes worth compressing.
  public static let leastBytes = 1024

  /// Whether an `Accept-Encoding` field accepts gzip: named, or by `*`, with a weight above 0.
  public static func acceptsGzip(_ field: String) -> Bool {
    var star = false
    for item in field.lowercased().split(separator: ",") {
      let pieces = item.split(separator: ";").map { trimmed(String($0)) }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      let accepted = (weight ?? 1) > 0
      switch pieces.first {
      case "gzip", "x-gzip": return accepted
      case "*": star = accepted
      default: break
      }
    }
    return star
  }

  /// Whether a media type is text that compresses well.
  public static func isCompressible(_ mediaType: String) -> Bool {
    let type = mediaType.prefix { $0 != ";" }.lowercased()
    return type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+json")
      || ["application/json", "application/javascript", "application/xml"].contains(type)
  }
}
