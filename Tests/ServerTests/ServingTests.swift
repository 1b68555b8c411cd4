import Glibc
import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("Serving")
struct ServingTests {
  @Test("answers what the handler gives, again and again on one connection")
  func keepAlive() throws {
    let server = try started { request in
      .text("\(request.path.joined(separator: "|")) \(request.query["q"] ?? "-")")
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/a/b%20c?q=%C3%A9")
    let answer = try #require(client.answer())
    #expect(answer.status == 200)
    #expect(answer.text == "a|b c é")
    #expect(answer.headers["content-length"] == "8")
    #expect(answer.headers["date"] != nil)
    #expect(answer.headers["connection"] != "close")
    for number in 0..<20 {
      client.get("/\(number)")
      #expect(client.answer()?.text == "\(number) -")
    }
  }

  @Test("answers requests sent at once in their order")
  func pipelining() throws {
    let server = try started { request in
      if request.path == ["0"] { pause(0.1) }
      return .text(request.path[0])
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send((0..<5).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
    for number in 0..<5 { #expect(client.answer()?.text == "\(number)") }
  }

  @Test("closes where the client wants that")
  func close() throws {
    let server = try started { _ in .text("bye") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/", fields: ["Connection: close"])
    #expect(client.answer()?.text == "bye")
    #expect(client.isClosed())
  }

  @Test("answers HEAD as GET without the body")
  func head() throws {
    let server = try started { request in
      .text("\(request.method)", status: 200)
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/", method: "HEAD")
    let answer = try #require(client.answer(hasBody: false))
    #expect(answer.status == 200)
    #expect(answer.headers["content-length"] == "4")
    client.get("/")
    #expect(client.answer()?.text == "get")
  }

  @Test("adds the security headers, and no-store where nothing else is said")
  func headers() throws {
    let server = try started { request in
      var response = Response.text("x")
      if request.path == ["own"] { response.headers.append(("cache-control", "max-age=5")) }
      return response
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/")
    let answer = try #require(client.answer())
    #expect(answer.headers["x-content-type-options"] == "nosniff")
    #expect(answer.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
    #expect(answer.headers["cache-control"] == "no-store")
    client.get("/own")
    #expect(client.answer()?.headers["cache-control"] == "max-age=5")
  }

  @Test("compresses text of a kilobyte for those who accept it")
  func gzip() throws {
    let server = try started { request in
      let text = String(repeating: "all work and no play ", count: request.path == ["s"] ? 9 : 900)
      return request.path == ["png"]
        ? .bytes(Array(text.utf8), type: "image/png") : .text(text)
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/", fields: ["Accept-Encoding: gzip, br"])
    let answer = try #require(client.answer())
    #expect(answer.headers["content-encoding"] == "gzip")
    #expect(answer.headers["vary"] == "Accept-Encoding")
    #expect(answer.body.starts(with: [0x1F, 0x8B]) && answer.body.count < 500)
    for (path, fields) in [
      ("/", []), ("/s", ["Accept-Encoding: gzip"]), ("/png", ["Accept-Encoding: gzip"]),
    ] {
      client.get(path, fields: fields)
      #expect(client.answer()?.headers["content-encoding"] == nil)
    }
  }

  @Test("sends a file from disk")
  func file() throws {
    let server = try started { request in Response(body: .file(path: "/" + request.path[0])) }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/etc%2Fpasswd")
    #expect(client.answer()?.text.contains("root:") == true)
    client.get("/no-such-file")
    #expect(client.answer()?.status == 500)
  }

  @Test("turns an error of the handler into 500 with a reference, and lives on")
  func failure() throws {
    struct Odd: Error { let name = "Kowalski" }
    let server = try started { request in
      if request.path == ["odd"] { throw Odd() }
      var response = Response.text("x")
      if request.path == ["split"] { response.headers.append(("Location", "/\r\nX: 1")) }
      return response
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    for path in ["/odd", "/split"] {
      client.get(path)
      let answer = try #require(client.answer())
      #expect(answer.status == 500)
      #expect(answer.text.contains("Reference: "))
      #expect(!answer.text.contains("Kowalski") && answer.headers["x"] == nil)
    }
    client.get("/")
    #expect(client.answer()?.status == 200)
  }

  @Test("gives the handler fields by lower-case name, repeated ones joined, and the cookies")
  func fields() throws {
    let server = try started { request in
      .text("\(request.headers["x-one"] ?? "") \(request.cookie("b") ?? "")")
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/", fields: ["X-One: 1", "x-ONE: 2", "Cookie: a=1", "Cookie: b=2"])
    #expect(client.answer()?.text == "1, 2 2")
  }

  @Test("serves 64 clients at once, each on its connection")
  func parallel() throws {
    let server = try started { request in .text(request.path[0]) }
    defer { server.stop() }
    let wrong = Guarded(0)
    JoinableThread.concurrently(64) { number in
      let client = RawClient(port: server.port)
      for turn in 0..<10 {
        client.get("/\(number)-\(turn)")
        if client.answer()?.text != "\(number)-\(turn)" { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
    // An answer is counted once it was sent, a moment after its client has read it.
    for _ in 0..<500 where server.counters.classes[2] < 640 { usleep(10_000) }
    #expect(server.counters.classes[2] == 640)
  }

  @Test("says why it cannot listen")
  func listening() throws {
    let server = try started { _ in .text("") }
    defer { server.stop() }
    #expect(throws: ServerProblem.self) {
      _ = try started({ $0.port = server.port }) { _ in .text("") }
    }
    #expect(throws: ServerProblem.badProxy("proxy")) {
      _ = try started({ $0.trustedProxies = ["proxy"] }) { _ in .text("") }
    }
    #expect(throws: ServerProblem.badAddress("example")) {
      _ = try started({ $0.host = "example" }) { _ in .text("") }
    }
  }

  @Test(
    "reads where to listen",
    arguments: [
      ("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:0", "::1", 0), ("0.0.0.0:80", "0.0.0.0", 80),
      ("localhost:1", "localhost", 1), ("::1:80", nil, 0), ("8080", nil, 0), (":80", nil, 0),
      ("127.0.0.1", nil, 0), ("127.0.0.1:99999", nil, 0), ("example.org:80", nil, 0),
    ] as [(String, String?, UInt16)])
  func address(text: String, host: String?, port: UInt16) {
    var configuration = ServerConfiguration()
    #expect(configuration.listen(on: text) == (host != nil))
    if let host { #expect(configuration.host == host && configuration.port == port) }
  }

  @Test(
    "listens on the addresses of either family", arguments: ["127.0.0.1", "0.0.0.0", "localhost"])
  func families(host: String) throws {
    let server = try started({ $0.host = host }) { _ in .text("here") }
    defer { server.stop() }
    #expect(server.port != 0)
    guard host != "localhost" else { return }
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(client.answer()?.text == "here")
  }

  @Test("tells an IPv4 client's address as such where it listens on every address")
  func mapped() throws {
    // A machine without IPv6 has nothing to show here.
    guard let server = try? started({ $0.host = "::" }, handler: { .text($0.client) }) else {
      return
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(client.answer()?.text == "127.0.0.1")
  }
}
