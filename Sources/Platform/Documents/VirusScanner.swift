// An optimised build finds `timeval` there.
import CSpawn
import Glibc
public import Kernel

/// Asks ClamAV's daemon whether a file holds a virus, through its socket on this machine.
///
/// The file is streamed to it (`INSTREAM`), so the daemon needs no right to read it. Calls block the
/// thread: about a second for 50 MB.
public struct VirusScanner: Sendable {
  /// What was found.
  public enum Finding: Sendable, Equatable {
    /// Nothing.
    case clean
    /// A virus, by the daemon's name for it.
    case found(String)
  }

  private static let mostReply = 4096
  private let socket: String
  private let seconds: Int

  /// A scanner by the path of the daemon's socket, such as `/run/clamav/clamd.ctl`; it is given up
  /// where it stays silent for some seconds.
  public init(socket: String, seconds: Int = 120) {
    self.socket = socket
    self.seconds = seconds
  }

  /// Whether the daemon answers.
  public var answers: Bool {
    (try? ask("zPING\0") { _ in }) == "PONG"
  }

  /// Looks through a file.
  ///
  /// Throws ``ScanProblem``.
  public func scan(_ file: ScratchFile) throws -> Finding {
    let reply = try ask("zINSTREAM\0") { line in
      try file.each { piece in
        try Self.send(Self.length(piece.count), on: line)
        try Self.send(piece, on: line)
      }
      try Self.send(Self.length(0), on: line)
    }
    if reply == "stream: OK" { return .clean }
    let (start, end) = ("stream: ", " FOUND")
    guard reply.hasPrefix(start), reply.hasSuffix(end) else {
      throw reply.contains("size limit") ? ScanProblem.tooLarge : .refused
    }
    return .found(String(reply.dropFirst(start.count).dropLast(end.count)))
  }

  private func ask(_ command: String, _ body: (Int32) throws -> Void) throws -> String {
    let line = try connect()
    defer { close(line) }
    try Self.send(Array(command.utf8), on: line)
    // A daemon that has had enough closes the line after its answer, which is still there to read.
    do { try body(line) } catch ScanProblem.silent {}
    return try reply(on: line)
  }

  private func connect() throws(ScanProblem) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(socket.utf8)
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { throw .unreachable }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let line = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard line >= 0 else { throw .unreachable }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(line, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(line, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isConnected else {
      close(line)
      throw .unreachable
    }
    return line
  }

  private func reply(on line: Int32) throws(ScanProblem) -> String {
    var reply: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 512)
    while !reply.contains(0), reply.count < Self.mostReply {
      let count = recv(line, &piece, piece.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .silent }
      if count == 0 { break }
      reply += piece[..<count]
    }
    guard !reply.isEmpty else { throw .silent }
    return String(decoding: reply.prefix { $0 != 0 && $0 != 10 }, as: UTF8.self)
  }

  private static func length(_ count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
  }

  private static func send(_ bytes: [UInt8], on line: Int32) throws(ScanProblem) {
    do { try bytes.withUnsafeBytes { try send($0, on: line) } } catch { throw .silent }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, on line: Int32) throws(ScanProblem) {
    var done = 0
    while done < bytes.count {
      let count = Glibc.send(
        line, bytes.baseAddress.map { $0 + done }, bytes.count - done, Int32(MSG_NOSIGNAL))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .silent }
      done += count
    }
  }
}

/// Why a file was not looked through for viruses.
public enum ScanProblem: Problem, Equatable {
  /// Nothing listens at the socket.
  case unreachable
  /// It took the file and gave no answer.
  case silent
  /// It takes no file of this size.
  case tooLarge
  /// It could not look through the file.
  case refused

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .unreachable: "ClamAV does not answer at its socket."
    case .silent: "ClamAV took the file and gave no answer."
    case .tooLarge:
      "The file is larger than ClamAV takes: raise StreamMaxLength in its settings to 210M."
    case .refused: "ClamAV could not look through the file."
    }
  }

  /// 503: it may answer later.
  public var status: Int { 503 }
}
