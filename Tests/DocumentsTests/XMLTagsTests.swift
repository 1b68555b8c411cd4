import Testing

@testable import Documents

@Suite("Reading tags")
struct XMLTagsTests {
  static func names(_ text: String, pieces: Int) throws -> [String] {
    var tags = XMLTags()
    var found: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try Array(bytes[start..<min(start + pieces, bytes.count)]).withUnsafeBytes { piece in
        try tags.read(piece) { found.append(($0.isEnd ? "/" : "") + $0.name) }
      }
    }
    return found
  }

  @Test("gives them in order wherever the text is cut", arguments: [1, 3, 1000])
  func order(pieces: Int) throws {
    let text = "<?xml version='1.0'?><x:a b=\"1>2\"><!-- <no> > -->\n<c/>"
    let after = "<![CDATA[<no>]]></x:a><d e='\"'>"
    let names = ["?xml", "a", "!--", "c", "![CDATA[<no>]]", "/a", "d"]
    #expect(try Self.names(text + after, pieces: pieces) == names)
  }

  @Test("reads attributes by name, without the prefix of their namespace")
  func attributes() {
    let tag = XMLTag(Array("c r:id = \"B7\" s='3' t=\"a &amp;lt; &quot;b&quot;\"/".utf8))
    #expect(tag.name == "c" && !tag.isEnd)
    #expect(tag["id"] == "B7" && tag.number("s") == 3 && tag["none"] == nil)
    #expect(tag["t"] == "a &lt; \"b\"")
    #expect(XMLTag(Array("c s=3".utf8))["s"] == nil)
  }

  @Test("refuses a tag longer than any of a workbook, and passes over a comment of any length")
  func long() throws {
    let long = String(repeating: "x", count: 100_000)
    #expect(throws: ReaderProblem.damaged) { try Self.names("<\(long)>", pieces: 4096) }
    #expect(try Self.names("<!--\(long)--><a>", pieces: 4096).last == "a")
  }
}
