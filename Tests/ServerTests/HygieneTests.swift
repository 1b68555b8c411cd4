import HTTP
import Server
import TestKit
import Testing

@Suite("Requests that are refused")
struct HygieneTests {
  /// What is sent, and the status that must come; 0 where the connection may only be closed.
  static let cases: [(sent: String, status: Int)] = [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 200),
    ("GET / HTTP/1.0\r\n\r\n", 200),
    ("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200),
    ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nA b: 1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nA\u{1}: 1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nA(: 1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nA: \u{1}\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400),
    ("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /a%2 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /?a=%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /?a=%f HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", 400),
    ("PUT / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    ("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    ("OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    ("get / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    ("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
    (form("Content-Length: 3\r\nContent-Length: 3"), 400),
    (form("Content-Length: 3\r\nContent-Length: 4"), 400),
    (form("Content-Length: 3, 3"), 400),
    (form("Content-Length: +3"), 400),
    (form("Content-Length: -3"), 400),
    (form("Content-Length: 0x3"), 400),
    (form("Content-Length: 99999999999999999999"), 413),
    (form("Content-Length: 3\r\nTransfer-Encoding: chunked"), 400),
    (form("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 400),
    (form("Transfer-Encoding: gzip"), 501),
    (form("Transfer-Encoding: gzip, chunked"), 501),
    (form("Transfer-Encoding: identity"), 501),
    (form("Transfer-Encoding: xchunked"), 501),
    (form("Transfer-Encoding:\u{0B}chunked"), 400),
    (form("Content-Length: 3", type: "text/plain"), 415),
    (form("Content-Length: 3", type: "multipart/form-data"), 400),
    (form("Content-Length: 3", type: "application/x-www-form-urlencoded\r\nContent-Type: x"), 400),
    (form("Content-Length: 3"), 200),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 200),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", 200),
    (form("Transfer-Encoding: chunked", body: "3\r\na=1\r\n0\r\n\r\n"), 200),
    (form("Transfer-Encoding: chunked", body: "zz\r\na=1\r\n0\r\n\r\n"), 0),
    (form("Content-Length: 3", body: "a=%"), 400),
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    ("GET /\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n" + many(99) + "\r\n", 200),
    ("GET / HTTP/1.1\r\nHost: a\r\n" + many(100) + "\r\n", 431),
    ("GET / HTTP/1.1\r\nHost: a\r\nBig: " + long(16_000) + "\r\n\r\n", 200),
    ("GET / HTTP/1.1\r\nHost: a\r\nBig: " + long(17_000) + "\r\n\r\n", 431),
    ("GET / HTTP/1.1\r\nHost: a\r\nBig: " + long(100_000) + "\r\n\r\n", 431),
    ("GET /" + long(100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
  ]

  @Test("are answered with the right status", arguments: cases)
  func refused(sent: String, status: Int) throws {
    let server = try started { _ in .text("ok") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send(sent)
    let answer = client.answer()
    if status == 0 {
      #expect(answer == nil || answer?.status == 400)
    } else {
      #expect(answer?.status == status)
    }
    if answer?.status == 405 { #expect(answer?.headers["allow"] == "GET, HEAD, POST") }
    if status >= 400 || status == 0 { #expect(client.isClosed()) }
  }
}

private func form(
  _ fields: String, type: String = "application/x-www-form-urlencoded", body: String = "a=1"
) -> String {
  "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(type)\r\n\(fields)\r\n\r\n\(body)"
}

private func many(_ count: Int) -> String {
  (0..<count).map { "A\($0): 1\r\n" }.joined()
}

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }
