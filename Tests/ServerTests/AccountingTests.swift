import Glibc
import HTTP
import Server
import TestKit
import Testing

@testable import struct Server.AddressRange
@testable import func Server.clientAddress

@Suite("Accounting")
struct AccountingTests {
  @Test("logs a line of JSON without address, query or unknown words")
  func log() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    struct Odd: Error {}
    let kept = Kept()
    kept.keep(.text("kept"), at: "/performance") { true }
    let server = try started(
      {
        $0.log = ends[1]
        $0.sections = ["plans", "performance"]
      }, kept: kept
    ) { request in
      if request.query["fail"] != nil { throw Odd() }
      return .text("12345")
    }
    let client = RawClient(port: server.port)
    for path in [
      "/plans/secret?q=kowalski", "/kowalski", "/", "/plans?fail=1", "/performance",
    ] {
      client.get(path)
      #expect(client.answer() != nil)
    }
    server.stop()
    close(ends[1])
    let lines = allText(from: ends[0]).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0].contains(#""method":"GET","section":"plans","status":200,"bytes":5,"ms":"#))
    #expect(lines[0].hasPrefix(#"{"time":"2"#) && lines[0].hasSuffix("}"))
    #expect(lines[1].contains(#""section":"other""#))
    #expect(lines[2].contains(#""section":"""#))
    #expect(lines[3].hasSuffix(#""error":"Odd"}"#))
    #expect(lines[4].contains(#""status":500"#))
    #expect(lines[5].contains(#""section":"performance","status":200"#))
    for word in ["kowalski", "secret", "127.0.0.1"] {
      #expect(!lines.contains { $0.contains(word) })
    }
  }

  @Test("counts answers by class, bytes and duration")
  func counters() throws {
    let server = try started { request in .text("12345", status: request.path == ["x"] ? 404 : 200)
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    for path in ["/", "/", "/x"] {
      client.get(path)
      #expect(client.answer() != nil)
    }
    client.get("/")
    #expect(client.answer() != nil)
    let counters = server.counters
    #expect(counters.classes[2] >= 2 && counters.classes[4] == 1)
    #expect(counters.bytes >= 15)
    #expect(counters.durations.reduce(0, +) >= 3)
    #expect(counters.connections == 1)
  }

  @Test(
    "takes off trusted proxies and nothing else",
    arguments: [
      ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
      ("10.0.0.1", nil, "10.0.0.1"),
      ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
      ("10.0.0.1", "192.0.2.66, 203.0.113.9", "203.0.113.9"),
      ("10.0.0.1", "192.0.2.66, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
      ("10.0.0.1", "nonsense", "10.0.0.1"),
      ("10.0.0.1", "203.0.113.9, nonsense, 10.0.0.2", "10.0.0.2"),
      ("10.0.0.1", "10.0.0.3", "10.0.0.3"),
      ("::1", "2001:db8::5", "2001:db8::5"),
      ("::2", "2001:db8::5", "::2"),
      ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
    ] as [(String, String?, String)])
  func forwarded(peer: String, field: String?, client: String) {
    let trusted = ["10.0.0.0/8", "::1"].compactMap(AddressRange.init)
    #expect(clientAddress(peer: peer, forwarded: field, trusted: trusted) == client)
  }

  @Test(
    "reads addresses and networks only",
    arguments: [
      ("10.0.0.1", true), ("10.0.0.0/8", true), ("fd00::/8", true), ("::1", true),
      ("10.0.0.0/33", false), ("10.0.0.0/-1", false), ("10.0.0", false), ("host", false),
      ("10.0.0.0/8/8", false), ("", false),
    ])
  func ranges(text: String, isRead: Bool) { #expect((AddressRange(text) != nil) == isRead) }

  @Test("gives the handler the client behind a trusted proxy")
  func client() throws {
    let server = try started({ $0.trustedProxies = ["127.0.0.1"] }) { .text($0.client) }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/", fields: ["X-Forwarded-For: 192.0.2.1"])
    #expect(client.answer()?.text == "192.0.2.1")
    client.get("/")
    #expect(client.answer()?.text == "127.0.0.1")
  }
}

private func allText(from descriptor: Int32) -> String {
  var text: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 4096)
  while case let count = read(descriptor, &piece, piece.count), count > 0 {
    text += piece[..<count]
  }
  close(descriptor)
  return String(decoding: text, as: UTF8.self)
}
