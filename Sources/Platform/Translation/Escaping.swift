/// Text as it was before it was escaped.
func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard text.contains("&") else { return text }
  var result = ""
  var rest = Substring(text)
  while let start = rest.firstIndex(of: "&") {
    result += rest[..<start]
    rest = rest[start...]
    guard let (entity, character) = entities.first(where: { rest.hasPrefix($0.entity) }) else {
      result.append("&")
      rest = rest.dropFirst()
      continue
    }
    result.append(character)
    rest = rest.dropFirst(entity.count)
  }
  return result + rest
}

/// Text fit for content and for attributes in double quotes.
func escaped(_ text: some StringProtocol) -> [UInt8] {
  var result: [UInt8] = []
  for byte in text.utf8 {
    let entity = entities.first { $0.character.asciiValue == byte }?.entity
    if let entity { result += entity.utf8 } else { result.append(byte) }
  }
  return result
}

/// The five characters that mean something, as Markup writes them.
private let entities: [(entity: String, character: Character)] = [
  ("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&"),
]
