import HTTP

extension Response {
  /// The page as it is sent.
  var text: String {
    guard case .bytes(let bytes) = body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a page: its tags taken out, its white space made single.
  var words: String {
    let page = self.text
    var text = ""
    var isTag = false
    for character in page {
      switch character {
      case "<": (isTag, text) = (true, text + " ")
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
