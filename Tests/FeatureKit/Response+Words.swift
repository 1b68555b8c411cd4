public import HTTP

extension Response {
  /// The page as it is sent.
  public var text: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a page: its tags taken out, its white space made single.
  public var words: String {
    var words = ""
    var isTag = false
    for character in text {
      switch character {
      case "<": (isTag, words) = (true, words + " ")
      case ">": isTag = false
      default: if !isTag { words.append(character) }
      }
    }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
