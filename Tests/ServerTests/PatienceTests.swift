import Glibc
import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("Slow clients and slow handlers")
struct PatienceTests {
  @Test("a head sent byte by byte is cut off", .timeLimit(.minutes(5)))
  func slowHead() throws {
    let server = try started({ $0.headSeconds = 0.5 }) { _ in .text("") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ")
    var sent = 0
    while sent < 600, client.send("x") {
      sent += 1
      pause(0.05)
    }
    #expect(sent < 600)
    #expect(client.isClosed())
    #expect(server.counters.tooSlow == 1)
  }

  @Test("a silent connection is closed, new or used", arguments: [false, true])
  func idle(used: Bool) throws {
    let server = try started({ $0.headSeconds = 0.3 }) { _ in .text("") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    if used {
      client.get("/")
      #expect(client.answer()?.status == 200)
    }
    #expect(client.isClosed())
  }

  @Test("a body sent byte by byte is cut off, and nothing of it is left")
  func slowBody() throws {
    let server = try started({ $0.bodySeconds = 0.5 }) { _ in .text("") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(UploadTests.type)\r\n"
        + "Content-Length: 1000\r\n\r\n\(UploadTests.head)")
    var sent = 0
    while sent < 600, client.send("x") {
      sent += 1
      pause(0.05)
    }
    #expect(sent < 600)
    #expect(client.isClosed())
  }

  @Test("an answer that is not read is cut off")
  func slowReader() throws {
    let path = "/tmp/hamlet-slow-reader-\(UInt64.random(in: 0 ... .max))"
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    ftruncate(file, 30_000_000)
    close(file)
    defer { unlink(path) }
    let server = try started({
      $0.answerSeconds = 0.5
      $0.slowestBytes = 1 << 30
    }) { _ in Response(body: .file(path: path)) }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(eventually { server.counters.broken == 1 })
    #expect(server.counters.inFlight == 0)
  }

  @Test("six slow handlers do not delay the quick ones")
  func slowHandlers() throws {
    let gate = Guarded(false)
    let server = try started({
      $0.isSlow = { $0.path == ["slow"] }
      $0.workers = 2
      $0.slowWorkers = 2
    }) { request in
      if request.path == ["slow"] { _ = gate.wait { $0 ? true : nil } }
      return .text("done")
    }
    defer { server.stop() }
    let slow = (0..<6).map { _ in RawClient(port: server.port) }
    for client in slow { client.get("/slow") }
    #expect(eventually { server.counters.inFlight == 6 && server.counters.queued == 4 })
    let quick = RawClient(port: server.port)
    for _ in 0..<50 {
      quick.get("/")
      #expect(quick.answer()?.text == "done")
    }
    #expect(eventually { server.counters.inFlight == 6 })
    gate.withLock { $0 = true }
    gate.broadcast()
    for client in slow { #expect(client.answer()?.text == "done") }
  }

  @Test("a full queue is answered 503")
  func full() throws {
    let gate = Guarded(false)
    let server = try started({
      $0.workers = 1
      $0.queue = 1
    }) { _ in
      _ = gate.wait { $0 ? true : nil }
      return .text("done")
    }
    defer { server.stop() }
    let first = RawClient(port: server.port)
    first.get("/")
    #expect(eventually { server.counters.inFlight == 1 && server.counters.queued == 0 })
    let second = RawClient(port: server.port)
    second.get("/")
    #expect(eventually { server.counters.queued == 1 })
    let third = RawClient(port: server.port)
    third.get("/")
    let refused = try #require(third.answer())
    #expect(refused.status == 503)
    #expect(refused.headers["retry-after"] == "2")
    gate.withLock { $0 = true }
    gate.broadcast()
    #expect(first.answer()?.text == "done")
    #expect(second.answer()?.text == "done")
    third.get("/")
    #expect(third.answer()?.status == 200)
  }

  @Test("more connections than allowed wait their turn")
  func connectionCap() throws {
    let server = try started({ $0.connections = 2 }) { _ in .text("done") }
    defer { server.stop() }
    var clients = (0..<2).map { _ in RawClient(port: server.port) }
    for client in clients {
      client.get("/")
      #expect(client.answer()?.status == 200)
    }
    let third = RawClient(port: server.port)
    third.get("/")
    pause(0.2)
    #expect(server.counters.connections == 2)
    clients.removeLast()
    #expect(third.answer()?.status == 200)
  }
}
