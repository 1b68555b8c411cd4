import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("An answer made while it is sent")
struct StreamTests {
  @Test("comes whole, piece by piece, with its length")
  func whole() throws {
    let server = try started { _ in
      let left = Guarded(10)
      return Response(
        headers: [("Content-Type", "application/octet-stream")],
        body: .stream(size: 700_000) {
          left.withLock { left in
            guard left > 0 else { return nil }
            left -= 1
            return [UInt8](repeating: UInt8(left), count: 70_000)
          }
        })
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    for _ in 0..<2 {
      client.get("/")
      let answer = try #require(client.answer())
      #expect(answer.headers["content-length"] == "700000")
      #expect(answer.body.count == 700_000 && answer.body[0] == 9 && answer.body[699_999] == 0)
    }
    client.get("/", method: "HEAD")
    #expect(client.answer(hasBody: false)?.headers["content-length"] == "700000")
  }

  @Test("is cut off where it cannot go on, so that nobody takes it for whole")
  func broken() throws {
    let left = Guarded(2)
    let server = try started { _ in
      Response(
        body: .stream(size: 700_000) {
          left.withLock { left in
            left -= 1
            return left >= 0 ? [UInt8](repeating: 1, count: 1000) : nil
          }
        })
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(client.answer() == nil)
    #expect(eventually { server.counters.broken == 1 })
  }
}
