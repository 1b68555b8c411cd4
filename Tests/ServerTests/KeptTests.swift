import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("Kept pages")
struct KeptTests {
  private static let page = Response.text(String(repeating: "kept ", count: 500))

  @Test("are answered without the handler while they are fresh")
  func fresh() throws {
    let kept = Kept()
    let version = Guarded(1)
    kept.keep(Self.page, at: "/performance") { version.withLock { $0 == 1 } }
    let server = try started(kept: kept) { _ in .text("made") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    for (path, isKept) in [
      ("/performance", true), ("/performance?x=1", false), ("/performance/", false),
      ("/other", false),
    ] {
      client.get(path)
      #expect(client.answer()?.text.hasPrefix("kept") == isKept)
    }
    version.withLock { $0 = 2 }
    client.get("/performance")
    #expect(client.answer()?.text == "made")
    kept.keep(.text("kept anew"), at: "/performance") { true }
    client.get("/performance")
    #expect(client.answer()?.text == "kept anew")
  }

  @Test("come compressed, unchanged or as a head alone")
  func forms() throws {
    let kept = Kept()
    kept.keep(Self.page, at: "/p") { true }
    let server = try started(kept: kept) { _ in .text("made") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/p")
    let plain = try #require(client.answer())
    let tag = try #require(plain.headers["etag"])
    #expect(plain.body.count == 2500)
    #expect(plain.headers["cache-control"] == "no-cache")
    #expect(plain.headers["vary"] == "Accept-Encoding")
    #expect(plain.headers["x-content-type-options"] == "nosniff")
    client.get("/p", fields: ["Accept-Encoding: gzip"])
    let compressed = try #require(client.answer())
    #expect(compressed.headers["content-encoding"] == "gzip")
    #expect(compressed.headers["etag"] == tag)
    #expect(compressed.body.count < 200)
    client.get("/p", fields: ["If-None-Match: \(tag)"])
    let unchanged = try #require(client.answer(hasBody: false))
    #expect(unchanged.status == 304)
    #expect(unchanged.headers["etag"] == tag)
    client.get("/p", fields: ["If-None-Match: \"other\""])
    #expect(client.answer()?.status == 200)
    client.get("/p", method: "HEAD")
    #expect(client.answer(hasBody: false)?.headers["content-length"] == "2500")
    client.post("/p", type: "application/x-www-form-urlencoded", body: Array("a=1".utf8))
    #expect(client.answer()?.text == "made")
  }

  @Test("that never change need never be asked for again")
  func assets() throws {
    let kept = Kept()
    kept.keepForever(.bytes([1], type: "image/png"), at: "/assets/x-123.png")
    let server = try started(kept: kept) { _ in .text("made") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/assets/x-123.png")
    #expect(
      client.answer()?.headers["cache-control"] == "public, max-age=31536000, immutable")
  }
}
