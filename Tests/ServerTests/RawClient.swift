import Glibc

/// A connection that sends exactly what it is told to, and reads answers.
final class RawClient {
  struct Answer {
    var status = 0
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  let descriptor: Int32
  private var buffer: [UInt8] = []

  init(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let sent = bytes[offset...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      offset += sent
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends a whole GET with the fields a client must send.
  func get(_ path: String, method: String = "GET", fields: [String] = []) {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: localhost"] + fields + ["", ""]
    send(lines.joined(separator: "\r\n"))
  }

  /// Sends a whole POST.
  func post(_ path: String, type: String, body: [UInt8]) {
    send(
      "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
        + "Content-Length: \(body.count)\r\n\r\n")
    send(body)
  }

  /// Reads one answer; `nil` where the connection ends, or ten seconds pass, without one.
  func answer(hasBody: Bool = true) -> Answer? {
    let end = Array("\r\n\r\n".utf8)
    var head: Range<Int>?
    while head == nil {
      head = buffer.firstRange(of: end)
      if head == nil, !receive() { return nil }
    }
    guard let head else { return nil }
    let lines = String(decoding: buffer[..<head.lowerBound], as: UTF8.self).split(
      separator: "\r\n")
    buffer.removeFirst(head.upperBound)
    var answer = Answer()
    answer.status = Int(lines[0].split(separator: " ")[1]) ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      answer.headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    let length = hasBody ? Int(answer.headers["content-length"] ?? "0") ?? 0 : 0
    while buffer.count < length { if !receive() { return nil } }
    answer.body = Array(buffer.prefix(length))
    buffer.removeFirst(length)
    return answer
  }

  /// Whether the other end closes within the ten seconds a read may take.
  func isClosed() -> Bool {
    while true {
      var byte = [UInt8](repeating: 0, count: 4096)
      let count = recv(descriptor, &byte, byte.count, 0)
      if count == 0 || (count < 0 && errno == ECONNRESET) { return true }
      if count < 0 { return false }
    }
  }

  private func receive() -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer.append(contentsOf: piece[..<count])
    return true
  }
}
