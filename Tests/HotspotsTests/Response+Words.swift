import HTTP

extension Response {
  /// The text of a page: its tags taken out, its white space made single.
  var words: String {
    guard case .bytes(let bytes) = body else { return "" }
    var text = ""
    var isTag = false
    for character in String(decoding: bytes, as: UTF8.self) {
      switch character {
      case "<": (isTag, text) = (true, text + " ")
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
