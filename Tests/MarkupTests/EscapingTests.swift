import Markup
import Testing

@Suite("Escaping")
struct EscapingTests {
  @Test(
    "makes every character that means something harmless, in content and in attributes",
    arguments: [
      ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&#34;"), ("'", "&#39;"),
      ("&amp;", "&amp;amp;"), ("a & b", "a &amp; b"), ("£ é ✓", "£ é ✓"), ("", ""),
      ("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
      (#"" onload="x"#, "&#34; onload=&#34;x"),
      ("</textarea><img src=x onerror=1>", "&lt;/textarea&gt;&lt;img src=x onerror=1&gt;"),
    ])
  func table(text: String, escaped: String) {
    expect(p { text }, is: "<p>\(escaped)</p>")
    expect(input(.value(text)), is: "<input value=\"\(escaped)\">")
    expect(td(.data("l", text)) {}, is: "<td data-l=\"\(escaped)\"></td>")
  }

  @Test(
    "lets a link lead only to pages, letters and calls",
    arguments: [
      ("/plans", "/plans"), ("#top", "#top"), ("?page=2", "?page=2"), ("a:b/c", "#"),
      ("/a:b", "/a:b"), ("https://example.org/", "https://example.org/"),
      ("mailto:help@example.org", "mailto:help@example.org"), ("tel:101", "tel:101"),
      ("javascript:alert(1)", "#"), ("JavaScript:alert(1)", "#"), (" javascript:alert(1)", "#"),
      ("java\nscript:alert(1)", "#"), ("data:text/html,x", "#"), ("", ""),
    ])
  func links(address: String, written: String) {
    expect(a(.href(address)) { "x" }, is: "<a href=\"\(written)\">x</a>")
  }

  @Test("holds in a page longer than the room it began with")
  func long() {
    let text = String(repeating: "a & b, ", count: 20_000)
    let escaped = String(repeating: "a &amp; b, ", count: 20_000)
    expect(p { text }, is: "<p>\(escaped)</p>")
  }

  @Test("is left out only by asking for it")
  func raw() {
    expect(p { Raw("&nbsp;") }, is: "<p>&nbsp;</p>")
    expect(p { Raw(trusted: "<b>1</b>") }, is: "<p><b>1</b></p>")
  }
}
