import Glibc
public import Kernel

/// A stand-in for ClamAV's daemon: takes files by `INSTREAM` and answers as it was told.
public final class ScannerStandIn: Sendable {
  /// Where it listens.
  public let path: String
  /// How many bytes of files came.
  public let received = Guarded(0)
  private let listening: Int32
  private let reply: String?

  /// Listens in a folder; a reply of `nil` stays silent, one of "" closes the line.
  public init(in folder: String, reply: String?) throws {
    path = folder + "/clamd.ctl"
    self.reply = reply
    listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isBound, listen(listening, 8) == 0 else { throw TestKitProblem.noFolder }
    JoinableThread { [self] in serve() }.detach()
  }

  /// Ends it.
  public func stop() { shutdown(listening, Int32(SHUT_RDWR)) }

  private func serve() {
    while case let line = accept(listening, nil, nil), line >= 0 {
      answer(line)
      close(line)
    }
    close(listening)
  }

  private func answer(_ line: Int32) {
    guard let command = word(line) else { return }
    if command == "zPING" { return say("PONG", line) }
    while let head = bytes(4, line), case let count = head.reduce(0, { $0 << 8 | Int($1) }),
      count > 0
    {
      guard bytes(count, line) != nil else { return }
      received.withLock { $0 += count }
    }
    guard let reply else {
      sleep(4)
      return
    }
    if !reply.isEmpty { say(reply, line) }
  }

  private func say(_ text: String, _ line: Int32) {
    let bytes = Array(text.utf8) + [0]
    _ = send(line, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  private func word(_ line: Int32) -> String? {
    var word: [UInt8] = []
    while let byte = bytes(1, line)?.first {
      if byte == 0 { return String(decoding: word, as: UTF8.self) }
      word.append(byte)
    }
    return nil
  }

  private func bytes(_ count: Int, _ line: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard recv(line, &bytes, count, Int32(MSG_WAITALL)) == count else { return nil }
    return bytes
  }
}
