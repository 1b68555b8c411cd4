import Glibc
import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("Torn and mangled requests")
struct TornRequestTests {
  private static let upload =
    "\(UploadTests.head)\(String(repeating: "z", count: 50_000))\(UploadTests.tail)"
  private static let requests = [
    "GET /a HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
    "POST /b HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      + "Content-Length: 3\r\n\r\na=1",
    "POST /c HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n",
    "POST /d HTTP/1.1\r\nHost: a\r\nContent-Type: \(UploadTests.type)\r\n"
      + "Content-Length: \(upload.utf8.count)\r\n\r\n\(upload)",
  ].map { Array($0.utf8) }

  @Test("leave nothing behind: no request in flight, no connection, no file", arguments: [1, 2])
  func torn(ioThreads: Int) throws {
    var name = Array("/tmp/hamlet-torn-XXXXXX".utf8CString)
    _ = mkdtemp(&name)
    let folder = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let server = try started({
      $0.ioThreads = ioThreads
      $0.spoolFolder = folder
      // The library sees the end of a stream that came with the last bytes only when woken again.
      $0.headSeconds = 1
      $0.bodySeconds = 1
    }) { request in .text(String(repeating: "\(request.files.count)", count: 5000)) }
    defer { server.stop() }
    JoinableThread.concurrently(8) { number in
      var generator = SeededGenerator(seed: UInt64(number))
      for _ in 0..<40 { Self.disturb(server.port, &generator) }
    }
    #expect(eventually { server.counters.connections == 0 })
    let counters = server.counters
    #expect(counters.inFlight == 0 && counters.queued == 0)
    #expect(rmdir(folder) == 0, "files are left in \(folder)")
    let client = RawClient(port: server.port)
    client.get("/")
    #expect(client.answer()?.status == 200)
  }

  /// Sends a request that is whole, cut or changed, and goes away before, during or after the answer.
  private static func disturb(_ port: UInt16, _ generator: inout SeededGenerator) {
    let client = RawClient(port: port)
    var bytes = requests.randomElement(using: &generator) ?? []
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator)))
    case 1:
      let place = Int.random(in: 0..<min(bytes.count, 300), using: &generator)
      bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
    default: break
    }
    client.send(bytes)
    if Bool.random(using: &generator) { pause(0.001) }
    if Bool.random(using: &generator) {
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        client.descriptor, SOL_SOCKET, SO_LINGER, &linger,
        socklen_t(MemoryLayout<Glibc.linger>.size))
    }
  }
}
