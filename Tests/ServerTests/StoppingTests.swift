import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("Stopping")
struct StoppingTests {
  @Test("finishes what is in flight and takes nothing new", arguments: [1, 3])
  func finishes(ioThreads: Int) throws {
    let gate = Guarded(false)
    let server = try started({
      $0.ioThreads = ioThreads
      $0.workers = 4
    }) { _ in
      _ = gate.wait { $0 ? true : nil }
      return .text("done")
    }
    let port = server.port
    let clients = (0..<4).map { _ in RawClient(port: port) }
    for client in clients { client.get("/") }
    #expect(eventually { server.counters.inFlight == 4 && server.counters.queued == 0 })
    let opening = JoinableThread {
      pause(0.3)
      gate.withLock { $0 = true }
      gate.broadcast()
    }
    server.stop()
    opening.join()
    for client in clients {
      let answer = client.answer()
      #expect(answer?.text == "done")
      #expect(client.isClosed())
    }
    let late = RawClient(port: port)
    late.get("/")
    #expect(late.answer() == nil)
  }

  @Test("does not wait for ever")
  func limit() throws {
    let gate = Guarded(false)
    let server = try started({ $0.stopSeconds = 0.2 }) { _ in
      _ = gate.wait { $0 ? true : nil }
      return .text("done")
    }
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(eventually { server.counters.inFlight == 1 && server.counters.queued == 0 })
    server.stop()
    #expect(client.answer()?.status == 503)
    gate.withLock { $0 = true }
    gate.broadcast()
  }

  @Test("in the midst of many requests loses none that was begun", arguments: [1, 2])
  func busy(ioThreads: Int) throws {
    let server = try started({ $0.ioThreads = ioThreads }) { _ in .text("done") }
    let port = server.port
    let torn = Guarded(0)
    let threads = (0..<16).map { _ in
      JoinableThread {
        let client = RawClient(port: port)
        while true {
          client.get("/")
          guard let answer = client.answer() else { break }
          if answer.text != "done" && answer.status != 503 { torn.withLock { $0 += 1 } }
          if answer.headers["connection"] == "close" { break }
        }
      }
    }
    pause(0.2)
    server.stop()
    for thread in threads { thread.join() }
    #expect(torn.withLock { $0 } == 0)
  }

  @Test("may be asked for twice, and before the start")
  func twice() throws {
    let server = Server(configuration: ServerConfiguration()) { _ in .text("") }
    server.stop()
    let other = try started { _ in .text("") }
    other.stop()
    other.stop()
    #expect(other.port == 0)
  }

  @Test("closes connections that wait for nothing")
  func idle() throws {
    let server = try started { _ in .text("done") }
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(client.answer()?.text == "done")
    server.stop()
    #expect(client.isClosed())
  }
}
