import HTTP
import Testing

@Suite("Fields of an answer")
struct ResponseFieldTests {
  @Test(
    "gzip is used for those who accept it",
    arguments: [
      ("gzip", true), ("gzip, deflate, br", true), ("br;q=1.0, gzip;q=0.5", true), ("*", true),
      ("GZIP", true), ("gzip;q=0", false), ("*;q=0", false), ("identity", false), ("", false),
      ("gzip; q=0, *", false), ("xgzip", false),
    ])
  func gzip(field: String, accepted: Bool) {
    #expect(ContentCoding.acceptsGzip(field) == accepted)
  }

  @Test(
    "text is worth compressing",
    arguments: [
      ("text/html; charset=utf-8", true), ("text/css", true), ("image/svg+xml", true),
      ("application/json", true), ("application/geo+json", true), ("image/png", false),
      ("application/zip", false), ("", false),
    ])
  func compressible(type: String, expected: Bool) {
    #expect(ContentCoding.isCompressible(type) == expected)
  }

  @Test("the mark of a content is the same for the same bytes only")
  func mark() {
    let tag = ETag(of: Array("a page".utf8))
    #expect(tag == ETag(of: Array("a page".utf8)))
    #expect(tag != ETag(of: Array("a pagf".utf8)))
    #expect(tag.description.hasPrefix("W/\""))
  }

  @Test(
    "a browser's copy is recognised",
    arguments: [
      ("TAG", true), ("\"x\", TAG", true), ("*", true), ("\"x\"", false), ("", false),
    ])
  func conditional(field: String, expected: Bool) {
    let tag = ETag(of: [1, 2, 3])
    let sent = field.split(separator: "TAG", omittingEmptySubsequences: false)
      .joined(separator: tag.description)
    #expect(tag.matches(ifNoneMatch: sent) == expected)
    #expect(tag.matches(ifNoneMatch: String(tag.description.dropFirst(2))))
  }

  @Test("let pictures come from elsewhere only where an origin is named")
  func pictures() {
    func policy(_ headers: SecurityHeaders) -> String { headers.fields[0].value }
    #expect(policy(SecurityHeaders(isSecure: true)).contains("img-src 'self'; "))
    let tiles = SecurityHeaders(isSecure: true, images: ["https://tiles.example.org"])
    #expect(policy(tiles).contains("img-src 'self' https://tiles.example.org; connect-src 'self'"))
  }

  @Test("nothing inline, foreign or framed is allowed, and https is insisted on")
  func security() throws {
    let plain = SecurityHeaders(isSecure: false).fields
    let policy = try #require(plain.first { $0.name == "Content-Security-Policy" }?.value)
    #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("unsafe") && !policy.contains("*"))
    #expect(!plain.contains { $0.name == "Strict-Transport-Security" })
    #expect(
      SecurityHeaders(isSecure: true).fields.contains { $0.name == "Strict-Transport-Security" })
  }

  @Test("a file's name to be saved under is plain")
  func download() {
    let answer = Response.download([1], type: "text/csv", name: "a\"b\r\nc.csv")
    #expect(
      answer.header("Content-Disposition") == "attachment; filename=\"a_b__c.csv\"")
  }
}
