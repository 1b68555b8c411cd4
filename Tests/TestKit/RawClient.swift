import Glibc

/// A connection of HTTP/1.1 that sends exactly what it is told to, and reads answers.
public final class RawClient {
  /// One answer as it came.
  public struct Answer {
    /// Its status; 0 where there is none.
    public var status = 0
    /// Its fields in order, names in lower case.
    public var fields: [(name: String, value: String)] = []
    /// Its body.
    public var body: [UInt8] = []

    /// An answer that has not come.
    public init() {}

    /// The fields by name; of those that come several times the last.
    public var headers: [String: String] {
      Dictionary(fields.map { ($0.name, $0.value) }) { _, last in last }
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// The socket, for tests that treat it badly.
  public let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Connects to a port of this machine.
  ///
  /// - Parameters:
  ///   - port: the port.
  ///   - seconds: how long a read may take.
  public init(port: UInt16, seconds: Int = 10) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Sends bytes; false where the other end no longer takes them.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
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

  /// Sends text.
  @discardableResult
  public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends a whole GET with the fields a client must send.
  public func get(_ path: String, method: String = "GET", fields: [String] = []) {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: localhost"] + fields + ["", ""]
    send(lines.joined(separator: "\r\n"))
  }

  /// Sends a whole POST.
  public func post(_ path: String, type: String, body: [UInt8]) {
    send(
      "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
        + "Content-Length: \(body.count)\r\n\r\n")
    send(body)
  }

  /// Reads one answer; `nil` where the connection ends, or the time is up, without one.
  public func answer(hasBody: Bool = true) -> Answer? {
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
      guard parts.count == 2 else { continue }
      answer.fields.append((parts[0].lowercased(), String(parts[1].drop { $0 == " " })))
    }
    let length = hasBody ? Int(answer.headers["content-length"] ?? "0") ?? 0 : 0
    while buffer.count < length { if !receive() { return nil } }
    answer.body = Array(buffer.prefix(length))
    buffer.removeFirst(length)
    return answer
  }

  /// Whether the other end closes within the time a read may take.
  public func isClosed() -> Bool {
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
