import Glibc
import HTTP
import Kernel
import Server
import TestKit
import Testing

@Suite("Uploads")
struct UploadTests {
  static let type = "multipart/form-data; boundary=XX"
  static let head =
    "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\n"
  static let tail = "\r\n--XX\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--XX--\r\n"

  @Test("come as a file on disk that goes with the answer", arguments: [300_000, 30_000_000])
  func uploads(size: Int) throws {
    let path = Guarded("")
    let server = try started({ $0.uploadBytes = { _ in 40_000_000 } }) { request in
      guard let file = request.files.first else { return .text("none") }
      path.withLock { $0 = file.path }
      var status = stat()
      stat(file.path, &status)
      return .text(
        "\(file.field) \(file.name) \(file.size) \(status.st_size) \(request.form["b"] ?? "")")
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    Self.upload(size, client)
    #expect(client.answer()?.text == "f a.csv \(size) \(size) 1")
    client.get("/x", fields: ["Connection: close"])
    _ = client.answer()
    #expect(access(path.withLock { $0 }, F_OK) != 0)
  }

  @Test("need little memory, whatever their size")
  func memory() async {
    // In a process of its own, where no other test takes memory meanwhile. AddressSanitizer keeps
    // freed memory for a while.
    await #expect(processExitsWith: .success) {
      let server = try started({ $0.uploadBytes = { _ in 40_000_000 } }) { _ in
        .text("\(residentBytes())")
      }
      let before = residentBytes()
      let client = RawClient(port: server.port)
      Self.upload(30_000_000, client)
      let during = client.answer().flatMap { Int($0.text) } ?? .max
      let isSanitized = dlsym(nil, "__asan_init") != nil
      exit(isSanitized || during - before < 10_000_000 ? 0 : 1)
    }
  }

  /// Sends a file of many line ends, which the reader must look at one by one.
  private static func upload(_ size: Int, _ client: RawClient) {
    let length = head.utf8.count + size + tail.utf8.count
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(type)\r\n"
        + "Content-Length: \(length)\r\n\r\n\(head)")
    let piece = [UInt8](repeating: 13, count: 100_000)
    for _ in 0..<(size / piece.count) { client.send(piece) }
    client.send(tail)
  }

  @Test("may be moved by the handler")
  func moved() throws {
    let server = try started { request in
      rename(request.files[0].path, request.files[0].path + "-kept")
      return .text(request.files[0].path + "-kept")
    }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.post("/", type: Self.type, body: Array((Self.head + "x" + Self.tail).utf8))
    let path = try #require(client.answer()).text
    #expect(access(path, F_OK) == 0)
    unlink(path)
  }

  @Test("are refused by the length they announce, before they are sent")
  func announced() throws {
    let server = try started { _ in .text("") }
    defer { server.stop() }
    for (type, length) in [
      (Self.type, 1 << 20 + 1), ("application/x-www-form-urlencoded", 1 << 20 + 1),
    ] {
      let client = RawClient(port: server.port)
      client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(type)\r\nExpect: 100-continue\r\n"
          + "Content-Length: \(length)\r\n\r\n")
      #expect(client.answer()?.status == 413)
      #expect(client.isClosed())
    }
  }

  @Test("are read to the end where the client sends them unasked, so that it sees the refusal")
  func drained() throws {
    let server = try started { _ in .text("") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.post("/", type: Self.type, body: [UInt8](repeating: 0, count: 5_000_000))
    #expect(client.answer()?.status == 413)
  }

  @Test("are refused when their pieces grow too many")
  func chunked() throws {
    let server = try started({ $0.formBytes = 10_000 }) { _ in .text("") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n")
    for _ in 0..<20 { client.send("400\r\n\(String(repeating: "x", count: 1024))\r\n") }
    client.send("0\r\n\r\n")
    #expect(client.answer()?.status == 413)
  }

  @Test("that never end are cut off")
  func endless() throws {
    let server = try started({
      $0.formBytes = 10_000
      $0.drainBytes = 1 << 20
    }) { _ in .text("") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n")
    let piece = "10000\r\n\(String(repeating: "x", count: 65_536))\r\n"
    let sent = (0..<1000).prefix { _ in client.send(piece) }.count
    #expect(sent < 1000)
  }

  @Test("are asked for where the client waits for leave")
  func leave() throws {
    let server = try started { request in .text(request.form["a"] ?? "") }
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")
    #expect(client.answer()?.status == 100)
    client.send("a=1")
    #expect(client.answer()?.text == "1")
  }
}

/// Bytes of memory the process holds now.
private func residentBytes() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 200)
  fgets(&line, 200, file)
  let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  return (Int(text.split(separator: " ")[1]) ?? 0) * 4096
}
