import HTTP
import Testing

@Suite("Reading the address of a request")
struct RequestTargetTests {
  @Test(
    "decodes path and query",
    arguments: [
      ("/", [], []),
      ("/plans", ["plans"], []),
      ("/plans/", ["plans", ""], []),
      ("//x", ["", "x"], []),
      ("/a%20b/c%C3%A9", ["a b", "cé"], []),
      ("/a%2Fb", ["a/b"], []),
      ("/a+b", ["a+b"], []),
      ("/x?a=1&b=two+words&a=%C3%A9", ["x"], ["a=1", "b=two words", "a=é"]),
      ("/x?", ["x"], []),
      ("/x?a&=b&&c==", ["x"], ["a=", "=b", "c=="]),
      ("/x?u=/../?", ["x"], ["u=/../?"]),
      ("/...", ["..."], []),
    ] as [(String, [String], [String])])
  func decodes(raw: String, path: [String], query: [String]) throws {
    let target = try RequestTarget(Array(raw.utf8))
    #expect(target.path == path)
    #expect(target.query.pairs.map { "\($0.name)=\($0.value)" } == query)
  }

  @Test(
    "refuses what is malformed",
    arguments: [
      ("", .target), ("plans", .target), ("*", .target), ("http://x/", .target),
      ("/a b", .target), ("/é", .target), ("/a#b", .target), ("/a\u{7F}", .target),
      ("/%00", .escape), ("/a%", .escape), ("/a%2", .escape), ("/%zz", .escape),
      ("/%0a", .escape), ("/%7f", .escape), ("/?a=%00", .escape), ("/?a=%+1", .escape),
      ("/%ff", .encoding), ("/%C3", .encoding), ("/?%ED%A0%80=1", .encoding),
      ("/%C0%AF", .encoding),
      ("/..", .dotSegment), ("/a/../b", .dotSegment), ("/.", .dotSegment),
      ("/%2e%2E/x", .dotSegment), ("/a/.%2e", .dotSegment),
    ] as [(String, MalformedRequest)])
  func refuses(raw: String, expected: MalformedRequest) {
    #expect(throws: expected) { try RequestTarget(Array(raw.utf8)) }
  }

  @Test(
    "reads back every path that is written", arguments: ["a b", "ä/ö", "100%", "a&b=c?d#e", "…"])
  func roundTrip(text: String) throws {
    let path = Path("x", text).with([(text, text)])
    let target = try RequestTarget(Array(path.text.utf8))
    #expect(target.path == ["x", text])
    #expect(target.query[text] == text)
  }
}
